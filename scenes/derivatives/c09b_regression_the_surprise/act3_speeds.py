"""Clip 09b, third act: the two speeds of the valley, and the epochs that the slow one needs."""

from __future__ import annotations

from itertools import pairwise

from manim import DOWN, LEFT, RIGHT, UP, Create, FadeIn, FadeOut, Line, ReplacementTransform, VGroup

from lessons.derivatives.c09b.numbers import Numbers
from mathcore.optimization.regression import Parameters
from scenes import theme
from scenes.act import Act
from scenes.components.motion.carry import carry, late
from scenes.components.motion.sweep import Sweep, animated, between
from scenes.components.text.decimals import places, whole_digits
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral, spell
from scenes.components.text.readout import Readout
from scenes.components.text.roles import wear_roles
from scenes.components.text.text import Words
from scenes.derivatives.c09b_regression_the_surprise.props.after_valley import AfterValley
from scenes.derivatives.c09b_regression_the_surprise.props.creep_road import CreepRoad
from scenes.derivatives.c09b_regression_the_surprise.props.floor_leg import FloorLeg
from scenes.derivatives.c09b_regression_the_surprise.props.mode_bars import ModeBars
from scenes.derivatives.c09b_regression_the_surprise.props.printed_line import PrintedLine
from scenes.derivatives.c09b_regression_the_surprise.props.printing import DECIMALS, alpha_text
from scenes.derivatives.c09b_regression_the_surprise.props.view_path import Spot
from scenes.derivatives.c09b_regression_the_surprise.props.way_left import ACROSS, ALONG, WayLeft

QUICK = 10
COUNTER_AT, COUNTER_SIZE = 0.64, 150.0
"""How high the counter stands, as a share of the height, and how large its number is."""
ROAD = (0.0, 0.985, 0.16, 0.3)
"""The part of the frame that the road fills."""
CREEPS = (1.5, 0.9, 0.7, 0.6, 0.6)
LAST_CREEP = len(CREEPS) - 1
"""How long the ball creeps under each magnification, in seconds: it is a time lapse."""
PUSH = 0.5
"""How long the road takes to grow tenfold, in seconds."""
ROAD_LATE = 0.6
"""The share of the leg's way to its place after which the road comes in."""
WAYS = (("across", ACROSS), ("along", ALONG))
BLOCKS = (0.0, 1.0, 0.1, 0.88)
"""The part of the panel in which the two bars stand."""


class TwoSpeeds(Act):
    """Across the valley the distance is soon gone; along it, it shrinks slowly."""

    numbers: Numbers
    before: AfterValley

    def prepare(self) -> None:
        """Take over the map."""
        self.board, self.rest = self.before.board, self.before.rest
        self.drawn, self.map_is_seen = VGroup(), True

    def two_speeds(self) -> None:
        numbers, board = self.numbers, self.board
        self.play(FadeOut(self.rest))
        head = self._head()
        self.counter.set_value(0)
        bars = ModeBars(board.room.part(*BLOCKS), [color for _, color in WAYS])
        directions = numbers.curvatures.directions.tolist()
        blocks = VGroup()
        self.play(FadeIn(head[1], run_time=theme.FADE))
        for way, (name, color), line, row in zip(
            directions, WAYS, self._factors(), bars.rows, strict=True
        ):
            axis = board.view.through(numbers.floor.best, way, color)
            told = Words(f"{name}, a step keeps", size=theme.DIGIT_SIZE, color=color)
            block = VGroup(told, board.room.fit(line)).arrange(
                DOWN, aligned_edge=LEFT, buff=theme.LEG_GAP
            )
            block.next_to(row[0], UP, buff=theme.LABEL_GAP, aligned_edge=LEFT)
            self.play(Create(axis), FadeIn(block, row))
            self.drawn.add(axis)
            blocks.add(block)
        self._race(bars)
        self.rest = VGroup(head, blocks, bars)

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
        """Write what one step keeps of the distance across, and along."""
        numbers, lines = self.numbers, []
        for value, factor, (_, color) in zip(
            numbers.curvatures.values.tolist(),
            numbers.contraction.factors.tolist(),
            WAYS,
            strict=True,
        ):
            # What counts is how far a factor is from one.
            digits = places(1 - abs(factor))
            line = wear_roles(
                Formula(
                    f"1 - {{{{alpha : alpha}}}} dot "
                    f"{{{{{spell(value, max(places(value), 2))} : curvature}}}} = "
                    f"{{{{{spell(factor, digits)} : kept}}}}",
                    size=theme.TABLE_SIZE,
                )
            )
            line.part("alpha").set_color(theme.ALPHA)
            line.part("kept").set_color(color)
            lines.append(line)
        return lines

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
            counter.set_value(round(epoch))
            line.put(numbers.setting_after(round(epoch)))

        counter.set_value(0)
        rule = self._predict(label, counter)
        stops = [0.0, *(epoch for epoch in numbers.tenths if epoch < needed), float(needed)]
        for push, (start, end) in enumerate(pairwise(stops)):
            if push == 1:
                self.play(FadeIn(road.badge, line, run_time=theme.LEAP))
            if push:
                self.play(road.push(push, run_time=PUSH))
            seconds = CREEPS[min(push, LAST_CREEP)]
            others = []
            if push and push == len(stops) - 2 and rule is not None:
                enough = Words(
                    f"{DECIMALS} decimals right", size=theme.TABLE_SIZE, color=theme.EXACT
                )
                enough.next_to(road.zone, UP, buff=theme.GUTTER)
                others = [FadeIn(enough), FadeOut(road.badge)]
            self.play(
                road.run(creep, start, end, counter, line, run_time=seconds),
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
            found.next_to(rule, RIGHT, buff=theme.CARD_GAP).stand_on(rule.baseline)
            self.play(right, FadeIn(found, shift=theme.NUDGE_SHIFT * RIGHT))
        self.wait(theme.THINK)

    def _road(self) -> tuple[CreepRoad, Formula]:
        """Let the leg along the floor become a road that fills the frame, with its length."""
        numbers, room = self.numbers, self.layout.readable
        road = CreepRoad(
            room.part(*ROAD).inset(theme.TICK),
            max(numbers.slow_part, numbers.half_unit),
            numbers.half_unit,
            len(numbers.tenths),
            f"Delta {numbers.slow_knob}",
        )
        leg = self.leg.road.copy().set_z_index(0)
        label = Formula(
            f"{{{{Delta {numbers.slow_knob} = : name}}}} "
            f"{{{{{spell(numbers.slow_part, DECIMALS)} : way}}}}",
            size=theme.KEY_SIZE,
        )
        label.next_to(road.ball, UP, buff=theme.CARD_GAP).align_to(road.letter, LEFT)
        level = Line(road.at(road.whole), road.at(0.0), stroke_color=ALONG)
        self.add(leg)
        self.clear_stage(leg)
        self.play(
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
        self.play(*carry(label.part("way"), rule.part("way")))
        self.play(FadeIn(rule.without("way"), counter), FadeOut(label), run_time=theme.FADE)
        self.add(rule)
        return rule

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
        return AfterValley(self.board, VGroup(self.rest, self.drawn), self.map_is_seen)
