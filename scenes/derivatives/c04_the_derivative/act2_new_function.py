"""Clip 04, second act: the slopes of a curve, written down one by one, are a function."""

from __future__ import annotations

from typing import Any

from manim import DOWN, LEFT, RIGHT, UP, Create, FadeIn, FadeOut, Line, VGroup, VMobject
from manim.typing import Vector3D

from lessons.derivatives.c04.numbers import Numbers
from mathcore.formulas.curves import sample
from mathcore.slopes.quotients import Tangent
from scenes import theme
from scenes.act import Act
from scenes.components.graph.curve import Curve, SolidDot
from scenes.components.graph.moving import MovingTracer
from scenes.components.graph.stacked import StackedGraphs, Thread, WindowTangent
from scenes.components.motion.emerge import emerge
from scenes.components.text.numeral import Numeral
from scenes.components.text.readout import Readout
from scenes.components.text.text import Words
from scenes.derivatives.c04_the_derivative.props.side_column import GraphsAndTexts
from scenes.notation import typst

HEIGHTS, SLOPES = (-0.6, 6.6, 2), (-5.3, 5.3, 2)
"""Windows of the curve and of its slopes, of one height on screen."""
COLUMN = 2.5
"""The width of the column beside the graphs, in frame units: the longest slope fits."""
GAP = 0.95
"""The distance between both windows, in frame units: a slope is told below the upper one."""
SLIDE = 7.0
"""How long the tangent slides along the whole curve, in seconds."""
SLOPE = 'upright("slope") ='
SIDES = (RIGHT + UP, LEFT + DOWN, LEFT + UP)
"""On which side of its point each of the three slopes stands: clear of the curve."""


class NewFunction(Act):
    """A tangent slides along, and the height of a dot below is its slope."""

    numbers: Numbers

    def slopes_draw_a_curve(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        first, last = numbers.parabola_range
        room = GraphsAndTexts.within(self.layout, COLUMN)
        self.graphs = StackedGraphs(room.graphs, (first, last, 1), HEIGHTS, SLOPES, gap=GAP)
        upper, lower = self.graphs.upper, self.graphs.lower
        self.curve = Curve(upper, sample(numbers.parabola, first, last), stroke=theme.EXACT_STROKE)
        name = room.equation("f(x)", typst(numbers.parabola.expression), theme.FUNC)
        room.told(name, upper)
        slope = Readout(
            "=",
            numbers.parabola_tangent(first).slope,
            decimals=2,
            flush=True,
            size=theme.KEY_SIZE,
            color=theme.EXACT,
        )
        word = Words("slope", size=theme.KEY_SIZE, color=theme.EXACT)
        told = room.told(_together(word, slope, lined=room.lined), lower)
        self.play(FadeIn(self.graphs), Create(self.curve), FadeIn(name), run_time=theme.WRITE)
        self.tracer = MovingTracer(self.graphs, numbers.parabola_tangent, first)
        self.play(FadeIn(self.tracer, told), run_time=theme.FADE)

        edge = float(slope.number.whole.get_left()[0])

        def tell(tangent: Tangent) -> None:
            slope.set_value(tangent.slope)
            # Without a minus sign the digits move up to the sign of equality.
            slope.number.shift((edge - slope.number.whole.get_left()[0]) * RIGHT)

        self.tracer.follow(tell)
        self.play(self.tracer.slide(last, slope, run_time=SLIDE))
        self.tracer.followers.remove(tell)
        rule = room.equation("f'(x)", typst(numbers.parabola_slope.expression), theme.EXACT)
        self.play(FadeOut(told, run_time=theme.LEAP))
        self.play(emerge(room.told(rule, lower), self.tracer.trace))

    def three_slopes_read(self) -> None:
        tracer, read = self.tracer, VGroup()
        for tangent, side in zip(self.numbers.readings, SIDES, strict=True):
            self.play(tracer.move(tangent.point.x, run_time=theme.STEP))
            told = self._tell(tangent, side)
            reading = self._reading(tangent)
            self.play(FadeIn(told, scale=theme.BOX_GROWTH, run_time=theme.FADE / 2))
            # The same number is the height of the point below. Where it has been read, the moving
            # point leaves a point that stays.
            height = self._height(tangent)
            read.add(reading)
            self.add(read, tracer)
            self.play(emerge(height, reading[-1], run_time=theme.STEP))
            read.add(height)
        self.remove(tracer)
        self.add(tracer.trace, read)

    def _tell(self, tangent: Tangent, side: Vector3D) -> VMobject:
        """Write a slope beside its tangent, on the given side of the point of contact."""
        style: dict[str, Any] = {"size": theme.TABLE_SIZE, "color": theme.EXACT}
        if self.layout.narrow and side is SIDES[-1]:
            # On one line it would cross the axis.
            value = Readout("=", tangent.slope, flush=True, **style)
            told: VMobject = _together(Words("slope", **style), value, lined=False)
        else:
            told = Readout(SLOPE, tangent.slope, flush=True, **style)
        told.next_to(self.graphs.upper.map(*tangent.point), side, buff=theme.GUTTER)
        told.set_stroke(theme.BG, width=theme.HALO, background=True)
        return told

    def _height(self, tangent: Tangent) -> Numeral:
        """Write a slope beside the point whose height it is, below the line."""
        height = Numeral(tangent.slope, size=theme.TABLE_SIZE, color=theme.EXACT)
        mark = self.graphs.lower.map(tangent.point.x, tangent.slope)
        height.next_to(mark, RIGHT, buff=theme.GUTTER).shift(theme.LABEL_GAP * DOWN)
        return height.set_stroke(theme.BG, width=theme.HALO, background=True)

    def _reading(self, tangent: Tangent) -> VGroup:
        """Return what a reading leaves behind: tangent, thread, stem and dot."""
        upper, lower = self.graphs.upper, self.graphs.lower
        foot, mark = (lower.map(tangent.point.x, height) for height in (0.0, tangent.slope))
        stem = Line(foot, mark, stroke_color=theme.EXACT, stroke_width=theme.NUDGE_STROKE)
        return VGroup(
            Thread(upper.map(*tangent.point), max(foot, mark, key=lambda end: float(end[1]))),
            stem.set_stroke(opacity=theme.GHOST if tangent.slope else 0.0),
            WindowTangent(upper, tangent, theme.TANGENT_REACH),
            SolidDot(mark, color=theme.EXACT),
        )


def _together(word: Words, value: Readout, *, lined: bool) -> VGroup:
    """Put a value beside a word, on its line, or below it."""
    if lined:
        value.next_to(word, RIGHT, buff=theme.GUTTER).stand_on(word.baseline)
        return VGroup(word, value)
    return VGroup(word, value).arrange(DOWN, aligned_edge=LEFT, buff=theme.GUTTER)
