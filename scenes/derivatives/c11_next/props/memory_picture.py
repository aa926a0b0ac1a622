"""Two balls in one narrow valley: one forgets each step, the other keeps some of its speed."""

from __future__ import annotations

from typing import Self

from manim import VGroup

from lessons.derivatives.c11.numbers import Numbers
from mathcore.optimization.bands import ValleyHeights
from scenes import theme
from scenes.components.landscape.descent_path import DescentPath
from scenes.components.landscape.height_map import HeightMap
from scenes.derivatives.c11_next.props.bare import bare_plane
from scenes.layout import Region

_TRAIL = 20.0
"""Stroke width of a trail per unit of its ball's radius: on a card both are finer."""


class MemoryPicture(VGroup):
    """The valley twice, one above the other: plain descent, and descent with momentum.

    Parameters
    ----------
    region
        What it fills.
    numbers
        The valley and both paths.
    step
        The first index of both paths.
    radius
        Radius of the balls, in frame units.
    """

    def __init__(
        self, region: Region, numbers: Numbers, step: float, radius: float = theme.MARBLE_RADIUS
    ) -> None:
        self.rows = region.rows(1, 1, gap=theme.GUTTER)
        planes = [bare_plane(numbers.narrow_window, row) for row in self.rows]
        land = ValleyHeights(numbers.narrow)
        self.maps = VGroup(
            *(HeightMap(plane, numbers.narrow_rings, land, labels=0) for plane in planes)
        )
        self.paths = [
            DescentPath(plane, points, marks=(), radius=radius)
            for plane, points in zip(planes, (numbers.plain, numbers.heavy), strict=True)
        ]
        for path in self.paths:
            path.trail.set_stroke(theme.INK, radius * _TRAIL)
        super().__init__(self.maps, *self.paths)
        self.put(step)

    def put(self, step: float) -> Self:
        """Show both paths up to an index."""
        for path in self.paths:
            path.put(step)
        return self
