"""Flat blocks, laid by their lower left and upper right corners."""

from __future__ import annotations

from manim import Rectangle, VMobject

from scenes import theme

Place = tuple[float, float]
"""A point of the frame: right and up, in frame units."""


def block(color: str, fill: float = theme.FILL) -> Rectangle:
    """Return a block of one colour, which is filled to the share ``fill``."""
    return Rectangle(
        stroke_color=color,
        stroke_width=theme.FRAME_STROKE,
        fill_color=color,
        fill_opacity=fill,
    )


def lay(thing: VMobject, low: Place, high: Place) -> None:
    """Let a block fill the rectangle between two corners; one without an area has no outline."""
    (x0, y0), (x1, y1) = low, high
    if x1 - x0 <= 0 or y1 - y0 <= 0:
        thing.clear_points()
        return
    corners = ((x1, y1), (x0, y1), (x0, y0), (x1, y0), (x1, y1))
    thing.set_points_as_corners([(x, y, 0.0) for x, y in corners])
