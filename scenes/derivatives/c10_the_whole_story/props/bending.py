"""A curve whose function changes while it is seen, the label that names a picture, and its room."""

from __future__ import annotations

from collections.abc import Callable
from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, VGroup, VMobject

from mathcore.values import FloatArray
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.marks.plate import on_plate
from scenes.components.text.text import Heading
from scenes.layout import Layout, Region

MARGINS, NARROW_MARGINS = (0.012, 0.988, 0.0, 0.985), (0.03, 0.985, 0.0, 0.985)
"""The part of the stage that the axes fill, so that their names stay inside; in a narrow frame."""
LABEL_ROOM = 2.3
"""Height of the strip above the plot of a narrow frame, for a label, in frame units."""
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


def graph_room(layout: Layout) -> tuple[Region | None, Region]:
    """Return the strip for a label, ``None`` in a wide frame, and the region of the axes."""
    head, plot = headed(layout)
    return head, plot.part(*(NARROW_MARGINS if head else MARGINS))


def headed(layout: Layout) -> tuple[Region | None, Region]:
    """Return the strip for a label, ``None`` in a wide frame, and the stage below it."""
    return layout.headed(LABEL_ROOM / layout.stage.height)


def named(name: str, *lines: VMobject, across: bool = False) -> VGroup:
    """Return a plate with the name of a picture and, below it, what is said about it.

    Parameters
    ----------
    name
        The name of the picture's tile.
    *lines
        Formulas or readouts, from top to bottom.
    across
        Whether the first line stands at the right of the name and of the other lines.
    """
    heading = Heading(name, size=theme.TABLE_SIZE, color=theme.MUTED)
    stacked = VGroup(heading, *lines[int(across) :])
    stacked.arrange(DOWN, buff=theme.LABEL_GAP, aligned_edge=LEFT)
    if across:
        lines[0].next_to(stacked, RIGHT, buff=theme.CARD_GAP)
    return on_plate(heading, *lines)
