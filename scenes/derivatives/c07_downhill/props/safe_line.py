"""A number line with an open interval on it, in which values are safe."""

from __future__ import annotations

from manim import Rectangle, VGroup
from manim.typing import Point3D

from scenes import theme
from scenes.components.graph.curve import OpenDot
from scenes.components.rigs.number_lines import NumberLine, Scale
from scenes.layout import Region

_END = 0.15
"""Radius of an open end, in frame units: a point that lies exactly there is seen inside it."""


class SafeLine(VGroup):
    """A scale from one value to another, and the interval between two open ends.

    Parameters
    ----------
    span, step
        First and last value of the scale, and the step between its ticks.
    safe
        The two ends, which do not belong to the interval.
    region
        The line runs through its middle, from edge to edge.
    decimals
        Decimals of the numbers at the ticks.
    """

    def __init__(
        self,
        span: tuple[float, float],
        step: float,
        safe: tuple[float, float],
        region: Region,
        decimals: int,
    ) -> None:
        scale = Scale("", span, step, theme.RUN, (decimals, decimals, decimals))
        self.line = NumberLine(scale, region.at(0.0, 0.5), region.width)
        self.line.remove(self.line.marker)
        left, right = (self.line.map(end) for end in safe)
        self.band = Rectangle(
            width=float(right[0] - left[0]),
            height=3 * theme.TICK,
            stroke_width=0.0,
            fill_color=theme.EXACT,
            fill_opacity=theme.VEIL,
        ).move_to((left + right) / 2)
        self.ends = VGroup(*(OpenDot(end, theme.EXACT, _END) for end in (left, right)))
        super().__init__(self.line)

    def map(self, value: float) -> Point3D:
        """Return the frame point of a value."""
        return self.line.map(value)
