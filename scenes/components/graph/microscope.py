"""A window that magnifies a curve and its tangent about the point where they touch."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Self

import numpy as np
from manim import DOWN, RIGHT, Line, VGroup, VMobject
from manim.typing import Point3D_Array
from numpy.typing import NDArray

from mathcore.formulas.functions import Function
from mathcore.slopes.quotients import Tangent
from scenes import theme
from scenes.components.graph.curve import SolidDot
from scenes.components.marks.plate import plate
from scenes.components.motion.sweep import Sweep, log_way
from scenes.components.text.numeral import Numeral
from scenes.layout import Region

_SAMPLES = 121


class Microscope(VGroup):
    """Curve and tangent inside a pane, magnified about their contact point.

    Both axes are magnified alike, so slopes keep their looks, and no stroke grows. A bracket shows
    the width of the window, the gap at its edge is drawn and has its number, and a faint grid of
    decades makes the motion visible.

    Parameters
    ----------
    region
        The pane.
    curve
        The function.
    tangent
        Its tangent at the point in the middle.
    gap_at
        The largest gap between the two in a window of a given width, from ``mathcore``.
    width
        Width of the window in lesson units.
    shape
        How many lesson units the pane is high per unit of its width.
    """

    def __init__(
        self,
        region: Region,
        curve: Function,
        tangent: Tangent,
        gap_at: Callable[[float], float],
        width: float,
        shape: float,
    ) -> None:
        self.region, self.curve, self.tangent, self.shape = region, curve, tangent, shape
        self.gap_at = gap_at
        self.coarseness = 5 if shape > theme.TALL else 1
        self.pane = plate(region.width, region.height).move_to(region.center)
        self.grid = VMobject(stroke_color=theme.GRID, stroke_width=theme.GRID_STROKE)
        self.fine_grid = self.grid.copy()
        self.graph = VMobject(stroke_color=theme.FUNC, stroke_width=theme.ROAD_STROKE)
        self.line = Line(stroke_color=theme.EXACT, stroke_width=theme.CURVE_STROKE)
        self.gap = Line(stroke_color=theme.APPROX, stroke_width=theme.NUDGE_STROKE)
        self.dot = SolidDot(region.center, color=theme.EXACT)
        self.span = self._build_span()
        self.width_number = Numeral(width, 2, size=theme.LABEL_SIZE, color=theme.RUN)
        self.width_number.next_to(self.span, DOWN, buff=theme.LABEL_GAP)
        self.gap_number = Numeral(0.0, 6, size=theme.LABEL_SIZE, color=theme.APPROX)
        self.gap_number.next_to(self.pane, RIGHT, buff=theme.LABEL_GAP)
        super().__init__(
            self.pane,
            self.fine_grid,
            self.grid,
            self.graph,
            self.line,
            self.gap,
            self.dot,
            self.span,
            self.width_number,
            self.gap_number,
        )
        self.set_width(width)

    def _build_span(self) -> VMobject:
        """Draw the bracket below the pane that says how wide the window is."""
        half = self.region.width / 2 / theme.PANE_MARGIN
        low = self.region.bottom - theme.GUTTER / 2
        x = self.region.center[0]
        ends = [(x - half, low, 0.0), (x + half, low, 0.0)]
        ticks = [(x, low + theme.TICK, 0.0) for x, _, _ in ends]
        bracket = VMobject(stroke_color=theme.RUN, stroke_width=theme.BRACE_STROKE)
        return bracket.set_points_as_corners([ticks[0], ends[0], ends[1], ticks[1]])

    def set_width(self, width: float) -> Self:
        """Show a window of another width about the contact point."""
        self.shown = width * theme.PANE_MARGIN
        offsets = np.linspace(-self.shown / 2, self.shown / 2, _SAMPLES)
        curve, line = self._heights(offsets)
        half_height = self.shown * self.shape / 2
        inside = np.abs(curve) <= half_height
        self.graph.set_points_as_corners(self._place(offsets[inside], curve[inside]))
        inside = np.abs(line) <= half_height
        self.line.put_start_and_end_on(
            *self._place(offsets[inside][[0, -1]], line[inside][[0, -1]])
        )
        self._measure(width)
        self._rule(self.grid, 1.0)
        # The finer grid comes up while the coarser spreads: one decade later they change places.
        self._rule(self.fine_grid, 0.1)
        decade = np.log10(self.shown)
        self.fine_grid.set_stroke(opacity=float(1 - (decade - np.floor(decade))))
        self.width_number.set_value(width)
        return self

    def _heights(
        self, offsets: NDArray[np.float64]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return the heights of curve and tangent above the contact point."""
        xs = self.tangent.point.x + offsets
        return (
            self.curve.value(xs) - self.tangent.point.y,
            self.tangent.at(xs) - self.tangent.point.y,
        )

    def _measure(self, width: float) -> None:
        """Draw the gap at the right edge of the window, and show its number."""
        edge = np.array([width / 2])
        curve, line = self._heights(edge)
        self.gap_number.set_value(self.gap_at(width))
        start, end = self._place(edge.repeat(2), np.concatenate([line, curve]))
        seen = float(np.linalg.norm(end - start))
        self.gap.set_stroke(opacity=min(1.0, seen / theme.FINE_DOT_RADIUS))
        if seen > 0:
            self.gap.put_start_and_end_on(start, end)
        self.gap_number.shift((0.0, end[1] - self.gap_number.get_center()[1], 0.0))

    def _place(self, xs: NDArray[np.float64], ys: NDArray[np.float64]) -> Point3D_Array:
        """Return the frame points of offsets from the contact point, in lesson units."""
        across = self.region.width / self.shown
        up = self.region.height / (self.shown * self.shape)
        return self.region.center + np.column_stack([xs * across, ys * up, 0 * xs])

    def _rule(self, grid: VMobject, fineness: float) -> None:
        """Rule the pane at whole decades of each axis."""
        halves = np.array([self.shown, self.shown * self.shape]) / 2
        strokes = []
        for axis, half in enumerate(halves):
            # Both axes change decades together; along the taller one the lines are further apart.
            step = 10 ** np.floor(np.log10(self.shown)) * fineness * (1, self.coarseness)[axis]
            last = int(half / step)
            for at in np.arange(-last, last + 1) * step:
                ends = np.array([[at, at], [-halves[1 - axis], halves[1 - axis]]])
                start, end = self._place(*(ends if axis == 0 else ends[::-1]))
                strokes.append(start + np.linspace(0, 1, 4)[:, None] * (end - start))
        grid.set_points(np.concatenate(strokes))

    def zoom(self, start: float, end: float, **kwargs: Any) -> Sweep:
        """Magnify at a constant ratio per second."""
        return Sweep(self.set_width, log_way(start, end), self, **kwargs)
