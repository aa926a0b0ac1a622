"""The path of a descent on a map whose window changes, and one that leaps from side to side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Self

import numpy as np
from manim import DOWN, RIGHT, UP, VGroup, VMobject
from manim.typing import Point3D, Point3D_Array, Vector3D

from mathcore.values import FloatArray
from scenes import theme
from scenes.components.graph.curve import SolidDot
from scenes.components.landscape.parameter_plane import Pair
from scenes.components.marks.plate import plate
from scenes.components.motion.sweep import Sweep, between
from scenes.derivatives.c09b_regression_the_surprise.props.moving_map import (
    ON_MAP,
    TARGET,
    MovingMap,
    within,
)
from scenes.layout import Region

BALL = 0.14
_MARK = 0.07
_HOP = 0.1
"""How high a hop is drawn, as a share of its length."""
_SAMPLES = np.linspace(0.0, 1.0, 25)


class ViewPath(VGroup):
    """A ball, the line along which it came, and marks at some steps; outside, nothing is seen.

    Parameters
    ----------
    view
        The map; it must hold the path, where its window changes.
    points
        All points of the descent, shape (N + 1, 2).
    marks
        The steps that get a mark.
    color
        Of the line.
    """

    stroke = theme.RAY_STROKE
    """The width of the line."""

    def __init__(
        self,
        view: MovingMap,
        points: FloatArray,
        marks: Iterable[int] = (),
        color: str = theme.MUTED,
    ) -> None:
        self.view, self.settings = view, np.asarray(points, float)
        self.marked = tuple(marks)
        self.trail = VMobject(stroke_color=color, stroke_width=self.stroke, fill_opacity=0.0)
        origin = np.zeros(3)
        self.marks = VGroup(*(SolidDot(origin, theme.INK, _MARK) for _ in self.marked))
        self.ball = SolidDot(origin, theme.INK, BALL)
        VGroup(self.marks, self.ball).set_stroke(theme.BG, theme.HALO / 2, background=True)
        self.index = 0.0
        super().__init__(self.trail, self.marks, self.ball)
        self.set_z_index(ON_MAP)
        self.refresh()

    def put(self, index: float) -> Self:
        """Show the path up to an index; between whole numbers the ball is between two points."""
        self.index = index
        return self.refresh()

    def go(self, start: float, end: float, *followers: VMobject, **kwargs: Any) -> Sweep:
        """Carry the index from one value to another; ``followers`` move with it."""
        return Sweep(self.put, between(start, end), self, *followers, **kwargs)

    def run(self, last: int, **kwargs: Any) -> Sweep:
        """Go as far as a step, the first steps slowly and each next one faster."""
        return Sweep(
            lambda share: self.put((last + 1.0) ** share - 1.0), between(0.0, 1.0), self, **kwargs
        )

    def refresh(self) -> Self:
        """Follow the window."""
        line = self._line()
        strokes = [
            VMobject().set_points_as_corners(run).points for run in within(line, self.view.region)
        ]
        self.trail.set_points(np.concatenate(strokes) if strokes else np.zeros((0, 3)))
        places = self.view.place_all(self.settings)
        for step, mark in zip(self.marked, self.marks, strict=True):
            mark.move_to(places[step])
            seen = step <= self.index + 1e-9 and self.view.shows(self.settings[step])
            mark.set_opacity(1.0 if seen else 0.0)
        self.ball.move_to(line[-1])
        region, (x, y, _) = self.view.region, line[-1]
        inside = region.left <= x <= region.right and region.bottom <= y <= region.top
        self.ball.set_opacity(1.0 if inside else 0.0)
        return self

    def place(self, step: int) -> Point3D:
        """Return the frame point of one step."""
        return self.view.place(self.settings[step])

    def _line(self) -> Point3D_Array:
        """Return the points that were passed, the last one being where the ball is."""
        places = self.view.place_all(self.settings)
        whole = min(int(self.index), len(places) - 1)
        following = min(whole + 1, len(places) - 1)
        here = places[whole] + (self.index - whole) * (places[following] - places[whole])
        return np.concatenate([places[: whole + 1], here[None]])


class HopPath(ViewPath):
    """A path on which each step is a leap in an arc; leaps there and back bulge to two sides.

    Parameters
    ----------
    view, points, marks, color
        As for :class:`ViewPath`.
    """

    stroke = theme.HAIRLINE_STROKE

    def _line(self) -> Point3D_Array:
        places = self.view.place_all(self.settings)
        pieces = [places[:1]]
        for step in range(int(np.ceil(self.index - 1e-9))):
            leap = places[step + 1] - places[step]
            shares = _SAMPLES[:, None] * min(1.0, self.index - step)
            # To the left of the leap: above it on the way to the right, below it on the way back.
            bulge = _HOP * np.array([-leap[1], leap[0], 0.0])
            pieces.append(places[step] + shares * leap + 4 * shares * (1 - shares) * bulge)
        return np.concatenate(pieces)


class Spot(SolidDot):
    """A ball at a setting of the map; outside of the window it is not seen.

    Parameters
    ----------
    view
        The map.
    at
        The setting.
    """

    def __init__(self, view: MovingMap, at: Pair) -> None:
        self.view = view
        super().__init__(np.zeros(3), theme.INK, BALL)
        self.set_stroke(theme.BG, theme.HALO / 2, background=True)
        self.set_z_index(TARGET)
        self.stand_at(at)

    def stand_at(self, at: Pair) -> Self:
        """Move to another setting."""
        self.move_to(self.view.place(at))
        return self.set_opacity(1.0 if self.view.shows(at) else 0.0)


def chip(name: VMobject) -> VGroup:
    """Return a name on a small plate, so that no contour runs through it."""
    ground = plate(name.width + theme.GUTTER, name.height + theme.GUTTER, theme.GRID)
    return VGroup(ground.move_to(name), name)


class Goal(VGroup):
    """A setting of the map with its name on a chip beside it; outside of the window nothing shows.

    Parameters
    ----------
    view
        The map; it must hold the mark, where its window changes.
    at
        The setting.
    name
        What is written beside it.
    room
        Where the name must stay; it stands at the other side where it would reach beyond.
    side
        At which side of the mark it stands.
    """

    def __init__(
        self, view: MovingMap, at: Pair, name: VMobject, room: Region, side: Vector3D = RIGHT
    ) -> None:
        self.view, self.at, self.room, self.side = view, at, room, side
        self.tag = chip(name)
        self.dot = SolidDot(np.zeros(3), theme.EXACT, theme.POINT_GROWTH * theme.DOT_RADIUS)
        self.dot.set_stroke(theme.BG, theme.HALO, background=True)
        super().__init__(self.tag, self.dot)
        self.set_z_index(TARGET)
        self.refresh()

    def refresh(self) -> Self:
        """Follow the window."""
        self.dot.move_to(self.view.place(self.at))
        side = self.side
        self.tag.next_to(self.dot, side, buff=theme.GUTTER)
        ends = (float(self.tag.get_left()[0]), float(self.tag.get_right()[0]))
        if ends[0] < self.room.left or ends[1] > self.room.right:
            side = -side
            self.tag.next_to(self.dot, side, buff=theme.GUTTER)
        # The way across passes between a name on the right and one on the left.
        self.tag.shift(self.tag.height / 2 * (DOWN if side[0] > 0 else UP))
        self.set_opacity(1.0 if self.view.shows(self.at) else 0.0)
        return self
