"""A level that a curve never goes below, and the bar from there up to the curve."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Self

from manim import Line, VGroup

from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import SolidDot
from scenes.components.motion.sweep import Sweep, between


class FloorBar(VGroup):
    """The least value of a quadratic as a level line, and its square as a bar on that line.

    Parameters
    ----------
    axes
        The axes of the curve.
    parts_at
        The level and the height of the curve at any input, from ``mathcore``.
    at
        The input at which the bar stands first.
    """

    def __init__(
        self, axes: GraphAxes, parts_at: Callable[[float], tuple[float, float]], at: float
    ) -> None:
        self.axes, self.parts_at = axes, parts_at
        (first, last, _), _ = axes.spans
        level, _ = parts_at(at)
        self.level = Line(
            axes.map(first, level),
            axes.map(last, level),
            stroke_color=theme.INK,
            stroke_width=theme.AXIS_STROKE,
        )
        self.bar = Line(stroke_color=theme.RISE, stroke_width=theme.ROAD_STROKE)
        self.dot = SolidDot(axes.map(at, level))
        super().__init__(self.level, self.bar, self.dot)
        self.put(at)

    def put(self, at: float) -> Self:
        """Let the bar stand at another input; where the square is zero, there is no bar."""
        level, height = self.parts_at(at)
        foot, top = self.axes.map(at, level), self.axes.map(at, height)
        self.dot.move_to(top)
        if top[1] - foot[1] < theme.VANISH:
            self.bar.clear_points()
        else:
            self.bar.set_points_as_corners([foot, top])
        return self

    def slide(self, start: float, end: float, **kwargs: Any) -> Sweep:
        """Carry the bar along the curve."""
        return Sweep(self.put, between(start, end), self, **kwargs)
