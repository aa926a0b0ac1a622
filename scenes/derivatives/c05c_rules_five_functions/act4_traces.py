"""Clip 05c, fourth act: the slopes of sine and cosine are traced, and degrees flatten them."""

from __future__ import annotations

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
)

from lessons.derivatives.c05c.numbers import Numbers
from mathcore.formulas.curves import sample
from mathcore.formulas.functions import Function
from scenes import theme
from scenes.act import Act
from scenes.components.graph.curve import Curve, SolidDot
from scenes.components.graph.stacked import Thread
from scenes.components.marks.ray import Ray
from scenes.components.motion.carry import carry, late
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.formula import Formula
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.derivatives.c05c_rules_five_functions.act3_circle import AfterNudge
from scenes.derivatives.c05c_rules_five_functions.props.radian_count import RadianCount
from scenes.derivatives.c05c_rules_five_functions.props.turn_bars import COLORS, TurnBars
from scenes.derivatives.c05c_rules_five_functions.props.turn_graphs import TurnAxes, TurnGraphs
from scenes.derivatives.c05c_rules_five_functions.props.unit_circle import UnitCircle
from scenes.layout import Region

COLUMNS = (4.0, 8.55)
"""Widths of the circle's column and of the graphs."""
UPRIGHT_COLUMNS, SQUARE_COLUMNS = (2.8, 4.15), (3.0, 6.35)
"""The same in narrow frames: a circle to the scale of its graph has the width of its column."""
ROWS_PART, UPRIGHT_ROWS_PART = (0.0, 1.0, 0.03, 1.0), (0.0, 1.0, 0.13, 0.91)
"""The part of the stage in which circle and graphs stand."""
TURN = 2.2
"""How long the circle takes for a whole turn, in seconds."""
SHARE_AT = -0.3
"""The height at which the factor stands beside its arrow, where the curve leaves it most room."""
NAME_AT, NARROW_NAME_AT = (5.75, 0.9), (3.0, 0.9)
"""Where the slopes per radian are named, in coordinates of the wide graph."""
RADIAN_HEAD = 0.15
"""The share of a narrow frame's height in which the circle of one radian stands."""
NARROW_SHARE_AT = (2.3, -0.94)
"""Where the factor stands in a narrow graph: below the curve, beside the foot of its arrow."""
RADIAN_BETWEEN = (0.2, 1.08)
"""Heights between which the circle of one radian stands, in coordinates of the wide graph."""
DRAWN_FROM = 0.3
"""The share of the opening after which graphs and sine come: what was there has left by then."""
RULES_AT = 0.2
"""Where both rules begin, as a share of the width of the circle's column."""
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
        numbers, graphs = self.numbers, self.graphs
        self.bars = TurnBars(graphs, (numbers.sine_tangent, numbers.cosine_tangent))
        for place, of, slope, low, lowest in (
            (0, "sin theta", "cos theta", HALF, HALF),
            (1, "cos theta", "-sin theta", None, QUARTER),
        ):
            asked, found = self._rule(place + 1, f"({of})'", slope)
            name = self._name_curve(slope, place + 1, low, lowest)
            riders = self.bars.put(0.0).riders(place)
            self.play(FadeIn(riders, self.tie, asked), run_time=theme.LEAP)
            self._trace(place, riders)
            self.play(FadeIn(found, name), run_time=theme.FADE)
            if place == 0:
                self.play(FadeOut(riders, self.tie), run_time=theme.LEAP)
        # After a whole turn the triangle has no area: it is read where both legs are seen.
        self.play(
            Sweep(
                self._turn,
                between(graphs.last, numbers.turn_kept),
                riders,
                self.ride,
                self.tie,
                run_time=theme.STEP,
                rate_func=theme.TRAVEL,
            )
        )
        self.point_at(*self.bars.bars)

    def _open_graphs(self, circle: UnitCircle) -> None:
        """Make the quarter circle a whole one, small, with two graphs to its scale beside it.

        The sine, whose slopes are traced first, is drawn as they open.
        """
        layout = self.layout
        part = UPRIGHT_ROWS_PART if layout.upright else ROWS_PART
        shares = layout.by_shape(COLUMNS, SQUARE_COLUMNS, UPRIGHT_COLUMNS)
        self.column, stack = layout.stage.part(*part).columns(*shares, gap=theme.GUTTER)
        self.graphs = graphs = TurnGraphs(stack, self.numbers.degree_marks)
        self.plane = graphs.circle_axes(self.column)
        self.ride = ride = UnitCircle(self.plane, self.numbers.turned(0.0))
        ride.remove(ride.turn, ride.small)  # the nudge is told; here it would be a speck
        for leg in (ride.width_leg, ride.height_leg):
            leg.set_stroke(width=theme.ROAD_STROKE)  # as thick as the bars that are as long
        self.tie = Thread(ride.dot.get_center(), graphs.rows[0].map(0.0, 0.0))
        sine = Curve(graphs.rows[0], sample(self.numbers.sine, 0, graphs.last))
        name = self._name_curve("sin theta", 0, HALF, THREE_QUARTERS)
        leaving = self.scene.all_but(*circle.rider)
        self.play(
            *(FadeOut(thing, run_time=theme.LEAP) for thing in leaving),
            ReplacementTransform(VGroup(*circle.rider), VGroup(*ride.rider)),
            FadeIn(graphs, self.plane, ride.circle, name, rate_func=late(DRAWN_FROM)),
            Create(sine, rate_func=late(DRAWN_FROM)),
            run_time=theme.MORPH,
        )
        self.add(ride)  # the circle lies above its axes

    def _rule(self, place: int, of: str, slope: str) -> VGroup:
        """Write a rule on two lines beside the graph of the slopes that it tells."""
        lines = VGroup(
            in_roles(of, size=theme.KEY_SIZE),
            in_roles(f"= {{{{{slope} : exact}}}}", size=theme.KEY_SIZE),
        ).arrange(DOWN, aligned_edge=LEFT, buff=theme.GUTTER)
        # In a narrow column there is no room left of them.
        lines.align_to(self.column.at(0.0 if self.layout.narrow else RULES_AT, 0.0), LEFT)
        return lines.set_y(float(self.graphs.rows[place].map(0.0, 0.0)[1]))

    def _name_curve(self, source: str, place: int, after: int | None, lowest: int) -> Formula:
        """Name a curve half a quarter after one of the marks, between two lines of the grid.

        A narrow graph has room for its name only in the middle of where the curve runs low.
        """
        marks = self.numbers.degree_marks
        if self.layout.narrow:
            middle = float(marks[lowest, 0])
            return self.graphs.name_curve(source, place, middle, COLORS[place])
        start = 0.0 if after is None else float(marks[after, 0])
        middle = start + float(marks[QUARTER, 0]) / 2
        return self.graphs.name_curve(source, place, middle, COLORS[place])

    def _turn(self, angle: float) -> None:
        """Turn the circle, and move the bars along; a thread ties its point to the sine."""
        self.bars.put(angle)
        self.ride.put(self.numbers.turned(angle))
        self.tie.put(self.bars.dots[0].get_center(), self.ride.dot.get_center())

    def _trace(self, place: int, riders: VGroup) -> None:
        """Turn the circle once around; the bars of the slopes trace their curve."""

        def draw(angle: float) -> None:
            self.bars.draw(place, angle)
            self._turn(angle)

        trace = self.bars.traces[place]
        draw(0.0)
        self.add(trace)
        self.bring_to_front(riders)
        self.play(
            Sweep(
                draw,
                between(0.0, self.graphs.last),
                trace,
                riders,
                self.ride,
                self.tie,
                run_time=TURN,
            )
        )

    def degrees_flatten(self) -> None:
        numbers = self.numbers
        # The slopes of the cosine alone fill the stage.
        traced = self.bars.traces[-1]
        full = self.layout.full
        self.head = None
        if self.layout.narrow:
            self.head, full = full.rows(RADIAN_HEAD, 1 - RADIAN_HEAD)
        room = Region(full.left + theme.TICK, full.right, full.bottom + theme.TICK, full.top)
        self.wide = wide = TurnAxes(room, numbers.degree_marks)
        slopes = self._wide_curve(numbers.minus_sine, theme.EXACT, theme.CURVE_STROKE)
        self.clear_stage(traced, run_time=theme.LEAP)
        name = Formula("-sin theta", size=theme.TABLE_SIZE, color=theme.EXACT)
        name.move_to(wide.map(*(NARROW_NAME_AT if self.layout.narrow else NAME_AT)))
        self.play(
            FadeIn(wide, wide.radians, name),
            ReplacementTransform(traced, slopes),
            run_time=theme.WRITE,
        )
        # One radian of the circle, counted in degrees: so much smaller a turn is a degree.
        count = self._count_radian()
        radian, factor = count.arc, count.factor
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
        if self.layout.narrow:
            share.next_to(wide.map(*NARROW_SHARE_AT), RIGHT, buff=0)
        else:
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
        end = ""
        if self.layout.narrow:  # only half of the width is free: both stand on two lines
            height.arrange(DOWN, buff=theme.TICK)
            end = "\\"
        height.next_to(top, UP, buff=theme.GUTTER)
        scaled = in_roles(
            f"(cos theta)' {end} = {{{{-pi / 180 sin theta : exact}}}}", size=theme.KEY_SIZE
        )
        free = wide.window.part(0.5, 1.0, 0.0, 1.0)
        if self.layout.narrow:
            free.inset(theme.LABEL_GAP).fit(scaled)
        scaled.next_to(top, DOWN, buff=theme.CARD_GAP)
        scaled.align_to(wide.window.at(1.0, 0.0), RIGHT)
        self.play(FadeIn(top, scaled), emerge(height, top), run_time=theme.STEP)
        self.wait(theme.HOLD)

    def _wide_curve(self, f: Function, color: str, stroke: float) -> Curve:
        (first, last, _), _ = self.wide.spans
        return Curve(self.wide, sample(f, first, last), color, stroke=stroke)

    def _count_radian(self) -> RadianCount:
        """Return a circle with the arc of one radian, and how many degrees that arc has."""
        wide, numbers = self.wide, self.numbers
        deep = float(numbers.degree_marks[QUARTER, 0])
        low, high = (float(wide.map(deep, height)[1]) for height in RADIAN_BETWEEN)
        left, right = wide.window.left, float(wide.map(deep, 0.0)[0])
        pane = Region(left, right, low, high)
        if self.head is not None:
            pane = Region(left, left + self.head.height, self.head.bottom, self.head.top)
        return RadianCount(pane, numbers.turned(0.0), numbers.radian_in_degrees)
