"""A close-up of a curve whose tangent can be laid level: what is then above it is the miss."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from manim import DOWN, RIGHT
from numpy.typing import NDArray

from mathcore.slopes.quotients import Tangent
from mathcore.timing import log_time
from scenes import theme
from scenes.components.graph.curve import SolidDot
from scenes.components.graph.quiet_scale import QuietScale
from scenes.components.graph.zoom import FunctionCurve, ZoomPlot
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.formula import Formula
from scenes.layout import Region

Values = NDArray[np.float64]


class LevelWindow(ZoomPlot):
    """A window about a point of contact, with the curve and its tangent in it.

    At first both are as steep as they are, in a wide window. Laid level, the height of the tangent
    is taken away from both, and one unit upward is as long as one unit across: the distance between
    the two is then seen as large as it is. Heights have no numbers, since they change their meaning
    on the way.

    Parameters
    ----------
    region
        Where it stands.
    curve
        The function, on arrays.
    tangent
        Its tangent at the point in the middle.
    width, widest
        The width of the level window and of the first one, in lesson units.
    steep
        How many units upward the first window shows on the length of one unit across.
    depth
        The level window can be magnified by 10 to this power.
    """

    def __init__(
        self,
        region: Region,
        curve: Callable[[Values], Values],
        tangent: Tangent,
        *,
        width: float,
        widest: float,
        steep: float,
        depth: int,
    ) -> None:
        self.curve, self.tangent = curve, tangent
        self.first_factor, self.steep, self.level = width / widest, steep, 0.0
        super().__init__(region, tangent.point, width=width, depth=depth)
        for scale in self.scales:
            for axis, number in tuple(scale):
                if axis == 1:
                    self.remove(number)
                    scale.remove((axis, number))
        self.graph = FunctionCurve(self, self.curve_at, stroke=theme.ROAD_STROKE)
        self.hold(
            self.graph,
            FunctionCurve(self, self.tangent_at, theme.EXACT, theme.EXACT_STROKE),
            SolidDot(self.region.center, color=theme.EXACT),
            QuietScale(self),
        )
        across = Formula("x", size=theme.DIGIT_SIZE, color=theme.MUTED)
        across.next_to(region.at(1.0, 0.0), RIGHT, buff=theme.LABEL_GAP, aligned_edge=DOWN)
        self.add(across)
        self.lay(0.0)

    def curve_at(self, xs: Values) -> Values:
        """Return the curve's heights, without what is taken away from both."""
        return self.curve(xs) - self._taken(xs)

    def tangent_at(self, xs: Values) -> Values:
        """Return the tangent's heights, without what is taken away from both."""
        return np.asarray(self.tangent.at(xs)) - self._taken(xs)

    def _taken(self, xs: Values) -> Values:
        return self.level * (np.asarray(self.tangent.at(xs)) - self.middle.y)

    def lay(self, share: float) -> None:
        """Lay the tangent level by a share of the way; the grid is there when it is level."""
        self.level = share
        self.units_up = log_time(self.steep, 1.0, share)
        self.put(log_time(self.first_factor, 1.0, share))
        if share < 1:
            for grid in self.grids:
                grid.set_stroke(opacity=0.0)

    def lay_level(self, **settings: Any) -> Sweep:
        """Return the motion from the wide window to the level one."""
        return Sweep(self.lay, between(0.0, 1.0), self, **{"rate_func": theme.TRAVEL, **settings})
