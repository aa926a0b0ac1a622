"""An arrow that can be laid between two other points in every frame."""

from __future__ import annotations

from typing import Self

import numpy as np
from manim import Line, VGroup, VMobject
from manim.typing import Point3D

from scenes import theme


class Ray(VGroup):
    """A straight arrow with a small tip of constant size.

    Parameters
    ----------
    start, end
        Frame points of what it joins.
    gap
        How much air is left at both ends, in frame units.
    """

    def __init__(
        self,
        start: Point3D,
        end: Point3D,
        *,
        gap: float = theme.LABEL_GAP,
        color: str = theme.MUTED,
        stroke: float = theme.RAY_STROKE,
    ) -> None:
        self.gap = gap
        self.shaft = Line(stroke_color=color, stroke_width=stroke)
        self.tip = VMobject(fill_color=color, fill_opacity=1.0, stroke_width=0.0)
        super().__init__(self.shaft, self.tip)
        self.put(start, end)

    def put(self, start: Point3D, end: Point3D) -> Self:
        """Lay it between two other points."""
        start, end = np.asarray(start, float), np.asarray(end, float)
        along = (end - start) / np.linalg.norm(end - start)
        tail, head = start + self.gap * along, end - self.gap * along
        across = np.array([-along[1], along[0], 0.0])
        root = head - theme.RAY_TIP * along
        self.shaft.put_start_and_end_on(tail, root)
        wing = theme.RAY_TIP / 2 * across
        self.tip.set_points_as_corners([head, root + wing, root - wing, head])
        return self

    @property
    def middle(self) -> Point3D:
        """The point halfway between its two ends."""
        return self.at(0.5)

    def at(self, share: float) -> Point3D:
        """Return the point at a share of its length."""
        start, end = self.ends
        point: Point3D = start + share * (end - start)
        return point

    @property
    def ends(self) -> tuple[Point3D, Point3D]:
        """The point where it begins and the point of its tip."""
        return np.array(self.shaft.get_start()), np.array(self.tip.points[0])

    def pulse(self, color: str, *, back: bool = False) -> Line:
        """Return what runs along it, or against it, to be flashed past."""
        start, end = self.ends
        if back:
            start, end = end, start
        return Line(start, end, stroke_color=color, stroke_width=theme.PULSE_STROKE)
