"""A curve with endless dips about the origin, under a lens that magnifies both axes alike."""

from __future__ import annotations

from typing import Self

import numpy as np
from manim import Animation, CapStyleType, Line, Rectangle, VGroup, VMobject
from numpy.typing import NDArray

from mathcore.formulas.functions import Function
from scenes import theme
from scenes.components.graph.zoom import ZoomPlot
from scenes.components.motion.sweep import animated
from scenes.layout import Region

_SAMPLES = 2401
FALL_STROKE = 11.0
"""The stroke of a stretch that goes down: it stands out from the curve under it."""
SHORTEST_FALL = 0.18
"""How wide a stretch must be in the window to be lit, in frame units."""


class DippingCurve(VGroup):
    """The curve, and the stretches on which it goes down, drawn over it.

    Parameters
    ----------
    plot
        The lens, about the origin; the curve runs through it.
    curve
        The function.
    """

    def __init__(self, plot: ZoomPlot, curve: Function) -> None:
        self.plot, self.curve = plot, curve
        self.graph = VMobject(stroke_color=theme.FUNC, stroke_width=theme.EXACT_STROKE)
        self.falls = VMobject(stroke_color=theme.INK, stroke_width=FALL_STROKE)
        self.falls.cap_style = CapStyleType.ROUND
        self.falls.set_stroke(opacity=0.0)
        super().__init__(self.graph, self.falls)
        self.refresh()

    def refresh(self) -> Self:
        """Draw both in the present window."""
        half = self.plot.width_shown / 2
        xs = np.linspace(-half, half, _SAMPLES)
        xs, ys = _about_the_middle(xs, self.curve.value(xs), self.plot.height_shown / 2)
        points = self.plot.map_all(xs, ys)
        self.graph.set_points_as_corners(points)
        self.falls.clear_points()
        for stretch in _falling(ys):
            # Near the middle they are too many to be told apart.
            if points[stretch[-1], 0] - points[stretch[0], 0] > SHORTEST_FALL:
                self.falls.start_new_path(points[stretch[0]])
                self.falls.add_points_as_corners(points[stretch[1:]])
        return self

    def light_falls(self) -> Animation:
        """Show the stretches on which the curve goes down."""
        lit: Animation = animated(self.falls).set_stroke(opacity=1.0).build()
        return lit


def rising_quadrants(region: Region) -> VGroup:
    """Return the two quarters of a window in which higher right and lower left neighbours lie."""
    return VGroup(
        *(
            Rectangle(
                width=region.width / 2,
                height=region.height / 2,
                stroke_width=0.0,
                fill_color=theme.RISE,
                fill_opacity=theme.VEIL,
            ).move_to(region.at(share, share))
            for share in (0.25, 0.75)
        )
    )


def zero_lines(region: Region) -> VGroup:
    """Return the two lines through the middle of a window, on which input and height are zero."""
    return VGroup(
        *(
            Line(start, end, stroke_color=theme.MUTED, stroke_width=theme.AXIS_STROKE)
            for start, end in (
                (region.at(0.0, 0.5), region.at(1.0, 0.5)),
                (region.at(0.5, 0.0), region.at(0.5, 1.0)),
            )
        )
    )


def _about_the_middle(
    xs: NDArray[np.float64], ys: NDArray[np.float64], half_height: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Cut a curve where it first leaves the window on either side of the middle."""
    outside = np.flatnonzero(np.abs(ys) > half_height)
    middle = len(xs) // 2
    first = outside[outside < middle].max(initial=-1) + 1
    last = outside[outside > middle].min(initial=len(xs))
    return xs[first:last], ys[first:last]


def _falling(ys: NDArray[np.float64]) -> list[NDArray[np.intp]]:
    """Return where a polyline goes down, each stretch as the places of its corners."""
    down = np.flatnonzero(np.diff(ys) < 0)
    runs = np.split(down, np.flatnonzero(np.diff(down) > 1) + 1)
    return [np.append(run, run[-1] + 1) for run in runs if len(run)]
