"""A curve whose function changes while it is seen, and the label that names a picture."""

from __future__ import annotations

from collections.abc import Callable
from typing import Self

import numpy as np
from manim import DOWN, LEFT, VGroup, VMobject

from mathcore.values import FloatArray
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.marks.plate import on_plate
from scenes.components.text.text import Heading

MARGINS = (0.012, 0.988, 0.0, 0.985)
"""The part of the stage that the axes fill, so that their names stay inside."""
_SAMPLES = 481
"""Points of the curve across the window."""


class BendingCurve(VMobject):
    """The graph of a function that can be replaced, cut at the lower and the upper edge.

    Parameters
    ----------
    axes
        Where it is drawn.
    value
        The first function, on arrays.
    """

    def __init__(self, axes: GraphAxes, value: Callable[[FloatArray], FloatArray]) -> None:
        self.axes = axes
        super().__init__(stroke_color=theme.FUNC, stroke_width=theme.CURVE_STROKE, fill_opacity=0.0)
        self.put(value)

    def put(self, value: Callable[[FloatArray], FloatArray]) -> Self:
        """Draw another function."""
        (left, right, _), (low, high, _) = self.axes.spans
        xs = np.linspace(left, right, _SAMPLES)
        ys = value(xs)
        inside = (ys >= low) & (ys <= high)
        self.set_points_as_corners(self.axes.map_all(xs[inside], ys[inside]))
        return self


def named(name: str, *lines: VMobject) -> VGroup:
    """Return a plate with the name of a picture and, below it, what is said about it.

    Parameters
    ----------
    name
        The name of the picture's tile.
    *lines
        Formulas or readouts, from top to bottom.
    """
    heading = Heading(name, size=theme.TABLE_SIZE, color=theme.MUTED)
    return on_plate(*VGroup(heading, *lines).arrange(DOWN, buff=theme.LABEL_GAP, aligned_edge=LEFT))
