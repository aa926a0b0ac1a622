"""Where things stand in clip 06: readings to the left, the plot to the right, all beats alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from scenes import theme
from scenes.layout import Layout, Region

SHARES = (0.43, 0.57)
"""Widths of the readings and of the plot."""
SQUARE_SHARES, SQUARE_PLOT_SHARE = (0.41, 0.59), 0.76
"""Widths of both in a square frame, and the share of the readable height of the plot."""
PLOT_SHARE = 0.56
"""The share of the height of an upright frame, below its head, that the plot takes."""
CHART_SHARE = 0.66
"""The share of its width that the chart takes beside its notes."""
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
    notes
        Beside the chart, for what its lines mean; ``None`` where they are told in the chart.
    aside
        For the bending of a curve; ``None`` where it is told in the plot.
    """

    head: Region
    board: Region
    strip: Region
    chart: Region
    graph: Region
    notes: Region | None = None
    aside: Region | None = None

    @classmethod
    def lay(cls, layout: Layout) -> Self:
        """Lay it out in the frame."""
        if layout.upright:
            return cls._lay_upright(layout)
        if layout.narrow:
            return cls._lay_square(layout)
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

    @classmethod
    def _lay_square(cls, layout: Layout) -> Self:
        """Lay it out in a square frame: the plot is not higher than wide, notes stand below it."""
        stage, low = layout.stage.inset(RIM), layout.readable.bottom
        left, right = stage.columns(*SQUARE_SHARES, gap=2 * theme.GUTTER)
        rest = Region(right.left, right.right, low, stage.top)
        graph, notes = rest.rows(SQUARE_PLOT_SHARE, 1 - SQUARE_PLOT_SHARE, gap=theme.GUTTER)
        top = left.top
        return cls(
            head=Region(left.left, left.right, top - HEAD, top),
            board=Region(left.left, left.right, low, top - HEAD),
            strip=Region(left.left, left.right, top - STRIP, top),
            chart=Region(left.left, left.right, left.bottom, top - STRIP - HEAD),
            graph=graph,
            notes=notes,
            aside=Region(left.left, left.right, top - STRIP - HEAD, top - STRIP),
        )

    @classmethod
    def _lay_upright(cls, layout: Layout) -> Self:
        """Lay it out in an upright frame: the plot above, and below it what is read."""
        stage = layout.stage.inset(RIM)
        left, right, top = stage.left, stage.right, stage.top
        rest = Region(left, right, layout.readable.bottom, top - HEAD)
        graph, board = rest.rows(PLOT_SHARE, 1 - PLOT_SHARE, gap=theme.GUTTER)
        low = Region(left, right, stage.bottom, board.top - STRIP)
        chart, notes = low.columns(CHART_SHARE, 1 - CHART_SHARE)
        return cls(
            head=Region(left, right, top - HEAD, top),
            board=board,
            strip=Region(left, right, board.top - STRIP, board.top),
            chart=chart,
            graph=graph,
            notes=notes,
            aside=Region(left, right, top - HEAD, top),
        )
