"""The way of a descent over a curve: a ball that leaps, its chords and a mark for each stop."""

from __future__ import annotations

from typing import Self

from manim import VGroup, VMobject

from mathcore.slopes.lines import Point
from mathcore.values import FloatArray
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import SolidDot
from scenes.derivatives.c07_downhill.props.stepper import clipped


class CurvePath(VGroup):
    """A ball on a curve and the chords of its leaps.

    A leap out of the window is shown up to its edge, where the ball is gone.

    Parameters
    ----------
    axes
        The axes of the curve.
    points, heights
        Inputs of the descent and heights of the curve there, shapes (N,).
    radius
        Radius of the ball, in frame units.
    color
        Colour of the chords: a way that runs away has that of alarm.
    """

    def __init__(
        self,
        axes: GraphAxes,
        points: FloatArray,
        heights: FloatArray,
        radius: float = theme.DOT_RADIUS,
        color: str = theme.MUTED,
    ) -> None:
        self.axes = axes
        stops, self.leaves = [Point(float(points[0]), float(heights[0]))], False
        for x, y in zip(points[1:].tolist(), heights[1:].tolist(), strict=True):
            stops.append(clipped(axes, stops[-1], Point(x, y)))
            if stops[-1] != (x, y):
                self.leaves = True
                break
        self.places = [axes.map(*stop) for stop in stops]
        self.trail = VMobject(stroke_color=color, stroke_width=theme.AXIS_STROKE, fill_opacity=0.0)
        marked = self.places[:-1] if self.leaves else self.places
        self.marks = VGroup(*(SolidDot(place, color, theme.FINE_DOT_RADIUS) for place in marked))
        self.ball = SolidDot(self.places[0], radius=radius)
        super().__init__(self.trail, self.marks, self.ball)
        self.put(0.0)

    @property
    def last(self) -> int:
        """The number of the last stop, or of the leap that leaves the window."""
        return len(self.places) - 1

    def put(self, index: float) -> Self:
        """Show the way up to an index; between two whole ones the ball is in the air."""
        self.index = min(index, float(self.last))
        whole = int(self.index)
        after = self.places[min(whole + 1, self.last)]
        here = self.places[whole] + (self.index - whole) * (after - self.places[whole])
        self.ball.move_to(here)
        gone = self.leaves and self.index > self.last - 1
        self.ball.set_fill(opacity=self.last - self.index if gone else 1.0)
        self.trail.set_points_as_corners([*self.places[: whole + 1], here])
        for stop, mark in enumerate(self.marks):
            mark.set_fill(opacity=1.0 if stop < self.index else 0.0)
        return self
