"""Clip 09b, fifth act: the dial of the step size, and its limit."""

from __future__ import annotations

from manim import (
    DOWN,
    LEFT,
    Animation,
    Create,
    FadeIn,
    FadeOut,
    ReplacementTransform,
    VGroup,
    VMobject,
)

from lessons.derivatives.c09b.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.motion.carry import late
from scenes.components.motion.sweep import Sweep, between
from scenes.components.rigs.dial import Dial
from scenes.components.text.decimals import places
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.readout import Readout
from scenes.components.text.roles import wear_roles
from scenes.components.text.table import Column, ValueTable, shortest
from scenes.derivatives.c09b_regression_the_surprise.props.after_valley import AfterValley
from scenes.derivatives.c09b_regression_the_surprise.props.board import Board
from scenes.derivatives.c09b_regression_the_surprise.props.dial_scale import dial_scale, even_dial
from scenes.derivatives.c09b_regression_the_surprise.props.valley_cut import ValleyCut
from scenes.derivatives.c09b_regression_the_surprise.props.view_path import ViewPath
from scenes.derivatives.c09b_regression_the_surprise.props.way_left import ACROSS

ALPHA_DIGITS = 9
DIAL_RADIUS = 1.2
DIAL_STEPS = 14
PITCH = 0.54
TABLE_PART = (0.0, 1.0, 0.0, 0.42)
"""The part of the panel in which the table stands."""
RULE_AT = 0.14
"""How high the limit stands on the panel when the table has gone."""
DIAL_SHARE = 0.52
"""The share of the low panel of a narrow frame that the dial takes; all else stands beside it."""
NARROW_TABLE, NARROW_RULE_AT = (0.0, 1.0, 0.0, 0.78), 0.3
"""The part of the rest in which the table stands, and how high in it the limit."""
BEYOND = (theme.DIAL_FACE + theme.DIAL_TICK) / (2 * theme.DIAL_ARC)
"""How much nearer to the hub the step sizes past the limit are marked, inside of the ticks."""
HOP_TIME = 0.65
TURN_TIME = 0.4
RUN_TIMES = (0.9, 0.6, 0.35)
"""How long the ball runs with each step size, in seconds: a larger one is faster."""
ROW_SHARE = 0.6


class LargerSteps(Act):
    """A larger step size is faster, until the descent runs away."""

    numbers: Numbers
    before: AfterValley

    def prepare(self) -> None:
        """Begin without a path; the map is drawn anew."""
        self.spot, self.map_is_seen = VGroup(), True

    def dial_turned_too_far(self) -> None:
        numbers = self.numbers
        self.clear_stage(run_time=theme.LEAP)
        self.board = board = Board(self.layout, numbers, numbers.wide)
        self.dial_room, self.told_room = board.room, board.room
        if self.layout.narrow:
            self.dial_room, self.told_room = board.room.columns(
                DIAL_SHARE, 1 - DIAL_SHARE, gap=theme.GUTTER
            )
        dial, scale, setting = self._dial()
        stops = self._stops()
        room = self.told_room.part(*(NARROW_TABLE if self.layout.narrow else TABLE_PART))
        table = self._table(stops)
        room.place(room.fit(table), 0.5, 0.5)
        self.play(
            *(FadeIn(part) for part in (board.view, board.scale, board.panel)),
            FadeIn(VGroup(dial, scale, setting, table.headings, table.rule)),
            run_time=theme.FADE,
        )
        for place, (stop, row) in enumerate(zip(stops, table.rows, strict=True)):
            self._turn_dial(dial, setting, stop)
            self._run(stop, row, RUN_TIMES[min(place, len(RUN_TIMES) - 1)])
        limit = numbers.contraction.limit
        beyond = dial.turn_mark(limit, dial.span[1]).set_color(theme.ALARM)
        beyond.scale(BEYOND, about_point=dial.face.get_center())
        told = self._limit()
        self.told_room.place(
            self.told_room.fit(told), 0.5, NARROW_RULE_AT if self.layout.narrow else RULE_AT
        )
        self.play(Create(beyond, run_time=theme.LEAP))
        self.reading = VGroup(dial, scale, setting, beyond, told)
        if numbers.outcome == "diverges":
            self.play(FadeOut(table), FadeIn(told, rate_func=late(ROW_SHARE)))
        else:
            self._rebel(dial, setting, table, told)
        self.wait(theme.THINK)

    def _dial(self) -> tuple[Dial, VGroup, Readout]:
        """Return the dial, the numbers around it, and its setting in the gap of its scale."""
        numbers, room = self.numbers, self.dial_room
        dial, step = even_dial(numbers.alpha, max(numbers.dial_top, numbers.alpha), DIAL_RADIUS)
        dial.pointer.set_color(theme.ALPHA)
        scale = dial_scale(dial, step)
        whole = VGroup(dial, scale)
        room.place(whole, 0.5, 0.5 if self.layout.narrow else 1.0).set_x(float(room.center[0]))
        stops = [*self._stops(), numbers.diverging.alpha]
        decimals = max(shortest(stop, ALPHA_DIGITS) for stop in stops)
        setting = Readout(
            "alpha =", numbers.alpha, decimals=decimals, size=theme.TABLE_SIZE, color=theme.ALPHA
        )
        self.told_room.fit(setting)
        if self.layout.narrow:
            self.told_room.place(setting, 0.5, 1.0)
        else:
            setting.next_to(dial.face, DOWN, buff=theme.GUTTER)
        return dial, scale, setting

    def _limit(self) -> Formula:
        """Write below which step size the descent converges."""
        numbers = self.numbers
        limit, curvature = numbers.contraction.limit, float(numbers.curvatures.values[0])
        line_end = "\\" if self.layout.narrow else ""
        told = wear_roles(
            Formula(
                f"{{{{alpha : alpha}}}} < 2 / "
                f"{{{{{spell(curvature, places(curvature, 4))} : exact1}}}} {line_end} = "
                f"{{{{{spell(limit, places(limit))} : exact}}}}",
                size=theme.KEY_SIZE,
            )
        )
        told.part("alpha").set_color(theme.ALPHA)
        return told

    def _stops(self) -> list[float]:
        numbers = self.numbers
        if numbers.outcome == "diverges":
            return list(reversed(numbers.dials))
        return [dial for dial in numbers.dials if dial > numbers.alpha] or [numbers.dials[-1]]

    def _table(self, stops: list[float]) -> ValueTable:
        numbers = self.numbers
        decimals = max(shortest(stop, ALPHA_DIGITS) for stop in stops)
        rows = [(stop, numbers.needed_by_dial[stop] or numbers.longest_run) for stop in stops]
        table = ValueTable(
            [
                Column("alpha", theme.ALPHA, decimals),
                Column('upright("epochs")', theme.INK, 0),
            ],
            rows,
            pitch=PITCH,
            size=theme.TABLE_SIZE,
        )
        for (stop, _), row in zip(rows, table.rows, strict=True):
            if numbers.needed_by_dial[stop] is None:
                row.add(Formula(">", size=theme.TABLE_SIZE).next_to(row[1], LEFT, buff=theme.TICK))
        return table

    def _turn_dial(self, dial: Dial, setting: Readout, value: float, *others: Animation) -> None:
        """Turn the dial; the last path leaves, and other motions go along."""

        def turn(alpha: float) -> None:
            dial.set_value(alpha)
            setting.set_value(alpha)

        leaving = [FadeOut(self.spot, run_time=theme.LEAP)] if len(self.spot) else []
        sweep = Sweep(turn, between(dial.value, value), dial, setting, run_time=TURN_TIME)
        self.play(sweep, *leaving, *others)
        self.spot = VGroup()

    def _run(self, alpha: float, row: VMobject, seconds: float) -> None:
        """Let the ball come down with another step size; its row comes when it has arrived."""
        points = self.numbers.path_at(alpha, DIAL_STEPS).points
        path = ViewPath(self.board.view, points, marks=range(len(points)))
        self.add(path)
        self.play(
            path.run(len(path.settings) - 1, run_time=seconds),
            FadeIn(row, rate_func=late(ROW_SHARE), run_time=seconds),
        )
        self.spot = path

    def _rebel(self, dial: Dial, setting: Readout, table: ValueTable, told: Formula) -> None:
        """Go past the limit: cut across, each leap is seen to land higher on the other wall."""
        numbers, board = self.numbers, self.board
        across = numbers.curvatures.directions[0].tolist()
        line = board.view.through(numbers.floor.best, across, ACROSS)
        line.set_stroke(width=theme.ROAD_STROKE)
        self._turn_dial(dial, setting, numbers.diverging.alpha, Create(line))
        self.cut = cut = ValleyCut(board.map_room, numbers)
        floor = cut.axes.x_axis.copy().set_stroke(ACROSS, theme.ROAD_STROKE)
        self.play(
            *(FadeOut(part) for part in (board.view, board.scale)),
            FadeOut(table, rate_func=_soon),
            FadeIn(told, rate_func=late(ROW_SHARE)),
            ReplacementTransform(line, floor),
            FadeIn(cut.axes, rate_func=late(ROW_SHARE)),
            Create(cut.walls, rate_func=late(ROW_SHARE / 2)),
            run_time=theme.STEP,
        )
        self.play(FadeIn(cut.ball, cut.landings[0]), run_time=theme.LEAP)
        self.add(floor, cut)
        for step in range(len(cut.trails)):
            self.play(cut.leap(step, run_time=HOP_TIME, rate_func=theme.TRAVEL))
        self.reading.add(floor, cut)
        self.map_is_seen = False

    def hand_over(self) -> AfterValley:
        """Return what the next act needs."""
        return AfterValley(self.board, VGroup(self.reading, self.spot), self.map_is_seen)


def _soon(share: float) -> float:
    """Leave before what comes in its place."""
    return min(1.0, share / ROW_SHARE)
