"""Clip 04, second act: the slopes of a curve, written down one by one, are a function."""

from __future__ import annotations

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    VGroup,
)
from manim.typing import Vector3D

from lessons.derivatives.c04.numbers import Numbers
from mathcore.formulas.curves import sample
from mathcore.slopes.quotients import Tangent
from scenes import theme
from scenes.act import Act
from scenes.components.graph.curve import Curve, SolidDot
from scenes.components.graph.stacked import SlopeTracer, StackedGraphs, Thread, WindowTangent
from scenes.components.motion.emerge import emerge
from scenes.components.text.formula import Formula, fly
from scenes.components.text.numeral import Numeral
from scenes.components.text.readout import Readout
from scenes.derivatives.c04_the_derivative.props.column import place_beside
from scenes.notation import typst

SLIDE = 8.0
"""How long the tangent slides along the whole curve, in seconds."""


class NewFunction(Act):
    """A tangent slides along, and the height of a dot below is its slope."""

    numbers: Numbers

    def slopes_draw_a_curve(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        first, last = numbers.parabola_range
        stack, self.column = self.layout.full.columns(2, 1, gap=theme.GUTTER)
        self.graphs = StackedGraphs(stack, (first, last, 1), (-0.7, 7, 2), (-5.8, 5.8, 2))
        self.curve = Curve(self.graphs.upper, sample(numbers.parabola, first, last))
        name = Formula(
            f"f(x) = {typst(numbers.parabola.expression)}",
            size=theme.FORMULA_SMALL_SIZE,
            color=theme.FUNC,
        )
        place_beside(name, self.column, self.graphs.upper)
        slope = Readout(
            'upright("slope") =',
            numbers.parabola_tangent(first).slope,
            decimals=2,
            signed=True,
            size=theme.FORMULA_SMALL_SIZE,
            color=theme.EXACT,
        )
        place = Readout("x =", first, decimals=2, signed=True, color=theme.RUN)
        place_beside(slope, self.column, self.graphs.lower, 0.62)
        place.next_to(slope, DOWN, buff=theme.GUTTER, aligned_edge=LEFT)
        self.play(FadeIn(self.graphs), Create(self.curve), FadeIn(name), run_time=theme.WRITE)
        self.tracer = SlopeTracer(self.graphs, numbers.parabola_tangent, first)
        self.play(FadeIn(self.tracer), FadeIn(slope, place), run_time=theme.FADE)

        def tell(tangent: Tangent) -> None:
            slope.set_value(tangent.slope)
            place.set_value(tangent.point.x)

        self.tracer.follow(tell)
        self.play(self.tracer.slide(last, slope, place, run_time=SLIDE))
        self.tracer.followers.remove(tell)
        rule = Formula(
            f"f'(x) = {typst(numbers.parabola_slope.expression)}",
            size=theme.FORMULA_SMALL_SIZE,
            color=theme.EXACT,
        )
        place_beside(rule, self.column, self.graphs.lower)
        self.play(FadeOut(slope, place, run_time=theme.FADE))
        self.play(emerge(rule, self.tracer.trace))
        self.names = VGroup(name, rule)

    def three_slopes_read(self) -> None:
        tracer = self.tracer
        sides = (RIGHT + UP, RIGHT + UP, LEFT + UP)
        for tangent, side in zip(self.numbers.readings, sides, strict=True):
            self.play(tracer.move(tangent.point.x, run_time=theme.STEP))
            tags = self._read(tangent, side)
            self.play(FadeIn(tags[0], scale=theme.BOX_GROWTH, run_time=theme.FADE / 2))
            self.play(fly(tags[0], tags[1], run_time=theme.STEP))
            if tangent is not self.numbers.readings[-1]:
                ghost = self._ghost(tangent)
                self.add(ghost, tracer)

    def _read(self, tangent: Tangent, side: Vector3D) -> tuple[Numeral, Numeral]:
        """Write a slope beside its tangent and, again, beside its height in the graph below."""
        above, below = (
            Numeral(tangent.slope, size=theme.LABEL_SIZE, color=theme.EXACT) for _ in range(2)
        )
        above.next_to(self.graphs.upper.map(*tangent.point), side, buff=theme.GUTTER)
        below.next_to(
            self.graphs.lower.map(tangent.point.x, tangent.slope),
            UP + LEFT,
            buff=theme.LABEL_GAP,
        )
        for tag in (above, below):
            tag.set_stroke(theme.BG, width=theme.HALO, background=True)
        return above, below

    def _ghost(self, tangent: Tangent) -> VGroup:
        """Return what a reading leaves behind: its tangent, its thread and its dot."""
        upper, lower = self.graphs.upper, self.graphs.lower
        x = tangent.point.x
        line = WindowTangent(upper, tangent, theme.TANGENT_REACH)
        line.set_opacity(theme.GHOST)
        dot = SolidDot(lower.map(x, tangent.slope), color=theme.EXACT)
        thread = Thread(upper.map(*tangent.point), lower.map(x, tangent.slope))
        return VGroup(thread, line, dot)
