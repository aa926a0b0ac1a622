"""Clip 04, third act: what the sign of a slope says about the curve."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from manim import Create, FadeIn, FadeOut, VGroup, linear

from lessons.derivatives.c04.numbers import Numbers
from mathcore.formulas.curves import sample
from scenes import theme
from scenes.act import Act
from scenes.components.graph.curve import Curve, SolidDot
from scenes.components.graph.stacked import SlopeTracer, StackedGraphs, Thread, WindowTangent
from scenes.components.motion.attention import dim, undim
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import Sweep, between
from scenes.components.rigs.marble import Marble
from scenes.derivatives.c04_the_derivative.props.ribbon import SignRibbon
from scenes.derivatives.c04_the_derivative.props.side_column import GraphsAndTexts
from scenes.derivatives.c04_the_derivative.props.unknown import SearchLine
from scenes.notation import typst

RIDE = 2.4
"""How long the marble rides along one stretch of the curve, in seconds."""
SEARCH = 4.4
"""How long the line that looks for a level place goes along the curve, in seconds."""
INPUTS = (-2.3, 2.3, 1)
HEIGHTS, SLOPES = (-3.2, 4.7, 2), (-4.0, 11.5, 5)
"""Windows of the curve and of its slopes."""
SHARES = (1.0, 1.05)
"""The heights of the two windows, relative to each other."""
COLUMN = 3.2
"""The width of the column beside the graphs, in frame units: the longest equation fits."""
RIBBON_ROOM = 0.65
"""The distance between both windows, where the ribbon lies, in frame units."""


@dataclass(frozen=True, slots=True)
class AfterSigns:
    """What the third act leaves on stage.

    Attributes
    ----------
    curve
        The curve in its wide window.
    """

    curve: Curve


class SignsOfSlope(Act):
    """A marble rides a hilly curve: uphill, downhill, level."""

    numbers: Numbers

    def zeros_found_first(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        self.room = room = GraphsAndTexts.within(self.layout, COLUMN)
        self.graphs = graphs = StackedGraphs(
            room.graphs, INPUTS, HEIGHTS, SLOPES, shares=SHARES, gap=RIBBON_ROOM
        )
        self.curve = Curve(
            graphs.upper, sample(numbers.cubic, *numbers.cubic_range), stroke=theme.EXACT_STROKE
        )
        self.name = name = room.equation("f(x)", typst(numbers.cubic.expression), theme.FUNC)
        room.told(name, graphs.upper)
        self.play(FadeIn(graphs.upper, graphs.scales[1]), run_time=theme.FADE)
        self.play(Create(self.curve, run_time=theme.DRAW), FadeIn(name))
        self.question = room.equation("f'(x)", "0 ?", theme.EXACT)
        self.question[1].set_color(theme.INK)
        room.told(self.question, graphs.lower)
        self.play(FadeIn(graphs.lower, graphs.scales[0], graphs.scales[2]), run_time=theme.FADE)
        # It goes over all inputs at one pace, and marks more of them than those that are zeros.
        first, last = numbers.cubic_range
        candidates = [numbers.cubic_tangent(x) for x in numbers.candidates]
        self.search = SearchLine(graphs, numbers.cubic_tangent(first), candidates)
        self.play(
            dim(name),
            FadeIn(self.search, self.question, rate_func=theme.ENTER),
            run_time=theme.FADE,
        )
        self.play(
            Sweep(
                lambda x: self.search.put(numbers.cubic_tangent(x)),
                between(first, last),
                self.search,
                run_time=SEARCH,
                rate_func=linear,
            )
        )
        leaving = (self.search.line, self.search.dot)
        self.search.remove(*leaving)
        self.play(FadeOut(*leaving), run_time=theme.FADE)
        self.wait(theme.THINK)

    def marble_rides_the_ribbon(self) -> None:
        numbers, graphs = self.numbers, self.graphs
        first, last = numbers.cubic_range
        tangents, threads, zeros = VGroup(), VGroup(), VGroup()
        for point in numbers.level_points:
            foot = graphs.lower.map(point.x, 0.0)
            tangents.add(
                WindowTangent(graphs.upper, numbers.cubic_tangent(point.x), theme.TANGENT_REACH)
            )
            threads.add(Thread(graphs.upper.map(point.x, point.value), foot))
            zeros.add(SolidDot(foot, color=theme.EXACT))
        self.play(
            Create(tangents, lag_ratio=0.0),
            FadeOut(self.search, self.question),
            undim(self.name),
            run_time=theme.FADE,
        )
        self.play(Create(threads, lag_ratio=0.0), run_time=theme.FADE)
        self.play(*(FadeIn(zero, scale=2) for zero in zeros), run_time=theme.FADE)
        marble = Marble(graphs.upper, numbers.cubic_tangent(first))
        self.tracer = SlopeTracer(graphs, numbers.cubic_tangent, first, rider=marble)
        self.ribbon = SignRibbon(graphs.upper, numbers.signs, graphs.strip).show_until(first)
        self.tracer.follow(lambda tangent: self.ribbon.show_until(tangent.point.x))
        self.play(FadeOut(tangents), FadeIn(self.tracer), run_time=theme.LEAP)
        self.add(self.tracer, self.ribbon)
        stops = (first, *(point.x for point in numbers.level_points), last)
        for _, end in pairwise(stops):
            self.play(self.tracer.slide(end, self.ribbon, run_time=RIDE))
        rule = self.room.equation("f'(x)", typst(numbers.cubic_slope.expression), theme.EXACT)
        self.room.told(rule, graphs.lower)
        self.play(emerge(rule, self.tracer.trace), FadeOut(threads), run_time=theme.STEP)

    def hand_over(self) -> AfterSigns:
        """Return what the next act needs."""
        return AfterSigns(self.curve)
