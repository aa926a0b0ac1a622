"""A shape: one mobject as it is painted, kept until its points or its style change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
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

_MITER = 10.0
"""How far a line's joint may stick out, in halves of its width: what Cairo allows by itself."""

_SMALL = 256 * 256
"""Pixels: on a smaller picture of a shape, a gradient is put on through a mask."""

_RELATIVE = 1e-5
"""Of a coordinate: what manim adds to the slack between two points that it takes as one."""


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
    box
        All pixels that it may touch, where a mask of them is the fast way to paint it.
    """

    points: bytes
    style: tuple[Any, ...]
    path: cairo.Path
    layers: tuple[tuple[Any, Pen | None], ...]
    box: Rect | None
    _bounds: list[Rect | None] = field(default_factory=list)

    def paint(self, context: Context) -> None:
        """Paint it as manim's camera does."""
        if self.box is not None:
            self._paint_through_masks(context, self.box)
            return
        context.new_path()
        context.append_path(self.path)
        for color, pen in self.layers:
            context.set_source(color)
            _lay(context, pen)

    def _paint_through_masks(self, context: Context, box: Rect) -> None:
        """Paint each layer in two steps: what it covers, and its colours through that.

        Cairo puts a gradient on in pieces, one or two for each row of pixels, and makes as much ado
        about each of them as about a whole mask.
        """
        if not box.area:
            return
        matrix = context.get_matrix()
        for color, pen in self.layers:
            mask = cairo.ImageSurface(cairo.FORMAT_A8, box.right - box.left, box.bottom - box.top)
            mask.set_device_offset(-box.left, -box.top)
            stencil: Context = cairo.Context(mask)
            stencil.set_matrix(matrix)
            stencil.append_path(self.path)
            _lay(stencil, pen)
            context.set_source(color)
            context.identity_matrix()
            context.mask_surface(mask, 0, 0)
            context.set_matrix(matrix)

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


def _lay(context: Context, pen: Pen | None) -> None:
    """Lay one layer of the path on, which stays: its line, or without a pen its area."""
    if pen is None:
        context.fill_preserve()
    else:
        pen(context)
        context.stroke_preserve()


def make_shapes(
    looks: Sequence[tuple[Look, bytes, tuple[Any, ...]]], context: Context, thin: float
) -> list[Shape]:
    """Make the shapes of mobjects, all in one go.

    Parameters
    ----------
    looks
        How each looks, and what is to be remembered of that: its points and its style.
    context
        Lays the paths, and loses its own.
    thin
        Units of the scene for one unit of stroke width.
    """
    seen = [look for look, _, _ in looks]
    paths, boxes = lay_paths(seen, context), _boxes(seen, context, thin)
    return [
        Shape(points, style, path, _layers(look, thin), box)
        for (look, points, style), path, box in zip(looks, paths, boxes, strict=True)
    ]


def _boxes(looks: Sequence[Look], context: Context, thin: float) -> list[Rect | None]:
    """Return the pixels that each look with a gradient may touch; ``None`` for any other.

    ``None`` also for a large one, where the pixels take longer than the ado.
    """
    boxes: list[Rect | None] = [None] * len(looks)
    graded = [
        place for place, look in enumerate(looks) if look.ends is not None and len(look.points)
    ]
    if not graded:
        return boxes
    points = [looks[place].points[:, :2] for place in graded]
    starts = np.cumsum([0, *map(len, points)])[:-1]
    together = np.concatenate(points)
    widths = np.array([_width(looks[place].mobject) for place in graded])
    matrix, surface = context.get_matrix(), context.get_target()
    scale = np.array([matrix.xx, matrix.yy])
    # A curve lies within the hull of its four points.
    edges = [
        furthest.reduceat(together, starts) * scale + (matrix.x0, matrix.y0)
        for furthest in (np.minimum, np.maximum)
    ]
    reach = (_MITER / 2 * thin * widths)[:, None] * np.abs(scale) + 1
    whole = (surface.get_width(), surface.get_height())
    with np.errstate(invalid="ignore"):
        low = np.clip(np.floor(np.minimum(*edges) - reach), 0, whole)
        high = np.clip(np.ceil(np.maximum(*edges) + reach), low, whole)
    small = np.prod(high - low, axis=1) <= _SMALL  # never of what is not a number
    for place, fits, (left, top), (right, bottom) in zip(
        graded, small.tolist(), low.tolist(), high.tolist(), strict=True
    ):
        if fits:
            boxes[place] = Rect(int(left), int(top), int(right), int(bottom))
    return boxes


def _width(mobject: VMobject) -> float:
    """Return the width of the wider of a mobject's two lines."""
    return max(float(mobject.get_stroke_width()), float(mobject.get_stroke_width(background=True)))


def _layers(look: Look, thin: float) -> tuple[tuple[Any, Pen | None], ...]:
    """Return the colours of a mobject from back to front, each with its pen."""
    mobject = look.mobject
    layers: list[tuple[Any, Pen | None]] = []
    for behind in (True, False):
        if not behind and (color := _color(look.fill, look.ends)) is not None:
            layers.append((color, None))
        width = mobject.get_stroke_width(behind)
        color = _color(look.behind if behind else look.stroke, look.ends) if width else None
        if color is not None:
            layers.append((color, _pen(width * thin, mobject)))
    return tuple(layers)


def _color(rgbas: Points, ends: Points | None) -> Any:
    """Return the colour or the gradient of a layer; ``None`` if nothing of it can be seen."""
    colors: list[list[float]] = rgbas.tolist()
    if not any(alpha for *_, alpha in colors):
        return None
    solid: Any = cairo.SolidPattern
    # Blue first: Cairo's surface lies over an array that is read as RGBA.
    if ends is None or len(colors) == 1:
        red, green, blue, alpha = colors[0]
        return solid(blue, green, red, alpha)
    (a, b, *_), (c, d, *_) = ends.tolist()
    gradient: Any = cairo.LinearGradient(a, b, c, d)
    offsets = (0.0, 1.0) if len(colors) == 2 else np.linspace(0, 1, len(colors)).tolist()
    for offset, (red, green, blue, alpha) in zip(offsets, colors, strict=True):
        gradient.add_color_stop_rgba(offset, blue, green, red, alpha)
    return gradient


def _pen(width: float, mobject: VMobject) -> Pen:
    join, cap = LINE_JOIN_MAP[mobject.joint_type], CAP_STYLE_MAP[mobject.cap_style]

    def take(context: Context) -> None:
        context.set_line_width(width)
        context.set_line_join(join)
        context.set_line_cap(cap)

    return take


def lay_paths(looks: Sequence[Look], context: Context) -> list[cairo.Path]:
    """Lay the path of each look as ``Camera.set_cairo_context_path`` does.

    Where a subpath ends, and whether it is closed, is asked for the points of all looks together.
    """
    curves = [_curves_of(look) for look in looks]
    lengths = [len(one) for one in curves]
    edges = np.cumsum([0, *lengths])
    rows = np.concatenate([np.empty((0, 8)), *curves])
    slack = np.repeat([look.mobject.tolerance_for_point_equality for look in looks], lengths)
    begins = np.ones(len(rows) + 1, dtype=bool)
    begins[1:-1] = ~_alike(rows[:-1, 6:], rows[1:, :2], slack[1:])
    begins[edges] = True
    bounds = np.flatnonzero(begins)
    starts, stops = bounds[:-1], bounds[1:]
    closed = _alike(rows[starts, :2], rows[stops - 1, 6:], slack[starts])
    subpaths = list(
        zip(
            starts.tolist(), stops.tolist(), closed.tolist(), rows[starts, :2].tolist(), strict=True
        )
    )
    onward: list[list[float]] = rows[:, 2:].tolist()
    paths, curve = [], context.curve_to
    for first, last in pairwise(np.searchsorted(starts, edges).tolist()):
        context.new_path()
        for start, stop, is_closed, origin in subpaths[first:last]:
            context.new_sub_path()
            context.move_to(*origin)
            for numbers in onward[start:stop]:
                curve(*numbers)
            if is_closed:
                context.close_path()
        paths.append(context.copy_path())
    return paths


def _curves_of(look: Look) -> Points:
    """Return the whole curves of a look, each as its four points in the plane, ``(n, 8)``."""
    points = look.points[: len(look.points) // 4 * 4, :2]
    if not np.isfinite(look.points).all():
        points = points[:0]
    return points.reshape(-1, 8)


def _alike(one: Points, other: Points, slack: Points) -> npt.NDArray[np.bool_]:
    """Tell which points are as good as one, as ``VMobject.consider_points_equals_2d`` does."""
    near = np.abs(one - other) <= slack[:, None] + _RELATIVE * np.abs(other)
    return np.logical_and(near[:, 0], near[:, 1])
