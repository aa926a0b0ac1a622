"""Clip 05c, fourth act: the slopes of sine and cosine are traced, and degrees flatten them."""

from __future__ import annotations

from collections.abc import Callable

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

from lessons.derivatives.c05c.numbers import Numbers
from mathcore.formulas.curves import sample
from mathcore.formulas.functions import Function
from mathcore.slopes.quotients import Tangent
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import AXIS_ROOM, GraphAxes
from scenes.components.graph.curve import Curve, SolidDot
from scenes.components.graph.stacked import SlopeTracer, Thread
from scenes.components.marks.ray import Ray
from scenes.components.motion.carry import carry, late
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import animated
from scenes.components.text.formula import Formula
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.derivatives.c05c_rules_five_functions.act3_circle import AfterNudge
from scenes.derivatives.c05c_rules_five_functions.props.turn_graphs import TurnAxes, TurnGraphs
from scenes.derivatives.c05c_rules_five_functions.props.unit_circle import (
    SidewaysArrow,
    UnitCircle,
)
from scenes.layout import Region

COLUMNS = (4.0, 8.55)
"""Widths of the circle's column and of the graphs."""
LOW = 0.03
"""The share of the stage below the graphs that is left free."""
KEY_ARROW = 0.3
"""Half the length of the arrow that is explained, in frame units."""
LEGEND_AT = 1.2
"""The height at which the arrow of the sideways part is explained, in the lower graph."""
SHARE_AT = -0.3
"""The height at which the factor stands beside its arrow, where the curve leaves it most room."""
NAME_AT = (5.75, 0.9)
"""Where the slopes per radian are named, in coordinates of the wide graph."""
RADIAN_BETWEEN = (0.2, 1.08)
"""Heights between which the circle of one radian stands, in coordinates of the wide graph."""
DRAWN_FROM = 0.3
"""The share of the opening after which graphs and sine come: what was there has left by then."""
QUARTER, HALF, THREE_QUARTERS = 0, 1, 2
"""Places of turns among the marks of the common scale."""


class Traces(Act):
    """The slopes of the sine trace a cosine, its slopes minus the sine; degrees flatten them."""

    numbers: Numbers
    before: AfterNudge

    def angle_nudge_draws_back(self) -> None:
        circle, lens, question = self.before.circle, self.before.lens, self.before.aside
        share = in_roles("-{{sin theta : func}} dot {{dif theta : run}}", size=theme.KEY_SIZE)
        share.next_to(lens.drift, UP, buff=theme.LABEL_GAP)
        # The other leg of the large triangle, turned and magnified as before, is the sideways one.
        self.add(leg := circle.height_leg.copy())
        self.play(lens.fit_leg(leg, run_time=theme.MORPH))
        # The way to the end of the nudge leads to the left: that is the minus sign.
        back = Ray(
            *lens.drift.get_start_and_end(), gap=0.0, color=theme.RISE, stroke=theme.PULSE_STROKE
        )
        self.play(
            FadeOut(question, leg), FadeIn(back), emerge(share, lens.drift), run_time=theme.WRITE
        )
        self.play(FadeOut(self.before.told), run_time=theme.LEAP)
        self.play(FadeIn(self.before.rule, rate_func=theme.ENTER), run_time=theme.FADE)
        self.point_at(share, self.before.rule)
        self.wait(theme.HOLD)
        self._open_graphs(circle)
        numbers, graphs, ride, sine = self.numbers, self.graphs, self.ride, self.sine
        cosine = Curve(graphs.upper, sample(numbers.cosine, 0, graphs.last))
        first, half, later = (
            float(numbers.degree_marks[place, 0]) for place in (QUARTER, HALF, THREE_QUARTERS)
        )
        names = [
            graphs.name_curve("sin theta", 0, later),
            graphs.name_curve("cos theta", 1, half),
            graphs.name_curve("cos theta", 0, half),
            graphs.name_curve("-sin theta", 1, first),
        ]
        tie = Thread(graphs.upper.map(0.0, 0.0), ride.dot.get_center())

        def ride_on(tangent: Tangent) -> None:
            ride.put(numbers.turned(tangent.point.x))

        def turn(tangent: Tangent) -> None:
            ride_on(tangent)
            tie.put(graphs.upper.map(*tangent.point), ride.dot.get_center())

        rule = self._rule("(sin theta)'", "cos theta")
        self._trace(numbers.sine_tangent, turn, ride, tie, rule, names[0])
        self.play(FadeIn(names[1]), run_time=theme.FADE)
        self._leave_trace(sine, names[0], rule, tie)
        # Blue is what is traced, yellow its slope: on the circle as in the graphs.
        self.play(
            animated(ride.width_leg).set_color(theme.FUNC),
            animated(ride.height_leg).set_color(theme.EXACT),
            run_time=theme.LEAP,
        )
        # The traced cosine becomes the curve whose slopes are traced next.
        self.play(
            ReplacementTransform(self.tracer.trace, cosine),
            ReplacementTransform(names[1], names[2]),
            run_time=theme.STEP,
        )
        self.rule, self.name = self._rule("(cos theta)'", "-sin theta"), names[3]
        self.rule.shift(theme.GUTTER * DOWN)
        # What the traced slopes measure on the circle: the point goes sideways by minus sine.
        aside = SidewaysArrow(ride)

        def drift_on(tangent: Tangent) -> None:
            ride_on(tangent)
            aside.follow()

        legend = self._name_drift()
        self._trace(numbers.cosine_tangent, drift_on, ride, self.rule, legend, aside)
        self.play(FadeIn(self.name), run_time=theme.FADE)
        # After a whole turn the triangle has no area: it is read where both legs are seen.
        self.play(self.tracer.move(numbers.turn_kept, ride, aside, run_time=theme.STEP))

    def _open_graphs(self, circle: UnitCircle) -> None:
        """Make the quarter circle a whole one, small, with two graphs to its scale beside it.

        The sine, whose slopes are traced first, is drawn as they open.
        """
        self.column, stack = self.layout.stage.part(0, 1, LOW, 1).columns(
            *COLUMNS, gap=theme.GUTTER
        )
        self.graphs = graphs = TurnGraphs(stack, self.numbers.degree_marks)
        self.plane = graphs.circle_axes(self.column)
        self.ride = ride = UnitCircle(self.plane, self.numbers.turned(0.0))
        ride.remove(ride.turn, ride.small)  # the nudge is told; here it would be a speck
        self.sine = Curve(graphs.upper, sample(self.numbers.sine, 0, graphs.last))
        leaving = self.scene.all_but(*circle.rider)
        self.play(
            *(FadeOut(thing, run_time=theme.LEAP) for thing in leaving),
            ReplacementTransform(VGroup(*circle.rider), VGroup(*ride.rider)),
            FadeIn(graphs, self.plane, ride.circle, rate_func=late(DRAWN_FROM)),
            Create(self.sine, rate_func=late(DRAWN_FROM)),
            run_time=theme.MORPH,
        )
        self.add(ride)  # the circle lies above its axes

    def _rule(self, of: str, slope: str, size: float = theme.KEY_SIZE) -> VGroup:
        """Write a rule on two lines beside the lower graph."""
        lines = VGroup(
            in_roles(of, size=size),
            in_roles(f"= {{{{{slope} : exact}}}}", size=size),
        ).arrange(DOWN, aligned_edge=LEFT, buff=theme.GUTTER)
        self.column.place(lines, 0.5, 0.5)
        return lines.set_y(float(self.graphs.lower.map(0.0, 0.0)[1]))

    def _name_drift(self) -> VGroup:
        """Say below the circle how long the arrow is that leads sideways."""
        arrow = Ray(
            RIGHT * KEY_ARROW,
            LEFT * KEY_ARROW,
            gap=0.0,
            color=theme.RISE,
            stroke=theme.NUDGE_STROKE,
        )
        length = in_roles("= -{{sin theta : exact}} dot {{dif theta : run}}", size=theme.TABLE_SIZE)
        legend = VGroup(arrow, length).arrange(RIGHT, buff=theme.LABEL_GAP)
        self.column.place(legend, 0.5, 0.5)
        return legend.set_y(float(self.graphs.lower.map(0.0, LEGEND_AT)[1]))

    def _trace(
        self,
        tangent_at: Callable[[float], Tangent],
        turn: Callable[[Tangent], object],
        *turned: VMobject,
    ) -> None:
        """Trace the slopes of the upper curve; ``turn`` moves ``turned`` to each tangent."""
        self.tracer = tracer = SlopeTracer(self.graphs, tangent_at, 0.0).follow(turn)
        self.play(FadeIn(tracer, *turned), run_time=theme.LEAP)
        self.play(tracer.slide(self.graphs.last, *turned, run_time=theme.SETTLE))

    def _leave_trace(self, *others: VMobject) -> None:
        """Fade out all that traced, and ``others`` with it."""
        tracer = self.tracer
        tools = (tracer.rider, tracer.dot, tracer.thread, tracer.stem)
        self.play(FadeOut(*tools, *others, run_time=theme.FADE))

    def degrees_flatten(self) -> None:
        numbers = self.numbers
        # The slopes of the cosine alone fill the stage.
        traced = self.tracer.trace
        self.tracer.remove(traced)
        self.add(traced)
        full = self.layout.full
        room = Region(full.left + theme.TICK, full.right, full.bottom + theme.TICK, full.top)
        self.wide = wide = TurnAxes(room, numbers.degree_marks)
        slopes = self._wide_curve(numbers.minus_sine, theme.EXACT, theme.CURVE_STROKE)
        self.clear_stage(traced, run_time=theme.LEAP)
        name = Formula("-sin theta", size=theme.TABLE_SIZE, color=theme.EXACT)
        name.move_to(wide.map(*NAME_AT))
        self.play(
            FadeIn(wide, wide.radians, name),
            ReplacementTransform(traced, slopes),
            run_time=theme.WRITE,
        )
        # One radian of the circle, counted in degrees: so much smaller a turn is a degree.
        radian, factor = self._count_radian()
        self.play(FadeIn(radian), run_time=theme.STEP)
        self.play(
            FadeOut(wide.radians),
            FadeIn(wide.degrees),
            emerge(factor, radian),
            run_time=theme.STEP,
        )
        before = self._wide_curve(numbers.minus_sine, theme.MUTED, theme.BRACE_STROKE)
        flat = self._wide_curve(numbers.scaled_minus_sine, theme.EXACT, theme.CURVE_STROKE)
        self.add(before, slopes)
        self.play(
            ReplacementTransform(slopes, flat),
            VGroup(wide.degrees, name).animate.set_color(theme.MUTED),
            run_time=theme.DRAW,
        )
        deep = float(numbers.degree_marks[QUARTER, 0])
        shrink = Ray(
            wide.map(deep, numbers.cosine_tangent(deep).slope),
            wide.map(deep, 0.0),
            gap=theme.TICK,
            color=theme.INK,
        )
        share = Readout("div", numbers.radian_in_degrees, decimals=1, digits=2, size=theme.KEY_SIZE)
        share.next_to(wide.map(deep, SHARE_AT), RIGHT, buff=theme.LABEL_GAP)
        self.play(FadeIn(shrink), *carry(factor.number, share.number, run_time=theme.WRITE))
        self.play(FadeIn(share.name_part), run_time=theme.LEAP)
        # The steepest climb is no higher than the curve is thick: only its number can be seen.
        steepest = numbers.steepest_in_degrees
        top = SolidDot(wide.map(steepest.point.x, steepest.slope), theme.EXACT)
        height = Readout(
            "pi \\/ 180 =",
            numbers.degree_factor,
            decimals=5,
            size=theme.TABLE_SIZE,
            color=theme.EXACT,
        )
        height.next_to(top, UP, buff=theme.GUTTER)
        scaled = in_roles("(cos theta)' = {{-pi / 180 sin theta : exact}}", size=theme.KEY_SIZE)
        scaled.next_to(top, DOWN, buff=theme.CARD_GAP)
        scaled.align_to(wide.window.at(1.0, 0.0), RIGHT)
        self.play(FadeIn(top, scaled), emerge(height, top), run_time=theme.STEP)
        self.wait(theme.HOLD)

    def _wide_curve(self, f: Function, color: str, stroke: float) -> Curve:
        (first, last, _), _ = self.wide.spans
        return Curve(self.wide, sample(f, first, last), color, stroke=stroke)

    def _count_radian(self) -> tuple[VGroup, Readout]:
        """Return a circle with the arc of one radian, and how many degrees that arc has."""
        wide = self.wide
        deep = float(self.numbers.degree_marks[QUARTER, 0])
        low, high = (float(wide.map(deep, height)[1]) for height in RADIAN_BETWEEN)
        left, right = wide.window.left, float(wide.map(deep, 0.0)[0])
        pane = Region(left, right, low, high).inset(-AXIS_ROOM)
        plane = GraphAxes(
            (-1.0, 1.0, 1.0),
            (-1.0, 1.0, 1.0),
            pane,
            equal=True,
            x_name="",
            y_name="",
            numbers=(None, None),
            grid=False,
        )
        circle = UnitCircle(plane, self.numbers.turned(0.0))
        radian = VGroup(circle.circle, circle.radian())
        factor = Readout(
            "180 degree \\/ pi =",
            self.numbers.radian_in_degrees,
            decimals=1,
            digits=2,
            size=theme.TABLE_SIZE,
            color=theme.RUN,
        )
        unit = Formula("degree", size=theme.TABLE_SIZE, color=theme.RUN)
        factor.next_to(radian, RIGHT, buff=theme.CARD_GAP)
        unit.next_to(factor.number, RIGHT, buff=theme.TICK).align_to(factor.number, UP)
        return radian, factor.add(unit)
