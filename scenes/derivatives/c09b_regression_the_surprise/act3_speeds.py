"""Clip 09b, third act: the two speeds of the valley, and the epochs that the slow one needs."""

from __future__ import annotations

from manim import DOWN, LEFT, RIGHT, UP, Create, FadeIn, FadeOut, VGroup

from lessons.derivatives.c09b.numbers import Numbers
from mathcore.optimization.regression import Parameters
from scenes import theme
from scenes.act import Act
from scenes.components.motion.carry import carry
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import Sweep, animated, between
from scenes.components.text.decimals import places, whole_digits
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral, spell
from scenes.components.text.readout import Readout
from scenes.components.text.roles import wear_roles
from scenes.components.text.text import Words
from scenes.derivatives.c09b_regression_the_surprise.props.after_valley import AfterValley
from scenes.derivatives.c09b_regression_the_surprise.props.floor_leg import FloorLeg
from scenes.derivatives.c09b_regression_the_surprise.props.mode_bars import ModeBars
from scenes.derivatives.c09b_regression_the_surprise.props.printing import DECIMALS, alpha_text
from scenes.derivatives.c09b_regression_the_surprise.props.view_path import Spot, chip
from scenes.derivatives.c09b_regression_the_surprise.props.way_left import ACROSS, ALONG, WayLeft

QUICK = 10
COUNTER_AT, LINE_AT = 0.3, 0.0
"""How high the counter and the printed line stand on the panel."""
WAYS = (("across", ACROSS), ("along", ALONG))
BLOCKS = (0.0, 1.0, 0.1, 0.88)
"""The part of the panel in which the two bars stand."""


class TwoSpeeds(Act):
    """Across the valley the distance is soon gone; along it, it shrinks slowly."""

    numbers: Numbers
    before: AfterValley

    def prepare(self) -> None:
        """Take over the map."""
        self.board, self.rest, self.goal = self.before.board, self.before.rest, self.before.goal
        self.drawn = VGroup()

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
        numbers, board = self.numbers, self.board
        needed = numbers.epochs_needed
        self.play(FadeOut(self.rest, run_time=theme.FADE))
        self.rest = VGroup()
        if needed is None:
            self._count_is_hopeless()
            return
        start = numbers.epochs if numbers.outcome == "slow" else min(QUICK, needed)
        if numbers.is_predicted:
            self._predict()
        counter = self._counter(start, needed)
        found = self._found()
        line, w, b, steady = self._line(start)
        board.room.place(board.room.fit(line), 0.0, LINE_AT)
        self._stand_at(start)
        self.play(FadeIn(counter, line, run_time=theme.FADE))

        def spin(share: float) -> None:
            epoch = numbers.epoch_at(start, needed, share)
            at = self._stand_at(epoch)
            counter[1].set_value(epoch)
            w.set_value(at.w)
            b.set_value(abs(at.b) if steady else at.b)

        moved = (counter, w, b, self.spot, self.way)
        self.play(Sweep(spin, between(0.0, 1.0), *moved, run_time=theme.DRAW))
        right = animated(line, run_time=theme.FADE).set_color(theme.EXACT)
        self.rest.add(counter, line)
        if found is None:
            self.play(right)
        else:  # only now is it said why the counter stops there
            self.play(right, emerge(found, self.rule))
            self.rest.add(found)
        self.wait(theme.THINK)

    def _predict(self) -> None:
        """Measure what is left along the floor, and ask for less than half a unit at the end."""
        numbers, room = self.numbers, self.board.room
        way = spell(numbers.slow_part, DECIMALS)
        label = Formula(
            f"{{{{Delta {numbers.slow_knob} = : name}}}} {{{{{way} : way}}}}",
            size=theme.DIGIT_SIZE,
        )
        measured = self.leg.measure(numbers.slow_knob, chip(label), theme.INK, self.board.open_room)
        self.play(FadeIn(measured), FadeOut(self.leg.half), run_time=theme.FADE)
        self.leg.remove(self.leg.half)
        slow = float(numbers.contraction.factors[1])
        # With fewer digits, what is written would not give what is claimed.
        factor = spell(slow, places(1 - slow) + 1)
        rule = Formula(
            f"{{{{{way} : way}}}} dot {{{{{factor} : kept}}}}^k < "
            f"{spell(numbers.half_unit, DECIMALS + 1)}",
            size=theme.TABLE_SIZE,
            colors={"kept": ALONG},
        )
        room.place(room.fit(rule), 0.0, 1.0)
        self.play(*carry(label.part("way"), rule.part("way")))
        told = Words(
            f"half a unit in the {DECIMALS}th decimal", size=theme.DIGIT_SIZE, color=theme.MUTED
        )
        room.fit(told).next_to(rule, DOWN, buff=theme.LABEL_GAP, aligned_edge=LEFT)
        self.play(FadeIn(rule.without("way"), told, run_time=theme.FADE))
        self.add(rule)
        self.rule, self.told = rule, told
        self.rest.add(measured, rule, told)

    def _found(self) -> Readout | None:
        """Return what the slow way asks of the epochs, which stands below its inequality."""
        if not self.numbers.is_predicted:
            return None
        found = Readout(
            "=> k >",
            self.numbers.epochs_predicted or 0.0,
            decimals=1,
            size=theme.KEY_SIZE,
        )
        found.number.shift(theme.TICK * RIGHT)
        return found.next_to(self.told, DOWN, buff=theme.CARD_GAP, aligned_edge=LEFT)

    def _counter(self, start: int, needed: int) -> VGroup:
        """Return the counter of epochs behind its name; it grows to the right."""
        room = self.board.room
        name = Formula("k =", size=theme.TITLE_SIZE)
        number = Numeral(
            needed, digits=whole_digits(needed), flush=True, size=theme.OPENING_SIZE
        ).stand_on(name.baseline)
        number.start_at(float(name.get_right()[0]) + theme.LABEL_GAP)
        counter = VGroup(name, number)
        room.place(room.fit(counter), 0.0, COUNTER_AT)
        number.set_value(start)
        return counter

    def _line(self, start: int) -> tuple[VGroup, Numeral, Numeral, bool]:
        """Return the printed line, its two numbers, and whether b keeps its sign on the way."""
        numbers = self.numbers
        first, best = numbers.setting_after(start), numbers.expected
        # The sign of b stands in the sum, unless it changes on the way.
        steady = first.b * best.b > 0
        sign = "" if not steady else "+" if first.b > 0 else "-"
        w, b = (
            Numeral(
                value,
                DECIMALS,
                digits=whole_digits(value, goal),
                signed=signed,
                plus=plus,
                size=theme.FORMULA_SIZE,
                color=theme.APPROX,
            )
            for value, goal, signed, plus in (
                (first.w, best.w, first.w < 0 or best.w < 0, False),
                (abs(first.b) if steady else first.b, best.b, not steady, not steady),
            )
        )
        line = VGroup(w, Formula(f"x {sign}", size=theme.FORMULA_SIZE), b)
        line.arrange(RIGHT, buff=theme.LABEL_GAP)
        line[1].stand_on(w.baseline)
        return line, w, b, steady

    def _count_is_hopeless(self) -> None:
        """Say that there are too many epochs to be counted."""
        numbers, room = self.numbers, self.board.room
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
        return AfterValley(self.board, VGroup(self.rest, self.drawn), self.goal)
