"""Where the cubic, its tangents and what is told of them stand, by the shape of the frame."""

from __future__ import annotations

from dataclasses import dataclass

from manim import LEFT, RIGHT
from manim.typing import Vector3D

from scenes import theme
from scenes.layout import Layout, Region

ROOM = (0.012, 1.0, 0.0, 1.0)
"""The part of its region that the graph takes: its numbers have a sign."""
HEAD_HEIGHT = 2.3
"""How high the plate of the factors is above a narrow plot, in frame units."""
DOCK = (0.02, 0.98)
"""The upper left corner of that plate in a wide plot, as shares of the window."""
CURVE_NAME = ((1.72, 6.6), (1.8, 7.4), (1.72, 6.6))
LINE_NAME = ((1.15, -1.4), (0.75, -2.2), (0.15, -3.4))
"""Where the names of curve and tangent stand, by shape, in lesson units."""
TOUCH_AT = ((1.31, 2.75), (1.25, 2.5), (1.25, 2.9))
CROSS_AT = ((-1.72, -8.6), (-2.1, -5.2), (-1.6, -8.8))
"""Where it is said how the two graphs meet, by shape: a lower right corner, and an end."""
UNITS_UP, NARROW_UNITS_UP = 1.95, 1.0
"""How many units upward the close-up shows on the length of one unit across."""
WINDOW_SHARE = ((0.0, 0.9, 0.0, 1.0), (0.095, 0.885, 0.0, 1.0), (0.12, 0.845, 0.0, 1.0))
"""The part of its region that the close-up takes, by shape: the miss is named at its right edge,
and in a narrow frame its scale stands at its left."""
TABLE_HEIGHT = 2.3
"""How high the table below the close-up is in an upright frame, in frame units."""
BELOW, ABOVE = ((-0.42, -0.34), (-0.2, -0.55)), ((0.36, 0.36), (0.2, 0.55))
"""Where it is said on which side of its tangent the curve runs, wide and narrow."""
CUBIC_NAME, FLAT_NAME = ((0.66, 0.8), (0.55, 0.85)), ((-0.78, -0.13), (-0.7, 0.14))
"""Where curve and tangent are named, wide and narrow, in lesson units."""
INSET = ((0.09, 0.44, 0.59, 0.94), (0.05, 0.44, 0.61, 0.915), (0.04, 0.48, 0.59, 0.91))
"""Where the small window stands, by shape, as shares of the large one."""
TABLE_DOCK = (0.99, 0.12)
"""The lower right corner of the table in a large window, as shares of it."""

Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class ContactPlaces:
    """Regions and places of the fifth act; places are points of a plot, in lesson units.

    Attributes
    ----------
    head, plot
        Where the factors stand above the plot of the cubic, and that plot. A wide frame has no
        head.
    curve_name, line_name, touch, cross, cross_edge
        Where curve and tangent are named and where it is said how they meet; which edge of the last
        stands there.
    close_up, units_up, inset, table
        The window on the flat tangent, how steep it is, the small window in it, and the room of the
        table where that stands below it.
    below, above, cubic_name, flat_name
        What is said in that window.
    """

    head: Region | None
    plot: Region
    curve_name: Place
    line_name: Place
    touch: Place
    cross: Place
    cross_edge: Vector3D
    close_up: Region
    units_up: float
    inset: Region
    table: Region | None
    below: Place
    above: Place
    cubic_name: Place
    flat_name: Place

    @classmethod
    def lay(cls, layout: Layout) -> ContactPlaces:
        """Return the places in a frame."""
        readable, narrow = layout.readable, layout.narrow
        head, plot, table = None, readable, None
        if narrow:
            head, plot = readable.rows(HEAD_HEIGHT, readable.height - HEAD_HEIGHT)
        room = readable.inset(theme.TICK)
        if layout.upright:
            rest = room.height - TABLE_HEIGHT
            room, table = room.rows(rest, TABLE_HEIGHT)
        close_up = room.part(*layout.by_shape(*WINDOW_SHARE))
        return cls(
            head=head,
            plot=plot.part(*ROOM),
            curve_name=layout.by_shape(*CURVE_NAME),
            line_name=layout.by_shape(*LINE_NAME),
            touch=layout.by_shape(*TOUCH_AT),
            cross=layout.by_shape(*CROSS_AT),
            cross_edge=layout.by_shape(LEFT, RIGHT, LEFT),
            close_up=close_up,
            units_up=NARROW_UNITS_UP if narrow else UNITS_UP,
            inset=close_up.part(*layout.by_shape(*INSET)),
            table=table,
            below=BELOW[narrow],
            above=ABOVE[narrow],
            cubic_name=CUBIC_NAME[narrow],
            flat_name=FLAT_NAME[narrow],
        )
