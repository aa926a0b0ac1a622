"""A landscape seen from anywhere: one flat projection, and the surface that it draws.

::

    relief = Relief(land, (-2.5, 2.5), (-2.5, 2.5), facing)  # axes of the view from the front
    relief.look(relief.view(32, 27))  # 0, 0 is the front: a graph; 0, 90 the map
    relief.turn(view), relief.rise(0, 1), relief.bend(land_at, start, end)  # animations
    relief.hold(part)  # a sheet, a ball, a curve: anything with ``refresh()``

There is no camera in it: text stays flat, and a turn of the view is one number to animate.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Self

import numpy as np
from manim import VGroup, VMobject
from manim.typing import Point3D, Point3D_Array

from mathcore.optimization.landscape import Landscape
from mathcore.values import FloatArray
from scenes.components.graph.axes import GraphAxes
from scenes.components.motion.sweep import Followers, Sweep, between

Span = tuple[float, float]
_STEP_BACK = 0.14
"""How much smaller a landscape is drawn in the middle of a turn."""


@dataclass(frozen=True, slots=True)
class View:
    """From where a landscape is seen.

    Attributes
    ----------
    yaw
        Turn about the vertical, degrees: 0 from the front, 90 from the right.
    tilt
        Angle at which it is seen from above, degrees: 0 is level, 90 straight down.
    zoom
        Its unit, as a multiple of the unit of the view from the front.
    across, up
        Where the middle of the landscape stands in the frame.
    """

    yaw: float
    tilt: float
    zoom: float
    across: float
    up: float

    def toward(self, other: View, share: float) -> View:
        """Return the view a share of the way to another one.

        Halfway it is a little farther off: a corner of the plane swings out when it turns.
        """
        pairs = (
            (self.yaw, other.yaw),
            (self.tilt, other.tilt),
            (self.zoom, other.zoom),
            (self.across, other.across),
            (self.up, other.up),
        )
        yaw, tilt, zoom, across, up = (start + share * (end - start) for start, end in pairs)
        return View(yaw, tilt, zoom * (1 - _STEP_BACK * 4 * share * (1 - share)), across, up)


class Terrain:
    """A landscape and the map from its coordinates to the frame, shared by all that stands on it.

    Parallel projection: lengths that are equal and parallel stay so, and the view from the front
    and the one from above are plain graphs. Copies of what stands on it share it.

    Parameters
    ----------
    land
        The landscape, from ``mathcore``.
    u_range, v_range
        The rectangle that is shown.
    facing
        Axes of the view from the front: horizontal the first parameter, vertical the height.
    """

    def __init__(self, land: Landscape, u_range: Span, v_range: Span, facing: GraphAxes) -> None:
        self.land, self.u_range, self.v_range = land, u_range, v_range
        self.unit, self.height_unit = facing.x_unit, facing.y_unit
        _, (low, high, _) = facing.spans
        self.pivot = np.array([sum(u_range) / 2, sum(v_range) / 2, (low + high) / 2])
        middle = facing.map(*self.pivot[[0, 2]])
        self.view = View(0.0, 0.0, 1.0, float(middle[0]), float(middle[1]))
        self.lift = 1.0

    def __deepcopy__(self, _memo: dict[int, Any]) -> Terrain:
        return self

    def raised(self, ground: FloatArray) -> FloatArray:
        """Return points on the surface, shape (…, 3), above points of shape (…, 2)."""
        ground = np.asarray(ground, float)
        return np.concatenate([ground, self.land.value(ground)[..., None]], axis=-1)

    def project(self, points: FloatArray) -> Point3D_Array:
        """Return where points (first, second parameter, height) are in the frame."""
        view, turn, tilt = self.view, np.radians(self.view.yaw), np.radians(self.view.tilt)
        flat = np.asarray(points, float) * (1.0, 1.0, self.lift) - self.pivot
        right = flat[..., 0] * np.cos(turn) + flat[..., 1] * np.sin(turn)
        away = self.away(flat)
        up = away * np.sin(tilt) * self.unit + flat[..., 2] * np.cos(tilt) * self.height_unit
        x = view.across + view.zoom * self.unit * right
        return np.stack([x, view.up + view.zoom * up, np.zeros_like(x)], axis=-1)

    def away(self, points: FloatArray) -> FloatArray:
        """Return how far points lie from the viewer; only differences have a meaning."""
        turn = np.radians(self.view.yaw)
        return np.asarray(points[..., 1] * np.cos(turn) - points[..., 0] * np.sin(turn))

    def above(self, ground: FloatArray) -> Point3D_Array:
        """Return where points of the surface are in the frame, from points of shape (…, 2)."""
        return self.project(self.raised(ground))


class Relief(VGroup):
    """A landscape in its view, with all that is held on it.

    Parameters
    ----------
    land, u_range, v_range, facing
        What its :class:`Terrain` takes.
    """

    def __init__(self, land: Landscape, u_range: Span, v_range: Span, facing: GraphAxes) -> None:
        super().__init__()
        self.terrain = Terrain(land, u_range, v_range, facing)
        self.front = self.terrain.view
        self.followers = Followers()

    def hold(self, *parts: VMobject) -> Self:
        """Keep parts on the landscape: from now on each change of it calls their ``refresh``."""
        for part in parts:
            standing: Any = part
            self.add(part)
            self.followers.append(standing.refresh)
            standing.refresh()
        return self

    def release(self, *parts: VMobject) -> Self:
        """Let parts go: they no longer follow the landscape."""
        for part in parts:
            standing: Any = part
            self.remove(part)
            self.followers.remove(standing.refresh)
        return self

    def view(
        self, yaw: float, tilt: float, zoom: float = 1.0, center: Point3D | None = None
    ) -> View:
        """Return a view, by default about the middle of the one from the front."""
        view = replace(self.front, yaw=yaw, tilt=tilt, zoom=zoom)
        if center is None:
            return view
        return replace(view, across=float(center[0]), up=float(center[1]))

    def map_view(self, axes: GraphAxes) -> View:
        """Return the view from above that lies exactly on the axes of a map."""
        u, v, _ = self.terrain.pivot
        return self.view(0.0, 90.0, axes.x_unit / self.terrain.unit, axes.map(u, v))

    def look(self, view: View) -> Self:
        """Show it in another view."""
        self.terrain.view = view
        return self._refresh()

    def stand(self, lift: float) -> Self:
        """Raise it to a share of its height: 0 is the plane itself."""
        self.terrain.lift = lift
        return self._refresh()

    def take_form(self, land: Landscape) -> Self:
        """Take the form of another landscape."""
        self.terrain.land = land
        return self._refresh()

    def _refresh(self) -> Self:
        for follower in self.followers:
            follower()
        return self

    def turn(self, view: View, *moved: VMobject, **kwargs: Any) -> Sweep:
        """Turn to another view."""
        start = self.terrain.view
        return Sweep(
            lambda share: self.look(start.toward(view, share)),
            between(0.0, 1.0),
            self,
            *moved,
            **kwargs,
        )

    def rise(self, start: float, end: float, *moved: VMobject, **kwargs: Any) -> Sweep:
        """Raise or lower it from one share of its height to another."""
        return Sweep(self.stand, between(start, end), self, *moved, **kwargs)

    def bend(
        self,
        land_at: Callable[[float], Landscape],
        start: float,
        end: float,
        *moved: VMobject,
        **kwargs: Any,
    ) -> Sweep:
        """Take one form after the other, as one number of the landscape runs."""
        return Sweep(
            lambda value: self.take_form(land_at(value)),
            between(start, end),
            self,
            *moved,
            **kwargs,
        )
