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
from scenes.components.text.text import Words
from scenes.layout import Region

Ticks = tuple[float, float, float]
Pair = Sequence[float] | FloatArray


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
    slopes
        Whether slopes are to be read here: unequal units are then told to the viewer.
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
        slopes: bool = False,
    ) -> None:
        inner = Region(
            region.left + theme.SCALE_ROOM,
            region.right - theme.LEG_GAP,
            region.bottom + theme.SCALE_ROOM,
            region.top - theme.LEG_GAP,  # half of a number at the upper edge
        )
        self.axes = GraphAxes(
            u_range,
            v_range,
            inner.inset(-AXIS_ROOM),
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
        self.scales = VGroup(self._scale(0, decimals[0]), self._scale(1, decimals[1]))
        self.names = VGroup(
            *(
                Formula(name, size=theme.LABEL_SIZE, color=color)
                for name, color in zip(names, colors, strict=True)
            )
        )
        self._place_names()
        super().__init__(self.axes, self.frame, self.scales, self.names)
        if slopes and not equal:
            note = Words("axes not to the same scale", size=theme.FLOOR_SIZE, color=theme.MUTED)
            note.next_to(self.frame, DOWN, buff=theme.SCALE_ROOM).align_to(self.frame, RIGHT)
            self.add(note)

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

    def _scale(self, axis: int, decimals: int | None) -> VGroup:
        scale = VGroup()
        if decimals is None:
            return scale
        (u0, _, _), (v0, _, _) = self.axes.spans
        values = self.axes.tick_values(axis)
        first, last, _ = self.axes.spans[axis]
        if first <= 0 <= last:
            values = sorted({*values, 0.0})
        for value in values:
            at = self.map(value, v0) if axis == 0 else self.map(u0, value)
            number = Numeral(
                value,
                decimals if value else 0,
                scale=True,
                size=theme.AXIS_SIZE,
                color=theme.MUTED,
            )
            if axis == 0:
                number.stand_on(float(at[1]) - theme.LABEL_GAP - number.height)
                digits = VGroup(*number[int(value < 0) :])
                number.shift((at[0] - digits.get_center()[0], 0.0, 0.0))
            else:
                number.next_to(at, LEFT, buff=theme.LABEL_GAP)
            scale.add(number)
        return scale

    def _place_names(self) -> None:
        """Put each name at the far end of its scale, on the line of its numbers."""
        window = self.window
        for axis, (name, scale) in enumerate(zip(self.names, self.scales, strict=True)):
            corner = window.at(1.0, 0.0) if axis == 0 else window.at(0.0, 1.0)
            name.next_to(corner, DOWN if axis == 0 else LEFT, buff=theme.LABEL_GAP)
            if axis == 0:
                name.align_to(corner, RIGHT)
                if len(scale):
                    name.stand_on(scale[0].baseline)
            else:
                name.align_to(corner, UP)
            self._clear(name, scale, UP if axis else RIGHT)

    @staticmethod
    def _clear(name: VMobject, scale: VMobject, outward: Any) -> None:
        """Move a name outward until it is clear of the last number of its scale."""
        if not len(scale):
            return
        axis = int(np.flatnonzero(outward)[0])
        near = name.get_edge_center(-outward)[axis]
        far = scale[-1].get_edge_center(outward)[axis]
        name.shift(max(0.0, far + theme.LABEL_GAP - near) * outward)


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
