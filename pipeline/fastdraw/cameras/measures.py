"""The measures of faces: their points, corners and centers, and how the light falls on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import is_
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from manim import UP, VMobject
from manim.mobject.three_d.three_d_utils import get_3d_vmob_unit_normal

from pipeline.fastdraw.paint.style import Points

Whole: TypeAlias = npt.NDArray[np.int64]
Flags: TypeAlias = npt.NDArray[np.bool_]

CURVE = 4
"""How many points a curve has."""

_ALIGNED = 1e-5
"""The sine of the angle below which two directions count as parallel; then manim is asked."""

_METHODS = frozenset(
    {
        "get_anchors",
        "get_center",
        "get_critical_point",
        "get_end_anchors",
        "get_extremum_along_dim",
        "get_family",
        "get_num_points",
        "get_points_defining_boundary",
        "get_start_anchors",
    }
)
"""The methods by which manim computes the center and the normals of a face."""


@dataclass(frozen=True)
class Measures:
    """The properties of faces that do not depend on the camera, for all faces together.

    Attributes
    ----------
    mobjects, light
        The faces, and the place of the light, as bytes.
    lengths, points, starts
        How many points each face has; the points of all faces, ``(p, 3)``; and the first point of
        each face, followed by the number of all points, ``(n + 1,)``.
    centers
        The points whose depth is compared, ``(n, 3)``; ``depths`` replaces those of groups.
    corners
        The two points of each face between which its gradient of light runs, ``(n, 2, 3)``.
    glow
        What the light adds to each component of a colour at these corners, ``(n, 2)``.
    """

    mobjects: Sequence[VMobject]
    light: bytes
    lengths: Sequence[int]
    points: Points
    starts: Whole
    centers: Points
    corners: Points
    glow: Points

    @classmethod
    def of(
        cls, mobjects: Sequence[VMobject], light: Points, lengths: Sequence[int], points: Points
    ) -> Measures:
        """Measure faces that have these points, in a light from the point ``light``."""
        starts = np.cumsum([0, *lengths])
        first, count = starts[:-1], np.array(lengths)
        # ``get_3d_vmob_end_corner_index`` takes the point halfway round, at the start of a curve.
        places = np.stack([np.zeros_like(count), (count - 1) // 6 * 3], axis=1)
        corners = points[first[:, None] + places]
        odd = _odd_ones(mobjects, count)
        normals = np.stack(
            [_normals(mobjects, points, first, count, place, odd) for place in places.T], axis=1
        )
        return cls(
            mobjects,
            light.tobytes(),
            lengths,
            points,
            starts,
            _centers(mobjects, points, starts, odd),
            corners,
            _glow(corners, normals, light),
        )

    def are_of(
        self, mobjects: Sequence[VMobject], light: Points, lengths: Sequence[int], points: Points
    ) -> bool:
        """Tell whether these mobjects have these measures with these points in this light."""
        return (
            self.light == light.tobytes()
            and self.hold(mobjects, lengths)
            and np.array_equal(self.points, points)
        )

    def hold(self, mobjects: Sequence[VMobject], lengths: Sequence[int]) -> bool:
        """Tell whether the faces are these mobjects, with as many points each."""
        return self.lengths == lengths and all(map(is_, self.mobjects, mobjects))


def replaced(points: Points, own: Mapping[int, Points]) -> Points:
    """Return points, or pairs of points, with those in ``own`` at their places."""
    if own:
        points = points.copy()
        points[list(own)] = list(own.values())
    return points


def _odd_ones(mobjects: Sequence[VMobject], count: Whole) -> Flags:
    """Flag the faces that manim has to measure: with cut curves, or with methods of their own."""
    usual = {
        kind: all(getattr(kind, name) is getattr(VMobject, name) for name in _METHODS)
        for kind in set(map(type, mobjects))
    }
    plain = [usual[type(one)] and _METHODS.isdisjoint(vars(one)) for one in mobjects]
    odd: Flags = ~np.array(plain) | (count % CURVE > 0)
    return odd


def _normals(
    mobjects: Sequence[VMobject],
    points: Points,
    first: Whole,
    count: Whole,
    places: Whole,
    odd: Flags,
) -> Points:
    """Return the unit normals of faces at one corner of each, ``(n, 3)``.

    ``get_3d_vmob_unit_normal`` computes the same for one face, at the point that ``places`` counts.
    It is called for the odd faces.
    """
    here = points[first + places]
    before = points[first + np.where(places > 2, places - 3, count - CURVE)] - here
    after = points[first + places + 3] - here
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        before /= np.abs(before).max(axis=1, keepdims=True)
        after /= np.abs(after).max(axis=1, keepdims=True)
        normals = np.cross(after, before)
        length = np.sqrt((normals**2).sum(axis=1, keepdims=True))
        normals /= length
        doubtful = ~(length[:, 0] > _ALIGNED)
    single = count < 2 * CURVE
    normals[single] = UP
    for place in np.flatnonzero(doubtful & ~single | odd).tolist():
        normals[place] = get_3d_vmob_unit_normal(mobjects[place], int(places[place]))
    return normals


def _glow(corners: Points, normals: Points, light: Points) -> Points:
    """Return what light adds to a colour at corners, by the formula of ``get_shaded_rgb``."""
    away = light - corners
    with np.errstate(invalid="ignore", over="ignore"):
        far = np.sqrt((away**2).sum(axis=-1))
        facing = (normals * away).sum(axis=-1)
    some = far > 0  # false at the light itself, and where the distance is not a number
    glow: Points = 0.5 * np.where(some, facing / np.where(some, far, 1), 0) ** 3
    glow[glow < 0] *= 0.5
    return glow


def _centers(mobjects: Sequence[VMobject], points: Points, starts: Whole, odd: Flags) -> Points:
    """Return the centers of faces without their parts, as ``Mobject.get_center`` computes them."""
    if (starts % CURVE).any():
        return np.array([one.get_center() for one in mobjects])
    ends = points.reshape(-1, CURVE, 3)[:, :: CURVE - 1].reshape(-1, 3)
    low, high = (side.reduceat(ends, starts[:-1] // 2) for side in (np.minimum, np.maximum))
    own = {place: mobjects[place].get_center() for place in np.flatnonzero(odd).tolist()}
    return replaced((low + high) / 2, own)
