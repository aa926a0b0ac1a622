"""Clip 09b, second act: a narrow valley, its two speeds, and the epochs that they need."""

from __future__ import annotations

from collections.abc import Sequence

from manim import DOWN, LEFT, RIGHT, FadeIn, FadeOut, VGroup, VMobject

from lessons.derivatives.c09b.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.landscape.banded_surface import BandedSurface
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.decimals import common_places, places, whole_digits
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.readout import Readout
from scenes.components.text.table import Column, ValueTable
from scenes.components.text.text import Words
from scenes.derivatives.c09b_regression_the_surprise.props.after_valley import AfterValley
from scenes.derivatives.c09b_regression_the_surprise.props.board import Board
from scenes.derivatives.c09b_regression_the_surprise.props.moving_map import (
    ON_MAP,
    valley_shares,
)
from scenes.derivatives.c09b_regression_the_surprise.props.oval_size import OvalSize
from scenes.derivatives.c09b_regression_the_surprise.props.view_path import Goal, HopPath, ViewPath
from scenes.derivatives.c09b_regression_the_surprise.props.way_left import ACROSS, ALONG
from scenes.derivatives.shared.loss_bowl import BowlRig
from scenes.layout import Region

TOLD = 3
CREEP = 0.8
BOWL_PART = (0.0, 0.72, 0.08, 1.0)
"""The part of the stage in which the bowl stands before it becomes the map."""
NARROW_BOWL = (0.0, 1.0, 0.3, 1.0)
"""The same in a narrow frame."""
SHAPE_AT, SQUARE_SHAPE_AT = (0.0, 0.0), (1.0, 0.5)
"""Where on the panel length and width are divided."""
SHAPE_DIGITS = 2


class NarrowValley(Act):
    """The descent crosses the valley fast, and creeps along its floor."""

    numbers: Numbers

    def narrow_valley(self) -> None:
        numbers = self.numbers
        self.clear_stage(run_time=theme.LEAP)
        self.board = board = Board(self.layout, numbers, numbers.near)
        self.rest = VGroup()
        self._look_into_the_bowl()
        if numbers.outcome == "diverges":
            self._run_away()
            return
        epochs = numbers.trail_epochs
        stops = [epochs.index(epoch) for epoch in numbers.shown_epochs]
        self.path = path = ViewPath(
            board.view, numbers.trail_points, marks=sorted({*range(stops[0] + 1), *stops})
        )
        board.view.hold(path)
        told = self._readings()
        goal = goal_on(board, numbers)
        board.view.hold(goal)
        parts = (path, board.panel, goal, *told)
        self.play(*(FadeIn(part) for part in parts), run_time=theme.FADE)
        size = self._size()
        if size:
            self._measure(*size)
        self._go(0, stops[0], theme.DRAW)
        if numbers.close_times > 1:
            # The panel's note names how many times larger the lens shows the valley's floor.
            self._push_in(goal)
        names = VGroup()
        for start, stop in zip(stops, [*stops[1:], stops[-1]], strict=True):
            name = self._epoch_name(start, size, first=not len(names))
            if all(clear_of(name, other) for other in names):
                names.add(name)
                self.play(FadeIn(name, run_time=theme.FADE))
            if stop > start:
                self._go(start, stop, CREEP)
        self.rest.add(path, names, *told, *size)
        self.wait(theme.THINK)

    def _look_into_the_bowl(self) -> None:
        """Show the bowl of clip 09a, and turn it until it is the map."""
        machine, board = self.numbers.machine, self.board
        if not (machine.plane.equal and self.numbers.near.equal):
            self.play(FadeIn(board.view), FadeIn(board.scale))
            return
        stage = self.layout.stage
        room = stage.part(*(NARROW_BOWL if self.layout.narrow else BOWL_PART))
        bowl = BowlRig(machine, room, machine.start)
        surface = BandedSurface(bowl.terrain, machine.levels)
        surface.shares = valley_shares(len(machine.levels) + 1)
        surface.refresh()
        bowl.relief.hold(surface)
        bowl.relief.release(bowl.drop, bowl.ball)
        self.play(FadeIn(bowl.floor, bowl.axis, surface), run_time=theme.FADE)
        self.add(bowl.relief)
        self.bring_to_front(bowl.axis)
        self.wait(theme.STEP)
        (left, bottom, _), (right, top, _) = board.view.place_all(machine.plane.corners)
        self.play(
            bowl.look_down(Region(float(left), float(right), float(bottom), float(top))),
            FadeOut(bowl.floor.names, run_time=theme.FADE),
        )
        self.play(FadeIn(board.view), FadeIn(board.scale), run_time=theme.FADE)
        self.remove(bowl.relief, bowl.axis, bowl.floor, surface)

    def _readings(self) -> VGroup:
        """Return epoch, w and b on the panel."""
        numbers, room = self.numbers, self.board.room
        largest = abs(numbers.trail_points).max(axis=0).tolist()
        lowest = numbers.trail_points.min(axis=0).tolist()
        self.epoch = Readout(
            'upright("epoch")',
            0,
            digits=len(str(numbers.shown_epochs[-1])),
            flush=True,
            size=theme.KEY_SIZE,
        )
        start = numbers.trail_points[0].tolist()
        self.values = VGroup(
            *(
                Readout(
                    f"{name} =",
                    value,
                    decimals=places(most, TOLD + 1),
                    digits=whole_digits(most),
                    signed=low < 0,
                    flush=True,
                    size=theme.KEY_SIZE,
                )
                for name, value, most, low in zip(("w", "b"), start, largest, lowest, strict=True)
            )
        )
        if self.layout.upright:  # the panel is low: both values stand in one row
            self.values.arrange(RIGHT, buff=theme.COLUMN_GAP)
            rows = VGroup(self.epoch, self.values)
        else:
            rows = VGroup(self.epoch, *self.values)
        gap = self.layout.by_shape(theme.COLUMN_GAP, theme.CARD_GAP, theme.COLUMN_GAP)
        rows.arrange(DOWN, aligned_edge=LEFT, buff=gap)
        room.place(room.fit(rows), 0.0, 1.0)
        return VGroup(self.epoch, *self.values)

    def _size(self) -> tuple[()] | tuple[OvalSize, Formula]:
        """Return the length and the width of one oval, and how often one holds the other."""
        numbers, room = self.numbers, self.board.room
        if not numbers.near.equal:  # the picture does not have this shape
            return ()
        size = OvalSize(self.board.view, numbers.map_levels[0])
        ratio = spell(numbers.axis_ratio, places(numbers.axis_ratio, SHAPE_DIGITS))
        shape = Formula(
            f'{{{{upright("length") : length}}}} / {{{{upright("width") : width}}}} = {ratio}',
            size=theme.KEY_SIZE,
            colors={"length": ALONG, "width": ACROSS},
        )
        at = self.layout.by_shape(SHAPE_AT, SQUARE_SHAPE_AT, SHAPE_AT)
        room.place(room.fit(shape), *at)
        self.board.view.hold(size)
        return size, shape

    def _measure(self, size: OvalSize, shape: Formula) -> None:
        """Measure the length of the oval, then its width; only then divide one by the other."""
        length, width = size.names
        for parts in ((size.ring, size.lengthwise, length), (size.guides, size.crosswise, width)):
            self.play(FadeIn(*parts, run_time=theme.LEAP))
        self.play(FadeIn(shape, run_time=theme.LEAP))

    def _go(self, start: int, stop: int, run_time: float) -> None:
        """Run along the path; the readings follow."""
        numbers, path = self.numbers, self.path

        def put(index: float) -> None:
            path.put(index)
            at = min(round(index), len(numbers.trail_epochs) - 1)
            self.epoch.set_value(numbers.trail_epochs[at])
            for reading, value in zip(self.values, numbers.trail_points[at].tolist(), strict=True):
                reading.set_value(value)

        self.play(
            Sweep(put, between(start, stop), path, self.epoch, *self.values, run_time=run_time)
        )

    def _push_in(self, *held: VMobject) -> None:
        """Push in to the floor of the valley."""
        numbers, board = self.numbers, self.board
        self.play(*board.travel(numbers.close, self.path, *held))
        badge = Formula(f"times {numbers.close_times}", size=theme.TABLE_SIZE, color=theme.INK)
        badge.set_stroke(theme.BG, theme.HALO, background=True).set_z_index(ON_MAP)
        board.open_room.inset(theme.GUTTER).place(badge, 0.0, 1.0)
        self.play(FadeIn(badge, run_time=theme.FADE))
        self.rest.add(badge)

    def _epoch_name(self, stop: int, size: Sequence[VMobject], *, first: bool) -> VMobject:
        """Return the epoch of a mark, on the side to which neither path nor measure goes."""
        epoch = self.numbers.trail_epochs[stop]
        name = Words(f"epoch {epoch}" if first else f"{epoch}", size=theme.DIGIT_SIZE)
        name.set_stroke(theme.BG, theme.HALO, background=True).set_z_index(ON_MAP)
        side = RIGHT if self.numbers.way_along[0] < 0 else LEFT
        name.next_to(self.path.place(stop), side, buff=theme.GUTTER)
        if any(not clear_of(name, part) for part in size):
            name.next_to(self.path.place(stop), -side, buff=theme.GUTTER)
        return name

    def _run_away(self) -> None:
        """Past the limit each step lands higher on the other side."""
        numbers, board = self.numbers, self.board
        path = HopPath(
            board.view,
            numbers.diverging.points,
            marks=range(len(numbers.diverging.losses)),
            color=theme.ALARM,
        )
        losses = numbers.shown_losses
        table = ValueTable(
            [
                Column('upright("epoch")', theme.INK, 0),
                Column("J", theme.ALARM, places(float(losses[0]))),
            ],
            [*enumerate(losses.tolist())],
            size=theme.TABLE_SIZE,
            pitch=theme.WIDE_PITCH,
        )
        board.room.place(board.room.fit(table), 0.5, 1.0)
        self.play(FadeIn(path), FadeIn(board.panel), table.open())
        self.play(FadeIn(table.rows[0], run_time=theme.FADE))
        for step in range(len(losses) - 1):
            self.play(path.go(step, step + 1, run_time=theme.STEP))
            self.play(FadeIn(table.rows[step + 1], run_time=theme.LEAP))
        self.rest.add(path, table)

    def hand_over(self) -> AfterValley:
        """Return what the next act needs."""
        return AfterValley(self.board, self.rest)


def clear_of(name: VMobject, other: VMobject) -> bool:
    """Whether two names stand apart from each other."""
    across, up = (abs(name.get_coord(axis) - other.get_coord(axis)) for axis in (0, 1))
    return bool(across > (name.width + other.width) / 2 or up > (name.height + other.height) / 2)


def goal_on(board: Board, numbers: Numbers) -> Goal:
    """Return the mark of the best setting with its two numbers."""
    w, b = (spell(value, common_places([value])) for value in numbers.expected)
    name = Formula(f"({w}, {b})", size=theme.TABLE_SIZE, color=theme.EXACT)
    side = LEFT if numbers.way_along[0] < 0 else RIGHT  # the ball comes along the other one
    return Goal(board.view, numbers.expected, name, board.open_room, side)
