"""The explorer's picture: the curve with its secant, its tangent and, later, a two-sided secant."""

from __future__ import annotations

from manim import VMobject

from mathcore.formulas.curves import sample
from mathcore.formulas.functions import Function
from mathcore.slopes.lines import Line, SlopeTriangle
from mathcore.slopes.quotients import Tangent
from mathcore.values import FloatArray
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve
from scenes.components.graph.secant import SecantRig, TangentLine
from scenes.components.graph.triangle import TriangleRig
from scenes.components.marks.dashes import Dashes


class ExplorerGraph:
    """A curve in its axes, and the lines that belong to one point of it.

    Each part enters the stage by itself.

    Parameters
    ----------
    axes
        Where everything is drawn.
    f
        The function; its curve goes from edge to edge of the window.
    rig
        The secant with its run and rise.
    tangent
        The tangent at the point; ``None`` where there is no derivative.
    """

    def __init__(
        self, axes: GraphAxes, f: Function, rig: SecantRig, tangent: Tangent | None
    ) -> None:
        self.axes, self.rig = axes, rig
        (first, last, _), _ = axes.spans
        self.curve = Curve(axes, sample(f, first, last))
        self.tangent = None if tangent is None else TangentLine(axes, tangent)

    @property
    def tangents(self) -> list[TangentLine]:
        """The tangent, where there is one."""
        return [] if self.tangent is None else [self.tangent]

    @property
    def lines(self) -> list[VMobject]:
        """The curve and the lines at its point, which no label may touch."""
        return [self.curve, self.rig, *self.tangents]

    @property
    def scales(self) -> list[VMobject]:
        """Both axes with their numbers and names, which no label may touch."""
        return [self.axes.x_axis, self.axes.y_axis, self.axes.numbers, self.axes.names]

    def central(self, line: Line, ends: FloatArray) -> Dashes:
        """Return the two-sided secant as a dashed line, anchored at the first of its ends."""
        return Dashes(
            *self.axes.clip_line(line.slope, line.intercept), anchor=self.axes.map(*ends[0])
        )

    def central_triangle(self, triangle: SlopeTriangle) -> TriangleRig:
        """Return run and rise of the two-sided secant."""
        return TriangleRig(self.axes, triangle)
