"""Two graphs over one x scale, and the tracer that draws the slopes of the upper one below."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Self

import numpy as np
from manim import LEFT, RIGHT, VGroup, VMobject
from manim.typing import Point3D

from mathcore.slopes.quotients import Tangent
from scenes import theme
from scenes.components.graph.axes import AXIS_ROOM, GraphAxes
from scenes.components.graph.curve import SolidDot
from scenes.components.graph.secant import TangentLine
from scenes.components.motion.sweep import Followers, Sweep, between
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral
from scenes.components.text.table import shortest
from scenes.layout import Region

Ticks = tuple[float, float, float]
_SAMPLES = 321


class StackedGraphs(VGroup):
    """Two graphs, one above the other, with the same x scale and the same x origin.

    The scales stand at the edges, the common one below both, so that no number is crossed by a
    curve. What belongs to one input stands on one vertical line.

    Parameters
    ----------
    region
        Where both stand; they take its whole height.
    x_range, upper, lower
        ``(first, last, step between ticks)`` of the common scale and of the two heights.
    shares
        Heights of the two windows, relative to each other.
    gap
        The distance between the two windows, for example as room for a ribbon.
    scales
        Whether numbers stand at the upper and at the lower y axis.
    x_name, x_decimals
        What the common scale measures, in Typst mathematics, and the decimals of its numbers.
    """

    def __init__(
        self,
        region: Region,
        x_range: Ticks,
        upper: Ticks,
        lower: Ticks,
        *,
        shares: tuple[float, float] = (1, 1),
        gap: float = theme.STACK_GAP,
        scales: tuple[bool, bool] = (True, True),
        x_name: str = "x",
        x_decimals: int = 0,
    ) -> None:
        self.x_name, self.x_decimals = x_name, x_decimals
        inner = Region(
            region.left + theme.SCALE_ROOM,
            region.right - AXIS_ROOM,
            region.bottom + theme.SCALE_ROOM,
            region.top - theme.LEG_GAP,  # half of a number at the upper edge
        )
        above, below = inner.rows(*shares, gap=gap)
        self.upper, self.lower = (
            GraphAxes(
                x_range,
                y_range,
                row.inset(-AXIS_ROOM),
                x_name="",
                y_name="",
                numbers=(None, None),
            )
            for row, y_range in ((above, upper), (below, lower))
        )
        self.strip = Region(inner.left, inner.right, below.top, above.bottom)
        self.scales = VGroup(
            self._scale_below(),
            *(
                _scale_beside(axes)
                for axes, told in zip((self.upper, self.lower), scales, strict=True)
                if told
            ),
        )
        super().__init__(self.upper, self.lower, self.scales)

    def _scale_below(self) -> VGroup:
        scale, baseline = VGroup(), 0.0
        _, (low, _, _) = self.lower.spans
        for value in _marked(self.lower, 0):
            at = self.lower.map(value, low)
            decimals = self.x_decimals if value else 0
            number = Numeral(value, decimals, scale=True, size=theme.TICK_SIZE, color=theme.MUTED)
            number.stand_on(float(at[1]) - theme.LABEL_GAP - number.height)
            digits = VGroup(*number[int(value < 0) :])
            number.shift((at[0] - digits.get_center()[0], 0.0, 0.0))
            scale.add(number)
            baseline = number.baseline
        name = Formula(self.x_name, size=theme.DIGIT_SIZE, color=theme.MUTED)
        (_, last, _), _ = self.lower.spans
        name.next_to(self.lower.map(last, low), RIGHT, buff=theme.LABEL_GAP)
        name.stand_on(baseline)
        # Where a number stands at the very end, the name moves aside.
        clear = float(scale.get_right()[0]) + theme.LABEL_GAP
        name.shift(max(0.0, clear - float(name.get_left()[0])) * RIGHT)
        return scale.add(name)

    def column(self, x: float) -> tuple[Point3D, Point3D]:
        """Return the frame points over one input: the top of the upper and the foot of the lower.

        Both have the same first coordinate.
        """
        _, (_, top, _) = self.upper.spans
        _, (foot, _, _) = self.lower.spans
        return self.upper.map(x, top), self.lower.map(x, foot)


class Thread(VMobject):
    """A fine dotted line whose ends may move; its dots are counted from the lower end."""

    def __init__(self, start: Point3D, end: Point3D, color: str = theme.MUTED) -> None:
        super().__init__(stroke_color=color, stroke_width=theme.HAIRLINE_STROKE, fill_opacity=0.0)
        self.put(start, end)

    def put(self, start: Point3D, end: Point3D) -> Self:
        """Lay it between two other ends."""
        start, end = np.asarray(start, float), np.asarray(end, float)
        length = float(np.linalg.norm(end - start))
        pitch = theme.DASH / 3
        if length < pitch:
            self.clear_points()
            return self
        begin = np.arange(0.0, length - pitch / 2, pitch)
        places = begin[:, None] + pitch / 2 * np.linspace(0, 1, 4)[None, :]
        self.set_points(end + places.reshape(-1, 1) * (start - end) / length)
        return self


class WindowTangent(TangentLine):
    """A tangent of a set length that never leaves the window of its axes."""

    def put(self, tangent: Tangent) -> Self:
        """Move to another point of contact; near the edge one of its halves is shorter."""
        super().put(tangent)
        contact = self.axes.map(*tangent.point)
        edges = self.axes.clip_line(tangent.slope, tangent.intercept)
        ends = [
            end if np.linalg.norm(end - contact) < np.linalg.norm(edge - contact) else edge
            for end, edge in zip((self.line.get_start(), self.line.get_end()), edges, strict=True)
        ]
        self.line.put_start_and_end_on(*ends)
        return self


class SlopeTracer(VGroup):
    """A rider on the upper curve, a thread down from it, and its slope as a height below.

    The dot below leaves a trace from where it started: the graph of the slopes.

    Parameters
    ----------
    graphs
        The graphs that it joins.
    tangent_at
        The tangent of the upper curve at any input, from ``mathcore``.
    start
        The first input.
    rider
        The mobject on the curve, moved by its ``put(tangent)``; by default the tangent.
    """

    def __init__(
        self,
        graphs: StackedGraphs,
        tangent_at: Callable[[float], Tangent],
        start: float,
        rider: VMobject | None = None,
    ) -> None:
        self.graphs, self.tangent_at, self.start = graphs, tangent_at, start
        (first, last, _), _ = graphs.lower.spans
        self._xs = np.linspace(first, last, _SAMPLES)
        self._slopes = np.array([tangent_at(float(x)).slope for x in self._xs])
        tangent = tangent_at(start)
        self.rider: Any = rider or WindowTangent(graphs.upper, tangent, theme.TANGENT_REACH)
        self.thread = Thread(graphs.upper.map(*tangent.point), graphs.lower.map(start, 0.0))
        self.stem = VMobject(
            stroke_color=theme.EXACT,
            stroke_width=theme.NUDGE_STROKE,
            stroke_opacity=theme.GHOST,
        )
        self.trace = VMobject(stroke_color=theme.EXACT, stroke_width=theme.CURVE_STROKE)
        self.dot = SolidDot(graphs.lower.map(start, tangent.slope), color=theme.EXACT)
        self.followers = Followers()
        super().__init__(self.thread, self.stem, self.trace, self.rider, self.dot)
        self.put(start)

    def follow(self, follower: Callable[[Tangent], object]) -> Self:
        """Call ``follower(tangent)`` at every change."""
        self.followers.append(follower)
        follower(self.tangent)
        return self

    def put(self, x: float) -> Self:
        """Read the slope over another input, and trace up to it."""
        self.read(x)
        inner = (self._xs > min(self.start, x)) & (self._xs < max(self.start, x))
        xs = np.concatenate([[self.start], self._xs[inner], [x]])
        ends = self.tangent_at(self.start).slope, self.tangent.slope
        if x < self.start:
            xs, ends = np.sort(xs), ends[::-1]
        slopes = np.concatenate([[ends[0]], self._slopes[inner], [ends[1]]])
        self.trace.set_points_as_corners(self.graphs.lower.map_all(xs, slopes))
        return self

    def read(self, x: float) -> Self:
        """Read the slope over another input and leave the trace as it is."""
        self.x, self.tangent = x, self.tangent_at(x)
        lower = self.graphs.lower
        foot, mark = lower.map(x, 0.0), lower.map(x, self.tangent.slope)
        self.rider.put(self.tangent)
        # The thread ends where the stem begins: a dotted line on a solid one looks smudged.
        high = mark if mark[1] > foot[1] else foot
        self.thread.put(self.graphs.upper.map(*self.tangent.point), high)
        self.stem.set_points_as_corners([foot, mark])
        self.dot.move_to(mark)
        for follower in self.followers:
            follower(self.tangent)
        return self

    def slide(self, end: float, *followers: VMobject, **kwargs: Any) -> Sweep:
        """Go on to another input and leave a trace."""
        return Sweep(self.put, between(self.x, end), self, *followers, **kwargs)

    def move(self, end: float, *followers: VMobject, **kwargs: Any) -> Sweep:
        """Go on to another input along the finished trace."""
        return Sweep(self.read, between(self.x, end), self, *followers, **kwargs)


def _scale_beside(axes: GraphAxes) -> VGroup:
    (first, _, _), (_, _, step) = axes.spans
    scale, decimals = VGroup(), shortest(step)
    for value in _marked(axes, 1):
        number = Numeral(value, decimals, scale=True, size=theme.TICK_SIZE, color=theme.MUTED)
        scale.add(number.next_to(axes.map(first, value), LEFT, buff=theme.LABEL_GAP))
    return scale


def _marked(axes: GraphAxes, axis: int) -> list[float]:
    """Return where a scale has its numbers: at the ticks, and where the axes cross."""
    return sorted([*axes.tick_values(axis), axes.crossing[axis]])
