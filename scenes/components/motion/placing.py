"""Places for labels: of several places, the one that is farthest from what is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np
from manim import VMobject
from manim.typing import Point3D
from numpy.typing import NDArray

from scenes.layout import Region

_STEPS = np.linspace(0.0, 1.0, 41)


def roomiest(
    label: VMobject, places: Sequence[Point3D], drawn: Iterable[VMobject], within: Region
) -> VMobject:
    """Move ``label`` to the one of ``places`` that leaves it the most room.

    Parameters
    ----------
    label
        The label that is to be placed.
    places
        Frame points where its middle may be; of equally good ones the first is taken.
    drawn
        Lines, curves and other labels that it must not touch.
    within
        The region in which all of it must stay, if any of the places allows that.
    """
    room = _room_around(label, drawn)
    inside = [place for place in places if within.holds(label.copy().move_to(place))]
    return label.move_to(max(inside or places, key=room))


def nearest(
    label: VMobject,
    places: Sequence[Point3D],
    drawn: Iterable[VMobject],
    within: Region,
    gap: float,
) -> VMobject:
    """Move ``label`` to the first of ``places`` at which it touches nothing.

    Parameters
    ----------
    label, drawn, within
        As for :func:`roomiest`, which decides where no place is free.
    places
        Frame points where its middle may be, the best one first.
    gap
        The distance that it keeps from all that is drawn, in frame units.
    """
    drawn = [*drawn]
    room = _room_around(label, drawn)
    for place in places:
        if within.holds(label.copy().move_to(place)) and room(place) >= gap:
            return label.move_to(place)
    return roomiest(label, places, drawn, within)


def around(points: Sequence[Point3D], label: VMobject, gap: float) -> list[Point3D]:
    """Return the places beside some points on all eight sides, those with a small gap first."""
    return [
        np.asarray(point) + np.array([x * across, y * up, 0.0])
        for across, up in (
            (label.width / 2 + times * gap, label.height / 2 + times * gap)
            for times in (1, 2, 3, 5, 8)
        )
        for point in points
        for x, y in ((-1, 1), (1, 1), (1, -1), (-1, -1), (-1, 0), (1, 0), (0, 1), (0, -1))
    ]


def _room_around(label: VMobject, drawn: Iterable[VMobject]) -> Callable[[Point3D], float]:
    """Return how far the box of ``label`` would be from what is drawn, with its middle anywhere."""
    points = np.concatenate([_along(part) for part in drawn])
    half = np.array([label.width / 2, label.height / 2])

    def room(place: Point3D) -> float:
        beyond = np.abs(points[:, :2] - np.asarray(place)[:2]) - half
        return float(np.max(beyond, axis=1).min())

    return room


def _along(mobject: VMobject) -> NDArray[np.float64]:
    """Return points along every stroke of a mobject, its own parts included."""
    pieces = []
    for part in mobject.family_members_with_points():
        starts, ends = part.points[::4], part.points[3::4]
        pieces += [starts + share * (ends - starts) for share in _STEPS]
    return np.concatenate(pieces)
