"""The graph of a constant, under which a step slides that rises nowhere."""

from __future__ import annotations

from typing import Self

from manim import LEFT, UP, VGroup

from lessons.derivatives.c05a.numbers import Numbers
from mathcore.formulas.curves import sample
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve, SolidDot
from scenes.components.graph.triangle import TriangleRig
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.layout import Region

SPANS = ((-0.3, 8.0, 2.0), (-0.6, 8.4, 2.0))
"""The window of the level line, and its ticks."""
END = 7.2
"""Where the level line ends."""


class LevelPlot(VGroup):
    """A level line with a step under it: a run between two dots, and what it rises by.

    Parameters
    ----------
    region
        Where it stands.
    numbers
        The numbers of the clip.
    at
        Where the step begins at first.
    """

    def __init__(self, region: Region, numbers: Numbers, at: float) -> None:
        self.numbers = numbers
        self.axes = GraphAxes(*SPANS, region, y_name="", grid=False)
        self.curve = VGroup(
            Curve(self.axes, sample(numbers.flat, 0.0, END), stroke=theme.EXACT_STROKE)
        )
        self.step = TriangleRig(
            self.axes,
            numbers.flat_step(at),
            Formula("Delta x", size=theme.TABLE_SIZE, color=theme.RUN),
        )
        self.ends = VGroup(*(SolidDot(self.axes.map(0, 0), color=theme.FUNC) for _ in range(2)))
        self.rise = Formula(
            f"Delta f = {spell(numbers.flat_triangle.rise, 0)}",
            size=theme.TABLE_SIZE,
            color=theme.RISE,
        )
        super().__init__(self.axes, self.curve, self.step, self.ends, self.rise)
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
