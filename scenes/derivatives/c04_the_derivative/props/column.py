"""The column of labels to the right of two stacked graphs."""

from __future__ import annotations

from manim import VMobject

from scenes.components.graph.axes import GraphAxes
from scenes.layout import Region


def place_beside(label: VMobject, column: Region, graph: GraphAxes, share: float = 0.5) -> VMobject:
    """Put a label into a column beside a graph.

    Parameters
    ----------
    label
        What is moved.
    column
        The column; the label begins at its left edge.
    graph
        The graph whose height counts.
    share
        At which share of that height the label stands.
    """
    row = Region(column.left, column.right, graph.window.bottom, graph.window.top)
    return row.place(label, 0, share)
