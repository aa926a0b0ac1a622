"""The slope triangle: a horizontal run, a vertical rise, and their labels outside the corner."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Line, Polygon, VGroup, VMobject
from manim.typing import Vector3D

from mathcore.slopes.lines import SlopeTriangle
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.motion.sweep import Sweep, between

_HAIR = 1e-6
"""A leg this short, in frame units, is drawn as if it had a length: manim's lines need one."""


class TriangleRig(VGroup):
    """Run and rise between two points of the axes, drawn as a right angle.

    The run is always horizontal and in its role's colour, the rise always vertical in its own; the
    labels stand outside the triangle, on the side of the right angle, and follow it. A label that
    is longer than its leg begins at the first point, so that it never crosses the curve behind it.

    Parameters
    ----------
    axes
        Where it is drawn.
    triangle
        The first state.
    run_label, rise_label
        Any mobjects, or none.
    gap
        The distance between a leg and its label.
    """

    def __init__(
        self,
        axes: GraphAxes,
        triangle: SlopeTriangle,
        run_label: VMobject | None = None,
        rise_label: VMobject | None = None,
        gap: float = theme.LEG_GAP,
    ) -> None:
        super().__init__()
        self.axes, self.gap = axes, gap
        self.run_label, self.rise_label = run_label, rise_label
        self.run = Line(stroke_color=theme.RUN, stroke_width=theme.NUDGE_STROKE)
        self.rise = Line(stroke_color=theme.RISE, stroke_width=theme.NUDGE_STROKE)
        self.add(self.run, self.rise)
        for label in (run_label, rise_label):
            if label is not None:
                self.add(label)
        self.put(triangle)

    def put(self, triangle: SlopeTriangle) -> Self:
        """Move to another pair of points."""
        self.triangle = triangle
        p, corner, q = (
            self.axes.map(*point) for point in (triangle.p, triangle.corner, triangle.q)
        )
        _lay(self.run, p, corner)
        _lay(self.rise, corner, q)
        below = UP if triangle.rise < 0 else DOWN
        outside = LEFT if triangle.run < 0 else RIGHT
        ahead = UP if triangle.rise >= 0 else DOWN
        _tag(self.run_label, self.run, below, outside, self.gap)
        _tag(self.rise_label, self.rise, outside, ahead, self.gap)
        return self

    @property
    def tags(self) -> tuple[VMobject, VMobject]:
        """Its two labels.

        Raises
        ------
        ValueError
            If one of its legs has no label.
        """
        if self.run_label is None or self.rise_label is None:
            raise ValueError("a leg of this triangle has no label")
        return self.run_label, self.rise_label

    def travel(
        self, way: Callable[[float], SlopeTriangle], *followers: VMobject, **kwargs: Any
    ) -> Sweep:
        """Carry the points along ``way``, a triangle for each share from 0 to 1.

        Parameters
        ----------
        way
            From ``mathcore``, or from a lesson's numbers.
        *followers
            What moves with it without being part of it.
        """
        return Sweep(
            lambda share: self.put(way(share)), between(0.0, 1.0), self, *followers, **kwargs
        )

    def area(self, opacity: float = theme.VEIL) -> Polygon:
        """Return a filled copy of the triangle's face, to be overlaid as a ghost."""
        triangle = self.triangle
        corners = [self.axes.map(*point) for point in (triangle.p, triangle.corner, triangle.q)]
        return Polygon(*corners, stroke_width=0.0, fill_color=theme.INK, fill_opacity=opacity)


def _lay(line: Line, start: Vector3D, end: Vector3D) -> None:
    if np.linalg.norm(end - start) < _HAIR:
        end = start + np.array([_HAIR, 0.0, 0.0])
    line.put_start_and_end_on(start, end)


def _tag(label: VMobject | None, leg: Line, side: Vector3D, ahead: Vector3D, gap: float) -> None:
    if label is None:
        return
    label.next_to(leg, side, buff=gap)
    overhang = abs(np.dot(label.get_corner(UP + RIGHT) - label.get_corner(DOWN + LEFT), ahead))
    overhang -= leg.get_length()
    if overhang > 0:
        # By half the overhang the label begins where its leg does; the rest clears the dot there.
        label.shift(ahead * (overhang / 2 + min(overhang, theme.LABEL_GAP)))
