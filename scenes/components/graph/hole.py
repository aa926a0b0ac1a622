"""The quotient against the gap: a line with a hole, a band of tolerance and the strip it needs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, Self

import numpy as np
from manim import Rectangle, VGroup, VMobject
from manim.typing import Point3D
from numpy.typing import NDArray

from mathcore.slopes.quotients import QuotientGraph
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import OpenDot


class Tolerance(Protocol):
    """A band low < q < high about a limit, and the strip 0 < |h| < strip that keeps it."""

    @property
    def low(self) -> float:
        """Lower edge of the band."""

    @property
    def high(self) -> float:
        """Upper edge of the band."""

    @property
    def strip(self) -> float:
        """Half-width of the strip."""


class HoleGraph(VGroup):
    """Both branches of the quotient, and an open ring where they would meet.

    Parameters
    ----------
    axes
        Gap across, quotient up.
    graph
        From ``mathcore``.
    """

    def __init__(self, axes: GraphAxes, graph: QuotientGraph) -> None:
        self.branches = VGroup(*(self._branch(axes, rows) for rows in (graph.left, graph.right)))
        self.ring = OpenDot(axes.map(*graph.hole), color=theme.EXACT, radius=theme.HOLE_RADIUS)
        super().__init__(self.branches, self.ring)

    @staticmethod
    def _branch(axes: GraphAxes, rows: NDArray[np.float64]) -> VMobject:
        branch = VMobject(stroke_color=theme.FUNC, stroke_width=theme.CURVE_STROKE)
        branch.set_points_as_corners(axes.map_all(rows[:, 0], rows[:, 1]))
        return branch


class ToleranceBand(VGroup):
    """A horizontal band of allowed quotients and the vertical strip of gaps that keeps it.

    Parameters
    ----------
    axes
        Gap across, quotient up.
    tolerance_at
        The band and its strip for a tolerance, from ``mathcore``.
    tolerance
        The first tolerance.
    """

    def __init__(
        self, axes: GraphAxes, tolerance_at: Callable[[float], Tolerance], tolerance: float
    ) -> None:
        self.axes, self.tolerance_at = axes, tolerance_at
        self.band, self.strip = _sheet(theme.RISE), _sheet(theme.RUN)
        super().__init__(self.band, self.strip)
        self.set_tolerance(tolerance)

    def set_tolerance(self, tolerance: float) -> Self:
        """Show another tolerance with its strip."""
        return self.set_band(tolerance).set_strip(tolerance)

    def set_band(self, tolerance: float) -> Self:
        """Show the band of another tolerance; the strip stays as it is, perhaps too wide."""
        state = self.tolerance_at(tolerance)
        (left, right, _), _ = self.axes.spans
        _stretch(self.band, self.axes, (left, state.low), (right, state.high))
        return self

    def set_strip(self, tolerance: float) -> Self:
        """Fit the strip to a tolerance."""
        half = self.tolerance_at(tolerance).strip
        _, (bottom, top, _) = self.axes.spans
        _stretch(self.strip, self.axes, (-half, bottom), (half, top))
        return self


def _sheet(color: str) -> Rectangle:
    return Rectangle(
        stroke_color=color,
        stroke_width=theme.HAIRLINE_STROKE,
        fill_color=color,
        fill_opacity=theme.VEIL,
    )


def _stretch(
    sheet: Rectangle, axes: GraphAxes, low: tuple[float, float], high: tuple[float, float]
) -> None:
    _box(sheet, axes.map(*low), axes.map(*high))


def _box(sheet: Rectangle, low: Point3D, high: Point3D) -> None:
    (left, bottom, _), (right, top, _) = low, high
    sheet.set_points_as_corners(
        [
            (right, top, 0.0),
            (left, top, 0.0),
            (left, bottom, 0.0),
            (right, bottom, 0.0),
            (right, top, 0.0),
        ]
    )
