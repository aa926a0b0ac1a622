"""Two series of quotients that close in on an empty box from above and from below."""

from __future__ import annotations

from typing import Any, cast

import numpy as np
from manim import (
    DOWN,
    UP,
    Animation,
    Arrow,
    FadeIn,
    LaggedStart,
    VGroup,
    VMobject,
)
from numpy.typing import NDArray

from scenes import theme
from scenes.components.marks.plate import plate
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral, glyphs
from scenes.components.text.table import shortest
from scenes.layout import Region

BOX_ROWS = 1.9
"""The height given to the box of the limit, in rows, with the air around it."""


class SqueezeTable(VGroup):
    """Rows (h, quotient): from the right downwards, a box, from the left upwards.

    What stands nearest to the box was measured nearest to the point. All quotients share one
    decimal point, and so do all gaps.

    Parameters
    ----------
    above, below
        Rows (h, quotient), each in the order in which they are measured, shapes (N, 2), (M, 2).
    limit
        What the box will hold.
    heads
        Typst mathematics over the two columns.
    region
        Where the table stands; its rows share the height.
    size
        Named in the theme.
    """

    def __init__(
        self,
        above: NDArray[np.float64],
        below: NDArray[np.float64],
        limit: float,
        region: Region,
        heads: tuple[str, str],
        size: float = theme.TABLE_SIZE,
    ) -> None:
        super().__init__()
        head, region = region.rows(1, len(above) + len(below) + 1)
        pitch = region.height / (len(above) + len(below) + BOX_ROWS)
        upper = [region.top - (place + 0.5) * pitch for place in range(len(above))]
        lower = [region.bottom + (place + 0.5) * pitch for place in range(len(below))]
        self.above = self._rows(above, upper, size)
        self.below = self._rows(below, lower, size)
        self.limit = Numeral(
            limit, shortest(limit), size=size * theme.BOX_GROWTH, color=theme.EXACT
        )
        rows = VGroup(*self.above, *self.below)
        gaps = [cast(Numeral, row[0]) for row in rows]
        quotients = [cast(Numeral, row[1]) for row in rows]
        self._pin(gaps, region.at(0.2, 0.0)[0])
        self._pin(quotients, region.at(0.6, 0.0)[0])
        middle = region.top - (len(above) + BOX_ROWS / 2) * pitch
        self.limit.stand_on(middle - self.limit.height / 2)
        digits = VGroup(*quotients)
        digits = VGroup(*quotients)
        self.limit.set_x(digits.get_x())
        self.box = plate(
            digits.width + 2 * theme.GUTTER, pitch * (BOX_ROWS - 0.5), theme.EXACT
        ).move_to((digits.get_center()[0], middle, 0.0))
        self.arrows = VGroup(
            *(
                Arrow(
                    (self.box.get_right()[0] + theme.GUTTER, start, 0.0),
                    (self.box.get_right()[0] + theme.GUTTER, end, 0.0),
                    buff=0.0,
                    stroke_width=theme.BRACE_STROKE,
                    tip_length=theme.TIP,
                    color=theme.MUTED,
                )
                for start, end in (
                    (upper[0], middle + pitch / 2),
                    (lower[0], middle - pitch / 2),
                )
            )
        )
        self.heads = VGroup(
            *(
                Formula(name, size=size, color=color).move_to((column.get_center()[0], 0.0, 0.0))
                for name, column, color in (
                    (heads[0], VGroup(*gaps), theme.RUN),
                    (heads[1], digits, theme.APPROX),
                )
            )
        )
        for label in self.heads:
            cast(Formula, label).stand_on(float(head.at(0.0, 0.3)[1]))
        self.add(self.heads, self.above, self.below, self.box, self.limit)

    @staticmethod
    def _rows(values: NDArray[np.float64], heights: list[float], size: float) -> VGroup:
        rows = VGroup()
        for (gap, quotient), height in zip(values, heights, strict=True):
            cells = VGroup(
                Numeral(gap, shortest(gap), size=size, color=theme.RUN),
                Numeral(quotient, shortest(quotient), size=size, color=theme.APPROX),
            )
            for cell in cells:
                cast(Numeral, cell).stand_on(height - glyph_half(size))
            rows.add(cells)
        return rows

    @staticmethod
    def _pin(column: list[Numeral], x: float) -> None:
        for number in column:
            number.pin_point(x)

    def drop(self, row: VMobject, **settings: Any) -> Animation:
        """Bring one row into its place from the side of the box, where no other row stands yet."""
        away = UP if row.get_y() > self.box.get_y() else DOWN
        return FadeIn(row, shift=away * theme.NUDGE_SHIFT, **{"run_time": theme.FADE, **settings})

    def point_inward(self) -> Animation:
        """Draw the two arrows towards the box."""
        return LaggedStart(*(FadeIn(arrow, scale=theme.GHOST) for arrow in self.arrows))

    def fill(self) -> Animation:
        """Fill the box."""
        return FadeIn(self.limit, scale=1 / theme.BOX_GROWTH, run_time=theme.POINT)


def glyph_half(size: float) -> float:
    """Return half the height of a digit at a font size, to centre digits on a line."""
    return glyphs().height * size / glyphs().size / 2
