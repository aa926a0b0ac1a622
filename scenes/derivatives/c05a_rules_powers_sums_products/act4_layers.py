"""Clip 05a, fourth act: a stretched graph triples its slope, and stacked heights add theirs."""

from __future__ import annotations

from typing import cast

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    LaggedStart,
    ReplacementTransform,
    TransformFromCopy,
    VGroup,
)

from lessons.derivatives.c05a.numbers import Numbers
from mathcore.formulas.curves import sample
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve
from scenes.components.graph.triangle import TriangleRig
from scenes.components.motion.carry import carry
from scenes.components.motion.sweep import Sweep, animated, between, log_way
from scenes.components.text.formula import Formula, Morph
from scenes.components.text.numeral import Numeral, spell
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.components.text.table import shortest
from scenes.derivatives.c05a_rules_powers_sums_products.props.waterfall import Waterfall
from scenes.layout import Region
from scenes.notation import typst

PIECE = 0.95
"""Scale of each stacked copy of a rise: a little air between them lets them be counted."""
LAST_INPUT = 2.5
"""Where the curves end; behind it stand their names."""
WINDOW = ((0.0, 2.7, 0.5), (0.0, 12.0, 4.0))
"""The window of the stretched graph, and its ticks."""
LEAST_NUDGE = 0.01
"""The nudge at which the caps begin to grow, as a share of the whole one."""


class LayersAdd(Act):
    """A multiple of a function multiplies its rise, and a sum of functions adds the rises."""

    numbers: Numbers

    def graph_stretches(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        axes = GraphAxes(*WINDOW, self.layout.stage, numbers=(1, 0))
        first, last = WINDOW[0][0], LAST_INPUT
        low = Curve(axes, sample(numbers.parabola, first, last))
        tall = Curve(axes, sample(numbers.stretched, first, last))
        before, after = (
            TriangleRig(
                axes,
                triangle,
                Numeral(triangle.run, 1, size=theme.TABLE_SIZE, color=theme.RUN),
                Numeral(triangle.rise, 2, size=theme.TABLE_SIZE, color=theme.RISE),
            )
            for triangle in (numbers.triangle, numbers.stretched_triangle)
        )
        names = [
            Formula(typst(f.expression), size=theme.TABLE_SIZE, color=theme.FUNC).next_to(
                curve.get_end(), RIGHT, buff=theme.LABEL_GAP
            )
            for f, curve in ((numbers.parabola, low), (numbers.stretched, tall))
        ]
        self.play(FadeIn(axes, names[0]), Create(low))
        self.play(FadeIn(before))
        self.add(low.copy().fade(1 - theme.GHOST), before)
        self.play(
            ReplacementTransform(low, tall),
            FadeIn(names[1]),
            TransformFromCopy(before.run, after.run),
            TransformFromCopy(before.rise, after.rise),
            run_time=theme.DRAW,
        )
        # The tall rise consists of as many small ones as the graph was stretched by.
        pieces = VGroup(
            *(
                before.rise.copy()
                .move_to(after.rise.get_start(), aligned_edge=DOWN)
                .shift(place * before.rise.height * UP)
                .scale(PIECE)
                for place in range(int(numbers.stretch))
            )
        )
        self.play(
            LaggedStart(
                *(TransformFromCopy(before.rise, piece) for piece in pieces),
                lag_ratio=theme.ROW_LAG,
                run_time=theme.DRAW,
            ),
            animated(after.rise, run_time=theme.FADE).set_stroke(opacity=theme.GHOST),
            FadeIn(*after.tags),
        )
        self.remove(after.rise)
        factor = spell(numbers.stretch, 0)
        lines = VGroup(
            *(
                in_roles(line, size=theme.TITLE_SIZE)
                for line in (
                    f"({{{{{factor} : m}}}} x^2)'",
                    f"= {{{{{factor} : m}}}} dot {{{{2 x : exact}}}}",
                    f"= {{{{{typst(numbers.stretched.derivative_expression)} : exact}}}}",
                )
            )
        ).arrange(DOWN, aligned_edge=LEFT, buff=theme.CARD_GAP)
        axes.window.inset(theme.COLUMN_GAP).place(lines, 0.0, 1.0)
        self.stretch_lines = lines
        self.play(FadeIn(lines[0]))

    def layers_grow(self) -> None:
        self.play(FadeIn(self.stretch_lines[1], run_time=theme.FADE))
        self.play(FadeIn(self.stretch_lines[2], run_time=theme.FADE))
        self.point_at(self.stretch_lines[2])
        self.clear_stage()
        first, numbers = self.numbers.sums[0], self.numbers
        nudge = float(numbers.nudges[0])
        self.names = [*(typst(term.expression) for term in first.terms), "f"]
        reach = numbers.sum_height + numbers.sum_rise
        bars = self.bars = Waterfall(first.heights, self.names, self._ground, reach)
        room = bars.room_below(len(first.terms) - 2, len(first.terms) - 1)
        told = [*first.heights, numbers.sum_height]
        heights = [self._number(value, theme.INK) for value in told]
        for place, number in enumerate(heights):
            bars.put_above(number, place)
        formula = room.fit(Formula(f"f = {typst(numbers.total.expression)}", size=theme.KEY_SIZE))
        at = Readout("x =", numbers.sum_at, size=theme.TABLE_SIZE)
        change = Readout("Delta x =", nudge, decimals=1, size=theme.TABLE_SIZE, color=theme.RUN)
        inputs = VGroup(at, change).arrange(RIGHT, buff=theme.COLUMN_GAP)
        # Low in its room: below the bars a number needs a row of its own.
        room.place(VGroup(formula, inputs).arrange(DOWN, buff=theme.GUTTER), 0.5, 0.0)
        self.play(FadeIn(bars.base, formula, at, run_time=theme.FADE))
        self.play(
            LaggedStart(
                *(
                    FadeIn(bar, name, number)
                    for bar, name, number in zip(bars.bars, bars.names, heights, strict=True)
                ),
                lag_ratio=theme.ROW_LAG,
                run_time=theme.GROUP,
            ),
            FadeIn(bars.steps, run_time=theme.GROUP),
        )
        self.wait(theme.HOLD)
        self.play(FadeOut(*heights), FadeIn(change), run_time=theme.FADE)

        def push(dx: float) -> None:
            bars.set_rises(numbers.sum_under(dx).rises)

        push(nudge * LEAST_NUDGE)
        self.add(bars.caps)
        self.play(Sweep(push, between(nudge * LEAST_NUDGE, nudge), bars.caps))
        rises = [self._number(value, theme.RISE, plus=True) for value in first.rises]
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
        # What one layer loses is taken off again: one block of the whole rise is left.
        self.net = bars.net()
        total = self._number(numbers.sum_rise, theme.RISE, plus=True)
        total.next_to(self.net, UP, buff=theme.LABEL_GAP)
        self.play(ReplacementTransform(bars.stacked, self.net), FadeIn(total), run_time=theme.FADE)
        self.leaving = (*rises, total, formula, inputs)

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
        slopes = [*(typst(term.derivative_expression) for term in first.terms), "f'"]
        rates = Waterfall(first.rates, slopes, self._ground, top, theme.RISE)
        count = len(first.rates)
        room = rates.room_below(count - 2, count - 1)
        # It stands below the bar that it names.
        heading = in_roles("{{Delta f : rise}} \\/ {{Delta x : run}}", size=theme.TABLE_SIZE)
        change = Readout("Delta x =", wide, decimals=2, size=theme.TABLE_SIZE, color=theme.RUN)
        heading.move_to(bars.names[-1]).stand_on(cast(Formula, bars.names[0]).baseline)
        room.place(change)
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
        self.add(leaving, bars.caps, self.net)
        # The caps come off their bars and are divided by the nudge.
        self.play(
            FadeOut(leaving),
            *(
                ReplacementTransform(cap, bar, rate_func=theme.TRAVEL)
                for cap, bar in zip(bars.caps, rates.bars, strict=False)
                if len(cap.points)
            ),
            ReplacementTransform(self.net, rates.bars[-1], rate_func=theme.TRAVEL),
            run_time=theme.MORPH,
        )
        self.add(rates.bars)
        self.play(FadeIn(heading, change, rates.steps, *tags), run_time=theme.FADE)
        self.play(
            Sweep(push, log_way(wide, tight), rates.bars, rates.steps, *tags, change),
        )
        settled = [self._number(value, theme.EXACT) for value in (*exact, numbers.total_slope)]
        rates.set_heights(exact)
        for place, number in enumerate(settled):
            rates.put_above(number, place)
        formula = in_roles(
            f"f' = {{{{{typst(numbers.total.derivative_expression)} : exact}}}}",
            size=theme.KEY_SIZE,
        )
        at = spell(numbers.sum_at, 0)
        value = in_roles(
            f"f'({at}) = {{{{{spell(numbers.total_slope, 0)} : exact}}}}", size=theme.KEY_SIZE
        )
        lines = VGroup(room.fit(formula), value).arrange(
            DOWN, aligned_edge=LEFT, buff=theme.CARD_GAP
        )
        room.place(lines)
        done = in_roles("{{dif f : rise}} \\/ {{dif x : run}}", size=theme.TABLE_SIZE)
        done.move_to(heading).stand_on(heading.baseline)
        before, after = bars.names[:-1], rates.names[:-1].set_color(theme.EXACT)
        self.play(
            Morph(heading, done, run_time=theme.FADE),
            animated(rates.bars, run_time=theme.FADE).set_fill(color=theme.EXACT),
            FadeOut(*tags, change, before, run_time=theme.FADE),
            FadeIn(*settled, after, run_time=theme.FADE),
        )
        self.play(FadeIn(formula, value.rest(), run_time=theme.FADE))
        self.play(*carry(settled[-1], value.part("exact")))
