"""Two graphs one above the other, and at each what it is: beside it, or above and below both."""

from __future__ import annotations

from dataclasses import dataclass

from manim import DOWN, LEFT, RIGHT, VGroup

from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.text.formula import Formula
from scenes.layout import Layout, Region

RAISED = 0.1
"""How far the graphs keep from the lower edge of the stage: the name of their scale is read."""
MIDDLE = 0.68
"""The share of the height of its graph at which the middle of a text stands in the column."""
ROWS = (0.9, 9.5, 0.8)
"""Heights of a text, of both graphs and of the other text in an upright frame, as shares."""


@dataclass(frozen=True, slots=True)
class GraphsAndTexts:
    """The room of two stacked graphs and of what is said of each.

    Attributes
    ----------
    graphs
        Where both graphs stand.
    texts
        Where the text of the upper and of the lower graph stands: one column to their right, or in
        an upright frame a line above the upper graph and one below the lower graph.
    lined
        Whether a text has one line.
    """

    graphs: Region
    texts: tuple[Region, Region]
    lined: bool

    @classmethod
    def within(cls, layout: Layout, width: float) -> GraphsAndTexts:
        """Split the stage; where there is a column of texts, it has this width."""
        if layout.upright:
            above, graphs, below = layout.readable.rows(*ROWS, gap=theme.GUTTER)
            return cls(graphs, (above, below), lined=True)
        stage = layout.stage
        room = Region(stage.left, stage.right, stage.bottom + RAISED, stage.top)
        graphs, column = room.columns(
            room.width - theme.CARD_GAP - width, width, gap=theme.CARD_GAP
        )
        return cls(graphs, (column, column), lined=False)

    def equation(self, left: str, right: str, color: str) -> VGroup:
        """Return an equation in two parts, ``left`` and the sign of equality with ``right``.

        Parameters
        ----------
        left, right
            Both sides in Typst mathematics.
        color
            The role of what is told.
        """
        first, second = (
            Formula(source, size=theme.KEY_SIZE, color=color) for source in (left, f"= {right}")
        )
        if self.lined:
            second.next_to(first, RIGHT, buff=theme.GUTTER).stand_on(first.baseline)
            return VGroup(first, second)
        return VGroup(first, second).arrange(DOWN, aligned_edge=LEFT, buff=theme.GUTTER)

    def told(self, told: VGroup, axes: GraphAxes) -> VGroup:
        """Move ``told`` to the graph that it speaks of: to the left edge of the column beside it.

        In an upright frame it stands in the middle of its line.
        """
        above, below = self.texts
        if self.lined:
            upper = float(axes.window.center[1]) > float(self.graphs.center[1])
            return (above if upper else below).place(told)
        above.place(told, 0.0, 0.5)
        told.set_y(float(axes.window.at(0.0, MIDDLE)[1]))
        return told
