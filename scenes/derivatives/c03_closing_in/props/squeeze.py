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
COLUMNS = (0.2, 0.6)
"""Where the points of gaps and quotients stand, as shares of the width."""
LEFT_COLUMNS, RIGHT_COLUMNS = (0.125, 0.3), (0.67, 0.845)
"""The same where the two series stand side by side."""


class SqueezeTable(VGroup):
    """Rows (h, quotient): from the right downwards, a box, from the left upwards.

    What stands nearest to the box was measured nearest to the point. All quotients share one
    decimal point, and so do all gaps. Where there is less height the two series stand side by side,
    the one from the left on the left, and the box below both.

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
    columns
        Where the points of gaps and quotients stand, as shares of the width.
    sides
        Whether the two series stand side by side.
    """

    def __init__(
        self,
        above: NDArray[np.float64],
        below: NDArray[np.float64],
        limit: float,
        region: Region,
        heads: tuple[str, str],
        size: float = theme.TABLE_SIZE,
        *,
        columns: tuple[float, float] = COLUMNS,
        sides: bool = False,
    ) -> None:
        super().__init__()
        count = max(len(above), len(below)) if sides else len(above) + len(below)
        head, region = region.rows(1, count + 1)
        pitch = region.height / (count + BOX_ROWS)
        upper = [region.top - (place + 0.5) * pitch for place in range(len(above))]
        if sides:
            # What was measured nearest to the point stands lowest on either side.
            lower = [upper[0] - (count - len(below) + n) * pitch for n in range(len(below))]
        else:
            lower = [region.bottom + (place + 0.5) * pitch for place in range(len(below))]
        self.above = self._rows(above, upper, size)
        self.below = self._rows(below, lower, size)
        self.limit = Numeral(
            limit, shortest(limit), size=size * theme.BOX_GROWTH, color=theme.EXACT
        )
        series = [VGroup(*self.above, *self.below)]
        places = [columns]
        if sides:
            series, places = [self.below, self.above], [LEFT_COLUMNS, RIGHT_COLUMNS]
        parts = []
        for rows, (gap_at, quotient_at) in zip(series, places, strict=True):
            gaps = [cast(Numeral, row[0]) for row in rows]
            quotients = [cast(Numeral, row[1]) for row in rows]
            self._pin(gaps, region.at(gap_at, 0.0)[0])
            self._pin(quotients, region.at(quotient_at, 0.0)[0])
            parts.append((VGroup(*gaps), VGroup(*quotients)))
        middle = region.top - ((count if sides else len(above)) + BOX_ROWS / 2) * pitch
        self.limit.stand_on(middle - self.limit.height / 2)
        digits = parts[0][1]
        across = float(region.center[0] if sides else digits.get_x())
        self.limit.set_x(across)
        self.box = plate(
            digits.width + 2 * theme.GUTTER, pitch * (BOX_ROWS - 0.5), theme.EXACT
        ).move_to((across, middle, 0.0))
        if sides:
            self.arrows = self._arrows_across(middle, series)
        else:
            self.arrows = self._arrows_along(middle, pitch, upper[0], lower[0])
        self.heads = VGroup(
            *(
                Formula(name, size=size, color=color).move_to((column.get_center()[0], 0.0, 0.0))
                for columns_of_one in parts
                for name, column, color in zip(
                    heads, columns_of_one, (theme.RUN, theme.APPROX), strict=True
                )
            )
        )
        for label in self.heads:
            cast(Formula, label).stand_on(float(head.at(0.0, 0.3)[1]))
        self.add(self.heads, self.above, self.below, self.box, self.limit)

    def _arrows_along(self, middle: float, pitch: float, top: float, bottom: float) -> VGroup:
        """Return an arrow down to the height of the box and one up to it, right of the rows."""
        x = self.box.get_right()[0] + theme.GUTTER
        return VGroup(
            _arrow((x, top, 0.0), (x, middle + pitch / 2, 0.0)),
            _arrow((x, bottom, 0.0), (x, middle - pitch / 2, 0.0)),
        )

    def _arrows_across(self, middle: float, series: list[VGroup]) -> VGroup:
        """Return an arrow from below each series to the box between them."""
        left, right = series
        return VGroup(
            *(
                _arrow((rows.get_x(), middle, 0.0), (end, middle, 0.0))
                for rows, end in (
                    (right, self.box.get_right()[0] + theme.GUTTER),
                    (left, self.box.get_left()[0] - theme.GUTTER),
                )
            )
        )

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


def _arrow(start: tuple[float, float, float], end: tuple[float, float, float]) -> Arrow:
    return Arrow(
        start,
        end,
        buff=0.0,
        stroke_width=theme.BRACE_STROKE,
        tip_length=theme.TIP,
        color=theme.MUTED,
    )


def glyph_half(size: float) -> float:
    """Return half the height of a digit at a font size, to centre digits on a line."""
    return glyphs().height * size / glyphs().size / 2
