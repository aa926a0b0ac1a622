"""One step on a hill, as long as its step factor says."""

from __future__ import annotations

from typing import Self

from manim import Line, VGroup

from lessons.derivatives.c11.numbers import Numbers
from scenes import theme
from scenes.components.graph.curve import Curve, SolidDot
from scenes.components.marks.ray import Ray
from scenes.derivatives.c11_next.props.bare import bare_axes
from scenes.layout import Region

_WINDOW = ((-1.35, 1.35), (-0.42, 1.69))
_LEVEL = -0.25
"""The height at which the step is drawn, below the hill."""


class StridePicture(VGroup):
    """A ball on a hill, where its next step would take it, and the step itself below the hill.

    Parameters
    ----------
    region
        What it fills.
    numbers
        The hill, and the steps on it.
    alpha
        The first step factor.
    radius
        Radius of the ball, in frame units.
    """

    def __init__(
        self, region: Region, numbers: Numbers, alpha: float, radius: float = theme.MARBLE_RADIUS
    ) -> None:
        self.numbers, self.axes = numbers, bare_axes(_WINDOW, region)
        self.curve = Curve(self.axes, numbers.hill_curve)
        self.ball = SolidDot(self.axes.map(0, 0), radius=radius)
        self.landing = SolidDot(self.axes.map(0, 0), radius=radius)
        self.landing.set_fill(opacity=theme.GHOST).set_stroke(theme.INK, theme.FRAME_STROKE)
        self.plumbs = VGroup(
            *(Line(stroke_color=theme.MUTED, stroke_width=theme.HAIRLINE_STROKE) for _ in range(2))
        )
        self.ray = Ray(
            self.axes.map(1, _LEVEL),
            self.axes.map(0, _LEVEL),
            gap=0.0,
            color=theme.ALPHA,
            stroke=theme.EXACT_STROKE,
        )
        super().__init__(self.curve, self.plumbs, self.ray, self.landing, self.ball)
        self.put(alpha)

    def put(self, alpha: float) -> Self:
        """Show a step of another size."""
        start, end = self.numbers.stride(alpha)
        for dot, plumb, at in zip(
            (self.ball, self.landing), self.plumbs, (start, end), strict=True
        ):
            dot.move_to(self.axes.map(*at))
            plumb.put_start_and_end_on(self.axes.map(*at), self.axes.map(at.x, _LEVEL))
        self.ray.put(self.axes.map(start.x, _LEVEL), self.axes.map(end.x, _LEVEL))
        return self
