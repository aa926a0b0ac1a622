"""A map with a panel beside it or below it; the map travels to other windows."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from manim import Animation, FadeIn, FadeOut, VGroup, VMobject

from lessons.derivatives.c09b.numbers import Numbers
from mathcore.optimization.valley import PlaneWindow, Valley
from mathcore.timing import log_time
from scenes import theme
from scenes.components.landscape.parameter_plane import ParameterPlane
from scenes.components.marks.plate import plate
from scenes.components.motion.carry import late
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.table import shortest
from scenes.derivatives.c09b_regression_the_surprise.props.moving_map import DOCKED, MovingMap
from scenes.layout import Layout, Region

NAMES = ("w", "b")
MAP_SHARE = 0.585
"""The share of the width that the map takes with its scales; the panel has the rest."""
SQUARE_MAP, UPRIGHT_MAP = 0.58, 0.535
"""The share of a narrow frame's height that the map takes; the panel stands below it."""


class Board:
    """The map of the valley, its scale, and the panel.

    Parameters
    ----------
    layout
        Of the frame.
    numbers
        Of the clip.
    window
        Which part of the plane is seen first; in a narrow frame more of it, so that the map fills
        its room.

    Attributes
    ----------
    view, scale
        The map, and the ticks, numbers and names around it.
    panel, room
        The plate beside or below the map, and where things stand on it.
    """

    def __init__(self, layout: Layout, numbers: Numbers, window: PlaneWindow) -> None:
        self.narrow = layout.narrow
        share = layout.by_shape(MAP_SHARE, SQUARE_MAP, UPRIGHT_MAP)
        split = layout.readable.rows if self.narrow else layout.readable.columns
        self.map_room, docked = split(share, 1 - share, gap=theme.GUTTER / 2)
        window = self._filled(window, NAMES)
        plane = self._plane(window, NAMES)
        self.view = MovingMap(plane.window, numbers.map_levels, numbers.floor, window)
        self.scale = _scale_of(plane)
        self.panel = plate(docked.width, docked.height, theme.GRID).move_to(docked.center)
        self.panel.set_z_index(DOCKED)
        self.room = docked.inset(theme.GUTTER)

    @property
    def open_room(self) -> Region:
        """Where names may stand on the map."""
        return self.view.region

    def _filled(self, window: PlaneWindow, names: tuple[str, str]) -> PlaneWindow:
        """Return so much more of the plane that the map of a narrow frame fills its room."""
        return _in_shape(window, self._plane(window, names).room) if self.narrow else window

    def _plane(self, window: PlaneWindow, names: tuple[str, str]) -> ParameterPlane:
        u_span, v_span = window.u_span, window.v_span
        plane = ParameterPlane(
            u_span,
            v_span,
            self.map_room,
            names=names,
            colors=(theme.MUTED, theme.MUTED),
            decimals=(shortest(u_span[2]), shortest(v_span[2])),
            equal=window.equal,
        )
        return self.map_room.place(plane, 1.0, 0.0)

    def travel(
        self,
        window: PlaneWindow,
        *moved: VMobject,
        names: tuple[str, str] = NAMES,
        reshape: Callable[[float], tuple[Valley, PlaneWindow]] | None = None,
        run_time: float = theme.ZOOM,
    ) -> list[Animation]:
        """Return what lets the map show another window: the scale fades and comes anew.

        Parameters
        ----------
        window
            What is seen at the end.
        *moved
            What the map holds.
        names
            Typst mathematics for both parameters at the end.
        reshape
            Valley and window at a share of the way; by default the valley stays as it is.
        run_time
            Seconds.
        """
        view, old = self.view, self.scale
        window = self._filled(window, names)
        plane = self._plane(window, names)
        start_region, valley, first = view.region, view.valley, view.window
        self.scale = _scale_of(plane)

        def see(share: float) -> None:
            part = _zoomed(first, window, share)
            floor, seen = (
                (valley, first.toward(window, part)) if reshape is None else reshape(share)
            )
            region = start_region.towards(plane.window, share)
            view.put(floor, _in_shape(seen, region) if self.narrow else seen, region)

        settings: dict[str, Any] = {"run_time": run_time, "rate_func": theme.TRAVEL}
        return [
            Sweep(see, between(0.0, 1.0), view, *moved, **settings),
            FadeOut(old, run_time=run_time / 4),
            FadeIn(self.scale, run_time=run_time, rate_func=late(0.75)),
        ]


def _in_shape(window: PlaneWindow, region: Region) -> PlaneWindow:
    """Return a window widened to the shape of a region."""
    return window.filling(region.width / region.height)


def _scale_of(plane: ParameterPlane) -> VGroup:
    return VGroup(plane.ticks, plane.scales, plane.names)


def _zoomed(first: PlaneWindow, last: PlaneWindow, share: float) -> float:
    """Return how far the window has come at a share of the time, at a constant ratio per second."""
    start, end = (at.v_range[1] - at.v_range[0] for at in (first, last))
    if math.isclose(start, end):
        return share
    return (log_time(start, end, share) - start) / (end - start)
