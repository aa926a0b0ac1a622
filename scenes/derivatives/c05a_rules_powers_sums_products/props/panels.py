"""Where powers stand, each with its picture and its rule: side by side or below each other."""

from __future__ import annotations

from scenes import theme
from scenes.layout import Layout, Region

POWER_ROWS = ((0.69, 0.31), (1.0, 1.0, 0.3), (1.0, 1.0, 1.0, 1.0, 0.5))
"""The shares of the height for the powers and, below them, for any power or for the question, in a
wide, in a square and in an upright frame."""


def power_tiles(layout: Layout, count: int) -> tuple[Region, ...]:
    """Return a region for each power, and the last for any power or for the question.

    The powers stand side by side, in a square frame in two rows, in an upright one below each
    other; a narrow frame has one more region, for any power.

    Parameters
    ----------
    layout
        The regions of the frame.
    count
        How many powers there are.
    """
    *rows, last = layout.readable.rows(*layout.by_shape(*POWER_ROWS))
    if layout.upright:
        return (*rows, last)
    columns = [1.0, 1.0] if layout.narrow else [1.0] * count
    return (*(tile for row in rows for tile in row.columns(*columns, gap=theme.CARD_GAP)), last)
