"""A close-up of a curve whose tangent can be laid level: what is then above it is the miss."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Self

import numpy as np
from manim import VMobject
from numpy.typing import NDArray

from mathcore.slopes.quotients import Tangent
from mathcore.timing import log_time
from scenes import theme
from scenes.components.graph.curve import SolidDot
from scenes.components.graph.zoom import FunctionCurve, ZoomPlot
from scenes.components.marks.dashes import Dashes
from scenes.components.marks.plate import outline
from scenes.components.motion.sweep import Sweep, between
from scenes.layout import Region

MISS_OUTSIDE = 0.14
"""How far outside of its window a miss is drawn, in frame units."""

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
    ) -> None:
        self.curve, self.tangent, self.place = curve, tangent, region
        self.first_factor, self.steep, self.level = width / widest, steep, 0.0
        super().__init__(region, tangent.point, width=width, depth=0, numbered=False)
        self.remove(self.badge)
        # It hides what it covers on its way to its place.
        self.pane.set_fill(theme.BG, 1.0).set_stroke(theme.MUTED)
        self.dot = SolidDot(region.center, color=theme.EXACT)
        self.graph = FunctionCurve(self, self.curve_at, stroke=theme.ROAD_STROKE)
        self.line = FunctionCurve(self, self.tangent_at, theme.EXACT, theme.EXACT_STROKE)
        self.hold(self.graph, self.line, self.dot)
        self.remove(self.badge)
        self.lay(0.0)

    def curve_at(self, xs: Values) -> Values:
        """Return the curve's heights, without what is taken away from both."""
        return self.curve(xs) - self._taken(xs)

    def tangent_at(self, xs: Values) -> Values:
        """Return the tangent's heights, without what is taken away from both."""
        return np.asarray(self.tangent.at(xs)) - self._taken(xs)

    def _taken(self, xs: Values) -> Values:
        return self.level * (np.asarray(self.tangent.at(xs)) - self.middle.y)

    def lay(self, share: float) -> Self:
        """Lay the tangent level by a share of the way; the grid is there when it is level."""
        self.level = share
        self.units_up = log_time(self.steep, 1.0, share)
        self.put(log_time(self.first_factor, 1.0, share))
        if share < 1:
            for grid in self.grids:
                grid.set_stroke(opacity=0.0)
        return self

    def lay_level(self, **settings: Any) -> Sweep:
        """Return the motion from the wide window to the level one."""
        return Sweep(self.lay, between(0.0, 1.0), self, **{"rate_func": theme.TRAVEL, **settings})

    def shown_in(self, wider: LevelWindow) -> Region:
        """Return the part of a wider window that this one shows, in frame units."""
        across, up = self.width_shown / 2, self.height_shown / 2
        x, y = self.middle
        left, bottom, _ = wider.map(x - across, y - up)
        right, top, _ = wider.map(x + across, y + up)
        return Region(float(left), float(right), float(bottom), float(top))

    def stand_in(self, region: Region) -> Self:
        """Show the same in another region: strokes keep their width."""
        self.region = region
        frame = outline(region.width, region.height).set_fill(theme.BG, 1.0)
        self.pane.become(frame.move_to(region.center))
        self.dot.move_to(region.center)
        self.put(self.factor)
        return self

    def grow_out_of(self, wider: LevelWindow, **settings: Any) -> Sweep:
        """Return the motion from what a wider window shows of it to its own place."""
        start = self.shown_in(wider)
        self.stand_in(start)
        return Sweep(
            lambda share: self.stand_in(start.towards(self.place, share)),
            between(0.0, 1.0),
            self,
            **{"rate_func": theme.TRAVEL, **settings},
        )

    def miss(self) -> VMobject:
        """Return by how much the tangent misses the curve at the right edge, as a bar beside it."""
        edge = np.array([self.middle.x + self.width_shown / 2])
        low, high = (
            self.map(float(edge[0]), float(value(edge)[0]))
            for value in (self.tangent_at, self.curve_at)
        )
        aside = np.array([MISS_OUTSIDE, 0.0, 0.0])
        # Where the miss is shorter than a dash, nothing of it can be seen.
        if high[1] - low[1] < theme.DOT_RADIUS / 2:
            return VMobject()
        return Dashes(low + aside, high + aside, stroke=theme.ROAD_STROKE)
