"""Clip 05c, second act: a nudge of the angle, seen on the circle and on the sine."""

from __future__ import annotations

from manim import (
    DOWN,
    LEFT,
    PI,
    RIGHT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    Line,
    ReplacementTransform,
    TransformFromCopy,
    VGroup,
)

from mathcore.curves import sample
from scenes import theme
from scenes.components.axes import GraphAxes
from scenes.components.curve import Curve, SolidDot
from scenes.components.emerge import emerge
from scenes.components.formula import Formula
from scenes.components.marks import Hairline
from scenes.components.readout import Readout
from scenes.components.roles import in_roles
from scenes.components.stacked import SlopeTracer, StackedGraphs
from scenes.components.unit_circle import UnitCircle
from scenes.derivatives.c05c_exponentials import Exponentials

HEIGHTS = (-0.12, 1.2)
"""The window of circle and sine: the first quarter is all that is needed, and it is large."""
RADIAN_DECIMALS = 2


class OnTheCircle(Exponentials):
    """Two similar triangles say that the slope of sine is cosine."""

    def angle_nudge_lifts(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        upper, lower = self.layout.full.rows(4, 1)
        left, right = upper.columns(5.5, 6.85, gap=theme.GUTTER)
        plane = GraphAxes(
            (-0.15, 1.2, 1),
            (*HEIGHTS, 1),
            left,
            equal=True,
            x_name="",
            y_name="",
            numbers=(None, None),
            grid=False,
        )
        graph = GraphAxes(
            (0, 1.75, 1), (*HEIGHTS, 1), right, equal=True, x_name="theta", y_name="", grid=False
        )
        self.circle = circle = UnitCircle(plane, numbers.circle, quarter=True)
        curve = Curve(graph, sample(numbers.sine, 0, 1.75))
        dot = SolidDot(graph.map(numbers.angle, numbers.circle.point.y))
        tie = Hairline(circle.dot.get_right(), dot.get_left())
        angle, across, up = self._name_triangle()
        self.play(FadeIn(plane, graph), Create(circle.circle), Create(curve))
        self.play(
            FadeIn(circle.turn, angle, circle.large, across, up, circle.dot), FadeIn(dot, tie)
        )
        turn = Formula("dif theta", size=theme.LABEL_SIZE, color=theme.RUN)
        turn.next_to(circle.step.get_center(), DOWN + LEFT, buff=theme.LABEL_GAP / 2)
        self.play(Create(circle.step), FadeIn(turn))
        self.play(Create(circle.lift), Create(circle.drift))
        # The same nudge and the same sliver on the sine.
        run = Line(
            dot.get_center(),
            dot.get_center() + graph.x_unit * numbers.angle_nudge * RIGHT,
            stroke_color=theme.RUN,
            stroke_width=theme.NUDGE_STROKE,
        )
        rise = circle.lift.copy()
        rise.shift(run.get_end() - rise.get_start())
        ties = VGroup(tie, Hairline(circle.lift.get_end(), rise.get_end()))
        self.play(
            TransformFromCopy(circle.step, run),
            TransformFromCopy(circle.lift, rise),
            FadeIn(ties[1]),
            run_time=theme.MORPH,
        )
        self._show_similar(across)
        self.rules = VGroup(
            in_roles("(sin theta)' = {{cos theta : exact}}", size=theme.CONCLUSION_SIZE),
            in_roles("(cos theta)' = {{-sin theta : exact}}", size=theme.CONCLUSION_SIZE),
        )
        for rule, place in zip(self.rules, lower.columns(1, 1), strict=True):
            place.place(rule, 0.5, 0.3)
        self.play(FadeIn(self.rules[0]))

    def _name_triangle(self) -> tuple[Formula, Formula, Formula]:
        """Write the angle and both legs at the large triangle."""
        circle = self.circle
        angle = Formula("theta", size=theme.LABEL_SIZE, color=theme.RUN)
        angle.next_to(circle.turn.get_start(), RIGHT + UP, buff=theme.LABEL_GAP / 2)
        across = Formula("cos theta", size=theme.LABEL_SIZE, color=theme.EXACT)
        across.next_to(circle.width_leg, DOWN, buff=theme.LABEL_GAP / 2)
        up = Formula("sin theta", size=theme.LABEL_SIZE, color=theme.FUNC)
        up.next_to(circle.height_leg.point_from_proportion(0.3), LEFT, buff=theme.LABEL_GAP)
        return angle, across, up

    def _show_similar(self, across: Formula) -> None:
        """Turn the large triangle into the small one; its level leg has become the lift."""
        circle = self.circle
        twin = circle.large.copy()
        # An arc of the same angle as the turn keeps the shape on its way.
        self.play(
            ReplacementTransform(twin, similar := circle.similar(), path_arc=PI / 2),
            run_time=theme.SETTLE,
        )
        self.wait(theme.FADE)
        share = in_roles("{{cos theta : exact}} dot {{dif theta : run}}", size=theme.LABEL_SIZE)
        share.next_to(circle.lift, RIGHT, buff=theme.LABEL_GAP)
        self.add(circle.small)
        self.play(FadeOut(similar), emerge(share, across), run_time=theme.WRITE)

    def angle_nudge_draws_back(self) -> None:
        circle = self.circle
        share = in_roles("-{{sin theta : func}} dot {{dif theta : run}}", size=theme.LABEL_SIZE)
        share.next_to(circle.drift, UP, buff=theme.LABEL_GAP, aligned_edge=LEFT)
        self.play(emerge(share, circle.height_leg), run_time=theme.WRITE)
        self.point_at(circle.drift)
        self.play(FadeIn(self.rules[1]))
        self.wait(theme.HOLD)
        self.clear_stage()
        numbers = self.numbers
        stack, self.column = self.layout.full.columns(2, 1, gap=theme.GUTTER)
        (quarter, _), *_, (last, _) = numbers.degree_marks
        self.graphs = StackedGraphs(
            stack,
            (0, last, quarter),
            (-1.4, 1.4, 1),
            (-1.4, 1.4, 1),
            x_name="theta",
            x_decimals=RADIAN_DECIMALS,
        )
        curve = Curve(self.graphs.upper, sample(numbers.sine, 0, last))
        names = VGroup(
            Formula("sin theta", size=theme.FORMULA_SMALL_SIZE, color=theme.FUNC),
            Formula("cos theta", size=theme.FORMULA_SMALL_SIZE, color=theme.EXACT),
        )
        for name, graph in zip(names, (self.graphs.upper, self.graphs.lower), strict=True):
            self.column.place(name, 0.0, 0.5).set_y(graph.window.center[1])
        self.play(FadeIn(self.graphs, names[0]), Create(curve))
        self.tracer = SlopeTracer(self.graphs, numbers.sine_tangent, 0.0)
        self.play(FadeIn(self.tracer), run_time=theme.FADE)
        self.play(self.tracer.slide(last, run_time=theme.JOURNEY))
        self.play(FadeIn(names[1]))
        self.names = names

    def degrees_flatten(self) -> None:
        numbers, tracer = self.numbers, self.tracer
        # The same turns counted in degrees: a unit of input is a far smaller turn now.
        *radians, _ = self.graphs.scales[0]
        degrees = VGroup(
            *(
                Formula(f"{degree:g}°", size=theme.AXIS_SIZE, color=theme.RUN).move_to(radian)
                for radian, (_, degree) in zip(radians[1:], numbers.degree_marks, strict=True)
            )
        )
        self.play(FadeOut(*radians[1:]), FadeIn(degrees))
        flat = SlopeTracer(self.graphs, numbers.degree_slope_tangent, 0.0).put(tracer.x)
        self.play(FadeOut(tracer.rider, tracer.dot, tracer.thread, tracer.stem, self.names[1]))
        self.play(ReplacementTransform(tracer.trace, flat.trace), run_time=theme.SETTLE)
        scaled = Formula(
            "pi \\/ 180 dot cos theta", size=theme.FORMULA_SMALL_SIZE, color=theme.EXACT
        )
        factor = Readout("pi \\/ 180 =", numbers.degree_factor, decimals=5, color=theme.EXACT)
        rows = VGroup(scaled, factor).arrange(DOWN, aligned_edge=LEFT, buff=theme.GUTTER)
        self.column.place(rows, 0.0, 0.5).set_y(self.graphs.lower.window.center[1])
        self.play(FadeIn(rows, shift=UP * theme.NUDGE_SHIFT))
