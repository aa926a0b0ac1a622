"""Frames with round corners: an outline, or a plate that hides what lies below it."""

from __future__ import annotations

from manim import RoundedRectangle, VGroup, VMobject

from scenes import theme


def outline(width: float, height: float, color: str = theme.MUTED) -> RoundedRectangle:
    """Return a frame with nothing in it, of a width and a height in frame units."""
    return RoundedRectangle(
        corner_radius=theme.CORNER,
        width=width,
        height=height,
        stroke_color=color,
        stroke_width=theme.FRAME_STROKE,
    )


def plate(width: float, height: float, color: str = theme.MUTED) -> RoundedRectangle:
    """Return a frame whose inside hides what lies below it."""
    return outline(width, height, color).set_fill(theme.PANEL, 1.0)


def on_plate(*content: VMobject) -> VGroup:
    """Return a plate with ``content`` on it, as large as that needs: the first part is the plate.

    It is for a formula that stands in the free part of a plot: no line shines through.
    """
    things = VGroup(*content)
    ground = plate(things.width + 2 * theme.GUTTER, things.height + 2 * theme.GUTTER, theme.GRID)
    return VGroup(ground.move_to(things), *content)
