"""The table of x, error and error times x at the start, with the sums of the last two below."""

from __future__ import annotations

from manim import DOWN, LEFT, UP, Animation, FadeIn, LaggedStart, VGroup

from lessons.derivatives.c09a.numbers import Numbers
from scenes import theme
from scenes.components.text.decimals import common_places
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral
from scenes.components.text.table import Column, ValueTable
from scenes.derivatives.c09a_regression_the_machine.props.error_squares import FEW
from scenes.layout import Region

_COLUMNS = ("x", 'upright("error")', 'upright("error") dot x')
_PITCH = 0.56
_SUM_DIGITS = (3, 4, 4)
_FIRST_ROWS = 4
"""How many of many points have a row."""


class MissTable:
    """One row for each point, or for the first of many, and the two sums.

    Parameters
    ----------
    numbers
        Of the clip.
    room
        Where the table stands: at its upper left.

    Attributes
    ----------
    table
        The rows; the last one holds the sums.
    sums
        Both sums.
    sigma, rule
        The sign of a sum beside them, and the line above them.
    dots
        What stands for the rows that are left out.
    """

    def __init__(self, numbers: Numbers, room: Region) -> None:
        every = numbers.start_rows
        shown = every if numbers.size <= FEW else every[:_FIRST_ROWS]
        sums = [float(shown[-1, 0]), numbers.error_sum, numbers.product_sum]
        places = [
            common_places([*column, total], digits)
            for column, total, digits in zip(shown.T.tolist(), sums, _SUM_DIGITS, strict=True)
        ]
        self.table = ValueTable(
            [
                Column(name, color, decimals)
                for name, color, decimals in zip(
                    _COLUMNS, (theme.RUN, theme.APPROX, theme.APPROX), places, strict=True
                )
            ],
            [*shown.tolist(), [0.0, numbers.error_sum, numbers.product_sum]],
            pitch=_PITCH,
            gap=theme.CARD_GAP,
            size=theme.AXIS_SIZE,
        )
        room.place(room.fit(self.table), 0.0, 1.0)
        told = self.table.rows[-1]
        told[0].set_opacity(0.0)
        self.sums = told[1:]
        self.sigma = Formula("sum", size=theme.AXIS_SIZE)
        self.sigma.move_to(told[0]).stand_on(self.table.cell(-1, 1).baseline)
        self.rule = self.table.rule.copy()
        self.rule.shift(
            UP * (told[1].get_center()[1] - self.table.headings[0].get_center()[1]) + UP * _PITCH
        )
        self.dots = VGroup()
        if len(shown) < numbers.size:
            for part in (told, self.sigma, self.rule):
                part.shift(DOWN * _PITCH)
            for cell in self.table.rows[-2]:
                self.dots.add(
                    Formula("dots.v", size=theme.AXIS_SIZE).next_to(cell, DOWN, buff=theme.TICK)
                )

    def decimals(self, column: int) -> int:
        """Return the decimals of a column."""
        return self.table.columns[column].decimals or 0

    def total(self, column: int) -> Numeral:
        """Return the sum of a column."""
        return self.table.cell(-1, column)

    def list_rows(self) -> Animation:
        """Let the rows enter one after the other, without the sums."""
        return LaggedStart(
            *(FadeIn(row, shift=LEFT * theme.NUDGE_SHIFT) for row in self.table.rows[:-1]),
            *(FadeIn(dot) for dot in self.dots),
            lag_ratio=theme.ROW_LAG,
            run_time=theme.JOURNEY,
        )

    def parts(self) -> VGroup:
        """Return all that is seen of it."""
        rows = VGroup(*self.table.headings, self.table.rule, *self.table.rows[:-1])
        return rows.add(*self.sums, self.sigma, self.rule, self.dots)
