"""Contours of a valley that changes its form: one ring for each height, true at every moment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

import numpy as np
from manim import VGroup, VMobject
from manim.typing import Point3D_Array

from mathcore.optimization.valley import PlaneWindow, Valley
from mathcore.values import FloatArray
from scenes import theme
from scenes.layout import Region


class ValleyRings(VGroup):
    """The contours of a valley within a fixed frame, through which another window may be seen.

    Parameters
    ----------
    region
        The frame, in frame units.
    levels
        Heights of the contours.
    valley, window
        What is seen, and which part of it.
    """

    def __init__(
        self, region: Region, levels: Sequence[float], valley: Valley, window: PlaneWindow
    ) -> None:
        self.region, self.levels = region, tuple(levels)
        super().__init__(
            *(
                VMobject(
                    stroke_color=theme.FUNC, stroke_width=theme.CONTOUR_STROKE, fill_opacity=0.0
                )
                for _ in self.levels
            )
        )
        self.put(valley, window)

    def put(self, valley: Valley, window: PlaneWindow) -> Self:
        """Show another valley, or another part of it."""
        self.valley, self.window = valley, window
        contours = valley.contours(self.levels, window.u_range, window.v_range)
        for ring, contour in zip(self, contours, strict=True):
            ring.clear_points()
            for line in contour.polylines:
                stretch = VMobject().set_points_as_corners(self.place_all(line))
                ring.append_points(stretch.points)
        return self

    def place_all(self, points: FloatArray) -> Point3D_Array:
        """Return the frame points, shape (N, 3), of settings of shape (N, 2)."""
        (u0, u1), (v0, v1) = self.window.u_range, self.window.v_range
        shares = (np.asarray(points, float) - (u0, v0)) / (u1 - u0, v1 - v0)
        region = self.region
        return np.column_stack(
            [
                region.left + shares[:, 0] * region.width,
                region.bottom + shares[:, 1] * region.height,
                0 * shares[:, 0],
            ]
        )
