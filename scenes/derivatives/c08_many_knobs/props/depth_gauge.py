"""An upright scale through zero, and a bar that stands on zero or hangs below it."""

from __future__ import annotations

from typing import Self

import numpy as np
from manim import LEFT, Line, Rectangle, VGroup
from manim.typing import Point3D

from scenes import theme
from scenes.components.text.numeral import Numeral
from scenes.layout import Region


class DepthGauge(VGroup):
    """A gauge of a height that may fall below zero.

    Parameters
    ----------
    value
        The height now.
    span
        ``(lowest, highest, step between ticks)``; 0 lies within.
    region
        Where the scale stands, its numbers included.
    """

    def __init__(self, value: float, span: tuple[float, float, float], region: Region) -> None:
        low, high, step = span
        x = region.right - theme.GAUGE_WIDTH / 2
        self.low, self.unit = low, region.height / (high - low)
        self.foot = np.array([x, region.bottom, 0.0])
        wing = np.array([theme.GAUGE_WIDTH / 2, 0.0, 0.0])
        self.ticks, self.numbers = VGroup(), VGroup()
        for tick in np.arange(low, high + step / 2, step).tolist():
            at = self.place(tick)
            self.ticks.add(
                Line(
                    at - wing,
                    at + wing,
                    stroke_color=theme.GRID if tick else theme.INK,
                    stroke_width=theme.AXIS_STROKE,
                )
            )
            number = Numeral(tick, scale=True, size=theme.AXIS_SIZE, color=theme.MUTED)
            self.numbers.add(number.next_to(at - wing, LEFT, buff=theme.LABEL_GAP))
        self.bar = Rectangle(
            width=theme.GAUGE_WIDTH * theme.BAR_SHARE,
            height=1.0,
            stroke_width=0.0,
            fill_color=theme.FUNC,
            fill_opacity=theme.BAR_FILL,
        )
        super().__init__(self.ticks, self.bar, self.numbers)
        self.set_value(value)

    def place(self, value: float) -> Point3D:
        """Return where a height stands."""
        point: Point3D = self.foot + np.array([0.0, (value - self.low) * self.unit, 0.0])
        return point

    def set_value(self, value: float) -> Self:
        """Show another height."""
        self.value = value
        zero, end = self.place(0.0), self.place(max(value, self.low))
        self.bar.stretch_to_fit_height(max(abs(float(end[1] - zero[1])), theme.VANISH))
        self.bar.move_to((zero + end) / 2)
        return self
