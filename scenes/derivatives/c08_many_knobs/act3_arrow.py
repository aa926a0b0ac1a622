"""Clip 08, third act: two slopes make one arrow, which gives the slope in every direction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    ReplacementTransform,
    VGroup,
    VMobject,
)

from lessons.derivatives.c08.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.landscape.descent_path import ScaledArrow
from scenes.components.landscape.height_map import HeightMap
from scenes.components.landscape.parameter_plane import ContourMap, ParameterPlane
from scenes.components.motion.carry import carry
from scenes.components.motion.sweep import Sweep, animated, between
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral, spell
from scenes.components.text.readout import Readout
from scenes.components.text.text import Words
from scenes.derivatives.c08_many_knobs.act2_frozen import AfterFrozenKnob
from scenes.derivatives.c08_many_knobs.props.arrow_places import PLACES
from scenes.derivatives.c08_many_knobs.props.knob_landscape import KnobLandscape
from scenes.derivatives.c08_many_knobs.props.knob_map import knob_map
from scenes.derivatives.c08_many_knobs.props.rose_labels import RoseLabels
from scenes.derivatives.c08_many_knobs.props.shared_places import PARTIALS, QUIET, put
from scenes.derivatives.c08_many_knobs.props.slope_rose import SlopeRose
from scenes.layout import Region

TagT = TypeVar("TagT", bound=VMobject)

SLOPES_PER_UNIT = 5
ARROW_SCALE = 1 / SLOPES_PER_UNIT
"""Units of the plane per unit of slope, for every arrow of a gradient on the map."""
SLOPE_DECIMALS = 2
DEGREES_PER_SECOND = 60.0
"""How fast a direction needle turns."""
NEARLY_LEVEL, NARROW_NEARLY_LEVEL = 0.25, 0.35
"""How much of the slope is left at the end of a walk; a small map shows no shorter arrow."""


@dataclass(frozen=True, slots=True)
class AfterGradientArrow:
    """What the third act leaves for the next one.

    Attributes
    ----------
    landscape
        The landscape of the first act, seen from above and out of sight.
    plane, heights
        Its map, which is on stage.
    column
        The room right of the map.
    """

    landscape: KnobLandscape
    plane: ParameterPlane
    heights: HeightMap
    column: Region


class GradientArrow(Act):
    """The gradient: what it is made of, where it points, and how long it is."""

    numbers: Numbers
    before: AfterFrozenKnob

    def prepare(self) -> None:
        """Lay the map out where the landscape stands."""
        self.landscape, self.column = self.before.landscape, self.before.column
        upright = self.layout.upright
        self.plane = self.landscape.plane(upright)
        self.heights = knob_map(self.numbers, self.plane, upright)

    # Scene 8B: the arrow

    def slopes_stack_into_an_arrow(self) -> None:
        numbers, landscape, results = self.numbers, self.landscape, self.before.results
        self.clear_stage(results)
        landscape.recline()
        landscape.floor.names.set_opacity(0.0)
        landscape.ball.put(numbers.at).set_opacity(1.0)
        partials = [
            Readout(f"{name} =", slope, size=theme.FORMULA_SIZE, color=theme.EXACT)
            for name, slope in zip(PARTIALS, numbers.gradient, strict=True)
        ]
        for partial, name in zip(partials, ("partials", "other"), strict=True):
            self._put(name, partial)
        self.play(
            FadeIn(landscape.relief),
            *(
                ReplacementTransform(told, partial.number)
                for told, partial in zip(results, partials, strict=True)
            ),
            FadeIn(*(partial.name_part for partial in partials)),
        )
        self.bring_to_back(landscape.relief)
        self.spot = landscape.ball.copy()
        self.spot.move_to(self.plane.place(numbers.at))
        landscape.lie_down(self, self.plane, self.heights, self.spot)
        self.play(animated(self.heights.rings).set_stroke(opacity=QUIET))
        self.gradient = ScaledArrow(self.plane, numbers.at, numbers.gradient, ARROW_SCALE)
        legs = self.gradient.legs(numbers.at, numbers.gradient)
        column = Formula(
            f"gradient J({spell(numbers.at.x, 0)}, {spell(numbers.at.y, 0)}) = "
            f"vec({{{{{spell(numbers.gradient[0], 0)} : run}}}}, "
            f"{{{{{spell(numbers.gradient[1], 0)} : rise}}}})",
            colors={"run": theme.RUN, "rise": theme.RISE},
        )
        self._put("gradient", column)
        told = VGroup()
        for leg, partial, color, side in zip(
            legs, partials, (theme.RUN, theme.RISE), (DOWN, RIGHT), strict=True
        ):
            number = Numeral(partial.value, size=theme.TABLE_SIZE, color=color)
            number.next_to(leg, side, buff=theme.LEG_GAP).set_stroke(
                theme.BG, theme.HALO, background=True
            )
            self.play(
                *carry(partial.number, number, run_time=theme.WRITE),
                Create(leg.shaft, run_time=theme.WRITE),
                FadeIn(leg.tip, run_time=theme.WRITE),
            )
            told.add(number)
        self.play(Create(self.gradient.shaft), FadeIn(self.gradient.tip), run_time=theme.FADE)
        size = self.layout.by_shape(theme.DIGIT_SIZE, theme.TABLE_SIZE, theme.DIGIT_SIZE)
        note = Words(f"arrows drawn 1/{SLOPES_PER_UNIT} long", size=size, color=theme.MUTED)
        self._put("note", note)
        self.play(FadeIn(column, note, run_time=theme.FADE))
        self.legs, self.partials = VGroup(*legs, told), VGroup(*partials)
        self.formula, self.note = column, note

    def _put(self, name: str, thing: VMobject) -> None:
        """Put something where it stands in the column of this frame."""
        put(self.column, thing, *self.layout.by_shape(*PLACES[name]))

    def needle_turns_round(self) -> None:
        numbers = self.numbers
        first, _, _, second, level, _ = numbers.needle_degrees.tolist()
        across, up = (spell(slope, 0) for slope in numbers.gradient)
        self.play(
            FadeOut(self.legs, self.gradient, self.partials),
            animated(self.formula).move_to(self.column.at(0.0, 1.0), aligned_edge=UP + LEFT),
            animated(self.note).move_to(
                self.column.at(*self.layout.by_shape(*PLACES["scale"])), aligned_edge=LEFT
            ),
        )
        self.rose = SlopeRose(self.plane, numbers.at, numbers.gradient, ARROW_SCALE, first)
        self.rule = Formula(
            f"= {{{{{across} : run}}}} cos theta + {{{{{up} : rise}}}} sin theta",
            colors={"run": theme.RUN, "rise": theme.RISE},
            size=theme.TABLE_SIZE,
        )
        self.angle = Readout("theta =", first, decimals=1, digits=3, size=theme.FORMULA_SIZE)
        self.found = Readout(
            'upright("slope") =',
            numbers.needle_slopes[0],
            decimals=SLOPE_DECIMALS,
            digits=2,
            signed=True,
            size=theme.FORMULA_SIZE,
            color=theme.EXACT,
        )
        self.degree = Formula("degree", size=theme.FORMULA_SIZE)
        for line, place in ((self.angle, "turn"), (self.found, "slope"), (self.rule, "rule")):
            self._put(place, line)
        self.degree.next_to(self.angle.number, RIGHT, buff=theme.LEG_GAP)
        self.degree.align_to(self.angle.number, UP)
        self.rose.follow(self._tell_slope)
        self.play(FadeIn(self.rose, self.angle, self.degree, self.found, self.rule))
        self.bring_to_front(self.spot)
        self.labels = RoseLabels(self.plane, self.rose, self.layout.narrow)
        self.tags = VGroup()
        self._tag(self.labels.slope(0, numbers.needle_slopes[0], first))
        self._needle(first, second)
        self._tag(self.labels.slope(1, numbers.needle_slopes[3], second))
        self._needle(second, level)
        self._tag(self.labels.uphill())
        self._needle(level, first + 360)
        self._tag(self.labels.downhill())

    def _needle(self, start: float, end: float) -> None:
        seconds = theme.STEP + (end - start) / DEGREES_PER_SECOND
        self.play(self.rose.turn(start, end, self.angle, self.found, run_time=seconds))

    def _tell_slope(self, degrees: float) -> None:
        turned = degrees if degrees < 360 else degrees - 360
        self.angle.set_value(turned)
        self.found.set_value(self.numbers.directional_slope(degrees))

    def _tag(self, tag: TagT) -> TagT:
        """Bring in a name or a slope beside the rose, and return it."""
        self.tags.add(tag)
        self.play(FadeIn(tag, run_time=theme.FADE / 2))
        return tag

    def length_is_the_steepest_slope(self) -> None:
        numbers = self.numbers
        steepest, level = numbers.needle_degrees[[2, 4]].tolist()
        moved = (self.angle, self.found)
        self.play(self.rose.turn(0.0 + 360, steepest + 360, *moved, run_time=theme.DRAW))
        self.play(Create(self.gradient.shaft), FadeIn(self.gradient.tip), run_time=theme.FADE)
        tag = self._tag(self.labels.length(numbers.needle_slopes[2], SLOPE_DECIMALS))
        self.length = Readout(
            "norm(gradient J) =",
            numbers.gradient_length,
            decimals=SLOPE_DECIMALS,
            size=theme.FORMULA_SIZE,
            color=theme.EXACT,
        )
        self._put("length", self.length)
        self.play(
            FadeOut(self.note, run_time=theme.FADE),
            FadeIn(self.length.name_part),
            *carry(tag, self.length.number),
        )
        self.point_at(self.gradient)
        square = self.rose.square(steepest)
        (own,) = (ring for ring in numbers.map if ring.level == numbers.height)
        spot = self.plane.place(numbers.at)
        self.contour = ContourMap(self.plane, [own], theme.INK).branch(numbers.height, spot)
        self.contour.set_stroke(width=theme.CURVE_STROKE, opacity=0.0)
        self.add(self.contour)
        self.bring_to_front(self.rose, self.tags, self.spot, self.gradient)
        self.play(
            self.rose.turn(steepest + 360, level + 360, *moved, run_time=theme.DRAW),
            animated(self.contour, run_time=theme.DRAW).set_stroke(opacity=1.0),
        )
        self.play(Create(square, run_time=theme.FADE))
        self.square = square

    def gradient_small_print(self) -> None:
        numbers = self.numbers
        rings = animated(self.heights.rings).set_stroke(opacity=1.0)
        self.play(
            FadeOut(self.angle, self.degree, self.found, self.rule, self.length, self.tags),
            FadeOut(self.rose, self.square, self.contour, self.formula),
            rings,
        )
        rules = (
            (Formula("J", size=theme.TABLE_SIZE), Words("smooth", size=theme.TABLE_SIZE)),
            (Words("ordinary distance", size=theme.TABLE_SIZE),),
            (Formula("gradient J != 0", size=theme.TABLE_SIZE),),
        )
        lines = VGroup(
            *(VGroup(*parts).arrange(RIGHT, buff=theme.LABEL_GAP) for parts in rules)
        ).arrange(DOWN, aligned_edge=LEFT, buff=theme.CARD_GAP)
        self._put("conditions", lines)
        self.play(FadeIn(lines[0], run_time=theme.FADE))
        self.play(FadeIn(lines[1], run_time=theme.FADE))

        def walk(share: float) -> None:
            at = (share * numbers.at.x, share * numbers.at.y)
            self.gradient.put(at, numbers.saddle.gradient(at))
            self.spot.move_to(self.plane.place(at))

        self.play(
            FadeIn(lines[2], run_time=theme.FADE),
            Sweep(
                walk,
                between(1.0, NARROW_NEARLY_LEVEL if self.layout.narrow else NEARLY_LEVEL),
                self.gradient,
                self.spot,
                run_time=theme.DRAW,
                rate_func=theme.TRAVEL,
            ),
        )

    def hand_over(self) -> AfterGradientArrow:
        """Return what the next act needs."""
        return AfterGradientArrow(self.landscape, self.plane, self.heights, self.column)
