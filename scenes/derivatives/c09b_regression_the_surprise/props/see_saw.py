"""A see-saw: the misses of a line under a glass, tilted about the input where there are none."""

from __future__ import annotations

from typing import Self

import numpy as np
from manim import DOWN, Triangle, VGroup
from manim.typing import Point3D

from mathcore.slopes.lines import Line
from mathcore.values import FloatArray
from scenes import theme
from scenes.components.graph.curve import OpenDot
from scenes.components.graph.data_plot import DataPlot
from scenes.components.marks.brace import Hairline
from scenes.components.marks.dashes import Dashes
from scenes.layout import Region

_FULCRUM = 0.32


class SeeSaw(VGroup):
    """The difference of two lines over the inputs of a graph, magnified in its height.

    Parameters
    ----------
    plot
        The graph from which the first and the last input and the unit of the heights are taken.
    region
        Where it stands; zero is at its middle height.
    difference
        The one line minus the other.
    xs
        Inputs at which it is marked.
    pivot
        Where it is zero.
    """

    def __init__(
        self, plot: DataPlot, region: Region, difference: Line, xs: FloatArray, pivot: float
    ) -> None:
        self.region, self.difference, self.xs = region, difference, np.asarray(xs, float)
        first, last, _ = plot.axes.spans[0]
        self.first, self.unit = first, plot.y_unit
        self.across = region.width / (last - first)
        left, right = region.at(0.0, 0.5), region.at(1.0, 0.5)
        self.level = Hairline(left, right)
        self.fulcrum = Triangle(
            stroke_width=0.0, fill_color=theme.MUTED, fill_opacity=1.0
        ).scale_to_fit_height(_FULCRUM)
        self.fulcrum.move_to(self.place(pivot, 0.0), aligned_edge=-DOWN).shift(DOWN * theme.TICK)
        self.beam = Dashes(left, right)
        self.marks = VGroup(*(OpenDot(self.place(x, 0.0)) for x in self.xs.tolist()))
        super().__init__(self.level, self.fulcrum, self.beam, self.marks)
        self.magnify(1.0)

    def place(self, x: float, height: float) -> Point3D:
        """Return the frame point of an input and a height."""
        away = np.array([(x - self.first) * self.across, height * self.unit, 0.0])
        point: Point3D = self.region.at(0.0, 0.5) + away
        return point

    def magnify(self, times: float) -> Self:
        """Show the misses so many times as large."""
        self.times = times
        low, high = float(self.xs.min()), float(self.xs.max())
        start, end = (self.place(x, times * self.difference(x)) for x in (low, high))
        self.beam.put(start, end)
        for x, mark in zip(self.xs.tolist(), self.marks, strict=True):
            mark.move_to(self.place(x, times * self.difference(x)))
        return self
