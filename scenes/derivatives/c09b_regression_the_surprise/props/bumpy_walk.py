"""A plot without a scale: a loss with dips, on which a ball descends."""

from __future__ import annotations

from manim import VGroup, VMobject
from manim.typing import Point3D

from lessons.derivatives.c09b.bumps import Bumps
from scenes import theme
from scenes.components.graph.axes import AXIS_ROOM, GraphAxes
from scenes.components.graph.curve import Curve, SolidDot
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.text import Words
from scenes.layout import Region

_BALL = 0.24
_LEFT_AT = (0, 5, 7, 8)
"""The steps at which a faint ball stays behind: they part the way down evenly."""
_AIR = (0.2, 0.08)
"""Free room below and above the curve, as shares of its height."""
_SAID_AT = (0.55, 0.9)
"""Where it is said that there is no formula, as shares of the region."""


class BumpyWalk(VGroup):
    """A curve over its axes, a ball on it, and what is said of it.

    Parameters
    ----------
    region
        Where it stands.
    bumps
        The curve, and the places of the ball after each step.

    Attributes
    ----------
    axes, curve, caption, ball
        What is drawn.
    way, ghosts
        The line along which the ball came, and the faint balls that it has left behind.
    """

    def __init__(self, region: Region, bumps: Bumps) -> None:
        self.bumps = bumps
        xs, ys = bumps.curve.xs, bumps.curve.ys
        low, high = float(ys.min()), float(ys.max())
        below, above = (air * (high - low) for air in _AIR)
        self.axes = GraphAxes(
            (float(xs[0]), float(xs[-1]), 1.0),
            (low - below, high + above, 1.0),
            region.inset(theme.SCALE_ROOM - AXIS_ROOM),
            x_name="w",
            y_name='upright("loss")',
            numbers=(None, None),
            grid=False,
            framed=True,
        )
        # Its zeros mean nothing here: both axes stand at the edge, without ticks.
        self.axes.remove(self.axes.ticks)
        window = self.axes.window
        self.axes.x_axis.set_y(window.bottom)
        self.axes.y_axis.set_x(window.left)
        self.curve = Curve(self.axes, bumps.curve)
        self.ball = SolidDot(region.center, theme.INK, _BALL)
        self.caption = Words("no formula", size=theme.KEY_SIZE, color=theme.INK)
        region.place(self.caption, *_SAID_AT)
        self.way = VMobject(stroke_color=theme.INK, stroke_width=theme.ROAD_STROKE)
        self.way.set_stroke(opacity=theme.GHOST)
        self.ghosts = VGroup(
            *(SolidDot(self._place(step), theme.INK, _BALL).set_opacity(0.0) for step in _LEFT_AT)
        )
        super().__init__(self.axes, self.curve, self.caption, self.way, self.ghosts, self.ball)
        self.put(0.0)

    def put(self, step: float) -> None:
        """Put the ball where it is after so many steps; between two steps it is between both."""
        last = min(int(step), len(self.bumps.xs) - 2)
        here, there = self._place(last), self._place(last + 1)
        self.ball.move_to(here + (step - last) * (there - here))
        passed = [self._place(at) for at in range(last + 1)]
        self.way.set_points_as_corners([*passed, self.ball.get_center()])
        for at, ghost in zip(_LEFT_AT, self.ghosts, strict=True):
            ghost.set_opacity(theme.GHOST if at < step else 0.0)

    def _place(self, step: int) -> Point3D:
        """Return where the ball is after a step."""
        return self.axes.map(self.bumps.xs[step], self.bumps.heights[step])

    def descend(self) -> Sweep:
        """Take all steps."""
        way = between(0.0, float(len(self.bumps.xs) - 1))
        return Sweep(self.put, way, self.way, self.ghosts, self.ball, run_time=theme.DRAW)
