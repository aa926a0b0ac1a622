"""The tangent of a power, and the triangle that it makes between its point and the axis."""

from __future__ import annotations

from typing import Self

from manim import DOWN, LEFT, RIGHT, Line, VGroup

from lessons.derivatives.c05a.numbers import Numbers
from mathcore.formulas.functions import Function
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import SolidDot, set_off
from scenes.components.graph.triangle import TriangleRig
from scenes.components.text.formula import Formula

BEYOND = 0.35
"""How far the tangent is drawn beyond the triangle at both ends, as a share of the run."""


class FootTriangle(VGroup):
    """The slope triangle between a point of a curve and the foot of its tangent on the axis.

    Parameters
    ----------
    axes
        Where it is drawn.
    numbers
        The numbers of the clip.
    function
        The curve.
    names
        Typst mathematics for the rise, and for each equal part of the run.
    at
        The input of the point at first.
    """

    def __init__(
        self,
        axes: GraphAxes,
        numbers: Numbers,
        function: Function,
        names: tuple[str, tuple[str, ...]],
        at: float,
    ) -> None:
        self.axes, self.numbers, self.function = axes, numbers, function
        rise, parts = names
        self.tangent = Line(stroke_color=theme.EXACT, stroke_width=theme.EXACT_STROKE)
        self.legs = TriangleRig(axes, numbers.foot_triangle(function, at))
        self.run, self.rise = self.legs.run, self.legs.rise
        self.point = set_off(SolidDot(axes.map(0, 0), color=theme.FUNC))
        self.rise_name = Formula(rise, size=theme.TABLE_SIZE, color=theme.RISE)
        self.run_names = VGroup(
            *(Formula(part, size=theme.TABLE_SIZE, color=theme.RUN) for part in parts)
        )
        super().__init__(self.legs, self.tangent, self.point, self.rise_name, self.run_names)
        self.put(at)

    def put(self, at: float) -> Self:
        """Let the tangent touch at another input."""
        triangle, axes = self.numbers.foot_triangle(self.function, at), self.axes
        foot, corner, point = (
            axes.map(*place) for place in (triangle.p, triangle.corner, triangle.q)
        )
        self.legs.put(triangle)
        first, last = (foot, point) if triangle.run > 0 else (point, foot)
        window, along = axes.window, last - first
        # Neither end leaves the window.
        before, after = (
            min(BEYOND, float(room / along[0]))
            for room in (first[0] - window.left, window.right - last[0])
        )
        self.tangent.put_start_and_end_on(first - before * along, last + after * along)
        self.point.move_to(point)
        outside = RIGHT if triangle.run > 0 else LEFT
        self.rise_name.next_to(self.rise, outside, buff=theme.LABEL_GAP)
        for place, name in enumerate(self.run_names):
            share = (place + 0.5) / len(self.run_names)
            name.next_to(foot + share * (corner - foot), DOWN, buff=theme.LABEL_GAP)
        return self
