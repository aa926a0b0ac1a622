"""A small plot without a scale: a loss with dips, on which a ball descends."""

from __future__ import annotations

from manim import VGroup

from lessons.derivatives.c09b.bumps import Bumps
from scenes import theme
from scenes.components.graph.axes import AXIS_ROOM, GraphAxes
from scenes.components.graph.curve import Curve, SolidDot
from scenes.components.marks.plate import plate
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.text import Words
from scenes.layout import Region

_BALL = 0.14
_AIR = (0.5, 0.12)
"""Free room below the curve, where its name stands, and above it, as shares of its height."""
_NAME_AT = (0.97, 0.06)


class BumpyWalk(VGroup):
    """A curve on a plate, a ball on it, and a name.

    Parameters
    ----------
    region
        Where it stands.
    bumps
        The curve, and the places of the ball after each step.

    Attributes
    ----------
    plate, curve, caption, ball
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
            region.inset(theme.LABEL_GAP - AXIS_ROOM),
            x_name="",
            y_name="",
            numbers=(None, None),
            grid=False,
        )
        self.plate = plate(region.width, region.height, theme.GRID).move_to(region.center)
        self.curve = Curve(self.axes, bumps.curve)
        self.ball = SolidDot(region.center, theme.INK, _BALL)
        self.caption = Words("no formula", size=theme.DIGIT_SIZE, color=theme.INK)
        region.inset(theme.LABEL_GAP).place(self.caption, *_NAME_AT)
        super().__init__(self.plate, self.curve, self.caption, self.ball)
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
