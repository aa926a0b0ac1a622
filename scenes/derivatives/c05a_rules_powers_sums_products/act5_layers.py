"""Clip 05a, fifth act: stacked heights add their rises, and so their slopes."""

from __future__ import annotations

from typing import cast

from manim import (
    DOWN,
    RIGHT,
    FadeIn,
    FadeOut,
    LaggedStart,
    ReplacementTransform,
    TransformFromCopy,
    VGroup,
)

from lessons.derivatives.c05a.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.motion.carry import carry
from scenes.components.motion.sweep import Sweep, animated, between, log_way
from scenes.components.text.formula import Formula, Morph
from scenes.components.text.numeral import Numeral, spell
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.components.text.table import shortest
from scenes.components.text.text import Words
from scenes.derivatives.c05a_rules_powers_sums_products.act4_stretch import AfterStretch
from scenes.derivatives.c05a_rules_powers_sums_products.props.waterfall import Waterfall
from scenes.layout import Region
from scenes.notation import typst

BARS_END = 0.86
"""Where the bars end, as a share of the ground: beside the sum it is told by what it grows."""
VALUE_END = 0.96
"""Where the value of the slope ends, which swells once."""
FORMULA_ROOM = 0.13
"""What the formula takes above the heights, as a share of the ground."""
LEAST_NUDGE = 0.01
"""The nudge at which the caps begin to grow, as a share of the whole one."""


class LayersAdd(Act):
    """A sum of functions adds the rises of its terms, and with them their slopes."""

    numbers: Numbers
    before: AfterStretch

    def layers_grow(self) -> None:
        asked, answer = self.before.asked, self.before.answer
        low_slope, tall_slope = self.before.slopes
        self.play(FadeIn(low_slope, run_time=theme.LEAP))
        self.play(
            FadeIn(tall_slope, run_time=theme.LEAP),
            FadeOut(asked.part("m"), run_time=theme.LEAP),
            FadeIn(answer.part("m"), run_time=theme.LEAP),
        )
        factor = spell(self.numbers.stretch, 0)
        rule = in_roles(
            f"({{{{{factor} : m0}}}} x^2)' = {{{{{factor} : m1}}}} dot {{{{2 x : exact}}}}",
            size=theme.KEY_SIZE,
        )
        rule.next_to(answer, DOWN, buff=theme.CARD_GAP)
        rule.shift((asked.get_left()[0] - rule.get_left()[0]) * RIGHT)
        self.play(FadeIn(rule, run_time=theme.FADE))
        self.point_at(low_slope, tall_slope, answer.part("m"))
        self.clear_stage(run_time=theme.LEAP)
        first, numbers = self.numbers.sums[0], self.numbers
        nudge = float(numbers.nudges[0])
        self.names = [*(typst(term.expression) for term in first.terms), "f"]
        reach = numbers.sum_height + numbers.sum_rise
        ground = self._ground
        bars = self.bars = Waterfall(
            first.heights, self.names, ground.part(0.0, BARS_END, 0.0, 1.0 - FORMULA_ROOM), reach
        )
        told = [*first.heights, numbers.sum_height]
        heights = [self._number(value, theme.INK) for value in told]
        for place, number in enumerate(heights):
            bars.put_above(number, place)
        formula = Formula(f"f = {typst(numbers.total.expression)}", size=theme.KEY_SIZE)
        at = Readout("x =", numbers.sum_at, size=theme.TABLE_SIZE)
        change = Readout("Delta x =", nudge, decimals=2, size=theme.TABLE_SIZE, color=theme.RUN)
        inputs = VGroup(at, change).arrange(RIGHT, buff=theme.GUTTER)
        # Above the bars, where nothing grows.
        ground.place(formula, 0.0, 1.0)
        ground.place(inputs, 1.0, 1.0)
        for one in (at, change):
            one.stand_on(formula.baseline)
        self.play(
            FadeIn(bars.base, formula, at, run_time=theme.FADE),
            LaggedStart(
                *(
                    FadeIn(bar, name, number)
                    for bar, name, number in zip(bars.bars, bars.names, heights, strict=True)
                ),
                lag_ratio=theme.LAG,
                run_time=theme.WRITE,
            ),
            FadeIn(bars.steps, run_time=theme.WRITE),
        )
        self.wait(theme.HOLD)
        self.play(FadeOut(*heights), FadeIn(change), run_time=theme.LEAP)

        def push(dx: float) -> None:
            bars.set_rises(numbers.sum_under(dx).rises)

        push(nudge * LEAST_NUDGE)
        self.add(bars.caps)
        # Each block begins where the one before it ends now: the stairs are lifted.
        self.play(
            Sweep(
                push,
                between(nudge * LEAST_NUDGE, nudge),
                bars.bars,
                bars.steps,
                bars.caps,
                run_time=theme.DRAW,
            )
        )
        rises = [self._number(value, _role(value), plus=True) for value in first.rises]
        for place, number in enumerate(rises):
            bars.put_above(number, place)
        self.play(FadeIn(*rises, run_time=theme.FADE))
        # What each layer gained is stacked once more upon the sum.
        self.play(
            *(
                TransformFromCopy(cap, goal, run_time=theme.MORPH, rate_func=theme.TRAVEL)
                for cap, goal in zip(bars.caps, bars.stacked, strict=True)
                if len(cap.points)
            )
        )
        total = self._number(numbers.sum_rise, theme.RISE, plus=True)
        told_total = bars.brace_total(total, theme.RISE)
        layers = self.layers = VGroup(
            *(
                bars.put_on_stack(
                    Numeral(
                        value,
                        shortest(value),
                        size=theme.TABLE_SIZE,
                        color=theme.BG if value > 0 else theme.RISE,
                    ),
                    place,
                )
                for place, value in enumerate(first.rises)
                if value
            )
        )
        self.play(FadeIn(layers, run_time=theme.FADE))
        self.play(FadeIn(told_total, run_time=theme.FADE))
        self.formula, self.at, self.change = formula, at, change
        self.leaving = (*rises, told_total)

    @property
    def _ground(self) -> Region:
        """What the bars fill, above the captions."""
        return self.layout.readable

    @staticmethod
    def _number(value: float, color: str, *, plus: bool = False) -> Numeral:
        return Numeral(value, shortest(value), plus=plus, size=theme.TABLE_SIZE, color=color)

    def slopes_add_up(self) -> None:
        numbers, bars = self.numbers, self.bars
        wide, tight = float(numbers.nudges[0]), float(numbers.nudges[-1])
        first, exact = numbers.sums[0], numbers.sums[-1].slopes
        top = float(sum(rate for rate in first.rates if rate > 0))
        # Not what each slope comes to, which its number says.
        slopes = [*(f"({typst(term.expression)})'" for term in first.terms), "f'"]
        rates = Waterfall(
            first.rates,
            slopes,
            self._ground.part(0.0, BARS_END, 0.0, 1.0 - FORMULA_ROOM),
            top,
            theme.RISE,
        )
        count = len(first.rates)
        room = rates.room_below(count - 2, count - 1)
        # It stands below the bar that it names.
        heading = in_roles("{{Delta f : rise}} \\/ {{Delta x : run}}", size=theme.TABLE_SIZE)
        change = self.change
        heading.move_to(bars.names[-1]).stand_on(cast(Formula, bars.names[0]).baseline)
        tags = [
            Numeral(
                value,
                2,
                digits=2,
                signed=value < 0,
                size=theme.TABLE_SIZE,
                color=theme.APPROX,
            )
            for value in (*first.rates, sum(first.rates))
        ]

        def push(dx: float) -> None:
            now = numbers.sum_under(dx).rates
            rates.set_heights(now)
            change.set_value(dx)
            for place, (tag, value) in enumerate(zip(tags, (*now, sum(now)), strict=True)):
                tag.set_value(value)
                rates.put_above(tag, place)

        push(wide)
        leaving = VGroup(*self.leaving, bars.bars, bars.steps)
        leaving.add(bars.names[-1])
        self.add(leaving, bars.caps, bars.stacked, self.layers)
        # The caps come off their bars and are divided by the nudge.
        shown = [place for place, cap in enumerate(bars.caps) if len(cap.points)]
        self.play(
            FadeOut(leaving, self.layers),
            *(
                ReplacementTransform(old, new, rate_func=theme.TRAVEL)
                for old, new in (
                    (
                        VGroup(*(bars.caps[place] for place in shown)),
                        VGroup(*(rates.bars[place] for place in shown)),
                    ),
                    (bars.stacked, rates.bars[-1]),
                )
            ),
            run_time=theme.STEP,
        )
        self.add(rates.bars)
        self.play(FadeIn(heading, rates.steps, *tags), run_time=theme.LEAP)
        self.play(
            Sweep(
                push,
                log_way(wide, tight),
                rates.bars,
                rates.steps,
                *tags,
                change,
                run_time=theme.MORPH,
            ),
        )
        settled = [self._number(value, theme.EXACT) for value in (*exact, numbers.total_slope)]
        rates.set_heights(exact)
        for place, number in enumerate(settled):
            rates.put_above(number, place)
        # The slope stands where the sum stood, and its value where the input did.
        formula = in_roles(
            f"f' = {{{{{typst(numbers.total.derivative_expression)} : exact}}}}",
            size=theme.KEY_SIZE,
        )
        at = spell(numbers.sum_at, 0)
        value = in_roles(
            f"f'({at}) = {{{{{spell(numbers.total_slope, 0)} : exact}}}}", size=theme.KEY_SIZE
        )
        self._ground.place(formula, 0.0, 1.0).stand_on(self.formula.baseline)
        self._ground.place(value, VALUE_END, 1.0).stand_on(self.formula.baseline)
        done = Formula(f"f'({at})", size=theme.TABLE_SIZE, color=theme.EXACT)
        done.move_to(heading).stand_on(heading.baseline)
        before, after = bars.names[:-1], rates.names[:-1].set_color(theme.EXACT)
        self.play(
            Morph(heading, done, run_time=theme.FADE),
            animated(VGroup(rates.bars, rates.steps), run_time=theme.FADE).set_color(theme.EXACT),
            FadeOut(*tags, change, self.at, self.formula, before, run_time=theme.FADE),
            FadeIn(*settled, after, run_time=theme.FADE),
        )
        self.play(FadeIn(formula, value.rest(), run_time=theme.FADE))
        self.play(*carry(settled[-1], value.part("exact")))
        # The sum is spoken before the question comes; a slope of zero adds nothing to it.
        self.point_at(*(number for number, slope in zip(settled, exact, strict=False) if slope))
        self.point_at(settled[-1], value)
        self.wait(theme.HOLD)
        question = VGroup(
            *(
                Words(line, size=theme.FORMULA_SIZE)
                for line in ("Do products multiply", "their slopes?")
            )
        ).arrange(DOWN, buff=theme.CARD_GAP)
        room.place(question, 0.5, 0.45)
        self.ask(question)


def _role(rise: float) -> str:
    """Return the colour of a rise: what does not change steps back."""
    return theme.RISE if rise else theme.MUTED
