"""A curve and beside it the curve of its slopes, which a tangent draws as it slides along."""

from __future__ import annotations

from typing import Any, Self

import numpy as np
from manim import VGroup

from mathcore.formulas.curves import sample
from mathcore.formulas.functions import Function
from mathcore.slopes.quotients import tangent
from scenes import theme
from scenes.components.graph.axes import AXIS_ROOM, GraphAxes
from scenes.components.graph.curve import Curve
from scenes.components.graph.stacked import WindowTangent
from scenes.components.motion.sweep import Sweep, between
from scenes.layout import Region

REACH = 0.6
"""Half the length of the tangent, in frame units."""
_FIRST = 0.01
"""The share of the inputs after which the curve of the slopes is long enough to be drawn."""


class SlopePair(VGroup):
    """Two small graphs of one window: a function with a tangent, and the slopes read so far.

    Parameters
    ----------
    function
        The function.
    panes
        Where the two graphs stand.
    across, up
        The window that both share, in lesson coordinates.
    """

    def __init__(
        self,
        function: Function,
        panes: tuple[Region, Region],
        across: tuple[float, float],
        up: tuple[float, float],
    ) -> None:
        self.function, self.derivative, self.across = function, function.derivative(), across
        self.left, self.right = (_axes(pane, across, up) for pane in panes)
        samples = sample(function, *across)
        self.curve = Curve(self.left, samples)
        # Where the curve has left its window, there is nothing to touch.
        inside = samples.xs[(samples.ys > up[0]) & (samples.ys < up[1])]
        self.rides = float(np.min(inside)), float(np.max(inside))
        self.tangent = WindowTangent(self.left, tangent(function, self.rides[0]), REACH)
        self.slopes = Curve(self.right, sample(self.derivative, *across), theme.EXACT)
        super().__init__(self.left, self.right, self.curve, self.slopes, self.tangent)
        self.put(0.0)

    def put(self, share: float) -> Self:
        """Move the tangent to a share of the inputs, and show the slopes up to there."""
        first, last = self.across
        x = first + max(share, _FIRST) * (last - first)
        slopes = Curve(self.right, sample(self.derivative, first, x), theme.EXACT)
        self.slopes.set_points(slopes.points)
        low, high = self.rides
        self.tangent.put(tangent(self.function, float(np.clip(x, low, high))))
        return self

    def draw(self, **settings: Any) -> Sweep:
        """Return the motion of the tangent along the whole curve."""
        moved = (self.tangent, self.slopes)
        return Sweep(self.put, between(0.0, 1.0), *moved, **settings)


def _axes(pane: Region, across: tuple[float, float], up: tuple[float, float]) -> GraphAxes:
    return GraphAxes(
        (*across, 20),
        (*up, 20),
        pane.inset(-AXIS_ROOM),
        x_name="",
        y_name="",
        numbers=(None, None),
        grid=False,
    )
