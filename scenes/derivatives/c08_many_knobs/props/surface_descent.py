"""The path of a descent on the landscape itself: seen from above, it is the path on the map."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Self

import numpy as np
from manim import VGroup, VMobject

from mathcore.values import FloatArray
from scenes import theme
from scenes.components.graph.curve import SolidDot
from scenes.components.landscape.on_surface import SurfaceBall
from scenes.components.landscape.relief import Terrain
from scenes.components.motion.sweep import Sweep, between

_PER_STEP = 6
"""Straight lines along one step, which follow the surface."""


class SurfaceDescent(VGroup):
    """A ball on a landscape, the line along which it came, and a mark for each step it took.

    Parameters
    ----------
    terrain
        The terrain of a relief.
    points
        All points of the descent, shape (N + 1, 2).
    marks
        The steps that get a mark; by default all.
    """

    def __init__(
        self, terrain: Terrain, points: FloatArray, marks: Iterable[int] | None = None
    ) -> None:
        self.terrain, self.points_of_path = terrain, np.asarray(points, float)
        self.marked = tuple(range(len(self.points_of_path)) if marks is None else marks)
        self.trail = VMobject(
            stroke_color=theme.INK, stroke_width=theme.RAY_STROKE, fill_opacity=0.0
        )
        self.marks = VGroup(
            *(SolidDot(np.zeros(3), theme.INK, theme.FINE_DOT_RADIUS) for _ in self.marked)
        )
        self.ball = SurfaceBall(terrain, self.points_of_path[0])
        super().__init__(self.trail, self.marks, self.ball)
        self.put(0.0)

    def put(self, index: float) -> Self:
        """Show the path up to an index; between whole numbers the ball is between two points."""
        self.index = index
        return self.refresh()

    def refresh(self) -> Self:
        """Follow the terrain."""
        points, last = self.points_of_path, len(self.points_of_path) - 1
        indices = np.append(np.arange(0.0, self.index, 1 / _PER_STEP), self.index)
        whole = np.minimum(indices.astype(int), last)
        ways = points[np.minimum(whole + 1, last)] - points[whole]
        ground = points[whole] + (indices - whole)[:, None] * ways
        self.here = ground[-1]
        self.ball.put(self.here)
        self.trail.set_points_as_corners(self.terrain.above(ground))
        at = self.terrain.above(points[list(self.marked)]) if self.marked else ()
        for step, mark, place in zip(self.marked, self.marks, at, strict=True):
            mark.move_to(place).set_opacity(1.0 if step <= self.index else 0.0)
        return self

    def go(self, start: float, end: float, *moved: VMobject, **kwargs: Any) -> Sweep:
        """Carry the index from one value to another; ``moved`` follows."""
        return Sweep(self.put, between(start, end), self, *moved, **kwargs)
