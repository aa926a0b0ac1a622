"""Where the secant that closes in stands, its table and what is said of both, by the shape."""

from __future__ import annotations

from dataclasses import dataclass

from scenes import theme
from scenes.layout import Layout, Region

Ticks = tuple[float, float, float]
Window = tuple[Ticks, Ticks]

WINDOW: Window = ((-0.3, 3.5, 1), (-1, 11.2, 4))
"""The window of the parabola."""
LOW_WINDOW: Window = ((-0.3, 3.5, 1), (-2.2, 11.2, 4))
"""The same in an upright frame, above the table: the gap is named below the axis."""
NAME_AT = (3.36, 11.28)
"""Where the name of the curve ends, above its upper end, in lesson units."""
GLASS_RADIUS = 1.25
"""The radius of the magnifying glass, in frame units."""
DOCK_AT = (0.045, 11.0)
"""The upper left corner of a plate in a wide plot, beside the axis, in lesson units."""
SIZES = (theme.KEY_SIZE, theme.KEY_SIZE, 0.95 * theme.KEY_SIZE)
"""The size of the quotient and its value, by shape: an upright frame is just wide enough."""
HEAD_HEIGHT = 2.02
"""How high the plate of the quotient is, in frame units."""
CARD_SHARES = (1.5, 6.85)
"""Heights of the plate of the slope and of the plot below it in a square frame, as shares."""
ROWS = (1.3, 4.95, 4.65)
"""Heights of the plate, the plot and the table in an upright frame, as shares."""
GLASS_BELOW = ((2.92, 1.78), (2.85, 1.78), (0.62, 5.4))
GLASS_ABOVE = ((0.78, 5.2), (0.78, 5.2), (0.55, 6.8))
"""Where the magnifying glass stands on the first plot and on the one with the table, by shape, in
lesson units."""
NO_LINE_AT = ((1.95, 1.6), (2.1, 1.9), (2.02, 1.5))
"""Where it is said that one point is no line, below the curve, by shape, in lesson units."""
NO_LINE_WIDTH = 3.2
"""How wide that may be in a narrow frame, in frame units."""
NAME_GAPS = (theme.LEG_GAP, theme.LEG_GAP, 0.42)
"""How far below its run a gap is named beside the table, by shape, in frame units."""
COLUMNS = ((0.2, 0.6), (0.16, 0.55))
"""Where the points of the two columns stand, wide and square, as shares of the table's width."""


@dataclass(frozen=True, slots=True)
class ApproachPlaces:
    """The regions of the first act and places on its plots.

    Attributes
    ----------
    size, head, plot
        The size of the quotient, where it stands above the first plot, and that plot. A wide frame
        has no head: the quotient stands in the plot.
    card, small_plot, window
        The same for the slope and the plot that has a table, and the window of that plot.
    table, sides, columns
        The region of the table, whether the rows of both sides stand side by side, and where its
        columns stand otherwise.
    after
        The region of the next plot at the same table.
    glass_below, glass_above, no_line
        Places on the first and on the second plot, in lesson units.
    no_line_width
        How wide it may be what is said there, in frame units.
    name_gap
        How far below its run a gap is named.
    """

    size: float
    head: Region | None
    plot: Region
    card: Region | None
    small_plot: Region
    window: Window
    table: Region
    sides: bool
    columns: tuple[float, float]
    after: Region
    glass_below: tuple[float, float]
    glass_above: tuple[float, float]
    no_line: tuple[float, float]
    no_line_width: float
    name_gap: float

    @classmethod
    def lay(cls, layout: Layout) -> ApproachPlaces:
        """Return the places in a frame.

        The table stands beside its plot, in an upright frame below it.
        """
        readable = layout.readable
        head, card, plot = None, None, readable
        if layout.narrow:
            rest = readable.height - HEAD_HEIGHT
            head, plot = readable.rows(HEAD_HEIGHT, rest)
        if layout.upright:
            card, small, table = readable.rows(*ROWS, gap=theme.LEG_GAP)
            after = Region(card.left, card.right, small.bottom, card.top)
        else:
            after, table = (layout.above_captions(part) for part in layout.split)
            small = after
            if layout.narrow:
                card, small = after.rows(*CARD_SHARES)
        return cls(
            size=layout.by_shape(*SIZES),
            head=head,
            plot=plot,
            card=card,
            small_plot=small,
            window=LOW_WINDOW if layout.upright else WINDOW,
            table=table,
            sides=layout.upright,
            columns=COLUMNS[layout.narrow],
            after=after,
            glass_below=layout.by_shape(*GLASS_BELOW),
            glass_above=layout.by_shape(*GLASS_ABOVE),
            no_line=layout.by_shape(*NO_LINE_AT),
            no_line_width=NO_LINE_WIDTH if layout.narrow else readable.width,
            name_gap=layout.by_shape(*NAME_GAPS),
        )
