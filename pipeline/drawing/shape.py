"""A shape: one mobject as it is painted, kept until its points or its style change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

import cairo
import numpy as np
import numpy.typing as npt
from manim import VMobject
from manim.camera.camera import CAP_STYLE_MAP, LINE_JOIN_MAP

from pipeline.drawing.damage import Rect, around

Context: TypeAlias = Any
"""Cairo's; its stubs lack some of what it takes."""
Paint: TypeAlias = Callable[[Context], None]
"""Paints a path that is set."""


@dataclass(slots=True, eq=False)
class Shape:
    """What one mobject puts on the picture.

    Two shapes are the same only if they are one object: whoever compares pictures compares those.

    Attributes
    ----------
    points, style
        What it was made from, as bytes.
    mobject
        Whose it is: kept, so that nobody else gets its identity.
    path
        For Cairo.
    layers
        How to paint it once its path is set, from the back to the front.
    bounds
        The pixels that it may touch; ``None`` if it paints nothing.
    """

    points: bytes
    style: tuple[Any, ...]
    mobject: VMobject
    path: cairo.Path
    layers: tuple[Paint, ...]
    bounds: Rect | None

    def paint(self, context: Context) -> None:
        """Paint it as manim's camera does."""
        context.new_path()
        context.append_path(self.path)
        for layer in self.layers:
            layer(context)


def style_of(mobject: VMobject) -> tuple[Any, ...]:
    """Return everything that decides how a mobject's path is painted."""
    fill = mobject.get_fill_rgbas()
    stroke, behind = mobject.get_stroke_rgbas(), mobject.get_stroke_rgbas(True)
    style = (
        fill.tobytes(),
        stroke.tobytes(),
        behind.tobytes(),
        mobject.stroke_width,
        mobject.background_stroke_width,
        mobject.joint_type,
        mobject.cap_style,
    )
    if len(fill) > 1 or len(stroke) > 1 or len(behind) > 1:
        # A gradient runs over the whole family, which may change where the mobject does not.
        ends = mobject.get_gradient_start_and_end_points()
        return (*style, np.asarray(ends).tobytes())
    return style


def make_shape(
    mobject: VMobject, points: bytes, style: tuple[Any, ...], context: Context, thin: float
) -> Shape:
    """Make the shape of a mobject.

    Parameters
    ----------
    mobject, points, style
        The mobject, and what is to be remembered of it.
    context
        Measures; its path is lost.
    thin
        Units of the scene for one unit of stroke width.
    """
    _trace(mobject, context)
    path = context.copy_path()
    layers: list[Paint] = []
    edges: list[tuple[float, float, float, float]] = []
    for behind in (True, False):
        if not behind and (color := _paint_of(mobject, mobject.get_fill_rgbas())) is not None:
            layers.append(_filler(color))
            edges.append(context.fill_extents())
        width = mobject.get_stroke_width(behind)
        color = _paint_of(mobject, mobject.get_stroke_rgbas(behind)) if width else None
        if color is not None:
            pen = _pen(width * thin, mobject)
            layers.append(_stroker(color, pen))
            pen(context)
            edges.append(context.stroke_extents())
    return Shape(points, style, mobject, path, tuple(layers), _bounds(edges, context))


def _bounds(edges: list[tuple[float, float, float, float]], context: Context) -> Rect | None:
    seen = [edge for edge in edges if edge[0] < edge[2] or edge[1] < edge[3]]
    if not seen:
        return None
    left, low = min(edge[0] for edge in seen), min(edge[1] for edge in seen)
    right, high = max(edge[2] for edge in seen), max(edge[3] for edge in seen)
    (a, b), (c, d) = context.user_to_device(left, low), context.user_to_device(right, high)
    return around(min(a, c), min(b, d), max(a, c), max(b, d))


def _paint_of(mobject: VMobject, rgbas: npt.NDArray[np.float64]) -> Any:
    """Return the colour or the gradient of a layer; ``None`` if nothing of it can be seen."""
    if not rgbas[:, 3].any():
        return None
    solid: Any = cairo.SolidPattern
    # Blue first: Cairo's surface lies over an array that is read as RGBA.
    if len(rgbas) == 1:
        return solid(*rgbas[0][2::-1], rgbas[0][3])
    start, end = mobject.get_gradient_start_and_end_points()
    gradient: Any = cairo.LinearGradient(*start[:2], *end[:2])
    for offset, rgba in zip(np.linspace(0, 1, len(rgbas)), rgbas, strict=True):
        gradient.add_color_stop_rgba(offset, *rgba[2::-1], rgba[3])
    return gradient


def _filler(color: Any) -> Paint:
    def fill(context: Context) -> None:
        context.set_source(color)
        context.fill_preserve()

    return fill


def _stroker(color: Any, pen: Paint) -> Paint:
    def stroke(context: Context) -> None:
        context.set_source(color)
        pen(context)
        context.stroke_preserve()

    return stroke


def _pen(width: float, mobject: VMobject) -> Paint:
    join, cap = LINE_JOIN_MAP[mobject.joint_type], CAP_STYLE_MAP[mobject.cap_style]

    def take(context: Context) -> None:
        context.set_line_width(width)
        context.set_line_join(join)
        context.set_line_cap(cap)

    return take


def _trace(mobject: VMobject, context: Context) -> None:
    """Lay a mobject's path, as ``Camera.set_cairo_context_path`` does."""
    points = mobject.points
    context.new_path()
    if not np.isfinite(points).all():
        return
    flat = points[:, :2]
    numbers: list[float] = flat.ravel().tolist()
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
        if mobject.consider_points_equals_2d(flat[first], flat[last - 1]):
            close()
