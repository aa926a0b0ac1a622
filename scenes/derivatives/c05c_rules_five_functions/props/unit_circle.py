"""The unit circle: an angle, its height and its sideways place, and what a nudge adds to them."""

from __future__ import annotations

from typing import Self

import numpy as np
from manim import Arc, Line, VGroup

from mathcore.slopes.circle import CircleNudge
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import SolidDot

TURN_RADIUS = 0.2
"""Radius of the arc that marks an angle, as a share of the circle's."""


class UnitCircle(VGroup):
    """The circle, its radius at an angle, and the two similar triangles.

    The large triangle has the radius as its long side; its legs are cos θ and sin θ. The small one
    has the nudge dθ along the tangent as its long side; turned by a right angle it is the large
    one made small, so its upright leg is cos θ · dθ and its level leg −sin θ · dθ.

    Parameters
    ----------
    axes
        Axes with equal units.
    nudge
        The angle and its nudge, from ``mathcore``.
    quarter
        Whether only the first quarter of the circle is drawn: four times the room for the nudge.
    """

    def __init__(self, axes: GraphAxes, nudge: CircleNudge, *, quarter: bool = False) -> None:
        self.axes = axes
        center = axes.map(0, 0)
        self.circle = Arc(
            radius=axes.x_unit,
            angle=np.pi / 2 if quarter else 2 * np.pi,
            arc_center=center,
            stroke_color=theme.MUTED,
            stroke_width=theme.AXIS_STROKE,
        )
        self.turn = Arc(
            radius=axes.x_unit * TURN_RADIUS,
            angle=np.arctan2(nudge.point.y, nudge.point.x),
            arc_center=center,
            stroke_color=theme.RUN,
            stroke_width=theme.APPROX_STROKE,
        )
        self.radius = _line(theme.INK, theme.APPROX_STROKE)
        self.width_leg = _line(theme.EXACT, theme.NUDGE_STROKE)
        self.height_leg = _line(theme.FUNC, theme.NUDGE_STROKE)
        self.dot = SolidDot(center)
        self.large = VGroup(self.width_leg, self.height_leg, self.radius)
        self.step = _line(theme.RUN, theme.NUDGE_STROKE)
        self.lift = _line(theme.RISE, theme.NUDGE_STROKE)
        self.drift = _line(theme.RISE, theme.NUDGE_STROKE)
        self.small = VGroup(self.lift, self.drift, self.step)
        super().__init__(self.circle, self.turn, self.large, self.small, self.dot)
        self.put(nudge)

    def put(self, nudge: CircleNudge) -> Self:
        """Turn both triangles to another angle; the arc that marks the angle stays."""
        self.nudge, at = nudge, self.axes.map
        x, y = nudge.point
        center, foot, point = at(0, 0), at(x, 0), at(x, y)
        corner = at(x, y + nudge.tangent_rise)
        tip = at(x + nudge.tangent_run, y + nudge.tangent_rise)
        for line, start, end in (
            (self.radius, center, point),
            (self.width_leg, center, foot),
            (self.height_leg, foot, point),
            (self.step, point, tip),
            (self.lift, point, corner),
            (self.drift, corner, tip),
        ):
            # A leg may vanish on its way; `put_start_and_end_on` needs a length.
            line.set_points_as_corners([start, end])
        self.dot.move_to(point)
        return self

    @property
    def rider(self) -> tuple[VGroup, SolidDot]:
        """The large triangle and the point on the circle, which may leave it."""
        return self.large, self.dot

    def radian(self) -> VGroup:
        """Return the arc of one radian, as long as the radius, and the radii to its ends."""
        center = self.axes.map(0, 0)
        arc = Arc(
            radius=self.axes.x_unit,
            angle=1.0,
            arc_center=center,
            stroke_color=theme.RUN,
            stroke_width=theme.ROAD_STROKE,
        )
        radii = (
            Line(center, end, stroke_color=theme.RUN, stroke_width=theme.BRACE_STROKE)
            for end in (arc.get_start(), arc.get_end())
        )
        return VGroup(arc, *radii)


def _line(color: str, width: float) -> Line:
    return Line(stroke_color=color, stroke_width=width)
