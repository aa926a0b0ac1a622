"""A ball on a curve, the slope where it lies, and the step against it along the axis below."""

from __future__ import annotations

from typing import Any, Self

import numpy as np
from manim import VGroup, VMobject
from manim.typing import Point3D

from mathcore.slopes.lines import Point
from mathcore.slopes.quotients import Tangent
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import SolidDot
from scenes.components.graph.stacked import Thread, WindowTangent
from scenes.components.motion.sweep import Sweep, between


class AxisArrow(VGroup):
    """A step along the horizontal axis; one that leaves the window ends at its edge.

    Parameters
    ----------
    axes
        The axes along which it leads.
    """

    def __init__(self, axes: GraphAxes) -> None:
        self.axes = axes
        self.shaft = VMobject(
            stroke_color=theme.RUN, stroke_width=theme.NUDGE_STROKE, fill_opacity=0.0
        )
        self.tip = VMobject(fill_color=theme.RUN, fill_opacity=1.0, stroke_width=0.0)
        super().__init__(self.shaft, self.tip)

    def put(self, x: float, step: float) -> Self:
        """Lead from one input to another; a step of no length is not seen."""
        (low, high, _), _ = self.axes.spans
        level = self.axes.crossing[1]
        start = self.axes.map(x, level)
        self.end = self.axes.map(min(max(x + step, low), high), level)
        length = float(np.linalg.norm(self.end - start))
        if length < theme.VANISH:
            self.shaft.clear_points()
            self.tip.clear_points()
            return self
        along = (self.end - start) / length
        tip = min(theme.ARROW_TIP, length)
        root, wing = self.end - tip * along, tip / 2 * np.array([-along[1], along[0], 0.0])
        self.shaft.set_points_as_corners([start, root + along * tip / 4])
        self.tip.set_points_as_corners([self.end, root + wing, root - wing, self.end])
        return self


class Stepper(VGroup):
    """The ball with its tangent, a thread down to its input, and the step from there.

    Parameters
    ----------
    axes
        The axes of the curve.
    tangent
        The tangent at the ball, from ``mathcore``.
    step
        How far the step leads, signed, in lesson coordinates.
    """

    def __init__(self, axes: GraphAxes, tangent: Tangent, step: float = 0.0) -> None:
        self.axes = axes
        self.line = WindowTangent(axes, tangent, theme.TANGENT_REACH)
        self.thread = Thread(axes.map(*tangent.point), axes.map(*tangent.point))
        self.arrow = AxisArrow(axes)
        self.ball = SolidDot(axes.map(*tangent.point), radius=theme.MARBLE_RADIUS)
        super().__init__(self.thread, self.line, self.arrow, self.ball)
        self.put(tangent, step)

    def put(self, tangent: Tangent, step: float) -> Self:
        """Move the ball to another point, and show another step from there."""
        self.tangent = tangent
        self.line.put(tangent)
        self._lie(self.axes.map(*tangent.point))
        self.arrow.put(tangent.point.x, step)
        return self

    def _lie(self, at: Point3D) -> None:
        self.ball.move_to(at)
        self.thread.put(at, self._foot(at))

    def _foot(self, at: Point3D) -> Point3D:
        foot = self.axes.map(*self.axes.crossing)
        return np.array([at[0], foot[1], 0.0])

    def stretch_step(self, step: float) -> Self:
        """Show another step from where it lies."""
        self.arrow.put(self.tangent.point.x, step)
        return self

    def aim(self, tangent: Tangent, step: float, **kwargs: Any) -> Sweep:
        """Read the slope where the ball lies, and let the step against it grow."""

        def show(share: float) -> None:
            self.put(tangent, share * step)
            self.line.set_stroke(opacity=share)
            self.line.dot.set_fill(opacity=share)

        return Sweep(show, between(0.0, 1.0), self, **kwargs)

    def leap(self, to: Point, *moved: VMobject, **kwargs: Any) -> Sweep:
        """Go straight to another point of the curve; the step is used up on the way.

        The tangent belongs to the place that is left, and fades. A point outside the window is
        left for at its edge.
        """
        start, goal = self.tangent.point, clipped(self.axes, self.tangent.point, to)
        leaves = goal != to

        def show(share: float) -> None:
            x, y = (a + share * (b - a) for a, b in zip(start, goal, strict=True))
            self._lie(self.axes.map(x, y))
            self.arrow.put(x, to.x - x)
            for part in (self.line.line, self.thread):
                part.set_stroke(opacity=1 - share if leaves or part is self.line.line else 1)
            self.line.dot.set_fill(opacity=1 - share)
            if leaves:
                self.ball.set_fill(opacity=1 - share)
                self.arrow.shaft.set_stroke(opacity=1 - share)
                self.arrow.tip.set_fill(opacity=1 - share)

        return Sweep(show, between(0.0, 1.0), self, *moved, **kwargs)


def clipped(axes: GraphAxes, start: Point, end: Point) -> Point:
    """Return where the straight way from a point of the window leaves it; ``end`` if it does not.

    Parameters
    ----------
    axes
        The axes with the window.
    start, end
        The two ends of the way, lesson coordinates; the first lies in the window.
    """
    share = 1.0
    for (low, high, _), here, there in zip(axes.spans, start, end, strict=True):
        if there > high:
            share = min(share, (high - here) / (there - here))
        elif there < low:
            share = min(share, (low - here) / (there - here))
    if share == 1.0:
        return end
    return Point(*(a + share * (b - a) for a, b in zip(start, end, strict=True)))
