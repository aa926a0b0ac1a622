"""A marble that rides on a curve, with an arrow for the way it goes next."""

from __future__ import annotations

from typing import Self

import numpy as np
from manim import VGroup, VMobject

from mathcore.slopes.quotients import Tangent
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import SolidDot
from scenes.components.text.text import STROKE_PER_UNIT


class Marble(VGroup):
    """A ball on a curve, its middle at the point whose height and slope it stands for.

    Its arrow points along the tangent, towards larger inputs: up where the slope is positive, down
    where it is negative, level where it is zero. Ball and arrow keep their size on screen.

    Parameters
    ----------
    axes
        The axes of the curve.
    tangent
        The tangent where the ball lies, from ``mathcore``.
    """

    def __init__(self, axes: GraphAxes, tangent: Tangent) -> None:
        self.axes = axes
        self.ball = SolidDot(axes.map(*tangent.point), radius=theme.MARBLE_RADIUS)
        self.arrow = VMobject(fill_color=theme.EXACT, fill_opacity=1.0, stroke_width=0.0)
        super().__init__(self.arrow, self.ball)
        self.put(tangent)

    def put(self, tangent: Tangent) -> Self:
        """Roll to another point."""
        center = self.axes.map(*tangent.point)
        self.ball.move_to(center)
        along = np.array([self.axes.x_unit, tangent.slope * self.axes.y_unit, 0.0])
        self.along = along / np.linalg.norm(along)
        up = np.array([-self.along[1], self.along[0], 0.0])
        shaft, tip = theme.NUDGE_STROKE / STROKE_PER_UNIT / 2, theme.TIP
        start, end = theme.MARBLE_RADIUS, theme.MARBLE_RADIUS + theme.MARBLE_ARROW
        outline = [
            (start, shaft),
            (end - tip, shaft),
            (end - tip, tip * 0.6),
            (end, 0.0),
            (end - tip, -tip * 0.6),
            (end - tip, -shaft),
            (start, -shaft),
            (start, shaft),
        ]
        self.arrow.set_points_as_corners([center + a * self.along + b * up for a, b in outline])
        return self
