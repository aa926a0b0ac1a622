"""Clip 08, third act: two slopes make one arrow, which gives the slope in every direction."""

from __future__ import annotations

from dataclasses import dataclass

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    LaggedStart,
    ReplacementTransform,
    VGroup,
)

from lessons.derivatives.c08.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.landscape.descent_path import ScaledArrow
from scenes.components.landscape.on_surface import SurfaceContours
from scenes.components.landscape.parameter_plane import ContourMap, ParameterPlane
from scenes.components.motion.sweep import animated
from scenes.components.text.formula import Formula, fly
from scenes.components.text.numeral import Numeral, spell
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.components.text.text import Words
from scenes.derivatives.c08_many_knobs.act2_frozen import AfterFrozenKnob
from scenes.derivatives.c08_many_knobs.props.knob_landscape import TICKS, KnobLandscape
from scenes.derivatives.c08_many_knobs.props.slope_rose import SlopeRose
from scenes.layout import Region

SLOPES_PER_UNIT = 7
ARROW_SCALE = 1 / SLOPES_PER_UNIT
"""Units of the plane per unit of slope, for every arrow on the map."""
SLOPE_DECIMALS = 2
MAP_COLUMNS = (6.7, 2.2, 3.9)
"""Widths of a map, of the room its arrows may reach into, and of what is told beside it."""
DEGREES_PER_SECOND = 60.0
"""How fast a direction needle turns."""


@dataclass(frozen=True, slots=True)
class AfterGradientArrow:
    """What the third act leaves for the next one.

    Attributes
    ----------
    landscape
        The landscape of the first act, seen from above and out of sight.
    plane, rings
        Its map, which is on stage.
    beside
        The room right of the map.
    """

    landscape: KnobLandscape
    plane: ParameterPlane
    rings: ContourMap
    beside: Region


class GradientArrow(Act):
    """The gradient: what it is made of, where it points, and how long it is."""

    numbers: Numbers
    before: AfterFrozenKnob

    # Scene 8B: the arrow

    def slopes_stack_into_an_arrow(self) -> None:
        numbers, landscape, results = self.numbers, self.before.landscape, self.before.results
        relief = landscape.relief
        map_region, _, self.beside = self.layout.full.columns(*MAP_COLUMNS)
        self.plane = ParameterPlane(TICKS, TICKS, map_region)
        self.rings = ContourMap(self.plane, numbers.map)
        landscape.release_sheet()
        relief.look(landscape.aslant)
        landscape.surface.set_presence(1.0)
        lines = SurfaceContours(relief.terrain, numbers.map)
        relief.hold(lines)
        column = Formula(
            f"gradient J({spell(numbers.at.x, 0)}, {spell(numbers.at.y, 0)}) = "
            f"vec({{{{{spell(numbers.gradient[0], 0)} : run}}}}, "
            f"{{{{{spell(numbers.gradient[1], 0)} : rise}}}})",
            colors={"run": theme.RUN, "rise": theme.RISE},
        )
        self.beside.place(column, 0.0, 0.94)
        note = Words(
            f"arrows at scale 1 : {SLOPES_PER_UNIT}", size=theme.FLOOR_SIZE, color=theme.MUTED
        )
        note.next_to(column, DOWN, buff=theme.GUTTER).align_to(column, LEFT)
        self.clear_stage(results)
        across, up = results
        for number in results:  # they will stand over contours
            number.set_stroke(theme.BG, theme.HALO, background=True)
        landscape.ball.set_opacity(1.0)
        landscape.floor.names.set_opacity(0.0)
        self.play(
            FadeIn(relief),
            animated(across).move_to(self.beside.at(0.15, 0.6)),
            animated(up).move_to(self.beside.at(0.4, 0.6)),
        )
        self.play(landscape.look_down(self.plane.axes))
        relief.release(lines)
        self.remove(relief, lines)
        self.spot = landscape.ball.copy()
        self.add(self.rings, self.spot)
        self.play(FadeIn(self.plane, run_time=theme.FADE))
        self.bring_to_front(self.rings, self.spot, results)
        self.gradient = ScaledArrow(self.plane, numbers.at, numbers.gradient, ARROW_SCALE)
        self.legs = self.gradient.legs(numbers.at, numbers.gradient)
        self.legs_told = VGroup()
        for leg, number, color, side in zip(
            self.legs, results, (theme.RUN, theme.RISE), (DOWN, RIGHT), strict=True
        ):
            goal = number.copy().set_color(color).scale(theme.TAG_SCALE)
            goal.next_to(leg, side, buff=theme.LABEL_GAP)
            goal.set_stroke(theme.BG, theme.HALO, background=True)
            self.play(Create(leg.shaft), FadeIn(leg.tip), ReplacementTransform(number, goal))
            self.legs_told.add(goal)
        self.play(Create(self.gradient.shaft), FadeIn(self.gradient.tip))
        self.play(
            FadeIn(column.without("run", "rise")),
            *(
                fly(told, column.part(name))
                for told, name in zip(self.legs_told, ("run", "rise"), strict=True)
            ),
        )
        self.add(column)
        self.play(FadeIn(note, run_time=theme.FADE))
        self.column = column

    def needle_turns_round(self) -> None:
        numbers = self.numbers
        first, aslant, _, second, level, downhill = numbers.needle_degrees.tolist()
        across, up = (spell(slope, 0) for slope in numbers.gradient)
        self.play(
            FadeOut(*self.legs, *self.legs_told),
            FadeOut(self.gradient),
            animated(self.rings).set_stroke(opacity=theme.DIM),
            animated(self.column).set_opacity(theme.DIM),
        )
        self.rose = SlopeRose(self.plane, numbers.at, numbers.gradient, ARROW_SCALE, first)
        self.rule = in_roles(
            f'{{{{upright("slope") : exact}}}}(theta) = {{{{{across} : run}}}} cos theta + '
            f"{{{{{up} : rise}}}} sin theta",
            theme.FORMULA_SMALL_SIZE,
        )
        self.angle = Readout("theta =", first, decimals=1, digits=3)
        self.found = Readout(
            'upright("slope") =',
            numbers.needle_slopes[0],
            decimals=SLOPE_DECIMALS,
            digits=2,
            signed=True,
            size=theme.FORMULA_SIZE,
            color=theme.EXACT,
        )
        self.degree = Formula("degree", size=theme.LABEL_SIZE)
        self.beside.fit(self.rule)
        for line, height in ((self.rule, 0.6), (self.angle, 0.42), (self.found, 0.28)):
            self.beside.place(line, 0.0, height)
        self.degree.next_to(self.angle.number, RIGHT, buff=theme.LEG_GAP)
        self.degree.align_to(self.angle.number, UP)
        self.rose.follow(self._tell_slope)
        self.play(FadeIn(self.rose, self.angle, self.degree, self.found, self.rule))
        self.tags = VGroup()
        self._tag(first, numbers.needle_slopes[0], 0)
        self._needle(first, second)
        self._tag(second, numbers.needle_slopes[3], 0)
        self._needle(second, level)
        self._name_lobe("uphill", aslant, theme.EXACT)
        self._needle(level, first + 360)
        self._name_lobe("downhill", downhill, theme.MUTED)

    def _needle(self, start: float, end: float) -> None:
        seconds = theme.STEP + (end - start) / DEGREES_PER_SECOND
        self.play(self.rose.turn(start, end, self.angle, self.found, run_time=seconds))

    def _name_lobe(self, text: str, degrees: float, color: str) -> None:
        name = Words(text, size=theme.AXIS_SIZE, color=color)
        name.next_to(self.rose.end(degrees), self.rose.outward(degrees), buff=theme.LEG_GAP)
        name.set_stroke(theme.BG, theme.HALO, background=True)
        self.tags.add(name)
        self.play(FadeIn(name, run_time=theme.FADE))

    def _tell_slope(self, degrees: float) -> None:
        turned = degrees if degrees < 360 else degrees - 360
        self.angle.set_value(turned)
        self.found.set_value(self.numbers.directional_slope(degrees))

    def _tag(self, degrees: float, slope: float, decimals: int) -> Numeral:
        tag = Numeral(slope, decimals, size=theme.AXIS_SIZE, color=theme.EXACT)
        tag.next_to(self.rose.end(degrees), self.rose.outward(degrees), buff=theme.LEG_GAP)
        self.tags.add(tag)
        self.play(FadeIn(tag, run_time=theme.FADE))
        return tag

    def length_is_the_steepest_slope(self) -> None:
        numbers = self.numbers
        steepest, level = numbers.needle_degrees[[2, 4]].tolist()
        moved = (self.angle, self.found)
        self.play(self.rose.turn(0.0 + 360, steepest + 360, *moved, run_time=theme.DRAW))
        self.play(Create(self.gradient.shaft), FadeIn(self.gradient.tip))
        tag = self._tag(steepest, numbers.needle_slopes[2], SLOPE_DECIMALS)
        self.length = Readout(
            "norm(gradient J) =",
            numbers.gradient_length,
            decimals=SLOPE_DECIMALS,
            size=theme.FORMULA_SIZE,
            color=theme.EXACT,
        )
        self.beside.place(self.length, 0.0, 0.1)
        self.play(FadeIn(self.length.name_part), fly(tag, self.length.number))
        self.point_at(self.gradient)
        square = self.rose.square(steepest)
        self.contour = self.rings.branch(numbers.height, self.plane.place(numbers.at))
        self.contour.set_stroke(width=theme.CURVE_STROKE, opacity=0.0)
        self.add(self.contour)
        self.bring_to_front(self.rose, self.spot, self.gradient)
        self.play(
            self.rose.turn(steepest + 360, level + 360, *moved, run_time=theme.DRAW),
            animated(self.contour, run_time=theme.DRAW).set_stroke(opacity=1.0),
        )
        self.play(Create(square, run_time=theme.FADE))
        self.square = square

    def gradient_small_print(self) -> None:
        self.play(
            FadeOut(self.angle, self.degree, self.found, self.rule, self.length, self.tags),
            FadeOut(self.rose, self.square),
            animated(self.column).set_opacity(1.0),
        )
        rules = (
            (Formula("J", size=theme.LABEL_SIZE), Words("differentiable")),
            (Formula("gradient J != 0", size=theme.LABEL_SIZE),),
            (Words("ordinary distance"),),
        )
        lines = VGroup(
            *(VGroup(*parts).arrange(RIGHT, buff=theme.LABEL_GAP) for parts in rules)
        ).arrange(DOWN, aligned_edge=LEFT, buff=theme.CARD_GAP)
        self.beside.place(lines, 0.0, 0.3)
        self.play(
            LaggedStart(
                *(FadeIn(line) for line in lines), lag_ratio=theme.ROW_LAG, run_time=theme.GROUP
            )
        )

    def hand_over(self) -> AfterGradientArrow:
        """Return what the next act needs."""
        return AfterGradientArrow(self.before.landscape, self.plane, self.rings, self.beside)
