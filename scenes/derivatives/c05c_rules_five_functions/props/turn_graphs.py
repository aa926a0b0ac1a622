"""Graphs over one turn of the circle, with a scale in parts of π or in degrees."""

from __future__ import annotations

from collections.abc import Sequence

from manim import DOWN, LEFT, RIGHT, VGroup

from mathcore.values import FloatArray
from scenes import theme
from scenes.components.graph.axes import AXIS_ROOM, GraphAxes
from scenes.components.graph.stacked import StackedGraphs
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral
from scenes.layout import Region

HEIGHT = 1.15
"""Both windows reach from minus this height to this height."""
SHARES = (1.35, 1.0)
"""Heights of the two windows: the circle has the scale of the upper one."""
QUARTERS = ("pi \\/ 2", "pi", "3 pi \\/ 2", "2 pi")
"""The quarters of a turn in radians, in Typst mathematics."""


class TurnGraphs(StackedGraphs):
    """Two graphs over one turn whose common scale is written in parts of π.

    Parameters
    ----------
    region
        Where both stand.
    marks
        The quarter turns in radians and in degrees, shape (4, 2).
    """

    def __init__(self, region: Region, marks: FloatArray) -> None:
        (quarter, _), *_, (last, _) = marks
        heights = (-HEIGHT, HEIGHT, 1.0)
        super().__init__(
            region,
            (0.0, last, quarter),
            heights,
            heights,
            shares=SHARES,
            scales=(False, False),
        )
        self.remove(self.scales)
        self.last = last
        self.radians = turn_scale(self.lower, marks, QUARTERS, theme.MUTED)
        self.scales = VGroup(*(_heights(axes) for axes in (self.upper, self.lower)))
        self.angle = Formula("theta", size=theme.DIGIT_SIZE, color=theme.MUTED)
        self.angle.next_to(self.upper.map(last, 0.0), RIGHT, buff=theme.LABEL_GAP)
        self.add(self.radians, self.scales, self.angle)

    def name_curve(self, source: str, place: int, turn: float) -> Formula:
        """Name the curve of the upper (0) or the lower (1) graph, where it runs low."""
        axes, color = ((self.upper, theme.FUNC), (self.lower, theme.EXACT))[place]
        label = Formula(source, size=theme.KEY_SIZE, color=color)
        label.move_to(axes.map(turn, HEIGHT / 2))
        return label

    def circle_axes(self, pane: Region) -> GraphAxes:
        """Return axes for a unit circle in ``pane``, to the scale of the upper graph."""
        half = self.upper.window.height / 2 + AXIS_ROOM
        x, y = pane.center[0], self.upper.map(0.0, 0.0)[1]
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
