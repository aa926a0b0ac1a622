"""Clip 05c, fourth act: the slopes of sine and cosine are traced, and degrees flatten them."""

from __future__ import annotations

from manim import (
    LEFT,
    RIGHT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    Line,
    ReplacementTransform,
    VGroup,
)

from lessons.derivatives.c05c.numbers import Numbers
from mathcore.formulas.curves import sample
from mathcore.formulas.functions import Function
from scenes import theme
from scenes.act import Act
from scenes.components.graph.curve import Curve
from scenes.components.graph.stacked import Thread
from scenes.components.marks.ray import Ray
from scenes.components.motion.carry import carry, late
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import Sweep, animated, between
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.roles import in_roles
from scenes.derivatives.c05c_rules_five_functions.act3_circle import AfterNudge
from scenes.derivatives.c05c_rules_five_functions.props.radian_count import RadianCount
from scenes.derivatives.c05c_rules_five_functions.props.radian_step import RadianStep
from scenes.derivatives.c05c_rules_five_functions.props.turn_axes import TurnAxes
from scenes.derivatives.c05c_rules_five_functions.props.turn_rooms import TurnRooms
from scenes.derivatives.c05c_rules_five_functions.props.turn_slope import TurnSlope
from scenes.derivatives.c05c_rules_five_functions.props.unit_circle import UnitCircle
from scenes.layout import Region

TURN = 1.8
"""How long the circle takes for a whole turn, in seconds."""
CLEARED = 0.5
"""The share of the change of two rules after which the first one has left."""
DRAWN_FROM = 0.3
"""The share of the opening after which graph and sine come: what was there has left by then."""
SINE_AT, COSINE_AT, MINUS_SINE_AT = (2.15, 1.31), (0.6, 1.31), (4.7, 1.31)
"""Where each curve is named: above the graph, beside its highest point."""
SHARE_AT, NARROW_SHARE_AT = -0.5, (2.65, -0.8)
"""The height at which the factor stands beside its arrow; its place below a narrow curve."""
NAME_AT, NARROW_NAME_AT = (5.75, 0.9), (3.0, 0.9)
"""Where the slopes per radian are named, in coordinates of the wide graph."""
RADIAN_HEAD = 0.2
"""The share of a narrow frame's height in which the circle of one radian stands."""
RADIAN_BETWEEN = (0.12, 1.12)
"""Heights between which the circle of one radian stands, in coordinates of the wide graph."""
QUARTER = 0
"""The place of a quarter turn among the marks of the common scale."""


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
        self.play(
            FadeOut(self.before.told, run_time=theme.LEAP),
            FadeIn(self.before.rule, rate_func=late(CLEARED)),
            run_time=theme.STEP,
        )
        self.point_at(share, self.before.rule)
        self._open_graph()
        self._trace_sine()
        self._trace_cosine()

    def _open_graph(self) -> None:
        """Make the quarter circle a whole one, with one graph beside it.

        The magnified triangle becomes a step of one radian at the point on the circle.
        """
        numbers, circle, lens = self.numbers, self.before.circle, self.before.lens
        self.rooms = rooms = TurnRooms.of(self.layout)
        self.axes = axes = TurnAxes(rooms.graph, numbers.degree_marks)
        plane, nudge = rooms.plane(), numbers.radian_nudge(numbers.angle)
        self.ride, self.step = UnitCircle(plane, nudge), RadianStep(plane, nudge)
        self.ride.remove(self.ride.turn, self.ride.small)
        tie = Thread(self.ride.dot.get_center(), axes.map(0.0, 0.0))
        self.tie = [tie] if rooms.tied else []
        self.curve = self._curve(axes, numbers.sine, theme.FUNC, theme.CURVE_STROKE)
        self.name = self._name("sin theta", theme.FUNC, SINE_AT)
        self._mark(self.ride.height_leg, self.step.upright)
        moved = VGroup(*circle.rider, lens.drift, lens.lift, lens.step)
        goals = VGroup(*self.ride.rider, self.step.sideways, self.step.upright, self.step.arrow)
        leaving = self.scene.all_but(*moved)
        self.play(
            *(FadeOut(thing, run_time=theme.LEAP) for thing in leaving),
            ReplacementTransform(moved, goals),
            FadeIn(axes, axes.radians, plane, self.ride.circle, rate_func=late(DRAWN_FROM)),
            FadeIn(self.name, rate_func=late(DRAWN_FROM)),
            Create(self.curve, rate_func=late(DRAWN_FROM)),
            run_time=theme.MORPH,
        )
        self.add(self.ride, self.step)

    def _mark(self, of: Line, slope: Line) -> None:
        """Colour the leg that is looked at, and the part of the step by which it changes."""
        ride, step = self.ride, self.step
        for leg in (ride.width_leg, ride.height_leg, step.sideways, step.upright):
            leg.set_stroke(theme.MUTED, theme.HAIRLINE_STROKE)
        of.set_stroke(theme.FUNC, theme.ROAD_STROKE)
        slope.set_stroke(theme.EXACT, theme.ROAD_STROKE)

    def _trace_sine(self) -> None:
        """Turn the circle once around: what the height gains traces a cosine."""
        self.slope = TurnSlope(self.axes, self.numbers.sine_tangent)
        self.rule = self._rule("sin theta", "cos theta")
        self.play(
            Sweep(self._turn, between(self.numbers.angle, 0.0), self.ride, self.step),
            run_time=theme.LEAP,
        )
        self.play(FadeIn(self.slope, self.rule.without("exact"), *self.tie), run_time=theme.LEAP)
        self._trace(*self.tie)
        self.told = self._name("cos theta", theme.EXACT, COSINE_AT)
        self.play(
            FadeIn(self.rule.part("exact"), self.told), *map(FadeOut, self.tie), run_time=theme.FADE
        )
        self._rest()

    def _trace_cosine(self) -> None:
        """Turn it once more: the cosine is the curve now, and its slopes are minus the sine."""
        numbers, sine = self.numbers, self.slope
        self.slope = TurnSlope(self.axes, numbers.cosine_tangent)
        before, self.rule = self.rule, self._rule("cos theta", "-sin theta")
        self.remove(before, *before)
        self.play(
            FadeOut(self.curve, self.name, before, sine.tangent, sine.bar, sine.dot),
            Sweep(self._turn, between(numbers.turn_kept, 0.0), self.ride, self.step),
            run_time=theme.LEAP,
        )
        self._mark(self.ride.width_leg, self.step.sideways)
        self.play(
            animated(VGroup(sine.trace, self.told)).set_color(theme.FUNC),
            FadeIn(self.slope, self.rule.without("exact")),
            run_time=theme.LEAP,
        )
        self._trace()
        name = self._name("-sin theta", theme.EXACT, MINUS_SINE_AT)
        self.play(FadeIn(self.rule.part("exact"), name), run_time=theme.FADE)
        self._rest()
        back = Ray(
            *self.step.sideways.get_start_and_end(),
            gap=0.0,
            color=theme.EXACT,
            stroke=theme.ROAD_STROKE,
        )
        at = Formula("-sin theta", size=theme.TABLE_SIZE, color=theme.EXACT)
        at.next_to(back, LEFT, buff=theme.LABEL_GAP).shift(theme.LABEL_GAP * UP)
        self.play(FadeIn(back), FadeOut(self.step.sideways), emerge(at, back), run_time=theme.FADE)

    def _rule(self, of: str, slope: str) -> Formula:
        """Write a rule in the place of rules."""
        rule = in_roles(f"({{{{{of} : func}}}})' = {{{{{slope} : exact}}}}", size=theme.KEY_SIZE)
        return self.rooms.rule.place(
            self.rooms.rule.inset(theme.TICK).fit(rule), *self.rooms.rule_at
        )

    def _name(self, source: str, color: str, at: tuple[float, float]) -> Formula:
        name = Formula(source, size=theme.TABLE_SIZE, color=color)
        return name.move_to(self.axes.map(*at))

    def _turn(self, angle: float) -> None:
        """Turn the circle with its step."""
        nudge = self.numbers.radian_nudge(angle)
        self.ride.put(nudge)
        self.step.put(nudge)

    def _trace(self, *tied: Thread) -> None:
        """Turn the circle once around; the bar of the slopes traces their curve.

        Threads tie the point on the circle to the one on the curve.
        """
        slope = self.slope

        def draw(angle: float) -> None:
            slope.draw(angle)
            self._turn(angle)
            for tie in tied:
                tie.put(slope.tangent.dot.get_center(), self.ride.dot.get_center())

        last = self.axes.spans[0][1]
        self.play(
            Sweep(draw, between(0.0, last), slope, self.ride, self.step, *tied, run_time=TURN)
        )

    def _rest(self) -> None:
        """Turn on to an angle at which every part of the step is seen, and leads back."""

        def turn(angle: float) -> None:
            self._turn(angle)
            self.slope.put(angle)

        way = between(self.axes.spans[0][1], self.numbers.turn_kept)
        moved = (self.slope, self.ride, self.step)
        self.play(Sweep(turn, way, *moved, run_time=theme.STEP, rate_func=theme.TRAVEL))

    def degrees_flatten(self) -> None:
        numbers = self.numbers
        # The slopes of the cosine alone fill the stage.
        traced = self.slope.trace
        full = self.layout.full
        self.head = None
        if self.layout.narrow:
            self.head, full = full.rows(RADIAN_HEAD, 1 - RADIAN_HEAD)
        room = Region(full.left + theme.TICK, full.right, full.bottom + theme.TICK, full.top)
        self.wide = wide = TurnAxes(room, numbers.degree_marks)
        slopes = self._curve(wide, numbers.minus_sine, theme.EXACT, theme.CURVE_STROKE)
        self.clear_stage(traced, run_time=theme.LEAP)
        name = Formula("-sin theta", size=theme.TABLE_SIZE, color=theme.EXACT)
        name.move_to(wide.map(*(NARROW_NAME_AT if self.layout.narrow else NAME_AT)))
        count = self._count_radian()
        self.play(
            FadeIn(wide, wide.radians, name, count.arc, count.radians),
            ReplacementTransform(traced, slopes),
            run_time=theme.WRITE,
        )
        self.wait(theme.BREATH)
        self.play(
            FadeOut(wide.radians, count.radians),
            FadeIn(wide.degrees, count.degrees),
            run_time=theme.STEP,
        )
        before = self._curve(wide, numbers.minus_sine, theme.MUTED, theme.BRACE_STROKE)
        flat = self._curve(wide, numbers.scaled_minus_sine, theme.EXACT, theme.CURVE_STROKE)
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
        share = Formula(
            f"div {{{{{spell(numbers.radian_in_degrees, 0)} : count}}}}", size=theme.KEY_SIZE
        )
        at = NARROW_SHARE_AT if self.layout.narrow else (deep, SHARE_AT)
        share.next_to(wide.map(*at), RIGHT, buff=theme.LABEL_GAP)
        self.play(
            FadeIn(shrink),
            *carry(count.degrees.part("count"), share.part("count"), run_time=theme.WRITE),
        )
        self.play(FadeIn(share.without("count")), run_time=theme.LEAP)
        self.wait(theme.HOLD)

    @staticmethod
    def _curve(axes: TurnAxes, f: Function, color: str, stroke: float) -> Curve:
        (first, last, _), _ = axes.spans
        return Curve(axes, sample(f, first, last), color, stroke=stroke)

    def _count_radian(self) -> RadianCount:
        """Return a circle with the arc of one radian, and how many degrees that arc has."""
        wide, numbers = self.wide, self.numbers
        half = float(numbers.degree_marks[QUARTER, 0])
        low, high = (float(wide.map(half, height)[1]) for height in RADIAN_BETWEEN)
        left, right = wide.window.left + theme.GUTTER, float(wide.map(half, 0.0)[0])
        pane = Region(left, right, low, high)
        if self.head is not None:
            pane = Region(left, left + self.head.height, self.head.bottom, self.head.top)
        return RadianCount(pane, numbers.radian_nudge(0.0), numbers.radian_in_degrees)
