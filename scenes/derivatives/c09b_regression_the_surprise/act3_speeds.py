"""Clip 09b, third act: across its floor a descent is quick, along it slow."""

from __future__ import annotations

from dataclasses import dataclass

from manim import DOWN, LEFT, RIGHT, UP, Create, FadeIn, FadeOut, Line, VGroup

from lessons.derivatives.c09b.numbers import Numbers
from mathcore.optimization.regression import Parameters
from scenes import theme
from scenes.act import Act
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.decimals import places, whole_digits
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.readout import Readout
from scenes.components.text.text import Words
from scenes.derivatives.c09b_regression_the_surprise.props.after_valley import AfterValley
from scenes.derivatives.c09b_regression_the_surprise.props.board import Board
from scenes.derivatives.c09b_regression_the_surprise.props.floor_leg import FloorLeg
from scenes.derivatives.c09b_regression_the_surprise.props.mode_bars import ModeBars
from scenes.derivatives.c09b_regression_the_surprise.props.printing import alpha_text
from scenes.derivatives.c09b_regression_the_surprise.props.view_path import Spot
from scenes.derivatives.c09b_regression_the_surprise.props.way_left import ACROSS, ALONG, WayLeft
from scenes.layout import Region

WHOLE = 100
"""All of a distance, in per cent."""
QUICK = 10
WAYS = (("across", ACROSS), ("along", ALONG))
BLOCKS, SQUARE_BLOCKS = (0.0, 1.0, 0.1, 0.88), (0.0, 1.0, 0.16, 1.0)
"""The part of the panel in which the two bars stand: below each other, or side by side."""


@dataclass(frozen=True, slots=True)
class AfterRace:
    """What the race of both distances leaves on stage.

    Attributes
    ----------
    board
        The map with its panel.
    rest
        What else stands there.
    road
        The way along the floor.
    """

    board: Board
    rest: VGroup
    road: Line


class TwoSpeeds(Act):
    """Across the valley the distance is soon gone; along it, it shrinks slowly."""

    numbers: Numbers
    before: AfterValley

    def prepare(self) -> None:
        """Take over the map."""
        self.board, self.rest = self.before.board, self.before.rest
        self.drawn = VGroup()

    def two_speeds(self) -> None:
        numbers, board = self.numbers, self.board
        self.play(FadeOut(self.rest))
        head = self._head()
        self.counter.set_value(0)
        rooms = self._rooms()
        bars = ModeBars(rooms, [color for _, color in WAYS])
        directions = numbers.curvatures.directions.tolist()
        blocks = VGroup()
        self.play(FadeIn(head[1], run_time=theme.FADE))
        for way, (name, color), line, row, room in zip(
            directions, WAYS, self._factors(), bars.rows, rooms, strict=True
        ):
            axis = board.view.through(numbers.floor.best, way, color)
            told = Words(f"{name}, a step keeps", size=theme.DIGIT_SIZE, color=color)
            block = VGroup(told, room.fit(line)).arrange(
                DOWN, aligned_edge=LEFT, buff=theme.LEG_GAP
            )
            block.next_to(row[0], UP, buff=theme.LABEL_GAP, aligned_edge=LEFT)
            self.play(Create(axis), FadeIn(block, row))
            self.drawn.add(axis)
            blocks.add(block)
        self._race(bars)
        self.rest = VGroup(head, blocks, bars)

    def _rooms(self) -> tuple[Region, ...]:
        """Return a room for each way: a square frame has a low and wide panel."""
        room = self.board.room
        rows = room.part(*BLOCKS).rows(1.0, 1.0)
        columns = room.part(*SQUARE_BLOCKS).columns(1.0, 1.0, gap=theme.CARD_GAP)
        return self.layout.by_shape(rows, columns, rows)

    def _head(self) -> VGroup:
        """Return the counter of epochs, and the learning rate."""
        numbers, room = self.numbers, self.board.room
        self.counter = Readout(
            'upright("epoch")',
            round(numbers.contraction.half_life),
            digits=whole_digits(numbers.contraction.half_life),
            flush=True,
            size=theme.TABLE_SIZE,
        )
        alpha = Formula(
            f"alpha = {alpha_text(numbers.alpha)}", size=theme.TABLE_SIZE, color=theme.ALPHA
        )
        room.place(self.counter, 0.0, 1.0)
        room.place(alpha, 1.0, 1.0).stand_on(self.counter.baseline)
        head = VGroup(self.counter, alpha)
        if float(alpha.get_left()[0]) < float(self.counter.get_right()[0]) + theme.GUTTER:
            head.arrange(RIGHT, buff=theme.CARD_GAP)
            room.place(room.fit(head), 0.0, 1.0)
        return head

    def _factors(self) -> list[Formula]:
        """Write what one step keeps of the distance across, and along, in per cent."""
        factors = self.numbers.contraction.factors.tolist()
        # What counts is how far a factor is from one: of that, one digit is told.
        return [
            Formula(
                f"{spell(WHOLE * factor, max(places(WHOLE * (1 - abs(factor)), 1), 0))} thin %",
                size=theme.KEY_SIZE,
                color=color,
            )
            for factor, (_, color) in zip(factors, WAYS, strict=True)
        ]

    def _race(self, bars: ModeBars) -> None:
        """Let both distances shrink until the slow one is halved; the ball runs in the map."""
        numbers, counter, view = self.numbers, self.counter, self.board.view
        half = round(numbers.contraction.half_life)
        self.leg = FloorLeg(view, numbers.foot, numbers.floor.best)
        self.spot = Spot(view, numbers.setting_after(0))
        self.way = WayLeft(view, numbers.setting_after(0))
        self.drawn.add(self.leg, self.way, self.spot)
        self.play(
            FadeIn(bars.half, bars.half_name, counter),
            FadeIn(self.leg),
            FadeIn(self.way),
            FadeIn(self.spot),
        )

        def run(epoch: float) -> None:
            bars.put(*numbers.kept(epoch))
            counter.set_value(round(epoch))
            self._stand_at(round(epoch))

        fast = min(half, QUICK)
        moved = (bars, counter, self.spot, self.way)
        self.play(Sweep(run, between(0, fast), *moved, run_time=theme.DRAW))
        self.play(Sweep(run, between(fast, half), *moved, run_time=theme.JOURNEY))
        self.wait(theme.BREATH)

    def _stand_at(self, epoch: int) -> Parameters:
        """Put the ball where it is after so many epochs, and return where that is."""
        at = self.numbers.setting_after(epoch)
        self.way.put(at)
        self.spot.stand_at(at)
        return at

    def hand_over(self) -> AfterRace:
        """Return what the next act needs."""
        return AfterRace(self.board, VGroup(self.rest, self.drawn), self.leg.road)
