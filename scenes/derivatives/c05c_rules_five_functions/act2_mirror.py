"""Clip 05c, second act: the exponential flips over into the logarithm."""

from __future__ import annotations

from manim import (
    DOWN,
    LEFT,
    PI,
    RIGHT,
    UP,
    Create,
    FadeIn,
    Line,
    ReplacementTransform,
    Rotate,
    VGroup,
)

from lessons.derivatives.c05c.numbers import Numbers
from mathcore.formulas.curves import sample
from mathcore.formulas.functions import Function
from mathcore.slopes.lines import SlopeTriangle
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve, SolidDot
from scenes.components.graph.triangle import TriangleRig
from scenes.components.marks.brace import Hairline
from scenes.components.marks.plate import on_plate
from scenes.components.motion.carry import carry
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral, spell
from scenes.components.text.roles import in_roles
from scenes.layout import Region

WINDOW = ((-3.6, 6.5, 1), (-1.8, 3.4, 1))
"""The window of both curves: the logarithm needs the width."""
SQUARE_WINDOW = ((-2.6, 5.06, 1), (-2.2, 3.7, 1))
UPRIGHT_WINDOW = ((-2.1, 4.4, 1), (-2.1, 4.1, 1))
"""The same in narrow frames."""
MIRROR_NAME_AT, UPRIGHT_MIRROR_NAME_AT = (-1.1, -1.1), (3.7, 3.7)
"""The point of the mirror beside which its name stands, in lesson coordinates."""
SQUARE_HEAD, UPRIGHT_STRIPS = 0.17, (1.6, 7.1, 1.6)
"""The share of the height above a square frame's window; the rows of an upright one."""
STEEP, GENTLE, CONDITION = (0.03, 0.33, 0.6, 1.0), (0.42, 0.72, 0.02, 0.26), (0.76, 1.0, 0.02, 0.26)
"""The parts of the window with both ratios, and with the inputs for which the rule holds."""
SQUARE_STEEP, SQUARE_GENTLE = (0.0, 0.28, 0.6, 1.0), (0.55, 0.95, 0.07, 0.27)
LINE_GROWTH = 1.5
"""The length of the piece of a tangent, as a multiple of its triangle's long side."""


class MirrorImage(Act):
    """Run and rise of the exponential trade places: that is the slope of the logarithm."""

    numbers: Numbers

    def mirror_swaps_run_and_rise(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        layout = self.layout
        above, stage, below = self._rooms()
        window = layout.by_shape(WINDOW, SQUARE_WINDOW, UPRIGHT_WINDOW)
        self.axes = axes = GraphAxes(*window, stage, equal=True)
        (first, last, _), (low, high, _) = axes.spans
        curve = self._curve(numbers.exponential, first, last)
        mirror = Line(
            axes.map(low, low),
            axes.map(high, high),
            stroke_color=theme.INK,
            stroke_width=theme.BRACE_STROKE,
        )
        diagonal = Formula("y = x", size=theme.TABLE_SIZE)
        named_at = UPRIGHT_MIRROR_NAME_AT if layout.upright else MIRROR_NAME_AT
        diagonal.next_to(axes.map(*named_at), LEFT, buff=theme.LABEL_GAP)
        # The image of what the window shows ends where the window ended; the rest is drawn after.
        image = self._curve(numbers.logarithm, numbers.smallest, high)
        further = self._curve(numbers.logarithm, high, last)
        original, mirrored = numbers.tangent_triangle, numbers.mirrored_triangle
        here, there = (self._on_tangent(triangle) for triangle in (original, mirrored))
        tags = self._tags(here[1])
        level = Hairline(axes.map(0.0, original.p.y), axes.map(*original.p), theme.RISE)
        plumb = Hairline(axes.map(mirrored.p.x, 0.0), axes.map(*mirrored.p), theme.RUN)
        names = [Formula(name, size=theme.TABLE_SIZE, color=theme.FUNC) for name in ("e^x", "ln x")]
        names[0].next_to(curve.get_end(), LEFT, buff=theme.GUTTER).shift(theme.GUTTER * DOWN)
        side = UP if layout.upright else DOWN  # below, its triangle has a length
        names[1].next_to(further.get_end(), side, buff=theme.CARD_GAP).align_to(further, RIGHT)
        steep, gentle = (self._ratio(triangle) for triangle in (original, mirrored))
        rule = on_plate(in_roles("(ln x)' = {{1 / x : exact}}", size=theme.KEY_SIZE))
        condition = in_roles("{{x > 0 : run}}", size=theme.KEY_SIZE)
        if layout.upright:
            above.place(steep, 0.0)
            below.place(gentle, 0.0)
            below.place(condition, 1.0)
        else:
            axes.window.part(*(SQUARE_STEEP if layout.narrow else STEEP)).place(steep)
            axes.window.part(*(SQUARE_GENTLE if layout.narrow else GENTLE)).place(gentle)
            axes.window.part(*CONDITION).place(condition)
        (above if layout.narrow else axes.window).place(rule, 1.0, 1.0)
        if layout.narrow and not layout.upright:
            condition.next_to(rule, LEFT, buff=theme.COLUMN_GAP)
        positive = Line(
            axes.map(0.0, 0.0),
            axes.map(last, 0.0),
            stroke_color=theme.RUN,
            stroke_width=theme.NUDGE_STROKE,
        )
        self.play(FadeIn(axes), Create(curve), FadeIn(names[0]), run_time=theme.STEP)
        self.play(FadeIn(*here, level, diagonal), Create(mirror), run_time=theme.STEP)
        self.play(FadeIn(tags, steep), run_time=theme.FADE)
        # The picture makes a half turn about the mirror: run and rise trade places.
        legs = here[1].copy()
        twin = VGroup(
            self._curve(numbers.exponential, low, last), here[0].copy(), level.copy(), legs
        )
        self.play(
            Rotate(twin, PI, axis=UP + RIGHT, about_point=axes.map(0, 0)),
            run_time=theme.SETTLE,
        )
        self.play(
            ReplacementTransform(legs.run, there[1].rise),
            ReplacementTransform(legs.rise, there[1].run),
            run_time=theme.FADE,
        )
        self.remove(twin)
        self.add(image, plumb, *there)
        # From the left edge of an upright frame both fly over the picture.
        bend = -PI / 2 if layout.upright else PI / 3
        self.play(
            FadeIn(gentle.without("rise", "run", "exact"), self._tags(there[1])),
            *carry(steep.part("rise"), gentle.part("run"), angle=bend, run_time=theme.MORPH),
            *carry(steep.part("run"), gentle.part("rise"), angle=-PI / 3, run_time=theme.MORPH),
        )
        self.play(FadeIn(gentle.part("exact")), run_time=theme.LEAP)
        self.play(FadeIn(rule, rate_func=theme.ENTER), run_time=theme.FADE)
        self.play(
            Create(further), Create(positive), FadeIn(condition, names[1]), run_time=theme.STEP
        )
        self.add(*there)

    def _rooms(self) -> tuple[Region, Region, Region]:
        """Return the rooms above the window, of the window itself, and below it.

        In a wide frame the window has the whole stage, and all stands in it.
        """
        stage = self.layout.stage
        if self.layout.upright:
            above, window, below = self.layout.above_captions(stage).rows(*UPRIGHT_STRIPS)
            return above, window, below
        head, window = self.layout.headed(SQUARE_HEAD)
        return head or stage, window, window

    def _curve(self, f: Function, first: float, last: float) -> Curve:
        return Curve(self.axes, sample(f, first, last), stroke=theme.EXACT_STROKE)

    def _ratio(self, triangle: SlopeTriangle) -> Formula:
        """Write rise over run, and the slope as a whole number or as one over a whole number."""
        rise, run = (f"{length:g}" for length in (triangle.rise, triangle.run))
        steep = triangle.slope >= 1
        slope = spell(triangle.slope if steep else triangle.mirrored().slope, 0)
        return in_roles(
            f"{{{{{rise} : rise}}}} / {{{{{run} : run}}}} = "
            f"{{{{{slope if steep else '1/' + slope} : exact}}}}",
            size=theme.KEY_SIZE,
        )

    def _tags(self, rig: TriangleRig) -> VGroup:
        """Write the lengths of both legs beside them, outside the triangle."""
        triangle = rig.triangle
        run, rise = (
            Numeral(length, 0 if length == round(length) else 1, size=theme.DIGIT_SIZE, color=color)
            for length, color in ((triangle.run, theme.RUN), (triangle.rise, theme.RISE))
        )
        run.next_to(rig.run, DOWN, buff=theme.LEG_GAP)
        rise.next_to(rig.rise, RIGHT, buff=theme.LEG_GAP)
        return VGroup(run, rise)

    def _on_tangent(self, triangle: SlopeTriangle) -> tuple[VGroup, TriangleRig]:
        """Return a piece of a tangent with its point of contact, and the triangle below it."""
        start, end = (self.axes.map(*point) for point in (triangle.p, triangle.q))
        line = Line(start, end, stroke_color=theme.EXACT, stroke_width=theme.EXACT_STROKE)
        touching = VGroup(line.scale(LINE_GROWTH), SolidDot(start, color=theme.EXACT))
        return touching, TriangleRig(self.axes, triangle)
