"""A window about the origin of a wiggling curve, closing in at a constant ratio per second."""

from __future__ import annotations

from typing import Any, Self

import numpy as np
from manim import (
    Animation,
    CapStyleType,
    Intersection,
    Line,
    Rectangle,
    VGroup,
    VMobject,
)
from manim.typing import Point3D, Point3D_Array
from numpy.typing import NDArray

from mathcore.formulas.functions import Function
from mathcore.slopes.lines import Line as StraightGraph
from scenes import theme
from scenes.components.graph.curve import SolidDot
from scenes.components.marks.plate import plate
from scenes.components.motion.sweep import Sweep, animated, log_way
from scenes.components.text.numeral import Numeral
from scenes.layout import Region

_SAMPLES = 2401


class Loupe(VGroup):
    """Curve and straight line about the origin, both axes magnified alike.

    The quadrants of higher right and lower left neighbours, and the stretches on which the curve
    goes down, can be lit.

    Parameters
    ----------
    region
        The pane, with room for its scale below.
    curve
        The function; it runs through the origin.
    line
        The line that fits it best there.
    width
        Width of the window in lesson units.
    """

    def __init__(
        self,
        region: Region,
        curve: Function,
        line: StraightGraph,
        width: float,
    ) -> None:
        self.curve, self.straight = curve, line
        self.region = Region(
            region.left, region.right, region.bottom + theme.SCALE_ROOM, region.top
        )
        self.pane = plate(self.region.width, self.region.height).move_to(self.region.center)
        center = self.region.center
        self.cross = VGroup(
            *(
                Line(start, end, stroke_color=theme.MUTED, stroke_width=theme.AXIS_STROKE)
                for start, end in (
                    (self.region.at(0.0, 0.5), self.region.at(1.0, 0.5)),
                    (self.region.at(0.5, 0.0), self.region.at(0.5, 1.0)),
                )
            )
        )
        self.quadrants = VGroup(
            *(
                # Within the pane's round corners.
                Intersection(
                    self.pane,
                    Rectangle(width=self.region.width / 2, height=self.region.height / 2).move_to(
                        self.region.at(share, share)
                    ),
                    stroke_width=0.0,
                    fill_color=theme.RISE,
                    fill_opacity=0.0,
                )
                for share in (0.25, 0.75)
            )
        )
        self.graph = VMobject(stroke_color=theme.FUNC, stroke_width=theme.CURVE_STROKE)
        self.line = Line(stroke_color=theme.EXACT, stroke_width=theme.APPROX_STROKE)
        self.falls = VMobject(stroke_color=theme.INK, stroke_width=theme.PULSE_STROKE)
        self.falls.cap_style = CapStyleType.ROUND
        self.falls.set_stroke(opacity=0.0)
        self.dot = SolidDot(center, color=theme.EXACT)
        self.edges = VGroup(
            *(
                Numeral(sign * width / 2, 2, scale=True, size=theme.AXIS_SIZE, color=theme.RUN)
                for sign in (-1.0, 1.0)
            )
        )
        super().__init__(
            self.pane,
            self.quadrants,
            self.cross,
            self.line,
            self.graph,
            self.falls,
            self.dot,
            self.edges,
        )
        for number, share in zip(self.edges, (0.0, 1.0), strict=True):
            self.region.place(number, share, 0.0)
            number.stand_on(self.region.bottom - theme.LABEL_GAP - number.height)
        self.set_width(width)

    def place(self, x: float, y: float) -> Point3D:
        """Return where a lesson point lies now."""
        point: Point3D = self._place(np.array([x]), np.array([y]))[0]
        return point

    def _place(self, xs: NDArray[np.float64], ys: NDArray[np.float64]) -> Point3D_Array:
        unit = self.region.width / self.width_shown
        return self.region.center + unit * np.column_stack([xs, ys, 0 * xs])

    def set_width(self, width: float) -> Self:
        """Show a window of another width."""
        self.width_shown = width
        half = width / 2
        half_height = half * self.region.height / self.region.width
        xs = np.linspace(-half, half, _SAMPLES)
        ys = self.curve.value(xs)
        xs, ys = _about_the_middle(xs, ys, half_height)
        points = self._place(xs, ys)
        self.graph.set_points_as_corners(points)
        self.falls.clear_points()
        for stretch in _falling(ys):
            # Near the middle they are too many to be told apart.
            if points[stretch[-1], 0] - points[stretch[0], 0] > theme.DOT_RADIUS:
                self.falls.start_new_path(points[stretch[0]])
                self.falls.add_points_as_corners(points[stretch[1:]])
        ends = min(half, half_height / abs(self.straight.slope or 1.0))
        self.line.set_points_as_corners([self.place(x, self.straight(x)) for x in (-ends, ends)])
        for number, sign in zip(self.edges, (-1.0, 1.0), strict=True):
            number.set_value(sign * half)
        return self

    def light_quadrants(self) -> Animation:
        """Show where higher right neighbours and lower left neighbours lie."""
        lit: Animation = animated(self.quadrants).set_fill(opacity=theme.VEIL).build()
        return lit

    def light_falls(self) -> Animation:
        """Show the stretches on which the curve goes down."""
        lit: Animation = animated(self.falls).set_stroke(opacity=1.0).build()
        return lit

    def fall(self) -> VMobject:
        """Return a copy of the last of these stretches, lit, for a legend."""
        points = self.falls.get_subpaths()[-1]
        return self.falls.copy().set_points(points).set_stroke(opacity=1.0)

    def zoom(self, start: float, end: float, **kwargs: Any) -> Sweep:
        """Magnify at a constant ratio per second."""
        return Sweep(self.set_width, log_way(start, end), self, **kwargs)


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
