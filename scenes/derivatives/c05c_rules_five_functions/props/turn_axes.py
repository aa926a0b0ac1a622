"""Axes over one turn of the circle, with a scale in parts of π or in degrees."""

from __future__ import annotations

from collections.abc import Sequence

from manim import DOWN, LEFT, VGroup

from mathcore.values import FloatArray
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral
from scenes.layout import Region

HEIGHT = 1.15
"""The window reaches from minus this height to this height."""
QUARTERS = ("pi \\/ 2", "pi", "3 pi \\/ 2", "2 pi")
"""The quarters of a turn in radians, in Typst mathematics."""


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
