"""Where the parts of the sigmoid's slope stand in a frame of each shape."""

from __future__ import annotations

from dataclasses import dataclass

from scenes import theme
from scenes.components.graph.axes import AXIS_ROOM
from scenes.derivatives.c05c_rules_five_functions.props.unit_square import NAME_ROOM
from scenes.layout import Layout, Region

_ROWS = (0.75, 5.75)
"""Heights of the product in figures, and of the pictures below it."""
_COLUMNS, _SQUARE_COLUMNS = (7.9, 0.5, 4.1), (4.65, 0.45, 4.5)
"""Widths of the graph, of the gap, and of the square."""
_UPRIGHT_ROWS = (1.7, 4.9, 4.05)
"""In an upright frame: heights of the product, of the graph, and of the square below it."""
_DERIVED = 0.56
"""In narrow frames the share of what is below the product that the derivation takes."""
_SMALL, _UPRIGHT_SMALL = (0.14, 0.86), (0.0, 1.0)
"""In narrow frames the part of the width that the small graph takes below the derivation."""


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
    lines
        Of the derivation.
    small
        The window of the small graph; none is where the square stood.
    """

    product: Region
    graph: Region
    square_left: float
    square_base: float | None
    lines: Region
    small: Region | None

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
        lines = Region(graph.left, right.left - NAME_ROOM, below.bottom, below.top)
        return cls(product, graph, right.left, None, lines, None)

    @classmethod
    def _narrow(cls, layout: Layout, heights: float) -> SigmoidRooms:
        """Return the rooms of a narrow frame, whose derivation stands above the small graph."""
        clear = layout.above_captions(layout.full)
        if layout.upright:
            product, graph, low = clear.rows(*_UPRIGHT_ROWS, gap=theme.GUTTER)
            side = (graph.height - 2 * AXIS_ROOM) / heights
            left, base = float(low.center[0]) - side / 2, low.bottom + theme.SCALE_ROOM
        else:
            product, below = clear.rows(*_ROWS, gap=theme.GUTTER)
            graph, _, right = below.columns(*_SQUARE_COLUMNS)
            height = right.width * heights + 2 * AXIS_ROOM
            graph = Region(graph.left, graph.right, graph.top - height, graph.top)
            left, base = right.left, None
        rest = Region(clear.left, clear.right, layout.full.bottom, product.bottom - theme.GUTTER)
        lines, below = rest.rows(_DERIVED, 1 - _DERIVED)
        small = below.part(*(_UPRIGHT_SMALL if layout.upright else _SMALL), 0.0, 1.0)
        window = Region(
            small.left + theme.SCALE_ROOM,
            small.right - theme.SCALE_ROOM,
            small.bottom + theme.SCALE_ROOM,
            small.top - theme.SCALE_ROOM,
        )
        return cls(product, graph, left, base, lines, window)
