"""The graph of the curve that is descended, in a frame at the left of the algebra."""

from __future__ import annotations

from mathcore.formulas.curves import sample
from mathcore.formulas.functions import Function
from mathcore.formulas.window import Span
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve
from scenes.components.text.table import shortest
from scenes.layout import Region


def framed_graph(
    f: Function, x_span: Span, y_span: Span, region: Region
) -> tuple[GraphAxes, Curve]:
    """Return axes and curve for a window; the scales keep out of the curve's way.

    Parameters
    ----------
    f
        The function.
    x_span, y_span
        The window: first, last and step between ticks, in lesson coordinates.
    region
        Where the graph stands, with room for its numbers at the left.
    """
    axes = GraphAxes(
        x_span,
        y_span,
        region.part(theme.SCALE_SHARE, 1.0, 0.0, 1.0),
        numbers=(shortest(x_span[2]), shortest(y_span[2])),
        framed=True,
    )
    return axes, Curve(axes, sample(f, *x_span[:2]))
