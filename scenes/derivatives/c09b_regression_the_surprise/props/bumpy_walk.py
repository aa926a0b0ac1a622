"""A plot without a scale: a loss with dips, on which a ball descends."""

from __future__ import annotations

import numpy as np
from manim import Line, VGroup
from manim.typing import Point3D

from lessons.derivatives.c09b.bumps import Bumps
from scenes import theme
from scenes.components.graph.axes import AXIS_ROOM, GraphAxes
from scenes.components.graph.curve import Curve, SolidDot
from scenes.components.motion.sweep import Sweep, between
from scenes.layout import Region

_BALL, _MARK = 0.2, 0.07
"""The radii of the ball, and of the dot that marks where a step began, in frame units."""
_REACH = 0.85
"""Half the length of the tangent at the ball, in frame units."""
_AIR = (0.2, 0.08)
"""Free room below and above the curve, as shares of its height."""
_RUN = 3.2
"""How long all steps take, in seconds."""


class BumpyWalk(VGroup):
    """A curve over its axes, and a ball on it, whose tangent turns level as the steps shrink.

    Parameters
    ----------
    region
        Where it stands.
    bumps
        The curve, and the places of the ball after each step.

    Attributes
    ----------
    axes, curve, tangent, ball
        What is drawn.
    marks
        A dot where each step began, seen once the ball has left it.
    """

    def __init__(self, region: Region, bumps: Bumps) -> None:
        self.bumps = bumps
        xs, ys = bumps.curve.xs, bumps.curve.ys
        low, high = float(ys.min()), float(ys.max())
        below, above = (air * (high - low) for air in _AIR)
        self.axes = GraphAxes(
            (float(xs[0]), float(xs[-1]), 2.0),
            (low - below, high + above, 1.0),
            region.inset(theme.SCALE_ROOM - AXIS_ROOM),
            x_name="w",
            y_name='upright("loss") J',
            numbers=(0, None),
            grid=False,
            framed=True,
        )
        # How high the loss is means nothing here: its axis has no numbers.
        self.axes.remove(self.axes.ticks)
        window = self.axes.window
        self.axes.x_axis.set_y(window.bottom)
        self.axes.y_axis.set_x(window.left)
        self.curve = Curve(self.axes, bumps.curve)
        self.ball = SolidDot(region.center, theme.INK, _BALL)
        self.tangent = Line(stroke_color=theme.EXACT, stroke_width=theme.EXACT_STROKE)
        self.marks = VGroup(*(SolidDot(self._place(x), theme.INK, _MARK) for x in bumps.xs[:-1]))
        super().__init__(self.axes, self.curve, self.marks, self.tangent, self.ball)
        self.put(0.0)

    def put(self, step: float) -> None:
        """Put the ball where it is after so many steps; between two steps it is between both."""
        xs = self.bumps.xs
        last = min(int(step), len(xs) - 2)
        x = float(xs[last] + (step - last) * (xs[last + 1] - xs[last]))
        contact = self._place(x)
        along = self.axes.map(x + 1, self.bumps.tangent(x).at(x + 1)) - contact
        reach = _REACH * along / np.linalg.norm(along)
        self.tangent.put_start_and_end_on(contact - reach, contact + reach)
        self.ball.move_to(contact)
        for place, mark in enumerate(self.marks):
            mark.set_opacity(float(place < step))

    def _place(self, x: float) -> Point3D:
        """Return the frame point of the curve at an input."""
        return self.axes.map(*self.bumps.tangent(x).point)

    def descend(self) -> Sweep:
        """Take all steps."""
        way = between(0.0, float(len(self.bumps.xs) - 1))
        return Sweep(self.put, way, self.marks, self.tangent, self.ball, run_time=_RUN)
