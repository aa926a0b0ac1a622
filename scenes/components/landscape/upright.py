"""What stands upright in a landscape: the axis of its heights, and a line from a point down."""

from __future__ import annotations

from typing import Any, Self

import numpy as np
from manim import LEFT, RIGHT, UP, Line, VGroup, VMobject

from mathcore.values import FloatArray
from scenes import theme
from scenes.components.graph.curve import SolidDot
from scenes.components.landscape.on_surface import BEHIND
from scenes.components.landscape.relief import Terrain
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral

_LEAST, _FULL = 0.45, 0.65
"""How far apart two ticks are, in frame units, when an axis of heights begins to be seen, and when
it is all there: seen from above it would be a point with its numbers on each other."""
_NAME_GAP = 0.3


class HeightAxis(VGroup):
    """The axis of heights at a corner of a landscape, with its name above it and a few ticks.

    Parameters
    ----------
    terrain
        The terrain of a relief, in the view in which the axis will be seen first.
    span
        The lowest and the highest height on it, and the step between its ticks.
    name
        Typst mathematics.
    corner
        Where it stands, in the plane; by default the corner that is farthest left in this view.
    decimals
        Decimals of its numbers.
    """

    def __init__(
        self,
        terrain: Terrain,
        span: tuple[float, float, float],
        name: str = "J",
        *,
        corner: tuple[float, float] | None = None,
        decimals: int = 0,
    ) -> None:
        self.terrain, self.presence = terrain, 1.0
        low, high, step = span
        self.values = step * np.arange(np.ceil(low / step - 1e-9), np.floor(high / step + 1e-9) + 1)
        at = self._farthest_left() if corner is None else np.asarray(corner, float)
        self.ends = np.array([(*at, low), (*at, high)])
        self.places = np.array([(*at, value) for value in self.values])
        self.line, *self.ticks = (
            Line(stroke_color=theme.MUTED, stroke_width=theme.AXIS_STROKE)
            for _ in range(len(self.values) + 1)
        )
        self.numbers = VGroup(
            *(
                Numeral(value, decimals, scale=True, size=theme.TICK_SIZE, color=theme.MUTED)
                for value in self.values.tolist()
            )
        )
        self.name_tag = Formula(name, size=theme.DIGIT_SIZE)
        super().__init__(self.line, *self.ticks, self.numbers, self.name_tag)
        self.refresh()

    def _farthest_left(self) -> FloatArray:
        ground = self.terrain
        corners = np.array([(u, v) for u in ground.u_range for v in ground.v_range])
        across = ground.project(np.concatenate([corners, np.zeros((4, 1))], axis=1))[:, 0]
        return np.asarray(corners[int(across.argmin())])

    def set_presence(self, presence: float) -> Self:
        """Make it more or less visible: 1 is all of it, 0 nothing."""
        self.presence = presence
        return self.refresh()

    def refresh(self) -> Self:
        """Follow the terrain; it fades where it is seen from its end."""
        start, end = self.terrain.project(self.ends)
        self.line.set_points_as_corners([start, end])
        marks = self.terrain.project(self.places)
        for tick, number, at in zip(self.ticks, self.numbers, marks, strict=True):
            tick.set_points_as_corners([at + theme.TICK * LEFT, at + theme.TICK * RIGHT])
            number.next_to(at + theme.TICK * LEFT, LEFT, buff=theme.LEG_GAP)
        self.name_tag.next_to(end, UP, buff=theme.LABEL_GAP)
        if len(marks):  # a name beside the last number would be read as its unit
            over = float(marks[-1][1]) + _NAME_GAP - float(self.name_tag.get_bottom()[1])
            self.name_tag.shift(max(0.0, over) * UP)
        apart = float(np.abs(np.diff(marks[:, 1])).min(initial=end[1] - start[1]))
        seen = self.presence * float(np.clip((apart - _LEAST) / (_FULL - _LEAST), 0.0, 1.0))
        for part in (self.line, *self.ticks):
            part.set_stroke(opacity=seen)
        VGroup(self.numbers, self.name_tag).set_fill(opacity=seen)
        return self


class DropLine(VGroup):
    """A line from a point of the surface down, or up, to the floor, with a foot there.

    Parameters
    ----------
    terrain
        The terrain of a relief.
    at
        The point of the plane.
    base
        The height of the floor: that of the :class:`Floor` on which it ends.
    guided
        Whether two lines on the floor lead from the foot to the edges with the names.
    color
        Colour of the line and the foot.
    """

    def __init__(
        self,
        terrain: Terrain,
        at: Any,
        base: float = 0.0,
        *,
        guided: bool = True,
        color: str = theme.INK,
    ) -> None:
        self.terrain, self.base = terrain, base
        self.at = np.asarray(at, float)
        self.line = Line(stroke_color=color, stroke_width=theme.RAY_STROKE)
        self.foot = SolidDot(np.zeros(3), color, theme.FINE_DOT_RADIUS * 1.4)
        self.guides = VGroup(
            *(Line(stroke_color=theme.MUTED, stroke_width=theme.HAIRLINE_STROKE) for _ in range(2))
        )
        self.guides.set_z_index(BEHIND - 1)  # they lie on the floor, which the surface may hide
        parts: list[VMobject] = [self.line, self.foot]
        super().__init__(*([self.guides] if guided else []), *parts)
        self.refresh()

    def put(self, at: Any) -> Self:
        """Let it hang from another point."""
        self.at = np.asarray(at, float)
        return self.refresh()

    def refresh(self) -> Self:
        """Follow the terrain."""
        ground = self.terrain
        (u, v), (_, u1), (v0, _) = self.at, ground.u_range, ground.v_range
        top = ground.above(self.at)
        foot, right, near = ground.project(
            np.array([(u, v, self.base), (u1, v, self.base), (u, v0, self.base)])
        )
        self.line.set_points_as_corners([top, foot])
        self.foot.move_to(foot)
        for guide, end in zip(self.guides, (right, near), strict=True):
            guide.set_points_as_corners([foot, end])
        return self
