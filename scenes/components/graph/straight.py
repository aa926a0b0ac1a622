"""A straight line that can turn, and stand upright where it has no slope any more."""

from __future__ import annotations

from typing import Self

from manim import Line as Stroke

from mathcore.slopes.lines import Line, SlopeTriangle, line_through
from scenes import theme
from scenes.components.graph.axes import GraphAxes


class StraightLine(Stroke):
    """The graph of a straight line, from edge to edge of the window of its axes.

    Parameters
    ----------
    axes
        Where it is drawn.
    line
        From ``mathcore``.
    color, stroke
        Named in the theme.
    """

    def __init__(
        self,
        axes: GraphAxes,
        line: Line,
        color: str = theme.FUNC,
        stroke: float = theme.CURVE_STROKE,
    ) -> None:
        self.axes = axes
        super().__init__(
            *axes.clip_line(line.slope, line.intercept), stroke_color=color, stroke_width=stroke
        )

    def put(self, line: Line) -> Self:
        """Lay it along another line."""
        self.set_points_as_corners([*self.axes.clip_line(line.slope, line.intercept)])
        return self

    def pass_through(self, triangle: SlopeTriangle) -> Self:
        """Lay it through both points of a triangle; it stands upright where the run is zero."""
        if triangle.has_slope:
            return self.put(line_through(triangle.p, triangle.slope))
        _, (low, high, _) = self.axes.spans
        x = triangle.p.x
        self.set_points_as_corners([self.axes.map(x, low), self.axes.map(x, high)])
        return self

    def ghost(self) -> Stroke:
        """Return a still, muted copy of where it is now."""
        return Stroke(
            self.get_start(),
            self.get_end(),
            stroke_color=theme.MUTED,
            stroke_width=theme.AXIS_STROKE,
            stroke_opacity=theme.GHOST,
        )
