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
    VMobject,
)

from lessons.derivatives.c09b.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.motion.carry import carry, late
from scenes.components.motion.sweep import Sweep, animated, between
from scenes.components.text.decimals import places, whole_digits
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral, spell
from scenes.components.text.readout import Readout
from scenes.components.text.text import Words
from scenes.derivatives.c09b_regression_the_surprise.act3_speeds import AfterRace
from scenes.derivatives.c09b_regression_the_surprise.props.after_valley import AfterValley
from scenes.derivatives.c09b_regression_the_surprise.props.creep_road import CreepRoad
from scenes.derivatives.c09b_regression_the_surprise.props.floor_inset import FloorInset
from scenes.derivatives.c09b_regression_the_surprise.props.printed_line import PrintedLine
from scenes.derivatives.c09b_regression_the_surprise.props.printing import DECIMALS
from scenes.derivatives.c09b_regression_the_surprise.props.way_left import ALONG
from scenes.layout import Region

QUICK = 10
"""From which epoch on the printed line is shown."""
COUNTER_AT, COUNTER_SIZE = 0.59, 150.0
"""How high the counter stands, as a share of the height, and how large its number is."""
ROAD = (0.0, 0.985, 0.16, 0.3)
"""The part of the frame that the road fills."""
CREEPS = (1.3, 0.9, 0.7, 0.5, 0.5)
LAST_CREEP = len(CREEPS) - 1
"""How long the ball creeps under each magnification, in seconds: it is a time lapse."""
PUSH = 0.5
"""How long the road takes to grow tenfold, in seconds."""
INSET_HEIGHT = 1.95
"""The height of the map while its floor fills the frame as a road, in frame units."""
ROAD_LATE = 0.6
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
        road, label = self._road()
        counter = Readout("k =", needed, digits=whole_digits(needed), flush=True, size=COUNTER_SIZE)
        line = PrintedLine(numbers, min(QUICK, needed))
        VGroup(counter, line).arrange(RIGHT, buff=theme.COLUMN_GAP)
        room.place(counter, 0.0, COUNTER_AT)
        room.place(line, 1.0, 0.0).set_y(float(counter.number.get_y()))

        def creep(epoch: float) -> None:
            road.put(numbers.left_along(epoch))
            self.inset.put(numbers.left_along(epoch) / road.whole)
            counter.set_value(round(epoch))
            line.put(numbers.setting_after(round(epoch)))

        counter.set_value(0)
        rule = self._predict(label, counter)
        tenfold: VMobject = VGroup()
        stops = [0.0, *(epoch for epoch in numbers.tenths if epoch < needed), float(needed)]
        for push, (start, end) in enumerate(pairwise(stops)):
            if push == 1:
                tenfold = self._tenfold(road, end - start)
                told = [] if rule is None else [FadeOut(*self.tags[1:], run_time=theme.LEAP)]
                self.play(FadeIn(road.badge, tenfold, line, run_time=theme.LEAP), *told)
            if push:
                self.play(road.push(push, run_time=PUSH))
            seconds = CREEPS[min(push, LAST_CREEP)]
            others = []
            if push and push == len(stops) - 2 and rule is not None:
                enough = Words(
                    f"{DECIMALS} decimals right", size=theme.TABLE_SIZE, color=theme.EXACT
                )
                enough.next_to(road.zone, UP, buff=theme.GUTTER)
                others = [FadeIn(enough), FadeOut(road.badge, tenfold)]
            self.play(
                road.run(creep, start, end, counter, line, self.inset, run_time=seconds),
                *others,
                run_time=seconds,
            )
        if len(stops) == 2:
            self.play(FadeIn(line))
        right = animated(line, run_time=theme.FADE).set_color(theme.EXACT)
        if rule is None:
            self.play(right)
        else:  # only now is it said why the counter stops there
            found = Formula(
                f"=> k > {spell(numbers.epochs_predicted or 0.0, 1)}", size=theme.KEY_SIZE
            )
            found.next_to(rule, DOWN, buff=theme.CARD_GAP, aligned_edge=LEFT)
            self.play(
                right,
                FadeOut(self.tags[0], run_time=theme.LEAP / 2),
                FadeIn(found, rate_func=late(ROAD_LATE), run_time=theme.FADE),
            )
        self.wait(theme.THINK)

    def _road(self) -> tuple[CreepRoad, Formula]:
        """Let the leg along the floor become a road that fills the frame, with its length.

        The map stays as a small one, on which the ball creeps along.
        """
        numbers, room = self.numbers, self.layout.readable
        road = CreepRoad(
            room.part(*ROAD).inset(theme.TICK),
            max(numbers.slow_part, numbers.half_unit),
            numbers.half_unit,
            len(numbers.tenths),
            f"Delta {numbers.slow_knob}",
        )
        leg = self.before.road.copy().set_z_index(0)
        label = Formula(
            f'{{{{{numbers.slow_knob} upright("is off by") : name}}}} thin '
            f"{{{{{spell(numbers.slow_part, DECIMALS)} : way}}}}",
            size=theme.KEY_SIZE,
        )
        label.next_to(road.ball, UP, buff=theme.CARD_GAP).align_to(road.letter, LEFT)
        level = Line(road.at(road.whole), road.at(0.0), stroke_color=ALONG)
        view = self.board.view.let_go()
        self.inset = FloorInset(view, numbers.foot, numbers.floor.best)
        view.hold(self.inset)
        self.add(leg)
        leaving = [FadeOut(thing) for thing in self.scene.all_but(view, leg)]
        self.play(*leaving, FadeIn(self.inset), run_time=theme.LEAP)
        large = view.region
        width = INSET_HEIGHT * large.width / large.height
        small = Region(room.right - width, room.right, room.top - INSET_HEIGHT, room.top)

        def shrink(share: float) -> None:
            view.put(view.valley, view.window, large.towards(small, share))

        self.play(
            Sweep(
                shrink,
                between(0.0, 1.0),
                view,
                self.inset,
                run_time=theme.STEP,
                rate_func=theme.TRAVEL,
            ),
            ReplacementTransform(leg, level, run_time=theme.STEP, rate_func=theme.TRAVEL),
            FadeIn(road, label, rate_func=late(ROAD_LATE), run_time=theme.STEP),
        )
        self.remove(level)
        return road, label

    def _predict(self, label: Formula, counter: Readout) -> Formula | None:
        """Ask for less than half a unit at the end; the counter comes along."""
        numbers, room = self.numbers, self.layout.readable
        if not numbers.is_predicted:
            self.play(FadeIn(counter), FadeOut(label), run_time=theme.FADE)
            return None
        way = spell(numbers.slow_part, DECIMALS)
        slow = float(numbers.contraction.factors[1])
        # With fewer digits, what is written would not give what is claimed.
        factor = spell(slow, places(1 - slow) + 1)
        rule = Formula(
            f"{{{{{way} : way}}}} dot {{{{{factor} : kept}}}}^k < "
            f"{{{{{spell(numbers.half_unit, DECIMALS + 1)} : enough}}}}",
            size=theme.KEY_SIZE,
            colors={"enough": theme.EXACT},
        )
        room.place(rule, 0.0, 1.0)
        self.play(*carry(label.part("way"), rule.part("way"), run_time=theme.WRITE))
        self.tags = VGroup(
            *(
                Words(text, size=theme.DIGIT_SIZE, color=color).next_to(
                    rule.part(part), DOWN, buff=theme.LABEL_GAP
                )
                for part, text, color in (
                    ("way", f"{numbers.slow_knob} is off", ALONG),
                    ("kept", "kept a step", ALONG),
                    ("enough", f"{DECIMALS} decimals right", theme.EXACT),
                )
            )
        )
        first, *others = self.tags
        for tag in others:
            tag.stand_on(first.baseline)
        self.play(
            FadeIn(rule.without("way"), self.tags, counter), FadeOut(label), run_time=theme.FADE
        )
        self.add(rule)
        return rule

    def _tenfold(self, road: CreepRoad, steps: float) -> Formula:
        """Say how many steps the road takes for each tenth that is left of it."""
        told = Formula(
            f'upright("each tenfold:") thick {spell(steps, 0)} thick upright("steps")',
            size=theme.TABLE_SIZE,
        )
        told.stand_on(road.badge.baseline)
        return told.shift((self.layout.readable.right - float(told.get_right()[0])) * RIGHT)

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
