"""A hairline from a point of a graph down to its input."""

from __future__ import annotations

from typing import Self

from manim import DOWN, RIGHT, VGroup, VMobject
from manim.typing import Vector3D

from mathcore.slopes.lines import Point
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.marks.brace import Hairline
from scenes.components.text.formula import Formula


class InputDrop(VGroup):
    """A hairline from a point to the horizontal axis, and the name of its input at the foot.

    Parameters
    ----------
    axes
        Where it is drawn.
    point
        The point.
    name
        Typst mathematics.
    side
        On which side of the foot the name stands, so that two inputs may meet.
    level
        The height of the foot; by default that of the horizontal axis.
    """

    def __init__(
        self,
        axes: GraphAxes,
        point: Point,
        name: str,
        side: Vector3D,
        level: float | None = None,
    ) -> None:
        foot = axes.map(point.x, axes.crossing[1] if level is None else level)
        self.line = Hairline(axes.map(*point), foot, theme.RUN)
        self.name_tag = Formula(name, size=theme.DIGIT_SIZE, color=theme.RUN)
        self.name_tag.next_to(foot, DOWN + side, buff=theme.TICK)
        super().__init__(self.line, self.name_tag)

    def follow(self, point: VMobject) -> Self:
        """Move below ``point``, which has moved along the axis."""
        self.shift((point.get_center()[0] - self.line.get_center()[0]) * RIGHT)
        return self
