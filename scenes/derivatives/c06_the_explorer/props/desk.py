"""Where things stand in clip 06: readings to the left, the plot to the right, all beats alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from scenes import theme
from scenes.layout import Layout, Region

SHARES = (0.43, 0.57)
"""Widths of the readings and of the plot."""
RIM = 0.06
"""The distance from the edge of the stage, in frame units."""
HEAD, STRIP = 0.85, 1.4
"""Heights of the line that names the curve, and of the two lines above a chart."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The regions that the beats of the clip share.

    Attributes
    ----------
    head
        The line that names the curve and the point.
    board
        The place of the readings below it, above the captions.
    strip, chart
        Two lines of text, and a chart below them.
    graph
        The plot.
    """

    head: Region
    board: Region
    strip: Region
    chart: Region
    graph: Region

    @classmethod
    def lay(cls, layout: Layout) -> Self:
        """Lay it out in the frame."""
        # Outlines and the ends of lines have half a stroke outside of their region.
        left, graph = layout.stage.inset(RIM).columns(*SHARES, gap=2 * theme.GUTTER)
        top, low = left.top, layout.readable.bottom
        return cls(
            head=Region(left.left, left.right, top - HEAD, top),
            board=Region(left.left, left.right, low, top - HEAD),
            strip=Region(left.left, left.right, top - STRIP, top),
            chart=Region(left.left, left.right, left.bottom, top - STRIP),
            graph=graph,
        )
