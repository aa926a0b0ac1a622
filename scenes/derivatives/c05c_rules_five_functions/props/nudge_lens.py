"""The nudge on the unit circle, magnified: a triangle as large as the one that it is similar to."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Arc, Circle, Line, VGroup
from manim.typing import Point3D

from mathcore.slopes.lines import Point
from scenes import theme
from scenes.components.graph.curve import SolidDot
from scenes.components.marks.brace import Hairline
from scenes.components.marks.plate import plate
from scenes.components.motion.sweep import Sweep, between
from scenes.derivatives.c05c_rules_five_functions.props.unit_circle import UnitCircle
from scenes.layout import Region

LONG_SIDE = 4.5
"""Length of the magnified nudge, in frame units."""
LONG_SHARE = 0.72
"""What that may take at most of the window's width."""
DOT_AT, NARROW_DOT_AT = (0.53, 0.265), (0.63, 0.38)
"""Where the point on the circle stands, as shares of the width and the height of the window: of a
wide one, and of one that is higher than wide."""
RING_MARGIN = 0.22
"""How far the ring on the circle keeps from the small triangle, in frame units."""
EQUAL_RADIUS = 1.0
"""Radius of the arc that marks the angle in the magnified triangle, in frame units."""
ARC_BEYOND = 0.012
"""How far the circle is drawn beyond both ends of the nudge, in radians."""


class NudgeLens(VGroup):
    """A window that magnifies the nudge of a unit circle, and the ring that it magnifies.

    In it stand the nudge along the tangent, the two legs that it spans and a piece of the circle,
    all on one scale.

    Parameters
    ----------
    circle
        The circle with its nudge.
    region
        Where the window stands.
    """

    def __init__(self, circle: UnitCircle, region: Region) -> None:
        self.circle, self.region = circle, region
        nudge = circle.nudge
        self.long_side = min(LONG_SIDE, LONG_SHARE * region.width)
        self.dot_at = DOT_AT if region.width > region.height else NARROW_DOT_AT
        self.scale_up = self.long_side / float(np.hypot(nudge.tangent_run, nudge.tangent_rise))
        # The names of sine and cosine would be too pale on a lighter ground.
        self.frame = plate(region.width, region.height).set_fill(theme.BG).move_to(region.center)
        small = circle.small
        self.ring = Circle(
            radius=float(np.hypot(small.width, small.height)) / 2 + RING_MARGIN,
            stroke_color=theme.MUTED,
            stroke_width=theme.FRAME_STROKE,
        ).move_to(small)
        # To both corners of the side that is turned to the circle.
        below = region.top < float(self.ring.get_bottom()[1])
        ends = (
            ((LEFT, (0.0, 1.0)), (RIGHT, (1.0, 1.0)))
            if below
            else (
                (UP, (0.0, 1.0)),
                (DOWN, (0.0, 0.0)),
            )
        )
        self.rays = VGroup(
            *(
                Hairline(self.ring.get_center() + self.ring.radius * side, region.at(*corner))
                for side, corner in ends
            )
        )
        angle = float(np.arctan2(nudge.point.y, nudge.point.x))
        turn = float(np.arctan2(nudge.nudged.y, nudge.nudged.x)) - angle
        self.arc = Arc(
            radius=self.scale_up,
            start_angle=angle - ARC_BEYOND,
            angle=turn + 2 * ARC_BEYOND,
            arc_center=self.at(Point(0.0, 0.0)),
            stroke_color=theme.MUTED,
            stroke_width=theme.AXIS_STROKE,
        )
        x, y = nudge.point
        point = self.at(nudge.point)
        corner = self.at(Point(x, y + nudge.tangent_rise))
        tip = self.at(Point(x + nudge.tangent_run, y + nudge.tangent_rise))
        self.dot = SolidDot(point)
        self.step, self.lift, self.drift = (
            Line(start, end, stroke_color=color, stroke_width=theme.PULSE_STROKE)
            for start, end, color in (
                (point, tip, theme.RUN),
                (point, corner, theme.RISE),
                (corner, tip, theme.RISE),
            )
        )
        self.equal = Arc(
            radius=EQUAL_RADIUS,
            start_angle=np.pi / 2,
            angle=angle,
            arc_center=point,
            stroke_color=theme.RUN,
            stroke_width=theme.APPROX_STROKE,
        )
        self.window = VGroup(self.ring, self.rays, self.frame, self.arc, self.dot)
        super().__init__(self.window, self.lift, self.drift, self.step, self.equal)

    def at(self, place: Point) -> Point3D:
        """Return the frame point of a point of the circle's plane, as this window shows it."""
        x, y = self.circle.nudge.point
        way = (place.x - x) * RIGHT + (place.y - y) * UP
        return np.asarray(self.region.at(*self.dot_at) + self.scale_up * way)

    def turned(self, share: float) -> VGroup:
        """Return the circle's large triangle on its way: 1 is onto the magnified one.

        It turns by a right angle and grows evenly, and its right angle moves on a straight line.
        """
        circle = self.circle
        copy = circle.large.copy()
        foot = circle.width_leg.get_end()
        growth = 1 + share * (self.long_side / circle.axes.x_unit - 1)
        copy.rotate(share * np.pi / 2, about_point=foot).scale(growth, about_point=foot)
        return copy.shift(share * (self.lift.get_end() - foot))

    def fit_triangle(self, twin: VGroup, **kwargs: Any) -> Sweep:
        """Carry ``twin``, a copy of the large triangle, onto the magnified one."""
        return Sweep(
            lambda share: twin.become(self.turned(share)), between(0.0, 1.0), twin, **kwargs
        )

    def fit_leg(self, twin: Line, **kwargs: Any) -> Sweep:
        """Carry ``twin``, a copy of the upright leg, in the same way onto the drift."""
        return Sweep(
            lambda share: twin.become(self.turned(share)[1]), between(0.0, 1.0), twin, **kwargs
        )

    def inside(self, reach: float) -> Point3D:
        """Return a point halfway between the sides of the angle, ``reach`` frame units away."""
        middle = (np.pi + self.equal.angle) / 2
        return np.asarray(
            self.dot.get_center() + reach * (np.cos(middle) * RIGHT + np.sin(middle) * UP)
        )

    def below_step(self) -> Point3D:
        """Return where the name of the nudge stands: on the inner side of the circle."""
        return np.asarray(self.step.get_center() + theme.LABEL_GAP * (LEFT + DOWN))
