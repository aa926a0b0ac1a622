"""Places for labels: of several places, the one that is farthest from what is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from manim import VMobject
from manim.typing import Point3D, Vector3D
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
    points = np.concatenate([_along(part) for part in drawn])
    half = np.array([label.width / 2, label.height / 2])

    def room(place: Point3D) -> float:
        beyond = np.abs(points[:, :2] - np.asarray(place)[:2]) - half
        return float(np.max(beyond, axis=1).min())

    inside = [place for place in places if within.holds(label.copy().move_to(place))]
    return label.move_to(max(inside or places, key=room))


def beyond(end: Point3D, way: int, label: VMobject, gap: float) -> list[Vector3D]:
    """Return the places above a point (``way`` 1) or below it (−1): left, right and straight."""
    across = label.width / 2 + gap
    return [
        np.asarray(end) + np.array([x, way * (label.height / 2 + times * gap), 0.0])
        for times in (1, 3, 5)
        for x in (-across, across, 0.0)
    ]


def _along(mobject: VMobject) -> NDArray[np.float64]:
    """Return points along every stroke of a mobject, its own parts included."""
    pieces = []
    for part in mobject.family_members_with_points():
        starts, ends = part.points[::4], part.points[3::4]
        pieces += [starts + share * (ends - starts) for share in _STEPS]
    return np.concatenate(pieces)
