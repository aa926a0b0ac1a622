"""Clip 05a, eighth act: rises over the same run add up, and so do slopes."""

from __future__ import annotations

from typing import cast

from manim import DOWN, AnimationGroup, FadeIn, FadeOut, LaggedStart, VGroup

from lessons.derivatives.c05a.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.motion.carry import ARC, carry
from scenes.components.motion.sweep import Sweep, animated, between, log_way
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral, spell
from scenes.components.text.roles import in_roles
from scenes.components.text.table import shortest
from scenes.components.text.text import Words
from scenes.derivatives.c05a_rules_powers_sums_products.act7_layers import AfterLayers
from scenes.derivatives.c05a_rules_powers_sums_products.props.run_marks import RunMarks
from scenes.derivatives.c05a_rules_powers_sums_products.props.waterfall import Heights
from scenes.notation import typst

VALUE_END = 0.96
"""Where the value of the slope ends, as a share of the ground."""
QUESTION, LINE_GAP = ("Do products multiply", "their slopes?"), (theme.CARD_GAP, 0.0, theme.GUTTER)
"""The question in two lines, and the gap between these in frame units."""
STAGGER = (0.0, 0.0, 0.66)
"""How much lower every other name of a slope stands, in frame units: an upright frame is narrow."""
RUN_ROW = 0.62
"""The height of a row between the base and the names, in which the runs are told."""


class SlopesAdd(Act):
    """The rises of a sum, divided by the same nudge, are slopes that add up."""

    numbers: Numbers
    before: AfterLayers

    def prepare(self) -> None:
        """Take over the grown bars."""
        self.bars, self.ground = self.before.bars, self.layout.readable
        self.rises = [*self.before.rises, self.before.total]
        self.gap = float(self.rises[-1].get_left()[0]) - self.bars.span_of(self.last).right

    @property
    def last(self) -> int:
        """The place of the sum."""
        return len(self.before.rises)

    def slopes_add_up(self) -> None:
        self._keep_only_what_grew()
        marks = self._put_on_runs()
        self._magnify(marks)
        self._shrink(marks)
        self._settle(marks)
        lines = self.layout.by_shape(QUESTION, (" ".join(QUESTION),), QUESTION)
        question = VGroup(*(Words(line, size=theme.FORMULA_SIZE) for line in lines))
        question.arrange(DOWN, buff=self.layout.by_shape(*LINE_GAP))
        if self.layout.narrow:  # below the bars
            self.ground.place(question, 0.5, 0.0)
        else:
            self.bars.room_below(self.last - 2, self.last - 1).place(question, 0.5, 0.45)
        self.wait(theme.LEAP)
        self.ask(question)

    def _tell(self, told: list[Numeral]) -> None:
        """Put a number at each rise, and the last one beside the sum."""
        *terms, whole = told
        for place, number in enumerate(terms):
            self.bars.put_above(number, place)
        if self.layout.narrow:
            self.bars.put_above(whole, self.last)
        else:
            self.bars.put_beside_sum(whole, self.gap)

    def _keep_only_what_grew(self) -> None:
        """Let all that stood before the nudge sink away; the rises take the width of a run."""
        numbers, bars = self.numbers, self.bars
        first, run = numbers.sums[0], float(numbers.nudges[0])
        highest = float(sum(rate for rate in first.rates if rate > 0))
        base = bars.base_height + RUN_ROW
        unit = (bars.region.top - theme.ROW_PITCH - base) / highest
        # A run of one unit will be as wide as a bar is now.
        looks = ((bars.unit, bars.base_height, bars.share), (unit, base, bars.share * run))

        def sink(share: float) -> None:
            bars.look(*(now + share * (goal - now) for now, goal in zip(*looks, strict=True)))
            bars.set_heights((1 - share) * first.heights).set_rises(first.rises)
            self._tell(self.rises)

        before = self.before
        self.play(
            FadeOut(before.layers, before.brace, before.formula, run_time=theme.LEAP),
            Sweep(
                sink,
                between(0.0, 1.0),
                *(bars.bars, bars.caps, bars.stacked, bars.steps, bars.base, *self.rises),
                run_time=theme.STEP,
                rate_func=theme.TRAVEL,
            ),
        )
        self.remove(bars.bars)

    def _put_on_runs(self) -> RunMarks:
        """Put each rise on the same run, and say what is divided by it."""
        numbers, bars = self.numbers, self.bars
        rise, run, rate = (
            spell(value, shortest(value))
            for value in (numbers.sum_rise, float(numbers.nudges[0]), numbers.sum_rate)
        )
        marks = RunMarks(bars, run)
        quotient = self.quotient = in_roles(
            f"{{{{Delta f : rise0}}}} \\/ {{{{Delta x : run0}}}} = {{{{{rise} : rise1}}}} \\/ "
            f"{{{{{run} : run1}}}} {{{{= : is}}}} {{{{{rate} : approx}}}}",
            size=theme.KEY_SIZE,
        )
        self._at_top(self.ground.fit(quotient), 0.0)
        self.play(
            Sweep(bars.clear_caps, between(0.0, 1.0), bars.caps, bars.stacked, run_time=theme.FADE),
            animated(bars.steps, run_time=theme.FADE).set_color(theme.RISE),
            FadeIn(marks, run_time=theme.FADE),
        )
        self.play(
            FadeIn(quotient.without("rise1", "run1", "is", "approx"), run_time=theme.FADE),
            *carry(self.rises[-1], quotient.part("rise1"), run_time=theme.STEP),
            *carry(
                self.before.change.number, quotient.part("run1"), angle=-ARC, run_time=theme.STEP
            ),
        )
        return marks

    def _magnify(self, marks: RunMarks) -> None:
        """Magnify every triangle alike, until its run is one unit long and its rise the slope."""
        numbers, bars, run = self.numbers, self.bars, float(self.numbers.nudges[0])
        unit, full = bars.unit, bars.share / run

        def magnify(length: float) -> None:
            bars.look(unit, bars.base_height, full * length)
            bars.set_rises(numbers.rises_over(length))
            marks.follow()
            self._tell(self.rises)

        self.play(
            Sweep(
                magnify,
                between(run, 1.0),
                *(bars.caps, bars.stacked, bars.steps, marks, *self.rises),
                run_time=theme.STEP,
                rate_func=theme.TRAVEL,
            )
        )
        self.tags = [
            Numeral(value, 2, digits=2, signed=value < 0, size=theme.TABLE_SIZE, color=theme.APPROX)
            for value in (*numbers.sums[0].rates, numbers.sum_rate)
        ]
        self._tell(self.tags)
        before = marks.lengths
        marks.lengths = marks.measure(spell(1, 0))
        self.play(
            FadeOut(*self.rises, before),
            FadeIn(*self.tags, marks.lengths, self.quotient.parts("is", "approx")),
            run_time=theme.LEAP,
        )
        self.wait(theme.HOLD)

    def _shrink(self, marks: RunMarks) -> None:
        """Let the nudge shrink; every run stays one unit long in the picture."""
        numbers, bars, change = self.numbers, self.bars, self.before.change
        wide, tight = float(numbers.nudges[0]), float(numbers.nudges[-1])

        def shrink(dx: float) -> None:
            now: Heights = numbers.sum_under(dx).rates
            bars.set_rises(now)
            change.set_value(dx)
            marks.follow()
            for tag, value in zip(self.tags, (*now, sum(now)), strict=True):
                tag.set_value(value)
            self._tell(self.tags)

        self.play(
            FadeOut(self.quotient, run_time=theme.LEAP),
            Sweep(
                shrink,
                log_way(wide, tight),
                *(bars.caps, bars.stacked, bars.steps),
                *(marks.runs, marks.slants, marks.lengths, *self.tags, change),
                run_time=theme.WRITE,
            ),
        )

    def _settle(self, marks: RunMarks) -> None:
        """Turn the rises into slopes, and build their sum as it is spoken."""
        numbers, bars = self.numbers, self.bars
        exact = numbers.sums[-1].slopes
        settled = [self._number(value) for value in (*exact, numbers.total_slope)]
        bars.set_rises(exact)
        marks.follow()
        self._tell(settled)
        at = spell(numbers.sum_at, 0)
        told = [*(f"({typst(term.expression)})'" for term in numbers.sums[0].terms), f"f'({at})"]
        names = [
            Formula(name, size=theme.TABLE_SIZE, color=theme.EXACT)
            .move_to(before)
            .stand_on(cast(Formula, before).baseline - place % 2 * self.layout.by_shape(*STAGGER))
            for place, (name, before) in enumerate(zip(told, bars.names, strict=True))
        ]
        # The slope stands where the sum stood, and its value where the input did.
        formula, value = (
            in_roles(f"{name} = {{{{{told} : exact}}}}", size=theme.KEY_SIZE)
            for name, told in (
                ("f'", typst(numbers.total.derivative_expression)),
                (f"f'({at})", spell(numbers.total_slope, 0)),
            )
        )
        self._at_top(formula, 0.0)
        self._at_top(value, VALUE_END)
        if self.layout.upright:  # below the formula, as the input stood
            self.ground.place(value, 0.0, 1.0).stand_on(self.before.at.baseline)
        *terms, whole = settled
        stack = VGroup(
            *(
                bars.put_beside_stack(self._number(slope), place)
                for place, slope in enumerate(exact)
                if slope  # one of zero adds nothing
            )
        )
        beside = float(stack.get_right()[0]) - bars.span_of(self.last).right + theme.BRACE_GAP
        brace = VGroup()
        if not self.layout.narrow:
            brace.add(bars.brace_total(whole, theme.EXACT, beside).brace)
        self.play(
            bars.settle(),
            FadeOut(marks.slants, *self.tags, self.before.change, self.before.at, *bars.names),
            FadeIn(marks.slopes(), formula, *terms, *names),
            run_time=theme.FADE,
        )
        self.bring_to_front(marks.runs)
        self.play(
            LaggedStart(
                *(
                    AnimationGroup(*carry(number, copy))
                    for number, copy in zip(
                        [term for term in terms if term.value], stack, strict=True
                    )
                ),
                lag_ratio=theme.ROW_LAG,
                run_time=theme.WRITE,
            )
        )
        self.play(FadeIn(brace, whole, value, run_time=theme.FADE))

    def _at_top(self, formula: Formula, share: float) -> None:
        self.ground.place(formula, share, 1.0).stand_on(self.before.formula.baseline)

    @staticmethod
    def _number(value: float) -> Numeral:
        return Numeral(value, shortest(value), size=theme.TABLE_SIZE, color=theme.EXACT)
