"""A plot without a scale: a loss with dips, on which a ball descends."""

from __future__ import annotations

from manim import VGroup

from lessons.derivatives.c09b.bumps import Bumps
from scenes import theme
from scenes.components.graph.axes import AXIS_ROOM, GraphAxes
from scenes.components.graph.curve import Curve, SolidDot
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.text import Words
from scenes.layout import Region

_BALL = 0.24
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
        super().__init__(self.axes, self.curve, self.caption, self.ball)
        self.put(0.0)

    def put(self, step: float) -> None:
        """Put the ball where it is after so many steps; between two steps it is between both."""
        xs, heights = self.bumps.xs, self.bumps.heights
        last = min(int(step), len(xs) - 2)
        here, there = (self.axes.map(xs[at], heights[at]) for at in (last, last + 1))
        self.ball.move_to(here + (step - last) * (there - here))

    def descend(self) -> Sweep:
        """Take all steps."""
        way = between(0.0, float(len(self.bumps.xs) - 1))
        return Sweep(self.put, way, self.ball, run_time=theme.DRAW)
