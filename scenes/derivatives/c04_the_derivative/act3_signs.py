"""Clip 04, third act: what the sign of a slope says about the curve."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from manim import RIGHT, Create, FadeIn, FadeOut, VGroup

from lessons.derivatives.c04.numbers import Numbers
from mathcore.formulas.curves import sample
from scenes import theme
from scenes.act import Act
from scenes.components.graph.curve import Curve, SolidDot
from scenes.components.graph.stacked import SlopeTracer, StackedGraphs, Thread, WindowTangent
from scenes.components.motion.emerge import emerge
from scenes.components.rigs.marble import Marble
from scenes.components.text.formula import Formula
from scenes.components.text.roles import in_roles
from scenes.derivatives.c04_the_derivative.props.ribbon import SignRibbon
from scenes.notation import typst

RIDE = 2.4
"""How long the marble rides along one stretch of the curve, in seconds."""
SHARES = (1.25, 1.0)
"""The heights of the two windows, relative to each other."""
NAME_AT = (0.14, 0.96)
"""Where the name of the curve stands in the upper window, as shares."""
RULE_AT = (0.5, 0.85)
"""Where the question, and later the answer, begins in the lower window, as shares."""


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
        self.graphs = graphs = StackedGraphs(
            self.layout.full,
            (-2.5, 2.5, 1),
            (-5.8, 8.2, 3),
            (-6.5, 16, 5),
            shares=SHARES,
            gap=theme.RIBBON_GAP,
        )
        self.curve = Curve(
            graphs.upper, sample(numbers.cubic, *numbers.cubic_range), stroke=theme.EXACT_STROKE
        )
        name = Formula(
            f"f(x) = {typst(numbers.cubic.expression)}", size=theme.KEY_SIZE, color=theme.FUNC
        )
        graphs.upper.window.place(name, *NAME_AT)
        self.play(FadeIn(graphs.upper, graphs.scales[1]), run_time=theme.FADE)
        self.play(Create(self.curve, run_time=theme.SETTLE), FadeIn(name))
        self.question = in_roles("{{f'(x) : m}} = 0 ?", size=theme.KEY_SIZE)
        self.question.next_to(graphs.lower.window.at(*RULE_AT), RIGHT, buff=theme.GUTTER)
        self.play(FadeIn(graphs.lower, graphs.scales[0], graphs.scales[2]), run_time=theme.FADE)
        self.ask(self.question)

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
        self.play(Create(tangents, lag_ratio=0.0), run_time=theme.FADE)
        self.play(Create(threads, lag_ratio=0.0), run_time=theme.FADE)
        self.play(*(FadeIn(zero, scale=2) for zero in zeros), run_time=theme.FADE)
        marble = Marble(graphs.upper, numbers.cubic_tangent(first))
        self.tracer = SlopeTracer(graphs, numbers.cubic_tangent, first, rider=marble)
        self.ribbon = SignRibbon(graphs.upper, numbers.signs, graphs.strip).show_until(first)
        self.tracer.follow(lambda tangent: self.ribbon.show_until(tangent.point.x))
        self.play(FadeOut(tangents, self.question), FadeIn(self.tracer), run_time=theme.LEAP)
        self.add(self.tracer, self.ribbon)
        stops = (first, *(point.x for point in numbers.level_points), last)
        for _, end in pairwise(stops):
            self.play(self.tracer.slide(end, self.ribbon, run_time=RIDE))
        rule = Formula(
            f"f'(x) = {typst(numbers.cubic_slope.expression)}",
            size=theme.KEY_SIZE,
            color=theme.EXACT,
        )
        rule.next_to(graphs.lower.window.at(*RULE_AT), RIGHT, buff=theme.GUTTER)
        self.play(emerge(rule, self.tracer.trace), FadeOut(threads), run_time=theme.STEP)

    def hand_over(self) -> AfterSigns:
        """Return what the next act needs."""
        return AfterSigns(self.curve)
