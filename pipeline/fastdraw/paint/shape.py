"""Shapes: a mobject as Cairo paints it, kept until its place or its style changes."""

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
from pipeline.fastdraw.paint.style import Colours, Context, Layer, PaintStyle, Points

Place: TypeAlias = tuple[bytes, bytes | None]
"""The place of a mobject: its points, and the ends of its gradient, as bytes."""

RELATIVE = 1e-5
"""The share of a coordinate that manim adds to the slack within which two points are equal."""


@dataclass(slots=True)
class ProjectedMobject:
    """A mobject as a camera projects it onto the picture.

    Attributes
    ----------
    mobject
        The mobject.
    points
        The projected points of its curves, ``(4n, 3)``.
    colours
        Its own colours.
    ends
        The two ends of its gradient, ``(2, 3)``; ``None`` without one.
    """

    mobject: VMobject
    points: Points
    colours: Colours
    ends: Points | None

    @property
    def place(self) -> Place:
        """Its place on the picture."""
        return self.points.tobytes(), None if self.ends is None else self.ends.tobytes()


@dataclass(slots=True, eq=False)
class Shape:
    """What one mobject puts on the picture.

    Shapes are compared by identity: two pictures are equal if they have the same shape objects.

    Attributes
    ----------
    place
        Its place on the picture.
    style
        What it is painted with.
    path
        Its path for Cairo.
    layers
        The layers of the style, with gradients at their place.
    """

    place: Place
    style: PaintStyle
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

        They are measured at the first call: most shapes that move are gone before one.
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
    views: Sequence[ProjectedMobject],
    places: Sequence[Place],
    styles: Sequence[PaintStyle],
    context: Context,
) -> list[Shape]:
    """Make the shapes of mobjects, all in one pass.

    Parameters
    ----------
    views, places, styles
        Each mobject as it is projected, its place, and what it is painted with.
    context
        The context that the paths are made with; its own path is lost.
    """
    paths = lay_paths(views, context)
    return [
        Shape(place, style, path, style.over(view.ends))
        for view, place, style, path in zip(views, places, styles, paths, strict=True)
    ]


def lay_paths(views: Sequence[ProjectedMobject], context: Context) -> list[cairo.Path]:
    """Make the path of each mobject as ``Camera.set_cairo_context_path`` does.

    The ends of subpaths, and whether they are closed, are found for all points together.
    """
    curves = _curves_of(views)
    lengths = [len(one) for one in curves]
    edges = np.cumsum([0, *lengths])
    rows = np.concatenate([np.empty((0, 8)), *curves])
    slack = np.repeat([view.mobject.tolerance_for_point_equality for view in views], lengths)
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


def _curves_of(views: Sequence[ProjectedMobject]) -> list[Points]:
    """Return the complete curves of mobjects, each as four points in the plane, ``(n, 8)``."""
    return [
        view.points[: len(view.points) // 4 * 4 if finite else 0, :2].reshape(-1, 8)
        for view, finite in zip(views, which_are_finite(views), strict=True)
    ]


def which_are_finite(views: Sequence[ProjectedMobject]) -> list[bool]:
    """Tell of each mobject whether all its points are finite; one check for all comes first."""
    # The arrays are flattened, because they may have different numbers of coordinates.
    flat = [view.points.ravel() for view in views]
    if not flat or np.isfinite(np.concatenate(flat)).all():
        return [True] * len(views)
    return [bool(np.isfinite(one).all()) for one in flat]


def _alike(one: Points, other: Points, slack: Points) -> npt.NDArray[np.bool_]:
    """Tell which points are equal, as ``VMobject.consider_points_equals_2d`` does."""
    near = np.abs(one - other) <= slack[:, None] + RELATIVE * np.abs(other)
    return np.logical_and(near[:, 0], near[:, 1])
