"""Clip 05c, second act: a nudge of the angle on the circle, and the slopes of sine and cosine."""

from __future__ import annotations

from collections.abc import Callable

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
    VMobject,
)

from lessons.derivatives.c05c.numbers import Numbers
from mathcore.formulas.curves import sample
from mathcore.slopes.quotients import Tangent
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import AXIS_ROOM, GraphAxes
from scenes.components.graph.curve import Curve, SolidDot
from scenes.components.graph.stacked import SlopeTracer, StackedGraphs, Thread
from scenes.components.marks.brace import Hairline
from scenes.components.motion.emerge import emerge
from scenes.components.text.formula import Formula
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.derivatives.c05c_rules_five_functions.props.unit_circle import UnitCircle
from scenes.layout import Region

HEIGHTS = (-0.12, 1.2)
"""Heights of both windows: only the first quarter is needed, so it is drawn large."""
RADIAN_DECIMALS = 2


class OnTheCircle(Act):
    """Two similar triangles tell the slopes of sine and cosine; degrees flatten them."""

    numbers: Numbers

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
        # The same nudge and the same sliver appear on the sine.
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
        # The other leg of the large triangle, turned and shrunk as before, is the sideways one.
        *_, shrunk, _ = circle.similar()
        leg = circle.height_leg.copy()
        self.play(ReplacementTransform(leg, shrunk, path_arc=PI / 2), run_time=theme.MORPH)
        self.play(emerge(share, circle.height_leg), run_time=theme.WRITE)
        self.play(FadeIn(self.rules[1]))
        self.wait(theme.HOLD)
        self._lay_out_graphs()
        numbers, graphs, ride = self.numbers, self.graphs, self.ride
        sine, cosine = (
            Curve(graphs.upper, sample(f, 0, self.last)) for f in (numbers.sine, numbers.cosine)
        )
        names = [
            self._name_graph(name, place)
            for name, place in (("sin", 0), ("cos", 1), ("cos", 0), ("-sin", 1))
        ]
        self.clear_stage(circle.large, circle.small, circle.dot)
        self.play(
            *(
                ReplacementTransform(getattr(circle, part), getattr(ride, part))
                for part in ("large", "small", "dot")
            ),
            FadeIn(graphs, ride.axes, ride.circle),
            run_time=theme.MORPH,
        )
        self.add(ride)  # the circle lies above its axes
        self.play(Create(sine), FadeIn(names[0]), run_time=theme.WRITE)
        upper = graphs.upper
        tie = Thread(upper.map(0.0, 0.0), ride.dot.get_center())

        def turn(tangent: Tangent) -> None:
            ride.put(numbers.turned(tangent.point.x))
            tie.put(upper.map(*tangent.point), ride.dot.get_center())

        self._trace(numbers.sine_tangent, turn, ride, tie)
        self.play(FadeIn(names[1], run_time=theme.FADE))
        self._leave_trace(sine, names[0], ride, ride.axes, tie)
        # The traced cosine becomes the curve whose slopes are traced next.
        self.play(
            ReplacementTransform(self.tracer.trace, cosine),
            ReplacementTransform(names[1], names[2]),
            run_time=theme.MORPH,
        )
        self._trace(numbers.cosine_tangent)
        self.play(FadeIn(names[3], run_time=theme.FADE))
        self.wait(theme.BREATH)
        self.name = names[3]

    def _lay_out_graphs(self) -> None:
        """Prepare two graphs, and a small circle at the height of the upper one, to its scale."""
        stack, self.column = self.layout.full.columns(2, 1, gap=theme.GUTTER)
        (quarter, _), *_, (self.last, _) = self.numbers.degree_marks
        height = (-1.4, 1.4, 1.0)
        self.graphs = StackedGraphs(
            stack,
            (0, self.last, quarter),
            height,
            height,
            x_name="theta",
            x_decimals=RADIAN_DECIMALS,
        )
        window = self.graphs.upper.window
        right = self.column.right - theme.GUTTER
        pane = Region(right - window.height, right, window.bottom, window.top)
        plane = GraphAxes(
            height,
            height,
            pane.inset(-AXIS_ROOM),
            equal=True,
            x_name="",
            y_name="",
            numbers=(None, None),
            grid=False,
        )
        self.ride = UnitCircle(plane, self.numbers.turned(0.0))
        self.ride.remove(self.ride.turn)

    def _name_graph(self, name: str, place: int) -> Formula:
        """Name the upper (0) or the lower (1) graph, beside it."""
        graph = (self.graphs.upper, self.graphs.lower)[place]
        color = (theme.FUNC, theme.EXACT)[place]
        label = Formula(f"{name} theta", size=theme.FORMULA_SMALL_SIZE, color=color)
        # The name stands above all heights of the curve, where no thread to the circle passes.
        self.column.place(label, 0.0, 0.5)
        return label.set_y(graph.window.top, UP)

    def _trace(
        self,
        tangent_at: Callable[[float], Tangent],
        turn: Callable[[Tangent], object] | None = None,
        *turned: VMobject,
    ) -> None:
        """Trace the slopes of the upper curve; ``turn`` moves ``turned`` to each tangent."""
        self.tracer = tracer = SlopeTracer(self.graphs, tangent_at, 0.0)
        if turn:
            tracer.follow(turn)
        self.play(FadeIn(tracer, *turned), run_time=theme.FADE)
        self.play(tracer.slide(self.last, *turned, run_time=theme.JOURNEY))

    def _leave_trace(self, *others: VMobject) -> None:
        """Fade out all that traced, and ``others`` with it."""
        tracer = self.tracer
        tools = (tracer.rider, tracer.dot, tracer.thread, tracer.stem)
        self.play(FadeOut(*tools, *others, run_time=theme.FADE))

    def degrees_flatten(self) -> None:
        numbers, tracer, lower = self.numbers, self.tracer, self.graphs.lower
        # The same turns are counted in degrees: a unit of input is a far smaller turn now.
        *radians, _ = self.graphs.scales[0]
        degrees = VGroup(
            *(
                Formula(f"{degree:g}°", size=theme.AXIS_SIZE, color=theme.RUN).move_to(radian)
                for radian, (_, degree) in zip(radians[1:], numbers.degree_marks, strict=True)
            )
        )
        self._leave_trace(self.name)
        self.play(FadeOut(*radians[1:]), FadeIn(degrees))
        flat = SlopeTracer(self.graphs, numbers.degree_slope_tangent, 0.0).put(tracer.x)
        before = tracer.trace.copy().set_stroke(theme.MUTED, theme.HAIRLINE_STROKE)
        self.add(before, tracer.trace)
        self.play(ReplacementTransform(tracer.trace, flat.trace), run_time=theme.SETTLE)
        scaled = Formula(
            "-pi \\/ 180 dot sin theta", size=theme.FORMULA_SMALL_SIZE, color=theme.EXACT
        )
        factor = Readout("pi \\/ 180 =", numbers.degree_factor, decimals=5, color=theme.EXACT)
        rows = VGroup(scaled, factor).arrange(DOWN, aligned_edge=LEFT, buff=theme.GUTTER)
        self.column.place(rows, 0.0, 0.5).set_y(lower.window.center[1])
        self.play(FadeIn(rows, shift=UP * theme.NUDGE_SHIFT))
        # The steepest climb is no higher than the curve is thick: only its number can be seen.
        steepest = numbers.steepest_in_degrees
        top = lower.map(steepest.point.x, steepest.slope)
        height = factor.number.copy()
        height.next_to(top, UP, buff=theme.CARD_GAP)
        mark = VGroup(
            SolidDot(top, theme.EXACT, theme.FINE_DOT_RADIUS),
            Hairline(height.get_bottom() + theme.TICK * DOWN, top, theme.EXACT),
        )
        self.play(
            TransformFromCopy(factor.number, height, path_arc=-PI / 2),
            FadeIn(mark),
            run_time=theme.MORPH,
        )
