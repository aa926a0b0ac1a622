"""A dashed line whose dashes do not crawl, and whose gaps can close."""

from __future__ import annotations

from typing import Self

import numpy as np
from manim import VMobject
from manim.typing import Point3D
from numpy.typing import NDArray

from scenes import theme


class Dashes(VMobject):
    """A dashed straight line.

    The pattern is fixed to an anchor point of the line, so that dashes neither crawl nor flicker
    while the line turns about that point or its ends move. ``openness`` 1 is the full gap, 0 a
    solid line.

    Parameters
    ----------
    start, end
        The two ends, frame points.
    anchor
        Where a dash is centred; by default the start.
    """

    def __init__(
        self,
        start: Point3D,
        end: Point3D,
        anchor: Point3D | None = None,
        color: str = theme.APPROX,
        stroke: float = theme.APPROX_STROKE,
    ) -> None:
        super().__init__(stroke_color=color, stroke_width=stroke, fill_opacity=0.0)
        self.openness = 1.0
        self.put(start, end, anchor)

    def put(self, start: Point3D, end: Point3D, anchor: Point3D | None = None) -> Self:
        """Lay the line between two other ends, keeping its style and openness."""
        self.start, self.end = np.asarray(start, float), np.asarray(end, float)
        anchor = self.start if anchor is None else anchor
        length = float(np.linalg.norm(self.end - self.start))
        if length == 0:
            self.clear_points()
            return self
        along = (self.end - self.start) / length
        self.set_points(self._strokes(length, float(np.dot(anchor - self.start, along)), along))
        return self

    def _strokes(
        self, length: float, anchored: float, along: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        pitch = theme.DASH + theme.GAP
        half = (theme.DASH + theme.GAP * (1 - self.openness)) / 2
        if self.openness <= 0:
            centers, half, anchored = np.array([0.0]), length, 0.0
        else:
            first = np.floor(-anchored / pitch) - 1
            last = np.ceil((length - anchored) / pitch) + 1
            centers = np.arange(first, last + 1) * pitch
        begin = np.clip(anchored + centers - half, 0.0, length)
        finish = np.clip(anchored + centers + half, 0.0, length)
        drawn = finish - begin > theme.DASH / 20
        begin, finish = begin[drawn], finish[drawn]
        shares = np.linspace(0.0, 1.0, 4)
        along_line = begin[:, None] + (finish - begin)[:, None] * shares[None, :]
        points: NDArray[np.float64] = self.start + along_line.reshape(-1, 1) * along
        return points

    def set_openness(self, openness: float, anchor: Point3D | None = None) -> Self:
        """Close the gaps towards 0, or open them towards 1."""
        self.openness = openness
        return self.put(self.start, self.end, anchor)
