"""Where a formula stands inside a plot: in its free part, as near as can be to a wanted place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import numpy as np
from manim import VMobject
from manim.typing import Point3D
from numpy.typing import NDArray

from scenes import theme
from scenes.components.motion.placing import around
from scenes.layout import Region

MobjectT = TypeVar("MobjectT", bound=VMobject)
COLUMNS, ROWS = 41, 25
"""How many places are tried along the width and the height of a window."""
SIZES = (1.0, 0.88, 0.76, 0.66)
"""The sizes that a label may have: a smaller one only where there is no room for a larger one."""
_ALONG = np.linspace(0.0, 1.0, 21)


def dock(
    label: MobjectT,
    window: Region,
    drawn: Iterable[VMobject],
    wanted: tuple[float, float],
    gap: float = theme.LABEL_GAP,
) -> MobjectT:
    """Move a label to the free place of a window that is nearest to a wanted one.

    Where there is none, the label becomes smaller, as far as ``SIZES`` says, and then stands where
    it has the most room.

    Parameters
    ----------
    label
        What is placed.
    window
        Where all of it has to stand.
    drawn
        Curves, points and other labels that it must not touch.
    wanted
        The best place of its middle, in shares of the window's width and height.
    gap
        The distance that it keeps from all that is drawn, in frame units.
    """
    return _settle(label, window, drawn, window.at(*wanted), (), gap)


def beside(label: MobjectT, thing: VMobject, window: Region, drawn: Iterable[VMobject]) -> MobjectT:
    """Move a label to a free place of a window, beside a thing of a picture or near it."""
    reach = max(thing.width, thing.height) / 2 + theme.TICK
    middle = thing.get_center()
    first = around([middle], label, reach)
    return _settle(label, window, drawn, middle, first, theme.TICK)


def _settle(
    label: MobjectT,
    window: Region,
    drawn: Iterable[VMobject],
    goal: Point3D,
    first: Iterable[Point3D],
    gap: float,
) -> MobjectT:
    """Move a label to the first free of some places, or else to the nearest free one."""
    strokes = _traced(drawn)
    size = 1.0
    for share in SIZES:
        label.scale(share / size)
        size = share
        places = _inside(window, label, [*first, goal], goal)
        free = [place for place in places if _room(label, place, strokes) >= gap]
        if free:
            return label.move_to(free[0])
    return label.move_to(max(places or [goal], key=lambda place: _room(label, place, strokes)))


def _inside(window: Region, label: VMobject, first: list[Point3D], goal: Point3D) -> list[Point3D]:
    """Return places where a label is wholly in a window: the first ones, then the nearest."""
    across, up = label.width / 2, label.height / 2
    inner = Region(window.left + across, window.right - across, window.bottom + up, window.top - up)
    if inner.width < 0 or inner.height < 0:
        return []
    grid = [inner.at(x, y) for x in np.linspace(0, 1, COLUMNS) for y in np.linspace(0, 1, ROWS)]
    near = sorted(grid, key=lambda place: float(np.linalg.norm(place - goal)))
    held = [
        place
        for place in first
        if inner.left <= place[0] <= inner.right and inner.bottom <= place[1] <= inner.top
    ]
    return [*held, *near]


def _room(label: VMobject, place: Point3D, strokes: NDArray[np.float64]) -> float:
    """Return how far the box of a label at a place would be from all strokes."""
    half = np.array([label.width / 2, label.height / 2])
    beyond = np.abs(strokes - np.asarray(place)[:2]) - half
    return float(np.max(beyond, axis=1).min())


def _traced(drawn: Iterable[VMobject]) -> NDArray[np.float64]:
    """Return points along every stroke of some mobjects, shape (N, 2)."""
    pieces = [np.zeros((0, 3))]
    for thing in drawn:
        for part in thing.family_members_with_points():
            starts, ends = part.points[::4], part.points[3::4]
            pieces += [starts + share * (ends - starts) for share in _ALONG]
    return np.concatenate(pieces)[:, :2]


def legible(window: Region, readable: Region) -> Region:
    """Return the part of a window that no caption covers, without a margin at its edges."""
    return Region(window.left, window.right, max(window.bottom, readable.bottom), window.top).inset(
        theme.TICK
    )
