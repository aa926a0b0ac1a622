"""Clip 09b, fourth act: the epochs that the slow way along the floor needs."""

from __future__ import annotations

from itertools import pairwise

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    FadeIn,
    FadeOut,
    Line,
    ReplacementTransform,
    VGroup,
)

from lessons.derivatives.c09b.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.motion.carry import late
from scenes.components.motion.sweep import animated
from scenes.components.text.decimals import places, whole_digits
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral, spell
from scenes.components.text.readout import Readout
from scenes.components.text.text import Words
from scenes.derivatives.c09b_regression_the_surprise.act3_speeds import AfterRace
from scenes.derivatives.c09b_regression_the_surprise.props.after_valley import AfterValley
from scenes.derivatives.c09b_regression_the_surprise.props.printed_line import PrintedLine
from scenes.derivatives.c09b_regression_the_surprise.props.printing import DECIMALS
from scenes.derivatives.c09b_regression_the_surprise.props.tenfold_road import TenfoldRoad
from scenes.derivatives.c09b_regression_the_surprise.props.way_left import ALONG

QUICK = 10
"""From which epoch on the printed line is shown."""
COUNTER_AT, COUNTER_SIZE = 0.84, 150.0
"""How high the counter stands, as a share of the height, and how large its number is."""
ROAD = (0.02, 0.98, 0.25, 0.45)
"""The part of the frame that the road fills."""
SQUARE_ROAD, UPRIGHT_ROAD = (0.15, 0.25, 0.12, 0.87), (0.28, 0.48, 0.08, 0.62)
"""The same in narrow frames, where the road leads up."""
BESIDE_ROAD = 0.5
"""The share of a square frame's width that the road takes with its numbers."""
SQUARE_ROWS, UPRIGHT_ROWS = (0.6, 0.4), (0.9, 0.77)
"""How high counter and printed line stand in narrow frames, as shares of the height."""
STRETCHES = (1.6, 1.2, 1.0, 0.9, 0.6)
"""How long the ball takes for each stretch, in seconds: it is a time lapse."""
LAST_STRETCH = len(STRETCHES) - 1
_NEXT = {False: "thick", True: "\\ "}
"""What stands between two parts of a formula, by whether the second begins a new line."""
CLEARED = 0.5
"""The share of a change after which what stood in a place has left it."""
ROAD_LATE = 0.4
"""The share of the leg's way to its place after which the road comes in."""


class StepsNeeded(Act):
    """The floor becomes a road, on which each tenfold costs equally many steps."""

    numbers: Numbers
    before: AfterRace

    def prepare(self) -> None:
        """Take over the map."""
        self.board, self.rest = self.before.board, self.before.rest
        self.map_is_seen = True

    def counter_spins(self) -> None:
        numbers = self.numbers
        needed = numbers.epochs_needed
        if needed is None:
            self._count_is_hopeless()
            return
        self.map_is_seen = False
        room = self.layout.readable
        stops = [0.0, *(epoch for epoch in numbers.tenths if epoch < needed), float(needed)]
        road, label = self._road(stops)
        counter = Readout("k =", needed, digits=whole_digits(needed), flush=True, size=COUNTER_SIZE)
        line = PrintedLine(numbers, min(QUICK, needed))
        if self.layout.narrow:
            self._stack(counter, line)
        else:
            VGroup(counter, line).arrange(RIGHT, buff=theme.COLUMN_GAP)
            room.place(counter, 0.0, COUNTER_AT)
            room.place(line, 1.0, 0.0).set_y(float(counter.number.get_y()))

        def walk(epoch: float) -> None:
            road.put(epoch)
            counter.set_value(round(epoch))
            line.put(numbers.setting_after(round(epoch)))

        counter.set_value(0)
        self.wait(theme.STEP)
        self.play(
            FadeOut(label, run_time=theme.LEAP),
            FadeIn(counter, rate_func=late(CLEARED)),
            run_time=theme.STEP,
        )
        for place, (start, end) in enumerate(pairwise(stops)):
            if place == 1:
                self.play(FadeIn(line, run_time=theme.LEAP))
            seconds = STRETCHES[min(place, LAST_STRETCH)]
            self.play(road.run(walk, start, end, counter, line, run_time=seconds))
        if len(stops) == 2:
            self.play(FadeIn(line))
        self.play(animated(line, run_time=theme.FADE).set_color(theme.EXACT))
        self.point_at(counter.number)
        self.wait(theme.THINK)

    def _stack(self, counter: Readout, line: PrintedLine) -> None:
        """Put the printed line below the counter: above an upright road, or beside it."""
        room = self.layout.readable.part(0.0 if self.layout.upright else BESIDE_ROAD, 1.0, 0.0, 1.0)
        rows = self.layout.by_shape((), SQUARE_ROWS, UPRIGHT_ROWS)
        for thing, height in zip((counter, line), rows, strict=True):
            room.inset(theme.CARD_GAP).fit(thing).move_to(room.at(0.5, height))

    def _road(self, stops: list[float]) -> tuple[TenfoldRoad, Formula]:
        """Let the leg along the floor become a road that fills the frame, with its length."""
        numbers, room = self.numbers, self.layout.readable
        upright = self.layout.narrow
        road = TenfoldRoad(
            room.part(*self.layout.by_shape(ROAD, SQUARE_ROAD, UPRIGHT_ROAD)),
            stops,
            numbers.slow_part,
            f"Delta {numbers.slow_knob}",
            f'upright("{DECIMALS} decimals right")' if numbers.is_predicted else "",
            upright=upright,
        )
        leg = self.before.road.copy().set_z_index(0)
        label = Formula(
            f'{numbers.slow_knob} upright("is off by") {_NEXT[upright]} '
            f"{spell(numbers.slow_part, places(numbers.slow_part))}",
            size=theme.KEY_SIZE,
        )
        if upright:
            label.next_to(road.ball, RIGHT, buff=road.half)
        else:
            label.next_to(road.ball, UP, buff=theme.CARD_GAP).align_to(road.off, LEFT)
        level = Line(road.at(0.0), road.at(stops[-1]), stroke_color=ALONG)
        self.add(leg)
        leaving = [FadeOut(thing, run_time=theme.LEAP) for thing in self.scene.all_but(leg)]
        self.play(
            *leaving,
            ReplacementTransform(leg, level, run_time=theme.STEP, rate_func=theme.TRAVEL),
            FadeIn(road, label, rate_func=late(ROAD_LATE), run_time=theme.STEP),
        )
        self.remove(level)
        return road, label

    def _count_is_hopeless(self) -> None:
        """Say that there are too many epochs to be counted."""
        numbers, room = self.numbers, self.board.room
        self.play(FadeOut(self.rest, run_time=theme.FADE))
        self.rest = VGroup()
        words = VGroup(
            Words("more than", size=theme.TABLE_SIZE),
            Numeral(numbers.longest_run, grouped=True, size=theme.TITLE_SIZE),
            Words("epochs", size=theme.TABLE_SIZE),
        ).arrange(DOWN, buff=theme.GUTTER)
        room.place(room.fit(words), 0.5, 0.85)
        self.play(FadeIn(words))
        self.rest.add(words)
        if numbers.epochs_predicted is not None:
            digits, power = numbers.predicted_digits
            rule = Formula(f"approx {spell(digits, 1)} dot 10^({power})", size=theme.KEY_SIZE)
            rule.next_to(words, DOWN, buff=theme.CARD_GAP)
            self.play(FadeIn(rule))
            self.rest.add(rule)
        self.wait(theme.THINK)

    def hand_over(self) -> AfterValley:
        """Return what the next act needs."""
        return AfterValley(self.board, self.rest, self.map_is_seen)
