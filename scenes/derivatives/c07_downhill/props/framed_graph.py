"""The graph of a function in a window, with both scales along the window's edges."""

from __future__ import annotations

from manim import RIGHT, UP

from mathcore.formulas.curves import sample
from mathcore.formulas.functions import Function
from mathcore.formulas.window import Span
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve
from scenes.components.text.table import shortest
from scenes.layout import Region

LEFT_ROOM, RIGHT_ROOM = 0.45, 0.1
"""Room for the numbers at the left and for the name at the right, besides that of any axes."""


def framed_graph(
    f: Function,
    x_span: Span,
    y_span: Span,
    region: Region,
    color: str = theme.FUNC,
    names: tuple[str, str] = ("x", "y"),
) -> tuple[GraphAxes, Curve]:
    """Return axes and curve for a window; the scales keep out of the curve's way.

    Parameters
    ----------
    f
        The function.
    x_span, y_span
        The window: first, last and step between ticks, in lesson coordinates.
    region
        Where the graph stands, with its numbers and names.
    color
        The colour of the curve.
    names
        Typst mathematics at the ends of both axes.
    """
    axes = framed_axes(x_span, y_span, region, names)
    return axes, Curve(axes, sample(f, *x_span[:2]), color)


def framed_axes(
    x_span: Span, y_span: Span, region: Region, names: tuple[str, str] = ("x", "y")
) -> GraphAxes:
    """Return axes that run along the lower and the left edge of a window, one each way.

    Where long numbers need more room at the left, the window is narrower.
    """
    room = LEFT_ROOM
    for _ in range(2):
        axes = GraphAxes(
            x_span,
            y_span,
            Region(region.left + room, region.right - RIGHT_ROOM, region.bottom, region.top),
            x_name=names[0],
            y_name=names[1],
            numbers=(shortest(x_span[2]), shortest(y_span[2])),
            framed=True,
        )
        room += max(0.0, region.left - float(axes.numbers.get_left()[0]))
    window = axes.window
    axes.x_axis.shift((window.bottom - axes.x_axis.get_start()[1]) * UP)
    axes.y_axis.shift((window.left - axes.y_axis.get_start()[0]) * RIGHT)
    return axes
