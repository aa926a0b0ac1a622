"""Where the parts of the sigmoid's slope stand in a frame of each shape."""

from __future__ import annotations

from dataclasses import dataclass

from scenes import theme
from scenes.components.graph.axes import AXIS_ROOM
from scenes.layout import Layout, Region

_ROWS = (0.75, 5.75)
"""Heights of the product in figures, and of the pictures below it."""
_COLUMNS, _SQUARE_COLUMNS = (7.9, 0.5, 4.1), (4.65, 0.45, 4.5)
"""Widths of the graph, of the gap, and of the square."""
_UPRIGHT_ROWS = (1.7, 4.9, 4.05)
"""In an upright frame: heights of the product, of the graph, and of the square below it."""


@dataclass(frozen=True, slots=True)
class SigmoidRooms:
    """The rooms of one frame.

    Attributes
    ----------
    product
        Of the rule with its figures.
    graph
        Of the sigmoid, with its scales.
    square_left, square_base
        The left and the lower side of the unit square; no base is that of the graph beside it.
    """

    product: Region
    graph: Region
    square_left: float
    square_base: float | None

    @classmethod
    def of(cls, layout: Layout, heights: float) -> SigmoidRooms:
        """Return the rooms of a frame.

        Parameters
        ----------
        layout
            Of the frame.
        heights
            From the lowest to the highest output in the window of the graph: the square has the
            unit of that.
        """
        if layout.narrow:
            return cls._narrow(layout, heights)
        product, below = layout.full.rows(*_ROWS, gap=theme.GUTTER)
        graph, _, right = below.columns(*_COLUMNS)
        return cls(product, graph, right.left, None)

    @classmethod
    def _narrow(cls, layout: Layout, heights: float) -> SigmoidRooms:
        """Return the rooms of a narrow frame; in an upright one the square stands below."""
        clear = layout.above_captions(layout.full)
        if layout.upright:
            product, graph, low = clear.rows(*_UPRIGHT_ROWS, gap=theme.GUTTER)
            side = (graph.height - 2 * AXIS_ROOM) / heights
            left, base = float(low.center[0]) - side / 2, low.bottom + theme.SCALE_ROOM
        else:
            product, below = clear.rows(*_ROWS, gap=theme.GUTTER)
            graph, _, right = below.columns(*_SQUARE_COLUMNS)
            # The thick sides of the unit square keep off the edge of the frame.
            height = (right.width - theme.TICK) * heights + 2 * AXIS_ROOM
            graph = Region(graph.left, graph.right, graph.top - height, graph.top)
            left, base = right.left, None
        return cls(product, graph, left, base)
