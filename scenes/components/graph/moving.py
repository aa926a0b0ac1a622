"""The sign of a point that moves, half filled, and the rigs that carry it along a curve."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from manim import PI, AnnularSector, Circle, VMobject
from manim.typing import Point3D

from mathcore.slopes.quotients import Secant, Tangent
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import OpenDot, set_off
from scenes.components.graph.secant import SecantRig
from scenes.components.graph.stacked import SlopeTracer, StackedGraphs, WindowTangent

MOVING_RADIUS = 0.18
"""The radius of the sign, in frame units: a point that stays lies inside of it, and in front."""


class HalfDot(OpenDot):
    """A point on its way: neither a point that stays, filled, nor a point that is missing, a ring.

    Parameters
    ----------
    point
        Where it stands, a frame point.
    color
        The role of what moves.
    radius
        In frame units.
    """

    def __init__(
        self, point: Point3D, color: str = theme.APPROX, radius: float = MOVING_RADIUS
    ) -> None:
        super().__init__(point, color, radius)
        self.add(_lower_half(self, radius, color))


def half_filled(dot: Circle, color: str = theme.INK, radius: float = MOVING_RADIUS) -> Circle:
    """Turn a dot of another rig into the sign of a point that moves, and return it.

    Parameters
    ----------
    dot
        The dot; it stays where it is.
    color
        The role of what moves.
    radius
        In frame units.
    """
    dot.become(OpenDot(dot.get_center(), color, radius))
    dot.add(_lower_half(dot, radius, color))
    return dot


def _lower_half(dot: Circle, radius: float, color: str) -> VMobject:
    half = AnnularSector(
        inner_radius=0.0,
        outer_radius=radius,
        angle=PI,
        start_angle=PI,
        fill_color=color,
        fill_opacity=1.0,
        stroke_width=0.0,
    )
    # A gap between the half and its ring, so that both are seen on a line of their colour.
    half.set_stroke(theme.BG, theme.HALO / 2, background=True)
    return half.shift(dot.get_center())


class MovingSecant(SecantRig):
    """A secant whose far point moves: its dot is half filled.

    Parameters
    ----------
    axes
        Where it is drawn.
    secant
        The secant for a gap h ≠ 0, from ``mathcore``.
    gap
        The first h.
    run_label, rise_label
        What stands at the run and at the rise.
    """

    def __init__(
        self,
        axes: GraphAxes,
        secant: Callable[[float], Secant],
        gap: float,
        run_label: VMobject | None = None,
        rise_label: VMobject | None = None,
    ) -> None:
        super().__init__(axes, secant, gap, run_label, rise_label)
        self.remove(self.far, self.near)
        self.far = HalfDot(self.far.get_center())
        self.add(self.far, set_off(self.near))


class MovingTangent(WindowTangent):
    """A tangent that slides along a curve: its point of contact is half filled."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        half_filled(self.dot, theme.EXACT)


class MovingTracer(SlopeTracer):
    """A tangent that slides along a curve and draws its slopes below: both points are half filled.

    Parameters
    ----------
    graphs
        The graphs that it joins.
    tangent_at
        The tangent of the upper curve at any input, from ``mathcore``.
    start
        The first input.
    """

    def __init__(
        self, graphs: StackedGraphs, tangent_at: Callable[[float], Tangent], start: float
    ) -> None:
        rider = MovingTangent(graphs.upper, tangent_at(start), theme.TANGENT_REACH)
        super().__init__(graphs, tangent_at, start, rider)
        half_filled(self.dot, theme.EXACT)
