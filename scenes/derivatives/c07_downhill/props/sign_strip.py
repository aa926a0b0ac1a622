"""The signs of a slope in a row under a graph: minus, zero and plus, stretch by stretch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

import numpy as np
from manim import Rectangle, VGroup

from mathcore.optimization.stationary import CriticalPoint, SignInterval
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.text.formula import Formula
from scenes.layout import Region

_SIGNS = {1: "+", 0: "0", -1: "-"}
_NOUGHT = 0.62
"""Room for a zero or for a gap between two bands, as a share of the height of a strip."""


class SignStrip(VGroup):
    """Bands over the stretches on which a slope keeps its sign, each with that sign.

    Where the slope is zero between two bands, a zero stands there; where there is no slope, the gap
    stays empty.

    Parameters
    ----------
    axes
        The axes whose inputs it shares.
    intervals
        Stretches of one sign, from ``mathcore.optimization.stationary``.
    point
        The point between them.
    strip
        The region that tells its height and where it lies; its width is that of the window.
    size
        Font size of the signs, named in the theme.
    """

    def __init__(
        self,
        axes: GraphAxes,
        intervals: Sequence[SignInterval],
        point: CriticalPoint,
        strip: Region,
        size: float = theme.TABLE_SIZE,
    ) -> None:
        self.axes, self.height_of_strip = axes, strip.height
        self.middle = float(strip.center[1])
        window = axes.window
        self.bands, self.signs = VGroup(), VGroup()
        single = point.left == point.right
        room = _NOUGHT * strip.height if single else theme.TICK / 2
        for interval in intervals:
            left = max(self._at(interval.left), window.left)
            right = min(self._at(interval.right), window.right)
            left += room if interval is not intervals[0] else 0.0
            right -= room if interval is not intervals[-1] else 0.0
            self._add_band(left, right, interval.sign, size)
        self.noughts = VGroup()
        if single and point.stationary:
            nought = Formula(_SIGNS[0], size=size, color=theme.EXACT)
            self.noughts.add(nought.move_to((self._at(point.x), self.middle, 0.0)))
        super().__init__(self.bands, self.signs, self.noughts)

    def _at(self, x: float) -> float:
        return float(self.axes.map(x, 0.0)[0])

    def _add_band(self, left: float, right: float, sign: int, size: float) -> None:
        middle = ((left + right) / 2, self.middle, 0.0)
        self.bands.add(
            Rectangle(
                width=right - left,
                height=self.height_of_strip,
                stroke_width=0.0,
                fill_color=theme.EXACT,
                fill_opacity=theme.VEIL,
            ).move_to(middle)
        )
        self.signs.add(Formula(_SIGNS[sign], size=size, color=theme.EXACT).move_to(middle))

    def show_until(self, x: float) -> Self:
        """Show the bands and signs up to ``x``, and hide the others."""
        edge = self._at(x)
        for band, sign in zip(self.bands, self.signs, strict=True):
            left, right = band.get_left()[0], band.get_right()[0]
            share = float(np.clip((edge - left) / (right - left), 0.0, 1.0))
            band.set_fill(opacity=theme.VEIL * share)
            sign.set_fill(opacity=float(np.clip(2 * share - 0.5, 0.0, 1.0)))
        for nought in self.noughts:
            passed = (edge - nought.get_x()) / theme.TICK + 1
            nought.set_fill(opacity=float(np.clip(passed, 0.0, 1.0)))
        return self
