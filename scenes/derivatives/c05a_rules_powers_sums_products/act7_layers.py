"""Clip 05a, seventh act: stacked heights add their rises."""

from __future__ import annotations

from dataclasses import dataclass, replace

from manim import DL, DOWN, LEFT, RIGHT, UP, FadeIn, FadeOut, LaggedStart, VGroup

from lessons.derivatives.c05a.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.marks.brace import SpanBrace
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.derivatives.c05a_rules_powers_sums_products.act6_stretch import AfterStretch
from scenes.derivatives.c05a_rules_powers_sums_products.props.layer_stack import (
    LayerStack,
    LayerState,
)
from scenes.derivatives.c05a_rules_powers_sums_products.props.sum_rows import SumRows
from scenes.notation import typst

STACK_AT = ((0.155, 0.83, 0.125, 0.86), (0.19, 0.79, 0.1, 0.76), (0.25, 0.71, 0.07, 0.72))
"""The part of the frame for the layers in a wide, in a square and in an upright frame, as shares:
above stand the sum and its slopes, at the left the names, at the right what is read off."""
COLUMN = (1.2, 0.9, 0.7)
"""How wide the column of the old heights is, in frame units."""
LEAST_NUDGE = 0.01
"""The nudge with which the layers begin to grow, as a share of the whole one."""


@dataclass(frozen=True, slots=True)
class AfterLayers:
    """What the layers have gained, alone on stage.

    Attributes
    ----------
    stack
        The layers, of which only the gains are seen.
    rows
        The sum as a formula, with the slopes that are to come.
    at, change
        The input and its nudge.
    total
        The brace over all that the sum has gained.
    names
        The names of what the layers have gained.
    """

    stack: LayerStack
    rows: SumRows
    at: Readout
    change: Readout
    total: SpanBrace
    names: VGroup


class LayersAdd(Act):
    """A sum of functions adds the rises of its terms."""

    numbers: Numbers
    before: AfterStretch

    def layers_grow(self) -> None:
        self._answer()
        self._lay_out()
        self._pile_up()
        self._nudge()
        self._keep_only_what_grew()

    def _answer(self) -> None:
        """Answer what the stretch does to the slope."""
        asked, answer = self.before.asked, self.before.answer
        low_slope, tall_slope = self.before.slopes
        self.play(
            FadeIn(low_slope, tall_slope, run_time=theme.LEAP),
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

    def _lay_out(self) -> None:
        """Lay out the layers and the sum above them."""
        numbers, choose, ground = self.numbers, self.layout.by_shape, self.layout.readable
        region, column = ground.part(*choose(*STACK_AT)), choose(*COLUMN)
        nudge, run = float(numbers.nudges[0]), region.width - column
        ends = numbers.sums[0].rises
        gained = ends[ends > 0].sum()
        # The whole stack fits under its greatest nudge, and so do the gains alone.
        self.grown = LayerState(nudge, run, region.height / (numbers.layer_heights.sum() + gained))
        self.alone = replace(self.grown, unit=region.height / gained, kept=0.0)
        self.stack = LayerStack(numbers, region, column, self._pulled(LEAST_NUDGE))
        self.rows = ground.place(ground.fit(SumRows(numbers)), 0.0, 1.0)
        self.names = VGroup(
            *(
                Formula(typst(f.expression, rising=True), size=theme.TABLE_SIZE, color=theme.FUNC)
                .next_to(layer.get_corner(DL), LEFT, buff=theme.LABEL_GAP)
                .set_y(layer.get_y())
                for f, layer in zip(numbers.layers, self.stack.old, strict=True)
            )
        )
        self.at = Readout("x =", numbers.sum_at, size=theme.TABLE_SIZE)
        self.change = Readout(
            "Delta x =", nudge, decimals=2, size=theme.TABLE_SIZE, color=theme.RUN
        )
        self.at.next_to(region.at(0.0, 0.0), DOWN, buff=theme.GUTTER)
        self.at.shift((self.stack.start - float(self.at.get_right()[0])) * RIGHT)
        self.change.next_to(region.at(0.0, 0.0), DOWN, buff=theme.GUTTER)
        self.change.set_x(self.stack.start + run / 2).stand_on(self.at.baseline)

    def _pulled(self, share: float) -> LayerState:
        """Return the layers when a share of the nudge is done."""
        grown = self.grown
        return replace(grown, nudge=grown.nudge * share, width=grown.width * share)

    def _pile_up(self) -> None:
        """Pile up the heights, one layer upon the other."""
        stack = self.stack
        self.play(FadeIn(stack.base, self.rows.total, self.at), run_time=theme.LEAP)
        self.play(
            LaggedStart(
                *(
                    FadeIn(layer, name, shift=DOWN * theme.CARD_GAP, rate_func=theme.ENTER)
                    for layer, name in zip(stack.old, self.names, strict=True)
                ),
                lag_ratio=theme.ROW_LAG,
                run_time=theme.WRITE,
            )
        )
        self.wait(theme.LEAP)

    def _nudge(self) -> None:
        """Nudge the input: each layer keeps its height and gains a wedge."""
        stack = self.stack
        self.change.set_value(self.grown.nudge * LEAST_NUDGE)
        self.add(stack.gains, stack.run)
        self.play(FadeIn(self.change, run_time=theme.LEAP))

        def pull(share: float) -> None:
            stack.put(self._pulled(share))
            self.change.set_value(stack.state.nudge)

        self.play(
            Sweep(
                pull,
                between(LEAST_NUDGE, 1.0),
                *(stack.old, stack.gains, stack.run, self.change),
                run_time=theme.ZOOM,
                rate_func=theme.TRAVEL,
            )
        )
        self.wait(theme.HOLD)

    def _keep_only_what_grew(self) -> None:
        """Let the old heights sink away: the gains come to stand upon each other."""
        stack, grown, alone = self.stack, self.grown, self.alone

        def sink(share: float) -> None:
            kept = 1.0 - share
            reach = kept * self.numbers.layer_heights.sum() + self.gained
            stack.put(replace(grown, unit=stack.region.height / reach, kept=kept))

        self.gained = stack.region.height / alone.unit
        self.play(
            FadeOut(self.names, run_time=theme.LEAP),
            Sweep(
                sink,
                between(0.0, 1.0),
                *(stack.old, stack.gains),
                run_time=theme.MORPH,
                rate_func=theme.TRAVEL,
            ),
        )
        self.remove(stack.old)
        right = stack.foot + alone.width * RIGHT
        top = right + (stack.corner(len(self.names) - 1)[1] - right[1]) * UP
        self.total = SpanBrace(
            right,
            top,
            Formula("Delta f", size=theme.KEY_SIZE, color=theme.RISE),
            color=theme.RISE,
        )
        self.gain_names = stack.name_gains()
        self.play(FadeIn(self.total, self.gain_names, run_time=theme.FADE))
        self.wait(theme.FADE)

    def hand_over(self) -> AfterLayers:
        """Return the gains, which the next act divides by the nudge."""
        return AfterLayers(self.stack, self.rows, self.at, self.change, self.total, self.gain_names)
