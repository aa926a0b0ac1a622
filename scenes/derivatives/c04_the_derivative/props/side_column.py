"""Two graphs one above the other, and beside each what it is, in a column of its own."""

from __future__ import annotations

from manim import DOWN, LEFT, VGroup

from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.text.formula import Formula
from scenes.layout import Region

RAISED = 0.1
"""How far the graphs keep from the lower edge of the stage: the name of their scale is read."""
MIDDLE = 0.68
"""The share of the height of its graph at which the middle of a text stands in the column."""


def graphs_and_column(stage: Region, width: float) -> tuple[Region, Region]:
    """Split a region into room for two stacked graphs and a column of a width to their right."""
    room = Region(stage.left, stage.right, stage.bottom + RAISED, stage.top)
    graphs, column = room.columns(room.width - theme.CARD_GAP - width, width, gap=theme.CARD_GAP)
    return graphs, column


def two_lines(left: str, right: str, color: str) -> VGroup:
    """Return an equation on two lines, ``left`` above the sign of equality and ``right``.

    Parameters
    ----------
    left, right
        Both sides in Typst mathematics.
    color
        The role of what is told.
    """
    lines = (Formula(source, size=theme.KEY_SIZE, color=color) for source in (left, f"= {right}"))
    return VGroup(*lines).arrange(DOWN, aligned_edge=LEFT, buff=theme.GUTTER)


def beside(told: VGroup, axes: GraphAxes, column: Region) -> VGroup:
    """Move ``told`` to the left edge of the column, beside the graph that it speaks of."""
    column.place(told, 0.0, 0.5)
    told.set_y(float(axes.window.at(0.0, MIDDLE)[1]))
    return told
