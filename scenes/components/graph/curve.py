"""Curves and points on axes."""

from __future__ import annotations

import numpy as np
from manim import Circle, Dot, VGroup, VMobject
from manim.typing import Point3D
from numpy.typing import NDArray

from mathcore.formulas.curves import Samples
from scenes import theme
from scenes.components.graph.axes import GraphAxes


class Curve(VMobject):
    """The graph of sampled data, one stroke per unbroken piece, cut at the window of the axes.

    Parameters
    ----------
    axes
        Where it is drawn.
    samples
        A sampled function.
    color, stroke
        Named in the theme.
    """

    def __init__(
        self,
        axes: GraphAxes,
        samples: Samples,
        color: str = theme.FUNC,
        stroke: float = theme.CURVE_STROKE,
    ) -> None:
        super().__init__(stroke_color=color, stroke_width=stroke, fill_opacity=0.0)
        _, (low, high, _) = axes.spans
        for piece in samples.pieces:
            for xs, ys in _within(piece.xs, piece.ys, low, high):
                stretch = VMobject().set_points_smoothly(axes.map_all(xs, ys))
                self.append_points(stretch.points)


def _within(
    xs: NDArray[np.float64], ys: NDArray[np.float64], low: float, high: float
) -> list[tuple[NDArray[np.float64], NDArray[np.float64]]]:
    """Cut a polyline where it leaves the band low ≤ y ≤ high, exactly at the edge."""
    inside = (ys >= low) & (ys <= high)
    stretches: list[tuple[NDArray[np.float64], NDArray[np.float64]]] = []
    changes = np.flatnonzero(np.diff(inside.astype(int))) + 1
    for run in np.split(np.arange(len(xs)), changes):
        if not inside[run[0]]:
            continue
        first, last = int(run[0]), int(run[-1])
        cut_xs, cut_ys = list(xs[run]), list(ys[run])
        for edge, neighbour, front in ((first, first - 1, True), (last, last + 1, False)):
            if not 0 <= neighbour < len(xs):
                continue
            bound = high if ys[neighbour] > high else low
            share = (bound - ys[edge]) / (ys[neighbour] - ys[edge])
            at = 0 if front else len(cut_xs)
            cut_xs.insert(at, xs[edge] + share * (xs[neighbour] - xs[edge]))
            cut_ys.insert(at, bound)
        if len(cut_xs) > 1:
            stretches.append((np.array(cut_xs), np.array(cut_ys)))
    return stretches


class SolidDot(Dot):
    """A point of the graph that is exact."""

    def __init__(
        self, point: Point3D, color: str = theme.INK, radius: float = theme.DOT_RADIUS
    ) -> None:
        super().__init__(point, radius=radius, color=color, stroke_width=0.0)


class OpenDot(Circle):
    """A point that is only approached or that stands for something finite: a ring, not a disc."""

    def __init__(
        self, point: Point3D, color: str = theme.APPROX, radius: float = theme.DOT_RADIUS
    ) -> None:
        super().__init__(
            radius=radius,
            stroke_color=color,
            stroke_width=theme.OPEN_DOT_STROKE,
            fill_color=theme.BG,
            fill_opacity=1.0,
        )
        self.move_to(point)


def set_off(dot: VMobject) -> VMobject:
    """Give a dot a rim of background, so that it is seen on another one, and return it."""
    return dot.set_stroke(theme.BG, theme.HALO, background=True)


class PointCloud(VGroup):
    """Many points of a table on axes, in the table's order.

    Parameters
    ----------
    axes
        Where they are drawn.
    rows
        Lesson points, shape (N, 2).
    """

    def __init__(
        self,
        axes: GraphAxes,
        rows: NDArray[np.float64],
        color: str = theme.FUNC,
        radius: float = theme.DOT_RADIUS,
    ) -> None:
        points = axes.map_all(rows[:, 0], rows[:, 1])
        super().__init__(*(SolidDot(point, color, radius) for point in points))
