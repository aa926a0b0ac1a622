"""A path whose latest steps stand out from the older ones."""

from __future__ import annotations

from typing import Self

from manim import VGroup, VMobject

from mathcore.values import FloatArray
from scenes import theme
from scenes.components.landscape.descent_path import DescentPath
from scenes.components.landscape.parameter_plane import ParameterPlane

_RECENT = 3
"""How many steps are bright; all older ones, which may lie on each other, are faint."""


class RecentPath(DescentPath):
    """A ball on the plane with a faint line of all its steps and a bright line of the last three.

    Parameters
    ----------
    plane
        The plane on which it lies.
    points
        All points of the descent, shape (N + 1, 2).
    """

    def __init__(self, plane: ParameterPlane, points: FloatArray) -> None:
        self.recent = VMobject(
            stroke_color=theme.INK, stroke_width=theme.AXIS_STROKE, fill_opacity=0.0
        )
        super().__init__(plane, points, radius=theme.DOT_RADIUS)
        self.trail.set_stroke(width=theme.HAIRLINE_STROKE, opacity=theme.DIM)
        VGroup(self.marks, self.ball).set_stroke(theme.BG, theme.HALO / 2, background=True)
        self.submobjects.insert(1, self.recent)

    def put(self, index: float) -> Self:
        """Show the path up to an index: its last three steps are bright, as are their points."""
        super().put(index)
        first = max(0, int(index) - _RECENT)
        whole = min(int(index), len(self.places) - 1)
        self.recent.set_points_as_corners([*self.places[first : whole + 1], self.ball.get_center()])
        for k, mark in zip(self.marked, self.marks, strict=True):
            mark.set_opacity(0.0 if k > index else 1.0 if k >= first else theme.GHOST)
        return self
