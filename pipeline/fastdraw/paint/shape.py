"""A shape: one mobject as it is painted, kept until its place or its coat changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

import cairo
import numpy as np
import numpy.typing as npt
from manim import VMobject

from pipeline.fastdraw.paint.damage import Rect, around
from pipeline.fastdraw.paint.style import Coat, Colours, Context, Layer, Points

Place: TypeAlias = tuple[bytes, bytes | None]
"""Where a look lies: its points, and the ends of its gradient, as bytes."""

RELATIVE = 1e-5
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
    colours
        Its own.
    ends
        Where a gradient begins and ends, ``(2, 3)``; ``None`` without one.
    """

    mobject: VMobject
    points: Points
    colours: Colours
    ends: Points | None

    @property
    def place(self) -> Place:
        """Where it lies."""
        return self.points.tobytes(), None if self.ends is None else self.ends.tobytes()


@dataclass(slots=True, eq=False)
class Shape:
    """What one mobject puts on the picture.

    Two shapes are the same only if they are one object: whoever compares pictures compares those.

    Attributes
    ----------
    place
        Where it lies.
    coat
        What it is painted with.
    path
        For Cairo.
    layers
        Of the coat, where they lie.
    """

    place: Place
    coat: Coat
    path: cairo.Path
    layers: tuple[Layer, ...]
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


def make_shapes(
    looks: Sequence[Look],
    places: Sequence[Place],
    coats: Sequence[Coat],
    context: Context,
) -> list[Shape]:
    """Make the shapes of mobjects, all in one go.

    Parameters
    ----------
    looks, places, coats
        How each looks, where it lies, and what it is painted with.
    context
        Lays the paths, and loses its own.
    """
    paths = lay_paths(looks, context)
    return [
        Shape(place, coat, path, coat.over(look.ends))
        for look, place, coat, path in zip(looks, places, coats, paths, strict=True)
    ]


def lay_paths(looks: Sequence[Look], context: Context) -> list[cairo.Path]:
    """Lay the path of each look as ``Camera.set_cairo_context_path`` does.

    Where a subpath ends, and whether it is closed, is asked for the points of all looks together.
    """
    curves = _curves_of(looks)
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


def _curves_of(looks: Sequence[Look]) -> list[Points]:
    """Return the whole curves of looks, each as its four points in the plane, ``(n, 8)``."""
    return [
        look.points[: len(look.points) // 4 * 4 if finite else 0, :2].reshape(-1, 8)
        for look, finite in zip(looks, which_are_finite(looks), strict=True)
    ]


def which_are_finite(looks: Sequence[Look]) -> list[bool]:
    """Tell of each look whether all its points are finite: as they nearly always are, all asked."""
    # Laid flat, for not all need have the same number of coordinates.
    flat = [look.points.ravel() for look in looks]
    if not flat or np.isfinite(np.concatenate(flat)).all():
        return [True] * len(looks)
    return [bool(np.isfinite(one).all()) for one in flat]


def _alike(one: Points, other: Points, slack: Points) -> npt.NDArray[np.bool_]:
    """Tell which points are as good as one, as ``VMobject.consider_points_equals_2d`` does."""
    near = np.abs(one - other) <= slack[:, None] + RELATIVE * np.abs(other)
    return np.logical_and(near[:, 0], near[:, 1])
