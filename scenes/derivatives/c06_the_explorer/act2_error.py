"""Clip 06, second act: how fast the error shrinks, and what it is made of."""

from __future__ import annotations

from itertools import pairwise

from manim import (
    DOWN,
    DR,
    LEFT,
    RIGHT,
    UL,
    Create,
    FadeIn,
    FadeOut,
    LaggedStart,
    Line,
    VGroup,
    VMobject,
)
from manim.typing import Point3D, Vector3D

from lessons.derivatives.c06.numbers import Numbers
from mathcore.slopes.quotients import Secant
from scenes import theme
from scenes.components.graph.secant import TangentLine
from scenes.components.marks.dashes import Dashes
from scenes.components.marks.plate import on_plate
from scenes.components.motion.placing import roomiest
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.components.text.table import Column, ValueTable, shortest
from scenes.derivatives.c06_the_explorer.props.after_readings import DECIMALS, AfterReadings
from scenes.derivatives.c06_the_explorer.props.decades import DecadePlot
from scenes.derivatives.c06_the_explorer.props.explorer_act import ExplorerAct
from scenes.derivatives.c06_the_explorer.props.lens import ExplorerLens
from scenes.derivatives.c06_the_explorer.props.turning import TurningTangent
from scenes.layout import Region

ERROR = '{{upright("error") : approx}}'
GAP = "{{h : run}}"
SIDES_PITCH = 0.9
NOTES = (0.85, 0.3)
"""How high the two lines are told in the notes beside their chart, as shares of its height."""
PLACES = [(x, y) for y in (8, 7, 0, 1, 6, 4) for x in range(9)]
"""Where the bending may stand in the window, in eighths of its width and height."""


class ErrorAndGap(ExplorerAct):
    """The error shrinks in proportion to the gap: half the bending times the gap."""

    numbers: Numbers
    before: AfterReadings

    def prepare(self) -> None:
        """Take over the desk, and plot no errors yet."""
        self.desk, self.graph = self.before.desk, self.before.graph
        self.plot: DecadePlot | None = None
        self.plotted, self.leap = VGroup(), VGroup()

    def error_shrinks_with_the_gap(self) -> None:
        numbers = self.numbers
        if numbers.tangent is None:
            self._sides_disagree()
        elif numbers.is_straight:
            self._stays_the_slope()
        else:
            self._error_falls()

    def _error_falls(self) -> None:
        numbers, desk = self.numbers, self.desk
        assert numbers.tangent is not None  # noqa: S101 there are errors only where there is one
        other = numbers.cubic_errors if numbers.is_default else numbers.halves
        self.plot = DecadePlot(
            desk.chart,
            numbers.gaps,
            [*numbers.errors, *other],
            ("abs(h)", 'abs(upright("error"))'),
            equal=True,
        )
        pairs = zip(numbers.gaps, numbers.errors, strict=True)
        dots = [self.plot.dot(gap, error) for gap, error in pairs if error]
        lens = ExplorerLens(
            desk.graph,
            numbers.f,
            numbers.tangent,
            numbers.secant_at,
            size=numbers.lens_size,
            gaps=(numbers.gaps[0], numbers.gaps[-1]),
            deepest=max(numbers.zooms),
        )
        readouts = self._readouts()

        def tell(gap: float) -> None:
            readouts[0].set_value(gap)
            readouts[1].set_value(numbers.panel_at(numbers.panel.x0, gap).error)

        lens.secant.follow(tell)
        self.show_only(lens, readouts, self.plot)
        self.play(FadeIn(dots[0], scale=2, run_time=theme.FADE / 2))
        steps = zip(pairwise(numbers.gaps), pairwise(numbers.zooms), dots[1:], strict=False)
        for (start, end), (zoom, next_zoom), dot in steps:
            further = next_zoom > zoom
            time = theme.LEG if further else theme.FADE
            self.play(lens.close(start, end, *readouts, run_time=time))
            arrival = FadeIn(dot, scale=2, run_time=theme.FADE / 2)
            if further:
                push = lens.zoom.push(next_zoom, run_time=theme.WRITE)
                self.play(push, arrival)
            else:
                self.play(arrival)
        line = self.plot.line(numbers.gaps, numbers.errors)
        self.leap = self._leap(self.plot)
        self.play(Create(line), run_time=theme.STEP)
        self.play(FadeIn(self.leap), run_time=theme.FADE)
        self.plotted = VGroup(line, *dots)

    def _readouts(self) -> VGroup:
        """Return the running gap and error, one above the other on their equals signs."""
        panel = self.numbers.panel
        gap, error = (
            Readout(
                name,
                value,
                size=theme.TABLE_SIZE,
                color=color,
                decimals=DECIMALS,
                digits=len(str(int(abs(value)))),
                signed=value < 0,
            )
            for name, value, color in (
                ("h =", panel.h, theme.RUN),
                ('upright("error") =', panel.error, theme.ERROR),
            )
        )
        readouts = VGroup(gap, error).arrange(DOWN, buff=theme.LABEL_GAP)
        gap.shift((error.number.point_x - gap.number.point_x) * RIGHT)
        return self.desk.strip.place(self.desk.strip.fit(readouts), 0.5, 0.8)

    def _leap(self, plot: DecadePlot) -> VGroup:
        """Return what one step along the line says: so many times smaller, both of them."""
        numbers = self.numbers
        first, second = numbers.leap
        (wide, tight), (high, low) = (
            (float(values[first]), float(values[second]))
            for values in (numbers.gaps, numbers.errors)
        )
        fall = Dashes(plot.at(wide, high), plot.at(wide, low))
        back = Line(plot.at(wide, low), plot.at(tight, low), stroke_color=theme.RUN)
        gap_times, error_times = (spell(times, 0) for times in numbers.leap_factors)
        down = Formula(f"div {error_times}", size=theme.DIGIT_SIZE, color=theme.ERROR)
        across = Formula(f"div {gap_times}", size=theme.DIGIT_SIZE, color=theme.RUN)
        down.next_to(fall, RIGHT, buff=theme.LABEL_GAP)
        across.next_to(back, DOWN, buff=theme.LABEL_GAP)
        return VGroup(fall, back, down, across)

    def _stays_the_slope(self) -> None:
        board, rig = self.before.board, self.graph.rig
        self.play(FadeIn(board.row("error"), run_time=theme.FADE))
        rig.follow(self._tell)
        for start, end in pairwise(self.numbers.gaps):
            self.play(rig.close(start, end, board, run_time=theme.LEG))

    def _tell(self, _: Secant, gap: float) -> None:
        self.before.board.put(self.numbers.panel_at(self.numbers.panel.x0, gap))

    def _sides_disagree(self) -> None:
        numbers, rig, sides = self.numbers, self.graph.rig, self.numbers.sides
        closing = rig.close(*numbers.gaps[[0, -1]], self.before.board, run_time=theme.JOURNEY)
        if sides is None:
            rig.follow(self._tell)
            self.play(closing)
        else:
            table = ValueTable(
                [
                    Column("abs(h)", theme.RUN),
                    Column("h < 0", theme.APPROX),
                    Column("h > 0", theme.APPROX),
                ],
                [*zip(sides.sizes, sides.left, sides.right, strict=True)],
                pitch=SIDES_PITCH,
                size=theme.TABLE_SIZE,
            )
            self.desk.board.place(self.desk.board.fit(table), 0.0, 0.6)
            self.play(FadeOut(self.before.board, run_time=theme.FADE))
            self.play(table.open())
            rows = LaggedStart(*(FadeIn(row) for row in table.rows), lag_ratio=theme.ROW_LAG)
            self.play(rows, closing, run_time=theme.JOURNEY)
        self.wait(theme.THINK)

    def half_the_gap_times_bending(self) -> None:
        numbers, graph, plot = self.numbers, self.graph, self.plot
        assert plot is not None  # noqa: S101 the beat is told only where errors were plotted
        assert numbers.tangent is not None  # noqa: S101 see above
        still = TangentLine(graph.axes, numbers.tangent)
        turning = TurningTangent(graph.axes, numbers.tangent, numbers.turning)
        goal = TangentLine(graph.axes, numbers.tangent_at(numbers.turned_at))
        drawn = [graph.curve, still, goal, *graph.scales]
        square = self.layout.narrow and not self.layout.upright
        if numbers.is_default and not square:
            turning.make_room(numbers.tangent_at(numbers.turned_at), drawn, self.layout.readable)
        else:
            # A lecturer's window, or a steep one, may have no free room along the whole way.
            turning.label.set_opacity(1.0)
            turning.stand_in(self.desk.aside or self.desk.strip)
        bending = self._place_bending(graph.axes.window.inset(theme.LABEL_GAP), drawn)
        first = turning.label if turning.stands else turning.first
        self.show_only(graph.axes, graph.curve, still, first, plot, *self.plotted)
        still.line.set_stroke(opacity=theme.GHOST)
        self.add(turning)
        way = between(numbers.panel.x0, numbers.turned_at)
        self.play(
            Sweep(
                lambda x: turning.put(numbers.tangent_at(x)),
                way,
                turning,
                run_time=theme.SETTLE,
                rate_func=theme.TRAVEL,
            )
        )
        passing = [turning.label] if turning.stands else []
        self.play(FadeIn(bending), *(FadeOut(one) for one in passing), run_time=theme.FADE)
        rule = in_roles(f'{ERROR} approx 1/2 dot upright("bending") dot {GAP}', theme.FORMULA_SIZE)
        self.desk.strip.place(self.desk.strip.fit(rule), 0.5, 0.8)
        self.play(FadeIn(rule), run_time=theme.WRITE)
        self.wait(theme.HOLD)
        for label in self._labels(plot):
            self.play(FadeIn(label), run_time=theme.WRITE)
            self.wait(theme.HOLD)

    def _place_bending(self, window: Region, drawn: list[VMobject]) -> VMobject:
        """Return the bending at its place: in the plot's free part, or aside of the plot."""
        if self.desk.aside is not None:
            return self.desk.aside.place(self._bending())
        bending = on_plate(self._bending())
        places = [window.place(bending.copy(), x / 8, y / 8).get_center() for x, y in PLACES]
        return roomiest(bending, places, drawn, window)

    def _bending(self) -> Formula:
        """Return by how much the slope grows per unit."""
        numbers = self.numbers
        value = spell(numbers.bending, shortest(numbers.bending, DECIMALS))
        return Formula(f'upright("bending") = {value}', size=theme.TABLE_SIZE)

    def _labels(self, plot: DecadePlot) -> list[VGroup]:
        """Return what the error is here, and what it is compared with: a line with its name."""
        numbers = self.numbers
        above = max(0, numbers.leap[0] - 1)
        here, next_one = (plot.at(numbers.gaps[at], numbers.errors[at]) for at in numbers.leap)
        under = (here + next_one) / 2
        estimate, gap = self._half(numbers.bending), "{{h : run9}}"
        if not numbers.is_default:
            if numbers.is_parabola:
                return [VGroup(self._tag([estimate], under, DR, NOTES[1]))]
            over = plot.at(numbers.gaps[above], numbers.halves[above])
            guess = plot.line(numbers.gaps, numbers.halves, color=theme.INK)
            return [VGroup(guess, self._tag([f"approx {estimate}"], over, UL, NOTES[0]))]
        over = plot.at(numbers.gaps[above], numbers.cubic_errors[above])
        at = spell(numbers.panel.x0, 0)
        cubic = self._half(numbers.cubic_bending)
        triple = spell(numbers.cubic_bending / 2, 0)
        ours = [f'{{{{x^2 upright(" at ") {at} : func}}}}', f"{estimate} = {gap}"]
        there = [
            f'{{{{x^3 upright(" at ") {numbers.cubic_at} : func}}}}',
            f"approx {cubic} = {triple} {gap}",
        ]
        line = plot.line(numbers.gaps, numbers.cubic_errors)
        return [
            VGroup(self._tag(ours, under, DR, NOTES[1])),
            VGroup(line, self._tag(there, over, UL, NOTES[0])),
        ]

    @staticmethod
    def _half(bending: float) -> str:
        """Return half the bending times the gap, in Typst."""
        value = spell(bending, shortest(bending, DECIMALS))
        return f"1/2 dot {value if bending >= 0 else f'({value})'} dot {GAP}"

    def _tag(self, lines: list[str], point: Point3D, way: Vector3D, share: float) -> VGroup:
        """Return lines of text beside a point of a plot, or at a share of the notes beside it."""
        edge = LEFT if way[0] > 0 else RIGHT
        tag = VGroup(*(in_roles(line, theme.DIGIT_SIZE) for line in lines))
        tag.arrange(DOWN, aligned_edge=edge, buff=theme.TICK)
        if notes := self.desk.notes:
            if notes.width > 2 * notes.height:  # both of them stand side by side
                return notes.place(tag, 1.0 if share == NOTES[0] else 0.0, 0.5)
            return notes.place(notes.fit(tag), 0.0, share)
        return tag.next_to(point, way, buff=theme.LABEL_GAP)

    def hand_over(self) -> AfterReadings:
        """Return what the next act needs."""
        return self.before
