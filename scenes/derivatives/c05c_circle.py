"""Clip 05c, second act: a nudge of the angle, seen on the circle and on the sine."""

from __future__ import annotations

from manim import (
    DOWN,
    LEFT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    ReplacementTransform,
    VGroup,
)

from mathcore.curves import sample
from scenes import theme
from scenes.components.axes import GraphAxes
from scenes.components.curve import Curve, SolidDot
from scenes.components.formula import Formula
from scenes.components.marks import Hairline
from scenes.components.numeral import Numeral
from scenes.components.readout import Readout
from scenes.components.roles import in_roles
from scenes.components.stacked import SlopeTracer, StackedGraphs
from scenes.components.unit_circle import UnitCircle
from scenes.derivatives.c05c_exponentials import Exponentials


class OnTheCircle(Exponentials):
    """Two similar triangles say that the slope of sine is cosine."""

    def angle_nudge_lifts(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        upper, self.lower = self.layout.full.rows(4, 1)
        left, right = upper.columns(3.5, 4.3, gap=theme.GUTTER)
        plane = GraphAxes(
            (-1.3, 1.3, 1),
            (-1.3, 1.3, 1),
            left,
            equal=True,
            x_name="",
            y_name="",
            numbers=(None, None),
            grid=False,
        )
        graph = GraphAxes(
            (0, 3.4, 1), (-1.3, 1.3, 1), right, equal=True, x_name="theta", y_name="", grid=False
        )
        self.circle = UnitCircle(plane, numbers.circle)
        curve = Curve(graph, sample(numbers.sine, 0, 3.4))
        height = numbers.circle.point.y
        dot = SolidDot(graph.map(numbers.angle, height))
        tie = Hairline(self.circle.dot.get_center(), dot.get_center())
        self.play(FadeIn(plane, graph), Create(self.circle.circle), Create(curve))
        self.play(FadeIn(self.circle.large, self.circle.dot), FadeIn(dot, tie))
        turn = Formula("dif theta", size=theme.LABEL_SIZE, color=theme.RUN)
        turn.next_to(self.circle.step.get_end(), UP, buff=theme.LEG_GAP)
        self.play(Create(self.circle.step), FadeIn(turn))
        self.play(Create(self.circle.lift), Create(self.circle.drift))
        twin = self.circle.large.copy()
        self.play(ReplacementTransform(twin, self.circle.similar()), run_time=theme.SETTLE)
        self.play(FadeIn(self.circle.small))
        self.rules = VGroup(
            in_roles("(sin theta)' = {{cos theta : exact}}", size=theme.CONCLUSION_SIZE),
            in_roles("(cos theta)' = {{-sin theta : exact}}", size=theme.CONCLUSION_SIZE),
        )
        half, other = self.lower.columns(1, 1)
        half.place(self.rules[0], 0.5, 0.4)
        other.place(self.rules[1], 0.5, 0.4)
        self.play(FadeIn(self.rules[0]))

    def angle_nudge_draws_back(self) -> None:
        self.point_at(self.circle.drift)
        self.play(FadeIn(self.rules[1]))
        self.wait(theme.THINK)
        self.clear_stage()
        numbers = self.numbers
        stack, self.column = self.layout.full.columns(2, 1, gap=theme.GUTTER)
        self.graphs = StackedGraphs(stack, (0, 6.4, 1), (-1.4, 1.4, 1), (-1.4, 1.4, 1))
        curve = Curve(self.graphs.upper, sample(numbers.sine, 0, 6.4))
        names = VGroup(
            Formula("sin theta", size=theme.FORMULA_SMALL_SIZE, color=theme.FUNC),
            Formula("cos theta", size=theme.FORMULA_SMALL_SIZE, color=theme.EXACT),
        )
        for name, share in zip(names, (0.8, 0.3), strict=True):
            self.column.place(name, 0.0, share)
        self.play(FadeIn(self.graphs, names[0]), Create(curve))
        self.tracer = SlopeTracer(self.graphs, numbers.sine_tangent, 0.0)
        self.play(FadeIn(self.tracer), run_time=theme.FADE)
        self.play(self.tracer.slide(6.4, run_time=theme.SETTLE))
        self.play(FadeIn(names[1]))
        self.names = names

    def degrees_flatten(self) -> None:
        numbers = self.numbers
        # The same scale counted in degrees: a unit of input is a far smaller turn now.
        radians = self.graphs.scales[0]
        (_, _, _), (low, _, _) = self.graphs.lower.spans
        degrees = VGroup(
            *(
                Numeral(degree, size=theme.AXIS_SIZE, color=theme.RUN).move_to(
                    (self.graphs.lower.map(radian, low)[0], radians[0].get_y(), 0.0)
                )
                for radian, degree in numbers.degree_marks
            )
        )
        self.play(FadeOut(radians), FadeIn(degrees))
        flat = SlopeTracer(self.graphs, numbers.degree_slope_tangent, 0.0).put(6.4)
        self.play(FadeOut(self.tracer.rider, self.tracer.dot, self.tracer.thread))
        self.play(
            ReplacementTransform(self.tracer.trace, flat.trace),
            FadeOut(self.tracer.stem, self.names[1]),
            run_time=theme.DRAW,
        )
        factor = Readout(
            "pi \\/ 180 =",
            numbers.degree_factor,
            decimals=5,
            size=theme.FORMULA_SMALL_SIZE,
            color=theme.EXACT,
        )
        note = Formula('upright("degrees")', size=theme.LABEL_SIZE, color=theme.MUTED)
        rows = VGroup(note, factor).arrange(DOWN, aligned_edge=LEFT, buff=theme.GUTTER)
        self.column.place(rows, 0.0, 0.3)
        self.play(FadeIn(rows, shift=UP * theme.NUDGE_SHIFT))
