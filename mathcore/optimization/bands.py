"""Height bands: the parts of a rectangle above or below a level, bounded by the exact contour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from mathcore.formulas.window import round_step
from mathcore.optimization.contours import Contour
from mathcore.optimization.valley import Valley
from mathcore.values import FloatArray, frozen

Range = tuple[float, float]
_WANTED = 5  # levels
_ON_EDGE = 1e-2  # share of the rectangle: an open contour ends this near to its edge
_ASIDE = 1e-3  # share of the rectangle: how far beside a contour its two sides are compared
# Corners of the rectangle in its own shares, counterclockwise: the path round it begins there.
_ROUND = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))


class Heights(Protocol):
    """What has a height at each point of the plane, like a landscape."""

    def value(self, w: FloatArray) -> FloatArray:
        """Return heights, shape (…), at points of shape (…, 2)."""


@dataclass(frozen=True, slots=True)
class ValleyHeights:
    """The heights of a valley, from its lowest point and its curvatures.

    Attributes
    ----------
    valley
        The valley.
    """

    valley: Valley

    def value(self, w: FloatArray) -> FloatArray:
        """Return J, shape (…), at points of shape (…, 2)."""
        bowl = self.valley.bowl
        parts = (np.asarray(w, float) - np.array(self.valley.best)) @ bowl.directions.T
        return np.asarray(self.valley.least + (parts**2) @ bowl.values / 2)


def band_levels(low: float, high: float) -> FloatArray:
    """Return round levels strictly between two heights, evenly apart, as near to five as can be.

    They part a landscape into four to eight bands, mostly five to seven.
    """
    found = []
    for ticks in range(2, 2 * _WANTED + 1):
        step = round_step(high - low, ticks)
        found.append(step * np.arange(np.floor(low / step) + 1, np.ceil(high / step)))
    return frozen(min(found, key=lambda levels: abs(len(levels) - _WANTED)))


def region_beside(
    contour: Contour, land: Heights, u_range: Range, v_range: Range, *, above: bool = True
) -> tuple[FloatArray, ...]:
    """Return the part of a rectangle on one side of a contour, as closed polygons.

    Outlines run counterclockwise and holes clockwise, so that the polygons together are filled
    rightly by the winding rule. Open contours are joined along the edges of the rectangle.

    Parameters
    ----------
    contour
        The contour, traced in this very rectangle.
    land
        What it is a contour of; it tells which side is higher.
    u_range, v_range
        The rectangle.
    above
        Whether the higher side is wanted, or the lower one.

    Returns
    -------
    tuple of FloatArray
        Polygons of shape (N, 2), the last point being the first; none if the side is empty.

    Raises
    ------
    ValueError
        If an open contour ends inside the rectangle.
    """
    corner = np.array([u_range[0], v_range[0]])
    size = np.array([u_range[1] - u_range[0], v_range[1] - v_range[0]])
    side = 1.0 if above else -1.0
    opened, rings = [], []
    for line in contour.polylines:
        shares = _oriented((np.asarray(line) - corner) / size, corner, size, land, side)
        if np.allclose(shares[0], shares[-1]):
            rings.append(shares)
        else:
            opened.append(_ended_on_edges(shares))
    if opened:
        rings += _joined(opened)
    elif _mostly_beside(contour.level, land, corner, size, side):
        rings.append(np.array([*_ROUND, _ROUND[0]]))
    return tuple(frozen(corner + ring * size) for ring in rings)


def _oriented(
    shares: FloatArray, corner: FloatArray, size: FloatArray, land: Heights, side: float
) -> FloatArray:
    """Turn a line so that the wanted side lies on its left."""
    along = np.diff(shares, axis=0)
    length = np.linalg.norm(along, axis=1)
    middles = (shares[:-1] + shares[1:]) / 2
    left = np.stack([-along[:, 1], along[:, 0]], axis=1) / np.where(length, length, 1.0)[:, None]
    heights = [land.value(corner + (middles + way * _ASIDE * left) * size) for way in (1.0, -1.0)]
    higher_left = float(((heights[0] - heights[1]) * length).sum()) > 0
    return shares if higher_left == (side > 0) else shares[::-1]


def _ended_on_edges(shares: FloatArray) -> FloatArray:
    """Put both ends exactly on the edges of the rectangle that they nearly reach."""
    shares = shares.copy()
    for end in (0, -1):
        to_edges = np.abs(np.concatenate([shares[end], 1 - shares[end]]))
        nearest = int(to_edges.argmin())
        if to_edges[nearest] > _ON_EDGE:
            raise ValueError("an open contour ends inside the rectangle")
        shares[end, nearest % 2] = nearest // 2
        shares[end] = shares[end].clip(0.0, 1.0)
    return shares


def _way_round(point: FloatArray) -> float:
    """Return how far round the rectangle a point of its edge lies, from 0 to 4."""
    u, v = float(point[0]), float(point[1])
    if v == 0.0:
        return u
    if u == 1.0:
        return 1.0 + v
    if v == 1.0:
        return 3.0 - u
    return 4.0 - v


def _joined(lines: list[FloatArray]) -> list[FloatArray]:
    """Join lines along the edges: from the end of each, counterclockwise, to the next start."""
    starts = np.array([_way_round(line[0]) for line in lines])
    ends = [_way_round(line[-1]) for line in lines]
    ahead = [int(((starts - end) % 4.0).argmin()) for end in ends]
    left, rings = set(range(len(lines))), []
    while left:
        first = here = min(left)
        points: list[FloatArray] = []
        while here in left:
            left.remove(here)
            points += [lines[here], _corners_between(ends[here], float(starts[ahead[here]]))]
            here = ahead[here]
        rings.append(np.concatenate([*points, lines[first][:1]]))
    return rings


def _corners_between(start: float, end: float) -> FloatArray:
    """Return the corners that are passed on the way round from one place to another."""
    reach = start + (end - start) % 4.0
    passed = np.arange(np.floor(start) + 1, np.ceil(reach)).astype(int)
    return np.array([_ROUND[k % 4] for k in passed], dtype=float).reshape(-1, 2)


def _mostly_beside(
    level: float, land: Heights, corner: FloatArray, size: FloatArray, side: float
) -> bool:
    """Tell whether the edges of the rectangle, which no contour meets, are on the wanted side."""
    miss = land.value(corner + np.array(_ROUND) * size) - level
    return bool(side * miss[np.abs(miss).argmax()] > 0)
