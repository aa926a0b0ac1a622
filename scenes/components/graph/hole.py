"""The quotient against the gap: a line with a hole, a band of tolerance and the strip it needs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Line, Rectangle, VGroup, VMobject
from manim.typing import Point3D
from numpy.typing import NDArray

from mathcore.slopes.lines import Point
from mathcore.slopes.quotients import QuotientGraph
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import OpenDot
from scenes.components.marks.plate import plate
from scenes.components.text.numeral import Numeral
from scenes.components.text.readout import Readout
from scenes.layout import Region


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


class HoleLens(VGroup):
    """The neighbourhood of the hole, magnified until the band fills the lens.

    For a straight quotient the picture in the lens never changes: only the numbers at its edges
    do, which is what a limit promises.

    Parameters
    ----------
    region
        Where the lens stands, its numbers included.
    tolerance_at, tolerance
        As for :class:`ToleranceBand`.
    hole
        Where the quotient has no value.
    quotient
        The line that the quotient follows.
    axes
        Where the magnified square lies; two rays lead from it to the lens.
    """

    def __init__(
        self,
        region: Region,
        tolerance_at: Callable[[float], Tolerance],
        tolerance: float,
        hole: Point,
        quotient: Callable[[float], float],
        axes: GraphAxes,
        decimals: int = 2,
    ) -> None:
        self.tolerance_at, self.hole, self.quotient = tolerance_at, hole, quotient
        side = min(region.width - theme.LENS_NUMBERS, region.height - 2 * theme.LENS_NUMBERS)
        self.glass = plate(side, side, theme.INK)
        self.glass.move_to(region.at(0.5, 0.5) + np.array([theme.LENS_NUMBERS / 2, 0.0, 0.0]))
        self.band, self.strip = _sheet(theme.RISE), _sheet(theme.RUN)
        self.halves = VGroup(
            *(Line(stroke_color=theme.FUNC, stroke_width=theme.CURVE_STROKE) for _ in range(2))
        )
        self.axes = axes
        self.square = Rectangle(stroke_color=theme.INK, stroke_width=theme.HAIRLINE_STROKE)
        self.rays = VGroup(
            *(Line(stroke_color=theme.MUTED, stroke_width=theme.HAIRLINE_STROKE) for _ in range(2))
        )
        self.ring = OpenDot(self.glass.get_center(), color=theme.EXACT, radius=theme.HOLE_RADIUS)
        self.within = Readout(
            'upright("within")', tolerance, decimals=decimals, size=theme.LABEL_SIZE
        )
        self.within.next_to(self.glass, UP, buff=theme.LABEL_GAP)
        self.rise_numbers, self.run_numbers = (
            [
                Numeral(0.0, decimals, signed=True, size=theme.AXIS_SIZE, color=color)
                for _ in range(2)
            ]
            for color in (theme.RISE, theme.RUN)
        )
        super().__init__(
            self.square,
            self.rays,
            self.glass,
            self.band,
            self.strip,
            self.halves,
            self.ring,
            self.within,
            *self.rise_numbers,
            *self.run_numbers,
        )
        self.set_tolerance(tolerance)

    def set_tolerance(self, tolerance: float) -> Self:
        """Magnify so that another tolerance looks as large as the last."""
        state = self.tolerance_at(tolerance)
        self.within.set_value(tolerance)
        center, half = self.glass.get_center(), self.glass.width / 2
        reach = theme.LENS_SHARE
        # One scale per axis, from the band and from its strip: both keep their size on screen.
        up = half * reach / (state.high - self.hole.y)
        across = half * reach / state.strip

        def place(h: float, q: float) -> Point3D:
            offset = np.array([h * across, (q - self.hole.y) * up, 0.0])
            return np.asarray(center + offset)

        edge = half / across
        _box(self.band, place(-edge, state.low), place(edge, state.high))
        top = half / up
        _box(
            self.strip,
            place(-state.strip, self.hole.y - top),
            place(state.strip, self.hole.y + top),
        )
        _stretch(self.square, self.axes, (-edge, self.hole.y - top), (edge, self.hole.y + top))
        for ray, side in zip(self.rays, (UP, DOWN), strict=True):
            ray.put_start_and_end_on(
                self.square.get_corner(side + LEFT), self.glass.get_corner(side + RIGHT)
            )
        rim = theme.HOLE_RADIUS / across
        for line, sign in zip(self.halves, (-1.0, 1.0), strict=True):
            start, end = sign * rim, sign * edge
            line.put_start_and_end_on(
                place(start, self.quotient(start)), place(end, self.quotient(end))
            )
        for number, q in zip(self.rise_numbers, (state.low, state.high), strict=True):
            number.set_value(q)
            at = place(-edge, q)
            number.shift(
                (
                    at[0] - theme.LABEL_GAP - number.slots_right,
                    at[1] - number.height / 2 - number.baseline,
                    0.0,
                )
            )
        for number, h in zip(self.run_numbers, (-state.strip, state.strip), strict=True):
            number.set_value(h)
            at = place(h, self.hole.y - top)
            number.stand_on(float(at[1]) - theme.LABEL_GAP - number.height)
            number.pin_point(float(at[0]))
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
