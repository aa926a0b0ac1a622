"""A needle that turns on the spot, and the slope that it finds in every direction."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Self

import numpy as np
from manim import Line, VGroup, VMobject
from manim.typing import Point3D

from mathcore.optimization.landscape import directional_slope
from mathcore.values import FloatArray
from scenes import theme
from scenes.components.landscape.parameter_plane import Pair, ParameterPlane
from scenes.components.motion.sweep import Followers, Sweep, between

_NEEDLE = 0.9
"""Length of a direction needle, in steepest slopes."""
_RIGHT_ANGLE = 0.3


class SlopeRose(VGroup):
    """A direction needle at a point of the plane with the polar graph of the slope.

    In each direction the graph is as far from the point as the slope is steep, at the scale of the
    gradient's own arrow. Uphill it is a circle whose diameter is that arrow, since the angle in a
    semicircle is right; downhill it is the same circle mirrored in the point, muted.

    Parameters
    ----------
    plane
        The plane, which has equal units on both axes.
    at
        The point, lesson coordinates.
    gradient
        ∇J there, shape (2,).
    scale
        Lesson units per unit of slope: that of the arrow.
    start
        Where the needle begins to trace, degrees.
    """

    def __init__(
        self,
        plane: ParameterPlane,
        at: Pair,
        gradient: FloatArray,
        scale: float,
        start: float = 0.0,
    ) -> None:
        self.spot = plane.place(at)
        self.gradient, self.unit, self.start = gradient, scale * plane.unit, start
        self.reach = float(np.linalg.norm(gradient)) * self.unit * _NEEDLE
        self.uphill, self.downhill = (
            VMobject(stroke_color=color, stroke_width=theme.AXIS_STROKE, fill_opacity=0.0)
            for color in (theme.EXACT, theme.MUTED)
        )
        self.needle = Line(stroke_color=theme.INK, stroke_width=theme.AXIS_STROKE)
        self.chord = Line(stroke_color=theme.EXACT, stroke_width=theme.EXACT_STROKE)
        self.followers = Followers()
        super().__init__(self.downhill, self.uphill, self.needle, self.chord)
        self.put(start)

    def follow(self, follower: Callable[[float], object]) -> Self:
        """Call ``follower(degrees)`` at every change."""
        self.followers.append(follower)
        follower(self.degrees)
        return self

    def put(self, degrees: float) -> Self:
        """Turn to a direction, and trace all directions up to it, once round at the most."""
        self.degrees = degrees
        turned = np.radians(np.linspace(self.start, min(degrees, self.start + 360), 241))
        slopes = directional_slope(self.gradient, turned)
        for lobe, side in ((self.uphill, 1), (self.downhill, -1)):
            self._trace(lobe, turned, np.where(side * slopes > 0, np.abs(slopes), 0.0))
        tip = self.end(degrees)
        along = self.direction(degrees)
        self.needle.set_points_as_corners([self.spot, self.spot + self.reach * along])
        if np.linalg.norm(tip - self.spot) < theme.VANISH:
            self.chord.clear_points()
        else:
            self.chord.set_points_as_corners([self.spot, tip])
            downhill = directional_slope(self.gradient, np.radians(degrees)) < 0
            self.chord.set_stroke(color=theme.MUTED if downhill else theme.EXACT)
        for follower in self.followers:
            follower(degrees)
        return self

    def turn(self, start: float, end: float, *moved: VMobject, **kwargs: Any) -> Sweep:
        """Turn from one direction to another."""
        return Sweep(self.put, between(start, end), self, *moved, **kwargs)

    def end(self, degrees: float) -> Point3D:
        """Return the point of the graph in one direction."""
        slope = float(directional_slope(self.gradient, np.radians(degrees)))
        point: Point3D = self.spot + self.unit * abs(slope) * self.direction(degrees)
        return point

    def outward(self, degrees: float) -> Point3D:
        """Return which way is out of the graph at its point in one direction, as a unit vector."""
        middle = self.spot + self.unit / 2 * np.array([*self.gradient, 0.0])
        way: Point3D = self.end(degrees) - middle
        return way / np.linalg.norm(way)

    def beside_arrow(self, along: float, aside: float) -> Point3D:
        """Return a point at shares of the gradient's length along it and to its left."""
        across, up = (self.unit * self.gradient).tolist()
        point: Point3D = self.spot + along * np.array([across, up, 0.0])
        return point + aside * np.array([-up, across, 0.0])

    @staticmethod
    def direction(degrees: float) -> Point3D:
        """Return the unit vector of a direction."""
        angle = np.radians(degrees)
        return np.array([np.cos(angle), np.sin(angle), 0.0])

    def square(self, degrees: float) -> VMobject:
        """Return the mark of a right angle from one direction to the next quarter."""
        one, other = (_RIGHT_ANGLE * self.direction(turned) for turned in (degrees, degrees + 90))
        return VMobject(
            stroke_color=theme.INK, stroke_width=theme.AXIS_STROKE, fill_opacity=0.0
        ).set_points_as_corners([self.spot + one, self.spot + one + other, self.spot + other])

    def _trace(self, lobe: VMobject, turned: FloatArray, slopes: FloatArray) -> None:
        """Lay the graph through the directions in which the slope has one sign."""
        if not slopes.any():
            lobe.clear_points()
            return
        seen = np.flatnonzero(slopes)
        # From the point where the graph leaves it, back to the point where it has come to an end.
        reach = np.arange(max(seen[0] - 1, 0), min(seen[-1] + 2, len(slopes)))
        ways = np.stack([np.cos(turned), np.sin(turned), np.zeros_like(turned)], axis=-1)
        lobe.set_points_as_corners(self.spot + self.unit * (slopes[:, None] * ways)[reach])
