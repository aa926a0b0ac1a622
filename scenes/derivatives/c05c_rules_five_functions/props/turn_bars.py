"""Bars that ride over one turn: the height of a curve, and below it the slope that it has there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Self

import numpy as np
from manim import VGroup, VMobject

from mathcore.slopes.quotients import Tangent
from scenes import theme
from scenes.components.graph.curve import SolidDot
from scenes.components.graph.stacked import WindowTangent
from scenes.derivatives.c05c_rules_five_functions.props.turn_graphs import TurnGraphs

COLORS = (theme.FUNC, theme.EXACT, theme.EXACT)
"""The colours of the three graphs: a function, its slopes, and the slopes of these."""
_SAMPLES = 160
"""Points of a trace over a whole turn."""


class TurnBars(VGroup):
    """A bar on each graph, as long as its curve is high at one angle.

    The slope of a curve is the height of the next one: its bar is the slope that the tangent above
    it has, and its end leaves a trace.

    Parameters
    ----------
    graphs
        The three graphs, in whose unit the bars stand.
    tangent_at
        The tangents of the first and of the second curve at any angle, from ``mathcore``.

    Attributes
    ----------
    bars, dots
        The bar of each graph, and the dot at its end.
    tangents, traces
        The tangent of the first and of the second curve, and what the bars below them trace.
    """

    def __init__(
        self, graphs: TurnGraphs, tangent_at: Sequence[Callable[[float], Tangent]]
    ) -> None:
        self.graphs, self.tangent_at = graphs, tuple(tangent_at)
        self.bars = VGroup(
            *(VMobject(stroke_color=color, stroke_width=theme.ROAD_STROKE) for color in COLORS)
        )
        self.dots = VGroup(*(SolidDot(graphs.get_center(), color) for color in COLORS))
        self.tangents = VGroup(
            *(
                WindowTangent(axes, tangent(0.0), theme.TANGENT_REACH).line
                for axes, tangent in zip(graphs.rows, self.tangent_at, strict=False)
            )
        )
        self.tangents[1].set_color(theme.INK)  # its curve is yellow
        self.traces = VGroup(
            *(VMobject(stroke_color=color, stroke_width=theme.CURVE_STROKE) for color in COLORS[1:])
        )
        super().__init__(self.traces, self.bars, self.tangents, self.dots)
        self.put(0.0)

    def heights(self, angle: float) -> list[float]:
        """Return how high the three curves are at an angle."""
        tangents = [tangent(angle) for tangent in self.tangent_at]
        return [*(tangent.point.y for tangent in tangents), tangents[-1].slope]

    def put(self, angle: float) -> Self:
        """Move bars, dots and tangents to another angle; the traces stay."""
        for axes, bar, dot, height in zip(
            self.graphs.rows, self.bars, self.dots, self.heights(angle), strict=True
        ):
            end = axes.map(angle, height)
            bar.set_points_as_corners([axes.map(angle, 0.0), end])
            dot.move_to(end)
        for axes, line, tangent in zip(
            self.graphs.rows, self.tangents, self.tangent_at, strict=False
        ):
            laid = WindowTangent(axes, tangent(angle), theme.TANGENT_REACH).line
            line.put_start_and_end_on(laid.get_start(), laid.get_end())
        return self

    def draw(self, place: int, angle: float) -> Self:
        """Move to an angle, and trace the slopes of the curve at ``place`` up to there."""
        angles = np.linspace(0.0, angle, 2 + int(_SAMPLES * angle / self.graphs.last))
        slopes = [self.heights(float(at))[place + 1] for at in angles]
        self.traces[place].set_points_as_corners(
            self.graphs.rows[place + 1].map_all(angles, slopes)
        )
        return self.put(angle)

    def riders(self, place: int) -> VGroup:
        """Return all that rides while the slopes of the curve at ``place`` are traced."""
        seen = place + 2
        return VGroup(self.bars[:seen], self.tangents[place], self.dots[:seen])
