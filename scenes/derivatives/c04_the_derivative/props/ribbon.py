"""Which way a curve goes, stretch by stretch: chevrons up or down, a zero where it is level."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

import numpy as np
from manim import ORIGIN, PI, Rectangle, RoundedRectangle, VGroup, VMobject

from mathcore.optimization.stationary import SignInterval
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.text.numeral import Numeral
from scenes.layout import Region

RIBBON_HEIGHT = 0.5
"""The greatest height of the ribbon, in frame units."""
RIBBON_SPLIT = 0.5
"""The gap between two stretches of the ribbon, in frame units."""
CHEVRON = 0.26
"""The size of a chevron, in frame units."""


class SignRibbon(VGroup):
    """A band over the same inputs as a graph, split where the sign of the slope changes.

    Chevrons tell which way a walker to the right goes; a zero stands where the ground is level.

    Parameters
    ----------
    axes
        Whose inputs it shares.
    intervals
        Stretches of one sign, from ``mathcore.optimization.stationary``.
    strip
        The height at which it lies, and how much room there is.
    """

    def __init__(self, axes: GraphAxes, intervals: Sequence[SignInterval], strip: Region) -> None:
        self.axes, self.intervals = axes, tuple(intervals)
        self.middle = float(strip.center[1])
        self.height_of_band = min(RIBBON_HEIGHT, strip.height)
        self.bands = VGroup(*(self._band(interval) for interval in self.intervals))
        self.chevrons = [self._chevrons(interval) for interval in self.intervals]
        borders = [before.right for before in self.intervals[:-1]]
        self.zeros = VGroup(
            *(Numeral(0, size=theme.DIGIT_SIZE).move_to(self._at(x)) for x in borders)
        )
        # A thread that comes down behind a zero would cross it.
        self.plates = VGroup(*(self._plate(x) for x in borders))
        super().__init__(self.plates, self.bands, *self.chevrons, self.zeros)

    def _at(self, x: float) -> tuple[float, float, float]:
        return float(self.axes.map(x, 0.0)[0]), self.middle, 0.0

    def _band(self, interval: SignInterval) -> RoundedRectangle:
        left, right = self._at(interval.left)[0], self._at(interval.right)[0]
        room = RIBBON_SPLIT / 2
        left += room if interval is not self.intervals[0] else 0.0
        right -= room if interval is not self.intervals[-1] else 0.0
        return RoundedRectangle(
            corner_radius=theme.CORNER,
            width=right - left,
            height=self.height_of_band,
            stroke_width=0.0,
            fill_color=theme.RISE,
            fill_opacity=theme.VEIL,
        ).move_to(((left + right) / 2, self.middle, 0.0))

    def _plate(self, x: float) -> Rectangle:
        return Rectangle(
            width=CHEVRON,
            height=self.height_of_band,
            stroke_width=0.0,
            fill_color=theme.BG,
            fill_opacity=1.0,
        ).move_to(self._at(x))

    def _chevrons(self, interval: SignInterval) -> VGroup:
        band = self.bands[self.intervals.index(interval)]
        count = max(1, int(band.width / theme.CHEVRON_PITCH))
        places = band.get_left()[0] + (np.arange(count) + 0.5) * band.width / count
        return VGroup(
            *(chevron(interval.sign).move_to((float(place), self.middle, 0.0)) for place in places)
        )

    def signs(self) -> list[int]:
        """Return which way the chevrons of each stretch point: 1 up, −1 down."""
        return [interval.sign for interval in self.intervals]

    def show_until(self, x: float) -> Self:
        """Show what lies behind a walker at ``x``; the rest is still to come."""
        edge = self._at(x)[0]
        for band, chevrons in zip(self.bands, self.chevrons, strict=True):
            band.set_fill(opacity=theme.VEIL * _passed(edge, band.get_right()[0], band.width))
            for mark in chevrons:
                seen = _passed(edge, mark.get_x() + theme.CHEVRON_PITCH / 2, theme.CHEVRON_PITCH)
                mark.set_stroke(opacity=seen)
        for plate, zero in zip(self.plates, self.zeros, strict=True):
            seen = _passed(edge, zero.get_x(), theme.CHEVRON_PITCH / 2)
            plate.set_fill(opacity=seen)
            zero.set_opacity(seen)
        return self


def _passed(edge: float, end: float, width: float) -> float:
    return float(np.clip((edge - end + width) / width, 0.0, 1.0))


def chevron(sign: int, color: str = theme.RISE) -> VMobject:
    """Return an arrow that points up to the right, or down for a sign of −1."""
    half = CHEVRON / 2
    mark = VMobject(stroke_color=color, stroke_width=theme.APPROX_STROKE, fill_opacity=0.0)
    back = half - CHEVRON * 0.6
    mark.set_points_as_corners([(back, half, 0.0), (half, half, 0.0), (half, back, 0.0)])
    mark.start_new_path(np.array([-half, -half, 0.0]))
    mark.add_line_to(np.array([half, half, 0.0]))
    return mark if sign > 0 else mark.rotate(-PI / 2, about_point=ORIGIN)
