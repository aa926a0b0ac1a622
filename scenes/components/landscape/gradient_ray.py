"""The arrow of a gradient at a point of the map: as long as it is steep, and never off the map."""

from __future__ import annotations

from typing import Self

import numpy as np
from manim import Line, VGroup, VMobject
from manim.typing import Point3D

from scenes import theme
from scenes.components.landscape.parameter_plane import Pair, ParameterPlane
from scenes.layout import Region

_MARGIN = 0.06
"""How far from the edge of the map its point stays, in frame units."""


class GradientRay(VGroup):
    """The gradient at a point, as an arrow in the window of the plane.

    On a plane with equal units it meets the contour at a right angle. It ends at the edge of the
    map if it would be longer: then :attr:`cut` says so.

    Parameters
    ----------
    plane
        The plane on which it lies.
    at
        Where it starts, lesson coordinates.
    gradient
        ∇J there, or its negative for the way down.
    per_slope
        Its length in frame units per unit of the length of the gradient.
    color, stroke
        Its colour and its stroke width, from the theme.
    """

    def __init__(
        self,
        plane: ParameterPlane,
        at: Pair,
        gradient: Pair,
        per_slope: float,
        *,
        color: str = theme.EXACT,
        stroke: float = theme.EXACT_STROKE,
    ) -> None:
        self.plane, self.per_slope, self.cut = plane, per_slope, False
        self.shaft = Line(stroke_color=color, stroke_width=stroke)
        self.tip = VMobject(fill_color=color, fill_opacity=1.0, stroke_width=0.0)
        super().__init__(self.shaft, self.tip)
        self.set_stroke(theme.BG, stroke + theme.HALO, background=True)
        self.tip.set_stroke(theme.BG, theme.HALO, background=True)
        self.put(at, gradient)

    def put(self, at: Pair, gradient: Pair) -> Self:
        """Show the gradient at another point; one of length 0 is not seen."""
        slope = np.asarray(gradient, float)
        start = self.plane.place(at)
        way = self.plane.place(np.asarray(at, float) + slope) - start
        steepness, length = float(np.linalg.norm(slope)), float(np.linalg.norm(way))
        wanted = self.per_slope * steepness
        along = way / length if length else way
        reach = min(wanted, _room(start, along, self.plane.window, _MARGIN))
        self.cut = reach < wanted
        if reach < theme.VANISH:
            self.shaft.clear_points()
            self.tip.clear_points()
            return self
        end = start + reach * along
        side = np.array([-along[1], along[0], 0.0]) / 2
        # Beside an edge of the map the tip is as narrow as leaves its corners inside.
        inside = (_room(end, way, self.plane.window, 0.0) for way in (side - along, -side - along))
        tip = min(theme.ARROW_TIP, reach / 2, *inside)
        root, wing = end - tip * along, tip * side
        self.shaft.set_points_as_corners([start, root + along * tip / 4])
        self.tip.set_points_as_corners([end, root + wing, root - wing, end])
        return self

    @property
    def ends(self) -> tuple[Point3D, Point3D]:
        """Its foot and its point, in the frame."""
        return np.array(self.shaft.points[0]), np.array(self.tip.points[0])


def _room(start: Point3D, along: Point3D, window: Region, margin: float) -> float:
    """Return how many steps ``along`` it is from a point to the margin of a window."""
    low = np.array([window.left, window.bottom]) + margin
    high = np.array([window.right, window.top]) - margin
    room = np.inf
    for axis in (0, 1):
        if along[axis]:
            edge = high[axis] if along[axis] > 0 else low[axis]
            room = min(room, max(0.0, (edge - start[axis]) / along[axis]))
    return float(room)
