"""A shape: one mobject as it is painted, kept until its points or its style change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import cairo
import numpy as np
import numpy.typing as npt
from manim import VMobject
from manim.camera.camera import CAP_STYLE_MAP, LINE_JOIN_MAP

from pipeline.drawing.damage import Rect, around

Context: TypeAlias = Any
"""Cairo's; its stubs lack some of what it takes."""
Points: TypeAlias = npt.NDArray[np.float64]
Pen: TypeAlias = Callable[[Context], None]
"""Sets how a line is drawn."""


@dataclass(slots=True)
class Look:
    """How a mobject looks to a camera.

    Attributes
    ----------
    mobject
        Whose look it is.
    points
        Of its curves, where they stand on the picture, ``(4n, 3)``.
    fill, stroke, behind
        Colours of its area, its line, and the line behind both, ``(n, 4)``; several are a gradient.
    ends
        Where a gradient begins and ends, ``(2, 3)``; ``None`` without one.
    """

    mobject: VMobject
    points: Points
    fill: Points
    stroke: Points
    behind: Points
    ends: Points | None

    @property
    def style(self) -> tuple[Any, ...]:
        """Everything that decides how its path is painted."""
        mobject = self.mobject
        return (
            self.fill.tobytes(),
            self.stroke.tobytes(),
            self.behind.tobytes(),
            mobject.stroke_width,
            mobject.background_stroke_width,
            mobject.joint_type,
            mobject.cap_style,
            None if self.ends is None else self.ends.tobytes(),
        )


@dataclass(slots=True, eq=False)
class Shape:
    """What one mobject puts on the picture.

    Two shapes are the same only if they are one object: whoever compares pictures compares those.

    Attributes
    ----------
    points, style
        What it was made from; the points as bytes.
    path
        For Cairo.
    layers
        Its colours from the back to the front, each with a pen, or none for an area.
    """

    points: bytes
    style: tuple[Any, ...]
    path: cairo.Path
    layers: tuple[tuple[Any, Pen | None], ...]
    _bounds: list[Rect | None] = field(default_factory=list)

    def paint(self, context: Context) -> None:
        """Paint it as manim's camera does."""
        context.new_path()
        context.append_path(self.path)
        for color, pen in self.layers:
            context.set_source(color)
            if pen is None:
                context.fill_preserve()
            else:
                pen(context)
                context.stroke_preserve()

    def bounds(self, context: Context) -> Rect | None:
        """Return the pixels that it may touch; ``None`` if it paints nothing.

        They are measured when somebody asks for the first time: most that move are gone before.
        """
        if not self._bounds:
            self._bounds.append(self._measure(context))
        return self._bounds[0]

    def _measure(self, context: Context) -> Rect | None:
        context.new_path()
        context.append_path(self.path)
        edges = []
        for _, pen in self.layers:
            if pen is None:
                edges.append(context.fill_extents())
            else:
                pen(context)
                edges.append(context.stroke_extents())
        seen = [edge for edge in edges if edge[0] < edge[2] or edge[1] < edge[3]]
        if not seen:
            return None
        left, low = min(edge[0] for edge in seen), min(edge[1] for edge in seen)
        right, high = max(edge[2] for edge in seen), max(edge[3] for edge in seen)
        (a, b), (c, d) = context.user_to_device(left, low), context.user_to_device(right, high)
        return around(min(a, c), min(b, d), max(a, c), max(b, d))


def make_shape(
    look: Look, points: bytes, style: tuple[Any, ...], context: Context, thin: float
) -> Shape:
    """Make the shape of a mobject.

    Parameters
    ----------
    look, points, style
        How it looks, and what is to be remembered of that.
    context
        Lays the path, and loses its own.
    thin
        Units of the scene for one unit of stroke width.
    """
    mobject = look.mobject
    _trace(mobject, look.points, context)
    layers: list[tuple[Any, Pen | None]] = []
    for behind in (True, False):
        if not behind and (color := _color(look.fill, look.ends)) is not None:
            layers.append((color, None))
        width = mobject.get_stroke_width(behind)
        color = _color(look.behind if behind else look.stroke, look.ends) if width else None
        if color is not None:
            layers.append((color, _pen(width * thin, mobject)))
    return Shape(points, style, context.copy_path(), tuple(layers))


def _color(rgbas: Points, ends: Points | None) -> Any:
    """Return the colour or the gradient of a layer; ``None`` if nothing of it can be seen."""
    if not rgbas[:, 3].any():
        return None
    solid: Any = cairo.SolidPattern
    # Blue first: Cairo's surface lies over an array that is read as RGBA.
    if ends is None or len(rgbas) == 1:
        return solid(*rgbas[0][2::-1], rgbas[0][3])
    gradient: Any = cairo.LinearGradient(*ends[0][:2], *ends[1][:2])
    for offset, rgba in zip(np.linspace(0, 1, len(rgbas)), rgbas, strict=True):
        gradient.add_color_stop_rgba(offset, *rgba[2::-1], rgba[3])
    return gradient


def _pen(width: float, mobject: VMobject) -> Pen:
    join, cap = LINE_JOIN_MAP[mobject.joint_type], CAP_STYLE_MAP[mobject.cap_style]

    def take(context: Context) -> None:
        context.set_line_width(width)
        context.set_line_join(join)
        context.set_line_cap(cap)

    return take


def _trace(mobject: VMobject, points: Points, context: Context) -> None:
    """Lay a path, as ``Camera.set_cairo_context_path`` does."""
    context.new_path()
    if not np.isfinite(points).all():
        return
    numbers: list[float] = points[:, :2].ravel().tolist()
    move, curve, begin, close = (
        context.move_to,
        context.curve_to,
        context.new_sub_path,
        context.close_path,
    )
    for first, last in mobject.get_subpath_split_indices_from_points(points, n_dims=2).tolist():
        if last - first < 4:
            continue
        begin()
        move(*numbers[2 * first : 2 * first + 2])
        for place in range(2 * first + 2, 2 * last - 4, 8):
            curve(*numbers[place : place + 6])
        if mobject.consider_points_equals_2d(points[first], points[last - 1]):
            close()
