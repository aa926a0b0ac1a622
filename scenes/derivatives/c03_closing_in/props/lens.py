"""What clip 03 shows in a window that pushes in: a band, its strip, and a tangent's miss."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Self

import numpy as np
from manim import DR, RIGHT, UL, UP, Line, Rectangle, VGroup, VMobject
from manim.typing import Point3D
from numpy.typing import NDArray

from scenes import theme
from scenes.components.graph.hole import Tolerance
from scenes.components.graph.zoom import ZoomPlot
from scenes.components.marks.brace import StepBracket
from scenes.components.marks.dashes import Dashes
from scenes.components.text.formula import Formula
from scenes.components.text.readout import Readout
from scenes.components.text.table import ValueTable

UP_ROOM, ACROSS_ROOM = 0.95, 0.55
"""Room for the numbers at the left and at the lower edge of a window, in frame units."""
OUTSIDE, POINTER = 0.12, 0.16
"""How far outside a window its miss is marked, and how long the pointer is, in frame units."""
SEEN_MISS = 0.07
"""A bar that is shorter than this is not named; twice as long, it is named in full. In frame units.
"""
NAME_LIFT = 0.3
"""How far above the lower edge the name of the axis across stands, in frame units."""

Values = Callable[[NDArray[np.float64]], NDArray[np.float64]]


class MagnifiedBand(VGroup):
    """A band of tolerance about the middle of a window, and the strip of inputs that keeps it.

    Parameters
    ----------
    plot
        Where it is drawn.
    tolerance_at
        The band and its strip for a tolerance, from ``mathcore``.
    tolerance
        The first tolerance.
    """

    def __init__(
        self, plot: ZoomPlot, tolerance_at: Callable[[float], Tolerance], tolerance: float
    ) -> None:
        self.plot, self.tolerance_at = plot, tolerance_at
        self.band_state = self.strip_state = tolerance_at(tolerance)
        self.strip, self.band = _sheet(theme.RUN), _sheet(theme.RISE)
        super().__init__(self.strip, self.band)
        self.refresh()

    def set_band(self, tolerance: float) -> Self:
        """Show the band of another tolerance; the strip stays as it is, perhaps too wide."""
        self.band_state = self.tolerance_at(tolerance)
        return self.refresh()

    def set_strip(self, tolerance: float) -> Self:
        """Fit the strip to a tolerance."""
        self.strip_state = self.tolerance_at(tolerance)
        return self.refresh()

    def refresh(self) -> Self:
        """Draw it in the present window, clear of the numbers at its edges."""
        plot, region = self.plot, self.plot.region
        x = plot.middle.x
        low, high = (plot.map(x, q)[1] for q in (self.band_state.low, self.band_state.high))
        half = self.strip_state.strip
        left, right = (plot.map(x + side * half, plot.middle.y)[0] for side in (-1, 1))
        _lay_sheet(self.band, (region.left + UP_ROOM, low), (region.right, high))
        _lay_sheet(self.strip, (left, region.bottom + ACROSS_ROOM), (right, region.top))
        return self


class EdgeMiss(VGroup):
    """By how much a tangent misses its curve at the right edge of a window: a bar and its name.

    Both stand just outside the window. Where the bar is too short to be seen, the name and its
    pointer are gone: they would point at nothing.

    Parameters
    ----------
    plot
        Where it is drawn.
    curve, tangent
        Two functions, on arrays.
    """

    def __init__(
        self,
        plot: ZoomPlot,
        curve: Values,
        tangent: Values,
    ) -> None:
        self.plot, self.curve, self.tangent = plot, curve, tangent
        middle = plot.region.center
        self.bar = Dashes(middle, middle + UP, stroke=theme.ROAD_STROKE)
        self.pointer = Line(stroke_color=theme.APPROX, stroke_width=theme.BRACE_STROKE)
        self.label = Formula('upright("miss")', size=theme.DIGIT_SIZE, color=theme.APPROX)
        super().__init__(self.bar, self.pointer, self.label)
        self.refresh()

    def refresh(self) -> Self:
        """Draw it beside the present window."""
        plot = self.plot
        edge = np.array([plot.middle.x + plot.width_shown / 2])
        start, end = (
            plot.map(edge[0], float(value(edge)[0])) for value in (self.tangent, self.curve)
        )
        # In the widest windows the curve is far outside.
        for point in (start, end):
            point[1] = np.clip(point[1], plot.region.bottom, plot.region.top)
            point[0] += OUTSIDE
        middle = (start + end) / 2
        self.bar.put(start, end)
        self.pointer.put_start_and_end_on(
            middle + OUTSIDE * RIGHT, middle + (OUTSIDE + POINTER) * RIGHT
        )
        self.label.next_to(self.pointer, RIGHT, buff=theme.TICK)
        length = float(np.linalg.norm(end - start))
        seen = float(np.clip(length / SEEN_MISS - 1, 0.0, 1.0))
        self.pointer.set_stroke(opacity=seen)
        self.label.set_opacity(seen)
        return self


class WindowFrame(VMobject):
    """A frame in one window about what another, narrower one shows.

    Parameters
    ----------
    plot
        The window in which it is drawn.
    inset
        The narrower window.
    """

    def __init__(self, plot: ZoomPlot, inset: ZoomPlot) -> None:
        self.plot, self.inset = plot, inset
        super().__init__(stroke_color=theme.INK, stroke_width=theme.FRAME_STROKE)
        self.refresh()

    def refresh(self) -> Self:
        """Draw it about the present window of the inset."""
        across, up = self.inset.width_shown / 2, self.inset.height_shown / 2
        x, y = self.inset.middle
        turns = ((1, 1), (-1, 1), (-1, -1), (1, -1), (1, 1))
        self.set_points_as_corners(
            [self.plot.map(x + side * across, y + rise * up) for side, rise in turns]
        )
        return self


def name_edges(plot: ZoomPlot, across: str, up: str) -> VGroup:
    """Name the two scales of a window, in Typst mathematics, in the corners at their ends."""
    inner = plot.region.inset(theme.LABEL_GAP)
    x, y = (Formula(name, size=theme.DIGIT_SIZE, color=theme.MUTED) for name in (across, up))
    x.move_to(inner.at(1.0, 0.0) + NAME_LIFT * UP, aligned_edge=DR)
    y.move_to(inner.at(0.0, 1.0), aligned_edge=UL)
    return VGroup(x, y)


def shrink_brackets(table: ValueTable, column: int, factor: float) -> VGroup:
    """Return a bracket from each row to the next, with the factor by which a column shrinks."""
    brackets = VGroup()
    right = max(row[column].get_right()[0] for row in table.rows) + theme.LABEL_GAP
    for upper, lower in pairwise(table.rows):
        start, end = (
            np.array([right, row[column].get_center()[1] + lift, 0.0])
            for row, lift in ((upper, -theme.TICK), (lower, theme.TICK))
        )
        label = Readout("div", factor, size=theme.DIGIT_SIZE, color=theme.APPROX)
        brackets.add(StepBracket(start, end, RIGHT, label, theme.APPROX))
    return brackets


def clear_scale(plot: ZoomPlot) -> None:
    """Set the numbers of a window off from its grid, and take away what a level line strikes out.

    The line runs through the middle of the window.
    """
    for scale in plot.scales:
        for axis, number in tuple(scale):
            number.set_stroke(theme.BG, theme.HALO, background=True)
            if axis == 1 and np.isclose(number.value, plot.middle.y):
                plot.remove(number)
                scale.remove((axis, number))


def scale_outside(plot: ZoomPlot) -> None:
    """Put the numbers of heights to the left of a window at rest, where no curve meets them."""
    edge = plot.region.left - theme.LABEL_GAP
    for scale in plot.scales:
        for axis, number in scale:
            if axis == 1:
                number.shift((edge - float(number.get_right()[0])) * RIGHT)


def _sheet(color: str) -> Rectangle:
    return Rectangle(
        stroke_color=color,
        stroke_width=theme.BRACE_STROKE,
        fill_color=color,
        fill_opacity=theme.VEIL,
    )


def _lay_sheet(sheet: Rectangle, low: tuple[float, float], high: tuple[float, float]) -> None:
    (left, bottom), (right, top) = low, high
    corners: list[Point3D] = [
        np.array([x, y, 0.0])
        for x, y in ((right, top), (left, top), (left, bottom), (right, bottom), (right, top))
    ]
    sheet.set_points_as_corners(corners)
