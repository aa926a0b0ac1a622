"""Clip 05a, third act: a stretched graph triples its slope, and stacked heights add theirs."""

from __future__ import annotations

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
from scenes.components.motion.sweep import Sweep, animated, log_way
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral, spell
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.components.text.table import Column, ValueTable
from scenes.derivatives.c05a_rules_powers_sums_products.props.waterfall import Waterfall
from scenes.notation import typst

PIECE = 0.95
"""Scale of each stacked copy of a rise: a little air between them lets them be counted."""


class LayersAdd(Act):
    """A multiple of a function multiplies its rise, and a sum of functions adds the rises."""

    numbers: Numbers

    def graph_stretches(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        axes = GraphAxes((-0.5, 2.4, 1), (-1, 13, 2), self.layout.left)
        low = Curve(axes, sample(numbers.parabola, -0.5, 2.4))
        tall = Curve(axes, sample(numbers.stretched, -0.5, 2.1))
        before, after = (
            TriangleRig(
                axes,
                triangle,
                Numeral(triangle.run, 1, color=theme.RUN),
                Numeral(triangle.rise, 2, color=theme.RISE),
            )
            for triangle in (numbers.triangle, numbers.stretched_triangle)
        )
        names = [
            Formula(typst(f.expression), size=theme.LABEL_SIZE, color=theme.FUNC).next_to(
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
            in_roles(f"({{{{{factor} : m}}}} x^2)'"),
            in_roles(f"= {{{{{factor} : m}}}} dot {{{{2 x : exact}}}}"),
            in_roles(f"= {{{{{typst(numbers.stretched.derivative_expression)} : exact}}}}"),
        ).arrange(DOWN, aligned_edge=LEFT, buff=theme.CARD_GAP)
        self.layout.right.place(lines, 0.0, 0.7)
        self.stretch_lines = lines
        self.play(FadeIn(lines[0]))

    def layers_grow(self) -> None:
        self.play(FadeIn(self.stretch_lines[1], run_time=theme.FADE))
        self.play(FadeIn(self.stretch_lines[2], run_time=theme.FADE))
        self.point_at(self.stretch_lines[2])
        self.clear_stage()
        first = self.numbers.sums[0]
        names = [typst(term.expression) for term in first.terms]
        bars = Waterfall(first.heights, [*names, "f"], self.layout.left)
        self.play(
            LaggedStart(
                *(FadeIn(bar, name) for bar, name in zip(bars.bars, bars.names, strict=True)),
                lag_ratio=theme.ROW_LAG,
                run_time=theme.GROUP,
            ),
            FadeIn(bars.steps, bars.base),
        )
        self.rows = ValueTable(
            [
                Column('upright("height")', theme.MUTED, decimals=0),
                Column('upright("rise")', theme.RISE, decimals=4),
            ],
            list(zip(first.heights, first.rises, strict=True)),
        )
        self.layout.right.place(self.rows, 0.0, 0.68)
        self.terms = VGroup(
            *(
                Formula(name, size=theme.LABEL_SIZE).stand_on(self.rows.cell(row, 0).baseline)
                for row, name in enumerate(names)
            )
        ).align_to(self.rows, LEFT)
        for term in self.terms:
            term.align_to(self.terms, LEFT)
        self.rows.shift((self.terms.width + theme.GUTTER) * RIGHT)
        numbers, nudge = self.numbers, self.numbers.sum_nudge
        at = Readout("x =", numbers.sum_at, color=theme.INK)
        change = Readout("Delta x =", nudge, decimals=2, color=theme.RUN)
        self.nudge = VGroup(at, change).arrange(RIGHT, buff=theme.COLUMN_GAP)
        self.layout.right.place(self.nudge, 0.0, 0.98)

        def push(dx: float) -> None:
            change.set_value(dx)
            bars.grow(numbers.sum_under(dx).rises)

        # A nudge this small cannot be seen: a larger one first shows how each layer grows.
        push(nudge / 10)
        ghost = bars.ghost()
        self.play(FadeIn(self.nudge, ghost))
        moved = (bars.bars, bars.steps, change)
        wide = numbers.nudges[1]
        self.play(Sweep(push, log_way(nudge / 10, wide), *moved, run_time=theme.DRAW))
        self.play(Sweep(push, log_way(wide, nudge), *moved, run_time=theme.WRITE))
        self.play(FadeOut(ghost, run_time=theme.FADE))
        self.play(self.rows.open(), FadeIn(self.terms))
        self.play(self.rows.reveal())
        total = Readout(
            'upright("sum of rises") =', self.numbers.sum_rise, decimals=4, color=theme.RISE
        )
        total.next_to(self.rows, DOWN, buff=theme.COLUMN_GAP).align_to(self.terms, LEFT)
        self.play(FadeIn(total))
        self.total_rise = total

    def slopes_add_up(self) -> None:
        numbers = self.numbers
        self.play(FadeOut(self.rows, self.total_rise, self.nudge))
        first = numbers.sums[0]
        table = ValueTable(
            [
                Column('upright("rise")\\/Delta x', theme.APPROX, decimals=2),
                Column('upright("slope")', theme.EXACT, decimals=0),
            ],
            list(zip(first.rates, first.slopes, strict=True)),
            gap=theme.CARD_GAP,
        )
        table.align_to(self.rows, LEFT).shift(
            (self.rows.cell(0, 0).baseline - table.cell(0, 0).baseline) * UP
        )
        self.play(FadeIn(table.rule, table.headings[0], *(row[0] for row in table.rows)))
        self.play(FadeIn(table.headings[1], run_time=theme.FADE))
        for row in table.rows:
            self.play(FadeIn(row[1], run_time=theme.FADE))
        formula = in_roles(f"f' = {{{{{typst(numbers.total.derivative_expression)} : exact}}}}")
        value = in_roles(f"f'(1) = {{{{{spell(numbers.total_slope, 0)} : exact}}}}")
        lines = VGroup(formula, value).arrange(DOWN, aligned_edge=LEFT, buff=theme.GUTTER)
        lines.scale_to_fit_width(min(lines.width, self.layout.right.width))
        self.layout.right.place(lines, 0.0, 0.08)
        self.play(FadeIn(formula))
        self.play(FadeIn(value))
