"""Data points on their graph, and the dashed line that is fitted to them."""

from __future__ import annotations

from typing import Self

from manim import VGroup

from mathcore.formulas.window import Span
from mathcore.optimization.regression import Dataset
from mathcore.slopes.lines import Line
from scenes import theme
from scenes.components.graph.axes import AXIS_ROOM, GraphAxes
from scenes.components.graph.curve import SolidDot
from scenes.components.marks.dashes import Dashes
from scenes.components.text.numeral import Numeral
from scenes.components.text.table import shortest
from scenes.layout import Region

FEW = 12
"""Up to this many points are drawn at the usual size."""
_SMALL = 0.6
"""The size of each of more points, as a share of the usual size."""


class DataPlot(VGroup):
    """A framed graph of data points.

    Parameters
    ----------
    region
        Where it stands, with its numbers and names.
    data
        The points.
    x_span, y_span
        The window.
    y_name
        Typst mathematics at the upper end.
    """

    def __init__(
        self, region: Region, data: Dataset, x_span: Span, y_span: Span, y_name: str = "y"
    ) -> None:
        decimals = (shortest(x_span[2]), shortest(y_span[2]))
        widest = max(
            Numeral(value, decimals[1], size=theme.TICK_SIZE).width for value in y_span[:2]
        )
        inner = Region(
            region.left + widest + 2 * theme.LABEL_GAP,
            region.right - theme.SCALE_ROOM,
            region.bottom + theme.SCALE_ROOM,
            region.top - theme.SCALE_ROOM,
        )
        self.data = data
        self.axes = GraphAxes(
            x_span,
            y_span,
            inner.inset(-AXIS_ROOM),
            y_name=y_name,
            numbers=decimals,
            framed=True,
        )
        radius = theme.DOT_RADIUS * (1.0 if len(data.xs) <= FEW else _SMALL)
        self.dots = VGroup(
            *(SolidDot(place, radius=radius) for place in self.axes.map_all(data.xs, data.ys))
        )
        self.dots.set_z_index(1)  # above the dashes that end in them
        self.dots.set_stroke(theme.BG, theme.HALO / 2, background=True)
        super().__init__(self.axes, self.dots)

    @property
    def window(self) -> Region:
        """The plotted rectangle, in frame units."""
        return self.axes.window

    @property
    def y_unit(self) -> float:
        """Frame units per unit of output: the side of a square of side one."""
        return self.axes.y_unit


class FittedLine(Dashes):
    """A line that is not exact yet; it is not seen where it lies outside of the window.

    Parameters
    ----------
    plot
        Where it is drawn.
    line
        From ``mathcore``.
    """

    def __init__(self, plot: DataPlot, line: Line) -> None:
        self.plot = plot
        super().__init__(*plot.axes.clip_line(line.slope, line.intercept))
        self.lay(line)

    def lay(self, line: Line) -> Self:
        """Lay it along another line; its dashes are fixed above the window's left edge."""
        axes = self.plot.axes
        try:
            start, end = axes.clip_line(line.slope, line.intercept)
        except ValueError:
            self.clear_points()
            return self
        left = axes.spans[0][0]
        return self.put(start, end, axes.map(left, line(left)))
