"""The slope of a curve over one turn: a tangent, the bar of its slope, and what the bar traces."""

from __future__ import annotations

from collections.abc import Callable
from typing import Self

import numpy as np
from manim import VGroup, VMobject

from mathcore.slopes.quotients import Tangent
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import SolidDot
from scenes.components.graph.stacked import WindowTangent

_SAMPLES = 160
"""Points of a trace over a whole turn."""


class TurnSlope(VGroup):
    """A tangent that rides on a curve; in the same window a bar is as long as its slope.

    Parameters
    ----------
    axes
        Where the curve is drawn.
    tangent_at
        Its tangent at any angle, from ``mathcore``.

    Attributes
    ----------
    tangent, bar, dot
        The tangent, the bar of its slope, and the dot at the end of the bar.
    trace
        What the end of the bar traces: the curve of the slopes.
    """

    def __init__(self, axes: GraphAxes, tangent_at: Callable[[float], Tangent]) -> None:
        self.axes, self.tangent_at = axes, tangent_at
        (first, last, _), _ = axes.spans
        self._angles = np.linspace(first, last, _SAMPLES)
        self._slopes = np.array([tangent_at(float(angle)).slope for angle in self._angles])
        self.tangent = WindowTangent(axes, tangent_at(0.0), theme.TANGENT_REACH)
        self.bar = VMobject(stroke_color=theme.EXACT, stroke_width=theme.ROAD_STROKE)
        self.dot = SolidDot(axes.get_center(), theme.EXACT)
        self.trace = VMobject(stroke_color=theme.EXACT, stroke_width=theme.CURVE_STROKE)
        super().__init__(self.trace, self.bar, self.tangent, self.dot)
        self.put(0.0)

    def put(self, angle: float) -> Self:
        """Move to another angle; the trace stays."""
        tangent = self.tangent_at(angle)
        end = self.axes.map(angle, tangent.slope)
        self.tangent.put(tangent)
        self.bar.set_points_as_corners([self.axes.map(angle, 0.0), end])
        self.dot.move_to(end)
        return self

    def draw(self, angle: float) -> Self:
        """Move to an angle, and trace the slopes up to there."""
        passed = self._angles < angle
        angles = np.append(self._angles[passed], angle)
        slopes = np.append(self._slopes[passed], self.tangent_at(angle).slope)
        self.trace.set_points_as_corners(self.axes.map_all(angles, slopes))
        return self.put(angle)
