"""A see-saw: a line tilts about the input at which it meets the best one, which lies level."""

from __future__ import annotations

from typing import Self

import numpy as np
from manim import DOWN, LEFT, UP, Line, Triangle, VGroup, VMobject
from manim.typing import Point3D

from mathcore.slopes import lines
from mathcore.values import FloatArray
from scenes import theme
from scenes.components.graph.curve import OpenDot
from scenes.components.graph.data_plot import DataPlot
from scenes.components.marks.dashes import Dashes

_FULCRUM = 0.4
_STICK = 3.0
_NAMED_AT = 0.17
"""Where the name of the best line ends, as a share of that line."""


class SeeSaw(VGroup):
    """Two lines on a graph, of which one can be laid level and the distance to it magnified.

    It is laid as high as puts the magnified distances into the middle of the graph.

    Parameters
    ----------
    plot
        The graph.
    best
        The line that is laid level, at half the height of the graph.
    other
        The line that is seen relative to it.
    xs
        Inputs at which the distance is marked.
    pivot
        The input at which both lines meet.
    most
        How many times the distances are magnified at most.

    Attributes
    ----------
    level, beam
        The best line, solid, and the other one, dashed.
    sticks, marks
        The distances, and the points at their ends.
    fulcrum
        A wedge below the pivot; it is for the level state.
    """

    def __init__(
        self,
        plot: DataPlot,
        best: lines.Line,
        other: lines.Line,
        xs: FloatArray,
        pivot: float,
        most: float,
    ) -> None:
        self.plot, self.best, self.other = plot, best, other
        self.xs = np.asarray(xs, float)
        axes = plot.axes
        _, (low, high, _) = axes.spans
        (left, right, _) = axes.spans[0]
        inside = [x for x in np.linspace(left, right, 201) if low <= best(x) <= high]
        self.reach = (float(min(inside)), float(max(inside)))
        self.level = Line(stroke_color=theme.EXACT, stroke_width=theme.CURVE_STROKE)
        self.beam = Dashes(axes.map(0, 0), axes.map(1, 1), stroke=theme.CURVE_STROKE)
        self.sticks = VGroup(
            *(Dashes(axes.map(0, 0), axes.map(1, 1), stroke=_STICK) for _ in self.xs)
        )
        self.marks = VGroup(*(OpenDot(axes.map(0, 0)) for _ in self.xs))
        self.fulcrum = Triangle(stroke_width=0.0, fill_color=theme.MUTED, fill_opacity=1.0)
        self.fulcrum.scale_to_fit_height(_FULCRUM)
        super().__init__(self.sticks, self.level, self.beam, self.marks)
        self.flat, self.times = 0.0, 1.0
        self.label: VMobject | None = None
        misses = [self.miss(x) for x in self.xs.tolist()]
        middle = most * plot.y_unit * (min(misses) + max(misses)) / 2
        self.zero = float(plot.window.center[1]) - middle
        self.fulcrum.move_to(self._level_point(pivot), aligned_edge=-DOWN)
        self.fulcrum.shift(theme.TICK * DOWN)
        self.refresh()

    def _level_point(self, x: float) -> Point3D:
        return np.array([self.plot.axes.map(x, 0)[0], self.zero, 0.0])

    def place(self, x: float, height: float) -> Point3D:
        """Return the frame point at a distance above the best line, in units of the outputs."""
        steep = self.plot.axes.map(x, self.best(x))
        foot = steep + self.flat * (self._level_point(x) - steep)
        point: Point3D = foot + np.array([0.0, self.times * height * self.plot.y_unit, 0.0])
        return point

    def miss(self, x: float) -> float:
        """Return how far the other line is above the best one."""
        return self.other(x) - self.best(x)

    def carry(self, label: VMobject) -> Self:
        """Keep a label above the left part of the best line from now on."""
        self.label = label
        return self.refresh()

    def lay(self, flat: float) -> Self:
        """Lay the best line level, as far as a share says."""
        self.flat = flat
        return self.refresh()

    def magnify(self, times: float) -> Self:
        """Show the distances so many times as large."""
        self.times = times
        return self.refresh()

    def refresh(self) -> Self:
        """Draw it anew."""
        left, right = self.reach
        self.level.put_start_and_end_on(self.place(left, 0.0), self.place(right, 0.0))
        low, high = float(self.xs.min()), float(self.xs.max())
        first, last = left + self.flat * (low - left), right + self.flat * (high - right)
        self.beam.put(self.place(first, self.miss(first)), self.place(last, self.miss(last)))
        for x, stick, mark in zip(self.xs.tolist(), self.sticks, self.marks, strict=True):
            stick.put(self.place(x, 0.0), self.place(x, self.miss(x)))
            mark.move_to(self.place(x, self.miss(x)))
        if self.label is not None:
            axes = self.plot.axes
            # So far to the right that it does not reach over the axis of the outputs.
            clear = (self.label.width + 2 * theme.TICK) / axes.x_unit
            at = self.place(max(left + _NAMED_AT * (right - left), axes.spans[0][0] + clear), 0.0)
            self.label.next_to(at, UP + LEFT, buff=theme.TICK)
            first = float(self.place(low, 0.0)[0]) - theme.DOT_RADIUS
            if float(self.label.get_right()[0]) > first:  # over the first point
                self.label.shift(2 * theme.DOT_RADIUS * UP)
        return self
