"""Where the secant that closes in stands, its table and what is said of both, by the shape."""

from __future__ import annotations

from dataclasses import dataclass

from scenes import theme
from scenes.layout import Layout, Region

Ticks = tuple[float, float, float]
Window = tuple[Ticks, Ticks]

WINDOW: Window = ((-0.3, 3.5, 1), (-1, 11.2, 4))
"""The window of the parabola."""
NAME_AT = (3.36, 11.28)
"""Where the name of the curve ends, above its upper end, in lesson units."""
GLASS_RADII = ((1.1, 1.7), (1.1, 1.25), (1.25, 1.45))
"""The radius of the magnifying glass on the first plot and on the small one, by shape, in frame
units."""
DOCK_AT = (0.045, 11.0)
"""The upper left corner of a plate in a wide plot, beside the axis, in lesson units."""
SIZES = (theme.KEY_SIZE, theme.KEY_SIZE, 0.95 * theme.KEY_SIZE)
"""The size of the quotient and its value, by shape: an upright frame is just wide enough."""
HEAD_HEIGHT = 2.02
"""How high the plate of the quotient is, in frame units."""
ROWS = (6.1, 4.8)
"""Heights of the plot and the table in an upright frame, as shares."""
GLASS = ((0.56, 3.65), (0.75, 5.2), (0.8, 5.4))
SMALL_GLASS = ((0.97, 6.7), (1.12, 8.6), (1.0, 6.7))
"""Where the magnifying glass stands on the first plot and on the one with the table, by shape, in
lesson units: between the axis and the curve."""
NO_LINE_AT = ((1.95, 1.6), (2.1, 1.9), (2.02, 1.5))
"""Where it is said that one point is no line, below the curve, by shape, in lesson units."""
NO_LINE_WIDTH = 3.2
"""How wide that may be in a narrow frame, in frame units."""
COLUMNS = ((0.2, 0.6), (0.13, 0.55))
"""Where the points of the two columns stand, wide and square, as shares of the table's width."""


@dataclass(frozen=True, slots=True)
class ApproachPlaces:
    """The regions of the first act and places on its plots.

    Attributes
    ----------
    size, head, plot
        The size of the quotient, where it stands above the first plot, and that plot. A wide frame
        has no head: the quotient stands in the plot.
    small_plot
        The plot that has a table.
    table, sides, columns
        The region of the table, whether the rows of both sides stand side by side, and where its
        columns stand otherwise.
    glass, small_glass, no_line
        Places on the first and on the second plot, in lesson units.
    no_line_width
        How wide it may be what is said there, in frame units.
    """

    size: float
    head: Region | None
    plot: Region
    small_plot: Region
    table: Region
    sides: bool
    columns: tuple[float, float]
    glass: tuple[float, float]
    small_glass: tuple[float, float]
    no_line: tuple[float, float]
    no_line_width: float

    @classmethod
    def lay(cls, layout: Layout) -> ApproachPlaces:
        """Return the places in a frame.

        The table stands beside its plot, in an upright frame below it.
        """
        readable = layout.readable
        head, plot = None, readable
        if layout.narrow:
            rest = readable.height - HEAD_HEIGHT
            head, plot = readable.rows(HEAD_HEIGHT, rest)
        if layout.upright:
            small, table = readable.rows(*ROWS, gap=theme.LEG_GAP)
        else:
            small, table = (layout.above_captions(part) for part in layout.split)
        return cls(
            size=layout.by_shape(*SIZES),
            head=head,
            plot=plot,
            small_plot=small,
            table=table,
            sides=layout.upright,
            columns=COLUMNS[layout.narrow],
            glass=layout.by_shape(*GLASS),
            small_glass=layout.by_shape(*SMALL_GLASS),
            no_line=layout.by_shape(*NO_LINE_AT),
            no_line_width=NO_LINE_WIDTH if layout.narrow else readable.width,
        )
