"""Axes with equal units whose numbers stand at the edges, where no line strikes them out."""

from __future__ import annotations

from manim import Line

from mathcore.formulas.window import Span
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.layout import Region


def edged_axes(x_span: Span, y_span: Span, region: Region) -> GraphAxes:
    """Return framed axes in a region, with a stroke where x and where y is zero."""
    axes = GraphAxes(x_span, y_span, region, equal=True, framed=True)
    (x0, x1, _), (y0, y1, _) = axes.spans
    for start, end in (((0.0, y0), (0.0, y1)), ((x0, 0.0), (x1, 0.0))):
        axes.grid.add(
            Line(
                axes.map(*start),
                axes.map(*end),
                stroke_color=theme.MUTED,
                stroke_width=theme.AXIS_STROKE,
            )
        )
    return axes
