"""Arrows at a stated scale and the path of a descent, on the plane of two parameters."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Self

import numpy as np
from manim import Line, VGroup, VMobject
from manim.typing import Point3D

from mathcore.values import FloatArray
from scenes import theme
from scenes.components.graph.curve import SolidDot
from scenes.components.landscape.parameter_plane import Pair, ParameterPlane
from scenes.components.motion.sweep import Followers, Sweep, between


class ScaledArrow(VGroup):
    """A vector of the plane, drawn from its point at one stated scale.

    Parameters
    ----------
    plane
        The plane on which it lies.
    at
        Its foot, lesson coordinates.
    vector
        What it shows, unscaled: a gradient, a step.
    scale
        Lesson units of arrow per unit of vector.
    color, stroke
        Its color and its stroke width, from the theme.
    """

    def __init__(
        self,
        plane: ParameterPlane,
        at: Pair,
        vector: Pair,
        scale: float = 1.0,
        color: str = theme.EXACT,
        stroke: float = theme.EXACT_STROKE,
    ) -> None:
        self.plane, self.scale_of_vector = plane, scale
        self.shaft = Line(stroke_color=color, stroke_width=stroke)
        self.tip = VMobject(fill_color=color, fill_opacity=1.0, stroke_width=0.0)
        super().__init__(self.shaft, self.tip)
        self.put(at, vector)

    def put(self, at: Pair, vector: Pair) -> Self:
        """Show another vector, or start at another point; a vector of length 0 is not seen."""
        start = self.plane.place(at)
        end = self.plane.place(np.asarray(at, float) + self.scale_of_vector * np.asarray(vector))
        length = float(np.linalg.norm(end - start))
        if length < theme.VANISH:
            self.shaft.clear_points()
            self.tip.clear_points()
            return self
        along = (end - start) / length
        tip = min(theme.ARROW_TIP, length / 2)
        root, wing = end - tip * along, tip / 2 * np.array([-along[1], along[0], 0.0])
        self.shaft.set_points_as_corners([start, root + along * tip / 4])
        self.tip.set_points_as_corners([end, root + wing, root - wing, end])
        return self

    def legs(self, at: Pair, vector: Pair) -> tuple[ScaledArrow, ScaledArrow]:
        """Return its two components as arrows at the same scale: first across, then up."""
        across, up = float(vector[0]), float(vector[1])
        corner = (at[0] + self.scale_of_vector * across, at[1])
        scale = self.scale_of_vector
        return (
            ScaledArrow(self.plane, at, (across, 0.0), scale, theme.RUN),
            ScaledArrow(self.plane, corner, (0.0, up), scale, theme.RISE),
        )

    @property
    def ends(self) -> tuple[Point3D, Point3D]:
        """Its foot and its point, in the frame."""
        return np.array(self.shaft.points[0]), np.array(self.tip.points[0])


class DescentPath(VGroup):
    """A ball on the plane, the line along which it came, and a mark for each step it took.

    Parameters
    ----------
    plane
        The plane on which it lies.
    points
        All points of the descent, shape (N + 1, 2).
    marks
        The steps that get a mark; by default all.
    color
        Color of the ball and of the marks; the line behind the ball is muted.
    radius
        Radius of the ball, in frame units.
    """

    def __init__(
        self,
        plane: ParameterPlane,
        points: FloatArray,
        *,
        marks: Iterable[int] | None = None,
        color: str = theme.INK,
        radius: float = theme.MARBLE_RADIUS,
    ) -> None:
        self.plane, self.points_of_path = plane, np.asarray(points, float)
        self.places = plane.place_all(self.points_of_path)
        self.marked = range(len(self.places)) if marks is None else tuple(marks)
        self.trail = VMobject(
            stroke_color=theme.MUTED, stroke_width=theme.AXIS_STROKE, fill_opacity=0.0
        )
        self.marks = VGroup(
            *(SolidDot(self.places[k], color, theme.FINE_DOT_RADIUS) for k in self.marked)
        )
        self.ball = SolidDot(self.places[0], color, radius)
        self.followers = Followers()
        super().__init__(self.trail, self.marks, self.ball)
        self.put(0.0)

    def follow(self, follower: Callable[[float], object]) -> Self:
        """Call ``follower(index)`` at every change."""
        self.followers.append(follower)
        follower(self.index)
        return self

    def put(self, index: float) -> Self:
        """Show the path up to an index; between whole numbers the ball is between two points."""
        self.index = index
        whole = min(int(index), len(self.places) - 1)
        following = min(whole + 1, len(self.places) - 1)
        self.here = self.points_of_path[whole] + (index - whole) * (
            self.points_of_path[following] - self.points_of_path[whole]
        )
        here = self.places[whole] + (index - whole) * (self.places[following] - self.places[whole])
        self.ball.move_to(here)
        self.trail.set_points_as_corners([*self.places[: whole + 1], here])
        for k, mark in zip(self.marked, self.marks, strict=True):
            mark.set_opacity(1.0 if k <= index else 0.0)
        for follower in self.followers:
            follower(index)
        return self

    def go(self, start: float, end: float, *followers: VMobject, **kwargs: Any) -> Sweep:
        """Carry the index from one value to another; ``followers`` move with it."""
        return Sweep(self.put, between(start, end), self, *followers, **kwargs)

    def step(self, index: int) -> ScaledArrow:
        """Return the arrow of one step, from its point to the next: −α times the gradient."""
        start, end = self.points_of_path[index : index + 2]
        return ScaledArrow(self.plane, start, end - start)
