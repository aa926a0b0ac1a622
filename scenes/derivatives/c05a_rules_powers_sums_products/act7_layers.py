"""Clip 05a, seventh act: stacked heights add their rises."""

from __future__ import annotations

from dataclasses import dataclass

from manim import (
    DOWN,
    RIGHT,
    FadeIn,
    FadeOut,
    LaggedStart,
    TransformFromCopy,
    VGroup,
)

from lessons.derivatives.c05a.numbers import Numbers
from mathcore.values import FloatArray
from scenes import theme
from scenes.act import Act
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral, spell
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.components.text.table import shortest
from scenes.derivatives.c05a_rules_powers_sums_products.act6_stretch import AfterStretch
from scenes.derivatives.c05a_rules_powers_sums_products.props.waterfall import Waterfall
from scenes.notation import typst

BARS_AT = ((0.0, 0.845, 0.0, 0.87), (0.0, 0.84, 0.12, 0.81), (0.02, 0.82, 0.205, 0.83))
"""The part of the frame for the bars in a wide, in a square and in an upright frame, as shares:
above it stands the formula, beside it by what the sum grows, below it perhaps a question."""
INPUTS_BELOW = 0.95
"""How far below the formula the inputs stand in a narrow frame, in frame units."""
LEAST_NUDGE = 0.01
"""The nudge at which the caps begin to grow, as a share of the whole one."""


@dataclass(frozen=True, slots=True)
class AfterLayers:
    """The bars under the nudge, and what is told of them.

    Attributes
    ----------
    bars
        The terms and their sum, each with what it grew by.
    rises
        What each term grew by, told at its bar.
    total
        How much the sum grew by.
    brace
        The brace over that, if there is one.
    layers
        What each term grew by, told on the sum.
    formula
        The sum as a formula.
    at, change
        The input and its nudge.
    """

    bars: Waterfall
    rises: list[Numeral]
    total: Numeral
    brace: VGroup
    layers: VGroup
    formula: Formula
    at: Readout
    change: Readout


class LayersAdd(Act):
    """A sum of functions adds the rises of its terms."""

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
        ground = self.layout.readable
        bars = self.bars = Waterfall(
            first.heights, self.names, ground.part(*self.layout.by_shape(*BARS_AT)), reach
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
        ground.place(inputs, 0.0 if self.layout.narrow else 1.0, 1.0)
        for one in (at, change):
            one.stand_on(formula.baseline - (INPUTS_BELOW if self.layout.narrow else 0.0))
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
        self.total = self._number(numbers.sum_rise, theme.RISE, plus=True)
        self._tell_sum(self.total, first.rises)
        self.play(FadeIn(self.layers, run_time=theme.FADE))
        self.play(FadeIn(self.total, self.brace, run_time=theme.FADE))
        self.formula, self.at, self.change = formula, at, change
        self.rises = rises

    def _tell_sum(self, total: Numeral, rises: FloatArray) -> None:
        """Tell on the sum what each layer gained, and how much all of them are.

        A narrow frame has no room beside the sum for the brace, nor on it for a long number: there
        the gains stand beside it, and the total above.
        """
        bars, narrow = self.bars, self.layout.narrow
        self.layers, self.brace = VGroup(), VGroup()
        for place, value in enumerate(rises):
            if not value:
                continue
            inside = value > 0 and not narrow
            number = self._number(value, theme.BG if inside else theme.RISE)
            put = bars.put_beside_stack if narrow else bars.put_on_stack
            self.layers.add(put(number, place))
        if narrow:
            bars.put_above(total, len(rises))
        else:
            self.brace.add(bars.brace_total(total, theme.RISE).brace)

    @staticmethod
    def _number(value: float, color: str, *, plus: bool = False) -> Numeral:
        return Numeral(value, shortest(value), plus=plus, size=theme.TABLE_SIZE, color=color)

    def hand_over(self) -> AfterLayers:
        """Return the grown bars, which the next act divides by the nudge."""
        return AfterLayers(
            self.bars,
            self.rises,
            self.total,
            self.brace,
            self.layers,
            self.formula,
            self.at,
            self.change,
        )


def _role(rise: float) -> str:
    """Return the colour of a rise: what does not change steps back."""
    return theme.RISE if rise else theme.MUTED
