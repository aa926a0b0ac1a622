"""The areas of slivers and corner under each nudge, and the corner's share of the growth."""

from __future__ import annotations

from manim import UP

from lessons.derivatives.c05a.numbers import Numbers
from scenes import theme
from scenes.components.text.table import Column, ValueTable

GAP = 0.42
"""Distance between the columns, in frame units."""


def corner_table(numbers: Numbers) -> ValueTable:
    """Return one row for each nudge: it, both slivers, the corner, and the corner's percentage."""
    table = ValueTable(
        [
            Column("Delta x", theme.RUN),
            Column("2 x thin Delta x", theme.RISE),
            Column("(Delta x)^2", theme.RUN),
            Column('upright("% of") Delta f', theme.INK, decimals=2),
        ],
        [
            (square.nudge, slivers, square.corner, percent)
            for square, slivers, percent in zip(
                numbers.squares, numbers.sliver_areas, numbers.corner_percents, strict=True
            )
        ],
        pitch=theme.ROW_PITCH,
        gap=GAP,
        size=theme.TABLE_SIZE,
    )
    table.rule.shift(theme.BRACE_GAP * UP / 2)
    return table
