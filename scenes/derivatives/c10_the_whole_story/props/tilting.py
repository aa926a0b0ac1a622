"""A bowl that is seen from the side as a valley, and from above as a map of contours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Self

import numpy as np
from manim import VGroup, VMobject
from manim.typing import Point3D_Array

from mathcore.optimization.contours import Contour
from mathcore.optimization.landscape import Landscape
from mathcore.values import FloatArray
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import SolidDot
from scenes.components.landscape.descent_path import ScaledArrow
from scenes.components.landscape.parameter_plane import ParameterPlane
from scenes.components.motion.sweep import Sweep, between

_SAMPLES = 1601
"""Points of the slice."""
_SEEN = 0.3
"""The share of the way at which the contours are wholly there."""


class TiltingBowl(VGroup):
    """A slice of a bowl, its contours and a ball; the eye rises from the side to straight above.

    From the side all contours are level lines, and the slice is the curve on the axes of the
    valley. From above the slice is a straight line, and the contours are those of the plane.

    Parameters
    ----------
    valley
        Axes for the first parameter and the height.
    plane
        The plane of both parameters.
    bowl
        The bowl, from ``mathcore``; the slice is where its second parameter is 0.
    rings
        Its contours.
    way
        Where the ball stands at first and at last, two settings.
    """

    def __init__(
        self,
        valley: GraphAxes,
        plane: ParameterPlane,
        bowl: Landscape,
        rings: Sequence[Contour],
        way: tuple[Sequence[float], Sequence[float]],
    ) -> None:
        self.valley, self.plane, self.bowl, self.contours, self.way = (
            valley,
            plane,
            bowl,
            rings,
            way,
        )
        self.slice = VMobject(stroke_color=theme.FUNC, stroke_width=theme.CURVE_STROKE)
        self.rings = VGroup(
            *(VMobject(stroke_color=theme.FUNC, stroke_width=theme.CURVE_STROKE) for _ in rings)
        )
        self.ball = SolidDot(valley.map(0.0, 0.0), radius=theme.MARBLE_RADIUS)
        super().__init__(self.slice, self.rings, self.ball)
        self.put(0.0)

    def put(self, share: float) -> Self:
        """Look from a share of the way from the side to above."""
        place = self._view(share)
        _, (_, top, _) = self.valley.spans
        left, right, _ = self.plane.axes.spans[0]
        us = np.linspace(left, right, _SAMPLES)
        us = us[self.bowl.value(np.column_stack([us, 0 * us])) <= top]
        self.slice.set_points_as_corners(place(np.column_stack([us, 0 * us])))
        self.slice.set_stroke(opacity=1 - share * (1 - theme.DIM))
        for ring, contour in zip(self.rings, self.contours, strict=True):
            lines = [VMobject().set_points_as_corners(place(line)) for line in contour.polylines]
            ring.set_points(np.concatenate([line.points for line in lines]))
            ring.set_stroke(opacity=min(1.0, share / _SEEN))
        start, end = (np.asarray(setting, float) for setting in self.way)
        self.ball.move_to(place((start + share * (end - start))[None, :])[0])
        return self

    def _view(self, share: float) -> Callable[[FloatArray], Point3D_Array]:
        """Return the map from settings, shape (N, 2), to points of the frame."""
        tilt = share * np.pi / 2
        unit = self.valley.x_unit + share * (self.plane.unit - self.valley.x_unit)
        first, last = self.valley.map(0.0, 0.0), self.plane.map(0.0, 0.0)
        origin = first + share * (last - first)
        # Heights shrink faster than the tilt alone would have it: the rim stays in the frame.
        height = self.valley.y_unit * np.cos(tilt) * (1 - share)

        def place(settings: FloatArray) -> Point3D_Array:
            us, vs = settings.T
            up = unit * np.sin(tilt) * vs + height * self.bowl.value(settings)
            return np.asarray(origin + np.column_stack([unit * us, up, 0 * us]))

        return place


def grow(arrow: ScaledArrow) -> Sweep:
    """Let an arrow that is on stage grow out of its foot, its tip at the end of its shaft."""
    plane, scale = arrow.plane, arrow.scale_of_vector
    foot, head = arrow.ends
    at = ((foot - plane.map(0.0, 0.0)) / plane.unit)[:2]
    vector = ((head - foot) / plane.unit / scale)[:2]
    return Sweep(
        lambda share: arrow.put(at, share * vector),
        between(0.0, 1.0),
        arrow,
        rate_func=theme.TRAVEL,
    )
