"""Steps that climb a line: one triangle after the other, each with its run and its rise."""

from __future__ import annotations

from collections.abc import Sequence

from manim import VGroup

from mathcore.slopes.lines import SlopeTriangle
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.triangle import TriangleRig
from scenes.components.text.numeral import Numeral


class Stairs(VGroup):
    """A triangle for each step, labelled with its changes: +1, +2.

    Parameters
    ----------
    axes
        Where they are drawn.
    steps
        From the lowest.
    """

    def __init__(self, axes: GraphAxes, steps: Sequence[SlopeTriangle]) -> None:
        self.steps = [
            TriangleRig(
                axes,
                step,
                Numeral(step.run, plus=True, size=theme.DIGIT_SIZE, color=theme.RUN),
                Numeral(step.rise, plus=True, size=theme.DIGIT_SIZE, color=theme.RISE),
            )
            for step in steps
        ]
        super().__init__(*self.steps)
