"""Data, the line of a model through them, and how far the line misses each point."""

from __future__ import annotations

from typing import Self

from manim import VGroup

from mathcore.formulas.window import Span
from mathcore.optimization.regression import Dataset
from mathcore.slopes.lines import Line
from scenes import theme
from scenes.components.graph.data_plot import DataPlot
from scenes.components.graph.straight import StraightLine
from scenes.components.marks.dashes import Dashes
from scenes.layout import Region

DATA_SPANS = ((0.0, 6.0, 2.0), (0.0, 20.0, 5.0))
"""The window of the lesson's five points, across and up."""


class FitPanel(VGroup):
    """A graph of data with a line that can turn, and a dashed miss from each point to the line.

    Parameters
    ----------
    region
        Where it stands.
    data
        The points.
    line
        The model's first line.
    spans
        The window, across and up.
    """

    def __init__(
        self,
        region: Region,
        data: Dataset,
        line: Line,
        spans: tuple[Span, Span] = DATA_SPANS,
    ) -> None:
        self.plot = DataPlot(region, data, *spans)
        self.guess = StraightLine(self.plot.axes, line, color=theme.GUESS)
        self.misses = VGroup(
            *(Dashes(dot.get_center(), dot.get_center(), color=theme.ERROR) for dot in self.dots)
        )
        super().__init__(self.plot, self.misses, self.guess)
        self.lay(line)

    @property
    def dots(self) -> VGroup:
        """The points of the data."""
        return self.plot.dots

    def lay(self, line: Line) -> Self:
        """Let the model say another line."""
        axes, data = self.plot.axes, self.plot.data
        self.guess.put(line)
        for miss, x, y in zip(self.misses, data.xs, data.ys, strict=True):
            miss.put(axes.map(x, y), axes.map(x, line.at(x)))
        return self
