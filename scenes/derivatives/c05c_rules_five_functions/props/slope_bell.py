"""The slopes of the sigmoid as a bar that rides with the point, and the curve that it leaves."""

from __future__ import annotations

from typing import Self

import numpy as np
from manim import Line, VGroup, VMobject

from lessons.derivatives.c05c.numbers import Numbers
from scenes import theme
from scenes.derivatives.c05c_rules_five_functions.props.unit_square import HeadroomRider

STROKES = 3
"""How much thicker the bar of a slope is than that of a height, which it covers."""
_SAMPLES = 120


class SlopeBell(VGroup):
    """A bar at the rider's input, as high as height times head-room, and what its end traces.

    Parameters
    ----------
    rider
        The tangent with height and head-room, which rides along.
    numbers
        Of the clip.
    x
        The first input.

    Attributes
    ----------
    bar, trace
        What is drawn.
    """

    def __init__(self, rider: HeadroomRider, numbers: Numbers, x: float) -> None:
        self.rider, self.numbers = rider, numbers
        self.bar = Line(stroke_color=theme.EXACT, stroke_width=STROKES * theme.ROAD_STROKE)
        self.trace = VMobject(stroke_color=theme.EXACT, stroke_width=theme.EXACT_STROKE)
        super().__init__(self.bar, self.trace)
        self.put(x)

    def put(self, x: float) -> Self:
        """Ride to an input; the trace stays."""
        axes = self.rider.axes
        self.rider.put(self.numbers.sigmoid_tangent(x))
        self.bar.put_start_and_end_on(axes.map(x, 0.0), axes.map(x, self.numbers.headroom(x)[2]))
        return self

    def draw(self, first: float, x: float) -> Self:
        """Ride to an input, and trace all slopes from ``first`` up to there."""
        xs = np.linspace(first, x, _SAMPLES)
        slopes = [self.numbers.headroom(float(at))[2] for at in xs]
        self.trace.set_points_as_corners(self.rider.axes.map_all(xs, slopes))
        return self.put(x)
