"""The plane of two parameters: contours, arrows at a stated scale, and the path of a descent.

::

    plane = ParameterPlane((-2.5, 2.5, 1), (-2.5, 2.5, 1), region, names=("w_1", "w_2"))
    plane.map(2, 1), plane.place((2, 1)), plane.place_all(points)  # frame points
    rings = ContourMap(plane, contours(...))  # rings.at(level): the shape of one height
    # and in descent_path.py:
    arrow = ScaledArrow(plane, at, gradient, scale)  # arrow.put(at, gradient)
    path = DescentPath(plane, descent.points, marks=range(11))  # path.put(2.5): half of step three
    path.go(0, 3)  # a Sweep of the index;  path.step(0): the arrow of the first step
    path.follow(tell)  # tell(index) at every change

Lesson coordinates throughout; the unit is the same on both axes unless ``equal=False``, so that a
gradient stands at a right angle to its contour. ``plane.axes`` is the :class:`GraphAxes` within.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Line, Rectangle, VGroup, VMobject
from manim.typing import Point3D, Point3D_Array

from mathcore.optimization.contours import Contour
from mathcore.values import FloatArray
from scenes import theme
from scenes.components.graph.axes import AXIS_ROOM, GraphAxes
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral
from scenes.layout import Region

Ticks = tuple[float, float, float]
Pair = Sequence[float] | FloatArray
_MOST_TICKS = 5
_NAME_GAP = 0.12
"""How far above the last number the name of the vertical parameter stands, in frame units."""


class ParameterPlane(VGroup):
    """A framed window on the plane of two parameters; its scales stand below it and left of it.

    No number stands inside, where contours and paths would strike it out.

    Parameters
    ----------
    u_range, v_range
        ``(first, last, step between ticks)`` of the horizontal and the vertical parameter.
    region
        Where it stands; it is as large as the region allows.
    names
        Typst mathematics for both parameters.
    colors
        Colors of the names.
    decimals
        Decimals of the numbers along both scales; ``None`` for no numbers.
    equal
        Whether both axes use one unit.

    Attributes
    ----------
    room
        What scales and names leave of the region: the window is as large as fits into it.
    """

    def __init__(
        self,
        u_range: Ticks,
        v_range: Ticks,
        region: Region,
        *,
        names: tuple[str, str] = ("w_1", "w_2"),
        colors: tuple[str, str] = (theme.RUN, theme.RISE),
        decimals: tuple[int | None, int | None] = (0, 0),
        equal: bool = True,
    ) -> None:
        spans = (readable(u_range), readable(v_range))
        self.scales = VGroup(
            *(VGroup(*_numbers(*scale)) for scale in zip(spans, decimals, strict=True))
        )
        self.names = VGroup(
            *(
                Formula(name, size=theme.DIGIT_SIZE, color=color)
                for name, color in zip(names, colors, strict=True)
            )
        )
        self.room = self._room(spans, region)
        self.axes = GraphAxes(
            *spans,
            self.room.inset(-AXIS_ROOM),
            equal=equal,
            x_name="",
            y_name="",
            numbers=(None, None),
        )
        self.axes.remove(self.axes.ticks)
        window = self.window
        self.frame = Rectangle(
            width=window.width,
            height=window.height,
            stroke_color=theme.GRID,
            stroke_width=theme.FRAME_STROKE,
        ).move_to(window.center)
        self.ticks = VGroup(*(self._place_scale(axis) for axis in (0, 1)))
        super().__init__(self.axes, self.frame, self.ticks, self.scales, self.names)

    def _room(self, spans: tuple[Ticks, Ticks], region: Region) -> Region:
        """Return what scales and names leave of a region for the window."""
        across, up = self.scales
        left = max([theme.SCALE_ROOM, *(n.width + theme.LABEL_GAP for n in (*up, self.names[1]))])
        bottom = max([theme.SCALE_ROOM, *(n.height + theme.LABEL_GAP for n in across)])
        right = max(theme.LEG_GAP, self.names[0].width + theme.LABEL_GAP)
        top = theme.LEG_GAP
        if len(up):
            beyond = up[-1].height / 2 + _NAME_GAP + self.names[1].height
            top = max(top, _margin(spans[1], beyond, region.height - bottom))
        return Region(
            region.left + left, region.right - right, region.bottom + bottom, region.top - top
        )

    @property
    def window(self) -> Region:
        """The plotted rectangle, in frame units."""
        return self.axes.window

    @property
    def unit(self) -> float:
        """Frame units per lesson unit along the horizontal parameter."""
        return self.axes.x_unit

    def map(self, u: float, v: float) -> Point3D:
        """Return the frame point of one setting."""
        return self.axes.map(u, v)

    def place(self, at: Pair) -> Point3D:
        """Return the frame point of one setting given as a pair."""
        return self.axes.map(float(at[0]), float(at[1]))

    def place_all(self, points: FloatArray) -> Point3D_Array:
        """Return the frame points, shape (N, 3), of settings of shape (N, 2)."""
        return self.axes.map_all(points[:, 0], points[:, 1])

    def line(self, start: Pair, end: Pair, color: str = theme.MUTED) -> Line:
        """Return a thin line between two settings."""
        return Line(
            self.place(start),
            self.place(end),
            stroke_color=color,
            stroke_width=theme.AXIS_STROKE,
        )

    def through(self, at: Pair, way: Pair, color: str = theme.MUTED) -> Line:
        """Return the line through a setting in one direction, from edge to edge of the window."""
        (u, v), (across, up) = at, way
        if not across:
            (low, high, _) = self.axes.spans[1]
            return self.line((u, low), (u, high), color)
        slope = up / across
        start, end = self.axes.clip_line(slope, v - slope * u)
        return Line(start, end, stroke_color=color, stroke_width=theme.AXIS_STROKE)

    def _place_scale(self, axis: int) -> VGroup:
        """Put numbers at their ticks and the name beyond the last one; return the ticks."""
        (u0, _, _), (v0, _, _) = self.axes.spans
        window, name = self.window, self.names[axis]
        scale: list[Any] = [*self.scales[axis]]
        outward = LEFT if axis else DOWN
        ticks = VGroup()
        for number in scale:
            at = self.map(u0, number.value) if axis else self.map(number.value, v0)
            ticks.add(
                Line(
                    at,
                    at + theme.TICK * outward,
                    stroke_color=theme.MUTED,
                    stroke_width=theme.AXIS_STROKE,
                )
            )
            if axis:
                number.next_to(at, LEFT, buff=theme.LABEL_GAP)
            else:
                number.stand_on(float(at[1]) - theme.LABEL_GAP - number.height)
                digits = VGroup(*number[int(number.value < 0) :])
                number.shift((at[0] - digits.get_center()[0], 0.0, 0.0))
        if not axis:
            # Beside the frame, not in the row of the numbers: "2 w" would be read as a product.
            name.next_to(window.at(1.0, 0.0), RIGHT, buff=theme.LABEL_GAP)
            name.shift((window.bottom - float(name.get_bottom()[1])) * UP)
            return ticks
        corner = window.at(0.0, 1.0)
        name.next_to(corner, LEFT, buff=theme.LABEL_GAP).align_to(corner, UP)
        if scale:
            low = float(scale[-1].get_top()[1]) + _NAME_GAP
            name.shift(max(0.0, low - float(name.get_bottom()[1])) * UP)
        return ticks


def readable(span: Ticks) -> Ticks:
    """Return a scale whose step is doubled until no more than five ticks stand on it."""
    first, last, step = span
    while len(_ticks((first, last, step))) > _MOST_TICKS:
        step *= 2
    return first, last, step


def _ticks(span: Ticks) -> list[float]:
    """Return the values at which ticks stand."""
    first, last, step = span
    low, high = int(np.ceil(first / step - 1e-9)), int(np.floor(last / step + 1e-9))
    return [index * step for index in range(low, high + 1)]


def _numbers(span: Ticks, decimals: int | None) -> list[Numeral]:
    """Return the numbers of a scale."""
    if decimals is None:
        return []
    return [
        Numeral(
            value,
            decimals if value else 0,
            scale=True,
            size=theme.TICK_SIZE,
            color=theme.MUTED,
        )
        for value in _ticks(span)
    ]


def _margin(span: Ticks, beyond: float, room: float) -> float:
    """Return how much of a room must be left past the window for what stands beyond its last tick.

    Where the last tick stands before the end of the window, the rest of the window is room too.
    """
    first, last, _ = span
    share = (_ticks(span)[-1] - first) / (last - first) if _ticks(span) else 1.0
    return max(0.0, (beyond - (1 - share) * room) / max(share, 0.5))


class ContourMap(VGroup):
    """Lines of equal height, one shape for each level.

    Parameters
    ----------
    plane
        The plane; the contours lie within its window.
    contours
        The contours, from ``mathcore``.
    color, stroke
        Their color and their stroke width, from the theme.
    """

    def __init__(
        self,
        plane: ParameterPlane,
        contours: Iterable[Contour],
        color: str = theme.FUNC,
        stroke: float = theme.CONTOUR_STROKE,
    ) -> None:
        super().__init__()
        self.levels: list[float] = []
        for contour in contours:
            ring = VMobject(stroke_color=color, stroke_width=stroke, fill_opacity=0.0)
            for polyline in contour.polylines:
                stretch = VMobject().set_points_as_corners(plane.place_all(polyline))
                ring.append_points(stretch.points)
            self.levels.append(contour.level)
            self.add(ring)

    def at(self, level: float) -> VMobject:
        """Return the contour of one height; ``KeyError`` if there is none."""
        for own, ring in zip(self.levels, self, strict=True):
            if np.isclose(own, level):
                return ring
        raise KeyError(f"no contour at {level:g}")

    def branch(self, level: float, near: Point3D) -> VMobject:
        """Return a copy of that part of a contour which passes nearest to a frame point."""
        ring = self.at(level)
        parts = [ring.copy().set_points(points) for points in ring.get_subpaths() if len(points)]
        return min(parts, key=lambda part: float(np.linalg.norm(part.points - near, axis=1).min()))
