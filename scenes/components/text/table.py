"""A table of values whose numbers stand on their decimal points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self, cast

import numpy as np
from manim import LEFT, RIGHT, Animation, FadeIn, LaggedStart, Line, VGroup
from manim.typing import Vector3D
from numpy.typing import NDArray

from scenes import theme
from scenes.components.marks.brace import StepBracket
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral

MOST_DECIMALS = 6


def shortest(value: float, most: int = MOST_DECIMALS) -> int:
    """Return the fewest decimals that show ``value`` as well as ``most`` decimals do.

    1.5 needs one and 2.001 needs three, also when floating point made it 2.000999999999699.
    """
    shown = round(value, most)
    return next(count for count in range(most + 1) if round(shown, count) == shown)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading in Typst mathematics, its colour and the decimals of its numbers.

    ``decimals`` is ``None`` for as few as each number needs; ``grouped`` sets thousands apart.
    """

    heading: str
    color: str = theme.INK
    decimals: int | None = None
    grouped: bool = False


class ValueTable(VGroup):
    """Rows of numbers under headings, set on the decimal point.

    Parameters
    ----------
    columns
        One per number of a row.
    rows
        The values, shape (N, number of columns).
    pitch
        Distance between baselines.
    gap
        Distance between the columns.
    size
        Named in the theme.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        rows: NDArray[np.float64] | Sequence[Sequence[float]],
        *,
        pitch: float = theme.ROW_PITCH,
        gap: float = theme.COLUMN_GAP,
        size: float = theme.DIGIT_SIZE,
    ) -> None:
        super().__init__()
        self.columns, self.pitch = tuple(columns), pitch
        values = np.asarray(rows, dtype=np.float64)
        self.headings = VGroup(
            *(Formula(column.heading, size=size, color=column.color) for column in columns)
        )
        self.rows = VGroup(
            *(
                VGroup(
                    *(
                        _cell(value, column, size).stand_on(-pitch * (index + 1))
                        for value, column in zip(row, columns, strict=True)
                    )
                )
                for index, row in enumerate(values)
            )
        )
        edge = 0.0
        for place, heading in enumerate(self.headings):
            cells = [row[place] for row in self.rows]
            whole = max(cell.point_x - cell.get_left()[0] for cell in cells)
            fraction = max(cell.get_right()[0] - cell.point_x for cell in cells)
            width = max(whole + fraction, heading.width)
            point = edge + (width - whole - fraction) / 2 + whole
            for cell in cells:
                cell.pin_point(point)
            heading.stand_on(0.0)
            heading.shift((edge + width / 2 - heading.get_center()[0], 0.0, 0.0))
            edge += width + gap
        self.rule = Line(
            LEFT * gap / 4,
            RIGHT * (edge - gap * 3 / 4),
            stroke_color=theme.MUTED,
            stroke_width=theme.HAIRLINE_STROKE,
        )
        # Halfway between what hangs from the headings and what rises from the first row.
        lowest = min(heading.get_bottom()[1] for heading in self.headings)
        highest = max(cell.get_top()[1] for cell in self.rows[0])
        self.rule.shift((0.0, (lowest + highest) / 2, 0.0))
        self.add(self.headings, self.rule, self.rows)

    def open(self) -> Animation:
        """Bring in the headings and their rule; the rows stay away."""
        return FadeIn(VGroup(self.headings, self.rule), run_time=theme.FADE)

    def reveal(self) -> Animation:
        """Bring the rows in, one after the other."""
        return LaggedStart(
            *(FadeIn(row, shift=LEFT * theme.NUDGE_SHIFT) for row in self.rows),
            lag_ratio=theme.ROW_LAG,
            run_time=theme.GROUP,
        )

    def heading(self, column: int) -> Formula:
        """Return the heading of one column."""
        return cast(Formula, self.headings[column])

    def cell(self, row: int, column: int) -> Numeral:
        """Return the number in one cell."""
        return cast(Numeral, self.rows[row][column])

    def step(self, row: int, column: int, change: float, side: Vector3D) -> StepBracket:
        """Return the bracket from one row to the next, on the left or right side of a column."""
        cells = VGroup(*(self.cell(place, column) for place in range(len(self.rows))))
        beside = cells.get_edge_center(side)
        away = theme.LABEL_GAP * np.asarray(side)
        start, end = (
            np.array([beside[0], self.cell(place, column).get_center()[1], 0.0]) + away
            for place in (row, row + 1)
        )
        color = self.columns[column].color
        return StepBracket(start, end, side, Numeral(change, plus=True, color=color), color)

    def keep(self, count: int) -> Self:
        """Leave the first rows as they are and hide the others."""
        for index, row in enumerate(self.rows):
            row.set_opacity(1.0 if index < count else 0.0)
        return self


def _cell(value: float, column: Column, size: float) -> Numeral:
    decimals = shortest(float(value)) if column.decimals is None else column.decimals
    return Numeral(float(value), decimals, grouped=column.grouped, size=size, color=column.color)
