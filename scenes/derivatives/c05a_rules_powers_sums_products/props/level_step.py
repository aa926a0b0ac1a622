"""A step that slides along the graph of a constant and rises nowhere."""

from __future__ import annotations

from typing import Self

from manim import LEFT, UP, VGroup

from lessons.derivatives.c05a.numbers import Numbers
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import SolidDot
from scenes.components.graph.triangle import TriangleRig
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell


class LevelStep(VGroup):
    """A run between two dots of a level line, and what it rises by.

    Parameters
    ----------
    axes
        Where it is drawn.
    numbers
        The numbers of the clip.
    at
        Where the step begins at first.
    """

    def __init__(self, axes: GraphAxes, numbers: Numbers, at: float) -> None:
        self.axes, self.numbers = axes, numbers
        self.step = TriangleRig(
            axes,
            numbers.flat_step(at),
            Formula("Delta x", size=theme.FORMULA_SIZE, color=theme.RUN),
        )
        self.ends = VGroup(*(SolidDot(axes.map(0, 0), color=theme.FUNC) for _ in range(2)))
        self.rise = Formula(
            f"Delta f = {spell(numbers.flat_triangle.rise, 0)}",
            size=theme.FORMULA_SIZE,
            color=theme.RISE,
        )
        super().__init__(self.step, self.ends, self.rise)
        self.slide(at)

    def slide(self, at: float) -> Self:
        """Let the step begin at another input."""
        now = self.numbers.flat_step(at)
        self.step.put(now)
        for dot, place in zip(self.ends, (now.p, now.q), strict=True):
            dot.move_to(self.axes.map(*place))
        # It begins where the run does: at the left of that stand the numbers of the axis.
        self.rise.next_to(self.step.run, UP, buff=theme.GUTTER, aligned_edge=LEFT)
        return self
