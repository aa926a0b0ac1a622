"""Graphs over one turn of the circle, with a scale in parts of π or in degrees."""

from __future__ import annotations

from collections.abc import Sequence

from manim import DOWN, LEFT, RIGHT, VGroup

from mathcore.values import FloatArray
from scenes import theme
from scenes.components.graph.axes import AXIS_ROOM, GraphAxes
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral
from scenes.layout import Region

HEIGHT = 1.15
"""Each window reaches from minus this height to this height."""
ROWS = 3
QUARTERS = ("pi \\/ 2", "pi", "3 pi \\/ 2", "2 pi")
"""The quarters of a turn in radians, in Typst mathematics."""


class TurnGraphs(VGroup):
    """Three equal graphs over one turn, below each other; their scale is in parts of π.

    What belongs to one angle stands on one vertical line.

    Parameters
    ----------
    region
        Where they stand.
    marks
        The quarter turns in radians and in degrees, shape (4, 2).

    Attributes
    ----------
    rows
        The axes of the three graphs, from top to bottom.
    """

    def __init__(self, region: Region, marks: FloatArray) -> None:
        (quarter, _), *_, (last, _) = marks
        inner = Region(
            region.left + theme.SCALE_ROOM,
            region.right - AXIS_ROOM,
            region.bottom + theme.SCALE_ROOM,
            region.top - theme.LEG_GAP,
        )
        self.last = last
        self.rows = [
            GraphAxes(
                (0.0, last, quarter),
                (-HEIGHT, HEIGHT, 1.0),
                row.inset(-AXIS_ROOM),
                x_name="",
                y_name="",
                numbers=(None, None),
            )
            for row in inner.rows(*([1.0] * ROWS), gap=theme.GUTTER)
        ]
        self.radians = turn_scale(self.rows[-1], marks, QUARTERS, theme.MUTED)
        self.scales = VGroup(*(_heights(axes) for axes in self.rows))
        self.angle = Formula("theta", size=theme.DIGIT_SIZE, color=theme.MUTED)
        self.angle.next_to(self.rows[-1].map(last, 0.0), RIGHT, buff=theme.LABEL_GAP)
        super().__init__(*self.rows, self.radians, self.scales, self.angle)

    def name_curve(self, source: str, place: int, turn: float, color: str) -> Formula:
        """Name the curve of a graph, where it runs low."""
        label = Formula(source, size=theme.FORMULA_SIZE, color=color)
        axes = self.rows[place]
        axes.window.part(0.0, 0.5, 0.0, 1.0).inset(theme.TICK).fit(label)
        label.move_to(axes.map(turn, HEIGHT / 2))
        return label

    def circle_axes(self, pane: Region) -> GraphAxes:
        """Return axes for a unit circle in ``pane``, beside the first graph and to its scale."""
        first = self.rows[0]
        half = first.window.height / 2 + AXIS_ROOM
        x, y = pane.center[0], first.map(0.0, 0.0)[1]
        return GraphAxes(
            (-HEIGHT, HEIGHT, 1.0),
            (-HEIGHT, HEIGHT, 1.0),
            Region(x - half, x + half, y - half, y + half),
            equal=True,
            x_name="",
            y_name="",
            numbers=(None, None),
            grid=False,
        )


class TurnAxes(GraphAxes):
    """Axes over one turn that fill a region; their scale is written in radians or in degrees.

    Parameters
    ----------
    region
        Where they stand, with their scales.
    marks
        The quarter turns in radians and in degrees, shape (4, 2).
    """

    def __init__(self, region: Region, marks: FloatArray) -> None:
        (quarter, _), *_, (last, _) = marks
        super().__init__(
            (0.0, last, quarter),
            (-HEIGHT, HEIGHT, 1.0),
            region,
            x_name="theta",
            y_name="",
            numbers=(None, None),
        )
        self.heights = _heights(self)
        self.add(self.heights)
        self.radians = turn_scale(self, marks, QUARTERS, theme.MUTED)
        self.degrees = turn_scale(
            self, marks, [f"{degree:g} degree" for _, degree in marks], theme.RUN
        )


def turn_scale(axes: GraphAxes, marks: FloatArray, says: Sequence[str], color: str) -> VGroup:
    """Return names for the quarter turns below a graph; they are not added to it."""
    scale = VGroup()
    _, (low, _, _) = axes.spans
    for (turn, _), source in zip(marks, says, strict=True):
        number = Formula(source, size=theme.DIGIT_SIZE, color=color)
        number.move_to(axes.map(turn, low)).shift(theme.ROW_PITCH / 2 * DOWN)
        scale.add(number)
    return scale


def _heights(axes: GraphAxes) -> VGroup:
    return VGroup(
        *(
            Numeral(height, scale=True, size=theme.TICK_SIZE, color=theme.MUTED).next_to(
                axes.map(0.0, height), LEFT, buff=theme.LABEL_GAP
            )
            for height in (-1.0, 0.0, 1.0)
        )
    )
