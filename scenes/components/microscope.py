"""A window that magnifies a curve and its tangent about the point where they touch."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Self

import numpy as np
from manim import Line, RoundedRectangle, VGroup, VMobject
from manim.typing import Point3D_Array
from numpy.typing import NDArray

from mathcore.functions import Function
from mathcore.quotients import Tangent
from scenes import theme
from scenes.components.curve import SolidDot
from scenes.components.motion import Sweep, log_way
from scenes.layout import Region

_SAMPLES = 121


class Microscope(VGroup):
    """Curve and tangent inside a pane, magnified about their contact point.

    Both axes are magnified alike, so slopes keep their looks; strokes and dots keep their size, as
    under a real lens nothing is drawn thicker. A faint grid of decades shows that one travels.

    Parameters
    ----------
    region
        The pane.
    curve
        The function.
    tangent
        Its tangent at the point in the middle.
    width
        Width of the window in lesson units.
    shape
        How many lesson units the pane is high per unit of its width.
    """

    def __init__(
        self, region: Region, curve: Function, tangent: Tangent, width: float, shape: float
    ) -> None:
        self.region, self.curve, self.tangent, self.shape = region, curve, tangent, shape
        self.followers: list[Callable[[float], object]] = []
        self.pane = RoundedRectangle(
            corner_radius=theme.CORNER,
            width=region.width,
            height=region.height,
            stroke_color=theme.MUTED,
            stroke_width=theme.FRAME_STROKE,
            fill_color=theme.PANEL,
            fill_opacity=1.0,
        ).move_to(region.center)
        self.grid = VMobject(stroke_color=theme.GRID, stroke_width=theme.GRID_STROKE)
        self.fine_grid = VMobject(stroke_color=theme.GRID, stroke_width=theme.GRID_STROKE)
        self.graph = VMobject(stroke_color=theme.FUNC, stroke_width=theme.CURVE_STROKE)
        self.line = Line(stroke_color=theme.EXACT, stroke_width=theme.EXACT_STROKE)
        self.gap = Line(stroke_color=theme.APPROX, stroke_width=theme.APPROX_STROKE)
        self.dot = SolidDot(region.center, color=theme.EXACT)
        super().__init__(
            self.pane, self.fine_grid, self.grid, self.line, self.graph, self.gap, self.dot
        )
        self.set_width(width)

    def follow(self, follower: Callable[[float], object]) -> Self:
        """Call ``follower(width)`` at every change."""
        self.followers.append(follower)
        follower(self.width_shown)
        return self

    def set_width(self, width: float) -> Self:
        """Show a window of another width about the contact point."""
        self.width_shown = width
        offsets = np.linspace(-width / 2, width / 2, _SAMPLES)
        xs = self.tangent.point.x + offsets
        half_height = width * self.shape / 2
        ys = self.curve.value(xs) - self.tangent.point.y
        inside = np.abs(ys) <= half_height
        self.graph.set_points_as_corners(self._place(offsets[inside], ys[inside]))
        line = self.tangent.at(xs) - self.tangent.point.y
        inside = np.abs(line) <= half_height
        ends = self._place(offsets[inside][[0, -1]], line[inside][[0, -1]])
        self.line.put_start_and_end_on(*ends)
        self._measure(xs, offsets, half_height)
        decade = np.log10(width)
        share = decade - np.floor(decade)
        self._rule(self.grid, 10 ** np.floor(decade), half_height)
        self._rule(self.fine_grid, 10 ** (np.floor(decade) - 1), half_height)
        # The finer grid comes up while the coarser spreads: one decade later they change places.
        self.fine_grid.set_stroke(opacity=float(1 - share))
        for follower in self.followers:
            follower(width)
        return self

    def _measure(
        self, xs: NDArray[np.float64], offsets: NDArray[np.float64], half_height: float
    ) -> None:
        """Draw the gap at the rightmost place where curve and tangent are both in the window."""
        curve = self.curve.value(xs) - self.tangent.point.y
        line = self.tangent.at(xs) - self.tangent.point.y
        both = np.flatnonzero((np.abs(curve) <= half_height) & (np.abs(line) <= half_height))
        last = both[-1]
        at = offsets[[last, last]]
        start, end = self._place(at, np.array([line[last], curve[last]]))
        if np.linalg.norm(end - start) > theme.FINE_DOT_RADIUS:
            self.gap.put_start_and_end_on(start, end)
            self.gap.set_stroke(opacity=1.0)
        else:
            self.gap.set_stroke(opacity=0.0)

    def _place(self, xs: NDArray[np.float64], ys: NDArray[np.float64]) -> Point3D_Array:
        """Frame points of offsets from the contact point, in lesson units."""
        unit = np.array(
            [
                self.region.width / self.width_shown,
                self.region.height / (self.width_shown * self.shape),
            ]
        )
        return self.region.center + np.column_stack([xs * unit[0], ys * unit[1], 0 * xs])

    def _rule(self, grid: VMobject, step: float, half_height: float) -> None:
        strokes = []
        for extent, across in ((self.width_shown / 2, True), (half_height, False)):
            last = int(extent / step)
            for index in range(-last, last + 1):
                at = np.array([index * step] * 2)
                span = np.array([-1.0, 1.0]) * (half_height if across else self.width_shown / 2)
                start, end = self._place(at, span) if across else self._place(span, at)
                strokes.append(start + np.linspace(0, 1, 4)[:, None] * (end - start))
        grid.set_points(np.concatenate(strokes))

    def zoom(self, start: float, end: float, *followers: VMobject, **kwargs: Any) -> Sweep:
        """Magnify at a constant ratio per second."""
        return Sweep(self.set_width, log_way(start, end), self, *followers, **kwargs)
