"""What clip 03 shows in a window that pushes in: a band, its strip, and what another shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Self

import numpy as np
from manim import DR, UL, UP, Rectangle, VGroup, VMobject
from manim.typing import Point3D

from scenes import theme
from scenes.components.graph.hole import Tolerance
from scenes.components.graph.zoom import ZoomPlot
from scenes.components.text.formula import Formula

UP_ROOM, ACROSS_ROOM = 0.95, 0.55
"""Room for the numbers at the left and at the lower edge of a window, in frame units."""
NAME_LIFT = 0.3
"""How far above the lower edge the name of the axis across stands, in frame units."""


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
