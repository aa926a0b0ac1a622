"""The sign of a point that moves: half of it is filled."""

from __future__ import annotations

from collections.abc import Callable

from manim import PI, AnnularSector, VMobject
from manim.typing import Point3D

from mathcore.slopes.quotients import Secant
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import OpenDot, set_off
from scenes.components.graph.secant import SecantRig


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
        self, point: Point3D, color: str = theme.APPROX, radius: float = theme.HOLE_RADIUS
    ) -> None:
        super().__init__(point, color, radius)
        half = AnnularSector(
            inner_radius=0.0,
            outer_radius=radius,
            angle=PI,
            start_angle=PI,
            fill_color=color,
            fill_opacity=1.0,
            stroke_width=0.0,
        )
        set_off(half)
        self.add(half.shift(self.get_center()))


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
    run_label
        What stands at the run.
    """

    def __init__(
        self,
        axes: GraphAxes,
        secant: Callable[[float], Secant],
        gap: float,
        run_label: VMobject | None = None,
    ) -> None:
        super().__init__(axes, secant, gap, run_label)
        self.remove(self.far, self.near)
        self.far = HalfDot(self.far.get_center())
        self.add(self.far, set_off(self.near))
