"""A round glass over a plot: a second, larger picture of the neighbourhood of one point."""

from __future__ import annotations

from collections.abc import Callable
from typing import Self

import numpy as np
from manim import DOWN, RIGHT, UP, Circle, Line, VGroup, VMobject
from manim.typing import Point3D, Point3D_Array
from numpy.typing import ArrayLike, NDArray

from mathcore.slopes.lines import Point
from mathcore.slopes.quotients import Secant
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import SolidDot, set_off
from scenes.components.graph.moving import HalfDot
from scenes.components.marks.dashes import Dashes
from scenes.components.text.formula import Formula
from scenes.components.text.readout import Readout

SAMPLES = 241
"""Points of a graph across the glass."""
OFF_CENTER = 0.72
"""How far from the middle the near point stands, as a share of the radius."""
EDGE = 0.985
"""Where graphs end below the rim, as a share of the radius."""
Function = Callable[[NDArray[np.float64]], NDArray[np.float64]]


class Glass(VGroup):
    """A magnifying glass: what lies about one point of a plot, drawn anew by a factor larger.

    Strokes and dots keep their size. Both directions grow by the same factor, so that a line looks
    as steep as in the plot. A fine line joins the glass to its point; a badge says the factor.

    Parameters
    ----------
    axes
        The plot that it stands on.
    focus
        The point under the glass, in lesson coordinates.
    center
        The middle of the glass, a frame point.
    radius
        In frame units.
    factor
        How much it magnifies.
    digits
        How many digits the factor may have.
    """

    def __init__(
        self,
        axes: GraphAxes,
        focus: Point,
        center: Point3D,
        radius: float,
        factor: float,
        digits: int = 1,
    ) -> None:
        self.axes, self.focus, self.radius, self.factor = axes, focus, radius, factor
        self.middle = np.asarray(center, float)
        self.offset = np.zeros(3)
        pane = Circle(radius, fill_color=theme.PANEL, fill_opacity=1.0, stroke_width=0.0)
        self.rim = Circle(radius, stroke_color=theme.MUTED, stroke_width=theme.LENS_STROKE)
        source = axes.map(*focus)
        along = (self.middle - source) / np.linalg.norm(self.middle - source)
        self.leader = Line(
            source + theme.LABEL_GAP * along,
            self.middle - radius * along,
            stroke_color=theme.MUTED,
            stroke_width=theme.AXIS_STROKE,
        )
        self.badge = Readout(
            "times", factor, size=theme.DIGIT_SIZE, digits=digits, flush=digits > 1
        )
        self.inside = VGroup()
        super().__init__(self.leader, pane.move_to(center), self.inside, self.rim.move_to(center))
        self.badge.next_to(self.rim, RIGHT, buff=0.0).align_to(self.rim, UP)
        self.add(self.badge)

    def map_all(self, xs: ArrayLike, ys: ArrayLike) -> Point3D_Array:
        """Return the frame points, shape (N, 3), of lesson points under the glass."""
        away = self.axes.map_all(xs, ys) - self.axes.map(*self.focus)
        points: Point3D_Array = self.middle + self.offset + self.factor * away
        return points

    def map(self, x: float, y: float) -> Point3D:
        """Return the frame point of one lesson point under the glass."""
        point: Point3D = self.map_all([x], [y])[0]
        return point

    def trace(self, value: Function) -> list[Point3D_Array]:
        """Return the graph of a function under the glass, piece by piece.

        Parameters
        ----------
        value
            The function, on arrays.
        """
        reach = 2 * self.radius / (self.factor * self.axes.x_unit)
        xs = self.focus.x + np.linspace(-reach, reach, SAMPLES)
        points = self.map_all(xs, value(xs))
        away = np.linalg.norm(points - self.middle, axis=1)
        seen = away <= EDGE * self.radius
        cuts = np.flatnonzero(np.diff(seen.astype(int))) + 1
        runs = [run for run in np.split(np.arange(SAMPLES), cuts) if seen[run[0]]]
        return [points[run] for run in runs if len(run) > 1]


class GapGlass(Glass):
    """The glass over a secant whose two points lie too close to be told apart in the plot.

    Parameters
    ----------
    axes
        The plot that it stands on.
    curve
        The function, on arrays.
    secant
        The secant for a gap h ≠ 0, from ``mathcore``.
    gap
        The first h.
    center, radius
        Where the glass stands, in frame units.
    factor
        How much it magnifies at first.
    """

    def __init__(
        self,
        axes: GraphAxes,
        curve: Function,
        secant: Callable[[float], Secant],
        gap: float,
        center: Point3D,
        radius: float,
        factor: float,
    ) -> None:
        self.curve, self.secant_at, self.gap = curve, secant, gap
        start = secant(gap).p
        super().__init__(axes, start, center, radius, factor, digits=4)
        self.bend = VMobject(stroke_color=theme.FUNC, stroke_width=theme.CURVE_STROKE)
        self.line = Dashes(self.middle, self.middle + UP)
        self.run = Line(stroke_color=theme.RUN, stroke_width=theme.NUDGE_STROKE)
        self.rise = Line(stroke_color=theme.RISE, stroke_width=theme.NUDGE_STROKE)
        self.gap_name = Formula("h", size=theme.DIGIT_SIZE, color=theme.RUN)
        self.far, self.near = HalfDot(self.middle), SolidDot(self.middle)
        set_off(self.near)
        self.inside.add(
            self.bend, self.run, self.rise, self.line, self.gap_name, self.far, self.near
        )
        self.set_gap(gap)

    def set_gap(self, gap: float) -> Self:
        """Show the secant over another gap, at the same magnification."""
        self.gap = gap
        state = self.secant_at(gap)
        way = self.axes.map(*state.q) - self.axes.map(*state.p)
        self.offset = -OFF_CENTER * self.radius * way / np.linalg.norm(way)
        near, corner, far = (
            self.map(*point) for point in (state.p, state.triangle.corner, state.q)
        )
        for leg, start, end in ((self.run, near, corner), (self.rise, corner, far)):
            leg.set_points_as_corners([start, end])
        self.near.move_to(near)
        self.far.move_to(far)
        self.bend.set_points_as_corners(self.trace(self.curve)[0])
        chord = self.trace(lambda xs: state.slope * xs + state.intercept)[0]
        self.line.put(chord[0], chord[-1], anchor=near)
        self.gap_name.next_to(self.run, DOWN if gap > 0 else UP, buff=theme.LABEL_GAP)
        return self

    def put(self, factor: float) -> Self:
        """Magnify by another factor."""
        self.factor = factor
        self.badge.set_value(factor)
        return self.set_gap(self.gap)

    def follow(self, gap: float, factor: float) -> Self:
        """Show the secant over another gap at another magnification."""
        self.gap = gap
        return self.put(factor)
