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
BELOW, ABOVE = (
    ((-0.34, -0.4), (-0.38, -0.42), (-0.36, -0.5)),
    ((0.34, 0.4), (0.38, 0.42), (0.36, 0.5)),
)
"""Where it is said on which side of its tangent the curve runs, by shape."""
CUBIC_NAME, FLAT_NAME = (
    ((0.72, 0.75), (0.6, 0.7), (0.55, 0.95)),
    ((-0.78, 0.12), (-0.7, 0.12), (-0.7, 0.14)),
)
"""Where curve and tangent are named, by shape, in lesson units."""

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
    close_up, units_up
        The window on the flat tangent, and how steep it is.
    below, above, side_size, cubic_name, flat_name
        What is said in that window, and the size of the first two.
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
    below: Place
    above: Place
    side_size: float
    cubic_name: Place
    flat_name: Place

    @classmethod
    def lay(cls, layout: Layout) -> ContactPlaces:
        """Return the places in a frame."""
        readable, narrow = layout.readable, layout.narrow
        head, plot = None, readable
        if narrow:
            head, plot = readable.rows(HEAD_HEIGHT, readable.height - HEAD_HEIGHT)
        return cls(
            head=head,
            plot=plot.part(*ROOM),
            curve_name=layout.by_shape(*CURVE_NAME),
            line_name=layout.by_shape(*LINE_NAME),
            touch=layout.by_shape(*TOUCH_AT),
            cross=layout.by_shape(*CROSS_AT),
            cross_edge=layout.by_shape(LEFT, RIGHT, LEFT),
            close_up=readable.inset(theme.TICK),
            units_up=NARROW_UNITS_UP if narrow else UNITS_UP,
            below=layout.by_shape(*BELOW),
            above=layout.by_shape(*ABOVE),
            side_size=theme.TABLE_SIZE if narrow else theme.KEY_SIZE,
            cubic_name=layout.by_shape(*CUBIC_NAME),
            flat_name=layout.by_shape(*FLAT_NAME),
        )
