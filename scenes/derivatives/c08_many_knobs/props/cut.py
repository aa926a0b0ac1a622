"""A landscape that is cut open like a cake: what stands before the cut fades away."""

from __future__ import annotations

from typing import Any, Self

import numpy as np
from manim import ManimColor

from mathcore.values import FloatArray
from scenes import theme
from scenes.components.landscape import tints
from scenes.components.landscape.banded_surface import BandedSurface
from scenes.components.landscape.surface import GlassSheet, Surface

_WALL_SHARE = 0.22
"""The tint of the wall that a cut lays open, as a share of the curves' colour."""


class CutSurface(BandedSurface):
    """A banded surface of which only the part behind its sheet is seen.

    ``rest`` is how much is left of what stands before the sheet: 1 is all, 0 nothing.
    """

    rest = 0.0

    def refresh(self) -> Self:
        """Draw it anew, and fade what stands before the sheet, face by face."""
        super().refresh()
        if self.sheet is None or self.rest >= 1:
            return self
        left = self._left()[self.mesh.cells]
        for shape, share in zip(self.submobjects, left.tolist(), strict=False):
            shape.fill_rgbas[:, 3] *= share
            shape.stroke_rgbas[:, 3] *= share
        return self

    def _left(self) -> FloatArray:
        """Return how much of each face is left: on the way through the sheet it fades."""
        if self.sheet is None:
            return np.ones(len(self.mesh.middles))
        start, end = self.sheet.foot
        along = (end - start) / np.linalg.norm(end - start)
        normal = np.array([-along[1], along[0]])
        away = (self.mesh.middles - start) @ normal * np.sign(self.terrain.away(normal) or 1.0)
        ground = self.terrain
        sizes = np.array([b - a for a, b in (ground.u_range, ground.v_range)]) / self.cells
        behind = np.clip(0.5 + away / float(np.abs(normal) @ sizes), 0.0, 1.0)
        return np.asarray(self.rest + (1 - self.rest) * behind)


class CutSheet(GlassSheet):
    """A sheet through the landscape with the wall that it lays open, from the surface to a floor.

    Parameters
    ----------
    surface
        What it cuts.
    start, end
        The ends of its foot, points of the plane.
    base
        The height of the floor.
    color
        Colour of the cut.
    """

    def __init__(
        self, surface: Surface, start: Any, end: Any, base: float, color: str = theme.INK
    ) -> None:
        self.base = base
        super().__init__(surface, start, end, (base, base), color)
        tint = ManimColor.from_rgb(tints.tints(np.array(_WALL_SHARE)))
        self.pane.set_fill(tint, 1.0).set_stroke(width=0.0)

    def refresh(self) -> Self:
        """Follow the terrain; the pane is the wall."""
        self.cut.refresh()
        ground = self.cut.ground
        feet = self.terrain.project(np.column_stack([ground, np.full(len(ground), self.base)]))
        top = self.terrain.above(ground)
        self.pane.set_points_as_corners([*top, *feet[::-1], top[0]])
        return self
