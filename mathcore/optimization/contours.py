"""Contours: the lines of equal height of a landscape, as polylines that lie on them exactly."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mathcore.optimization.landscape import Landscape, surface_grid
from mathcore.values import FloatArray, Numbers, finite_array, frozen

_CORRECTIONS = 8
_FEWEST = 96  # points of a polyline: a small ellipse should still look round
_SLIVER = 1e-3  # share of the longest step; a shorter one shows nothing
_CORNER = 0.25  # a contour that leaves its chord by this share of it has a corner there
# The four sides of a grid cell: between which of its corners, counted round from (0, 0).
_SIDES = ((0, 1), (1, 2), (2, 3), (3, 0))
_CORNERS = ((0, 0), (1, 0), (1, 1), (0, 1))

Edge = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Contour:
    """All points of a landscape at one height.

    Attributes
    ----------
    level
        The height.
    polylines
        Its connected parts, each of shape (N, 2); a closed one ends where it begins.
    """

    level: float
    polylines: tuple[FloatArray, ...]


def contours(
    land: Landscape,
    levels: Numbers,
    u_range: tuple[float, float],
    v_range: tuple[float, float],
    n: int = 81,
) -> tuple[Contour, ...]:
    """Trace the contours of a landscape inside a rectangle.

    Marching squares on an even grid finds where a level crosses the grid lines; Newton steps
    along the gradient then put each point on the contour itself, so that a gradient drawn from it
    stands at a right angle. Through a saddle point a contour goes as far as the point itself.
    Source: Lorensen and Cline, *Marching cubes*, SIGGRAPH 1987, in two dimensions.

    Parameters
    ----------
    land
        The landscape.
    levels
        Heights, shape (K,).
    u_range, v_range
        The rectangle.
    n
        Grid lines in each direction.

    Returns
    -------
    tuple of Contour
        One for each level, in order; without polylines where the level is not reached.

    Raises
    ------
    ValueError
        If there are no levels or the rectangle is empty.
    """
    grid = surface_grid(land, u_range, v_range, n)
    axes = (grid.us, grid.vs)
    traced = []
    for level in finite_array(levels, "the levels").tolist():
        # A level through a grid point would cross no edge there; a hair more height is not seen.
        heights = grid.heights - level
        hair = 1e-12 * (1 + np.abs(grid.heights).max())
        heights = np.where(np.abs(heights) < hair, hair, heights)
        chains = _chains(_segments(heights))
        lines = (_corrected(land, level, _places(chain, heights, axes)) for chain in chains)
        traced.append(Contour(level, tuple(frozen(line) for line in lines)))
    return tuple(traced)


def _segments(heights: FloatArray) -> list[tuple[Edge, Edge]]:
    """Return, cell by cell, the pairs of grid edges that the contour enters and leaves by."""
    above = heights > 0
    mixed = (above[:-1, :-1] != above[1:, 1:]) | (above[1:, :-1] != above[:-1, 1:])
    mixed |= above[:-1, :-1] != above[1:, :-1]
    segments = []
    for i, j in np.argwhere(mixed).tolist():
        corners = [(i + di, j + dj) for di, dj in _CORNERS]
        crossed = [
            (min(corners[p], corners[q]), max(corners[p], corners[q]))
            for p, q in _SIDES
            if above[corners[p]] != above[corners[q]]
        ]
        if len(crossed) == 4:
            # A saddle inside the cell: its middle tells which two corners are cut off.
            middle = sum(heights[corner] for corner in corners) > 0
            if middle == above[corners[0]]:
                crossed = [crossed[0], crossed[1], crossed[2], crossed[3]]
            else:
                crossed = [crossed[3], crossed[0], crossed[1], crossed[2]]
        segments += list(zip(crossed[::2], crossed[1::2], strict=True))
    return segments


def _chains(segments: list[tuple[Edge, Edge]]) -> list[list[Edge]]:
    """Join segments that share an edge into chains, open ones first."""
    neighbours: dict[Edge, list[Edge]] = {}
    for one, other in segments:
        neighbours.setdefault(one, []).append(other)
        neighbours.setdefault(other, []).append(one)
    chains = []
    for start in sorted(neighbours, key=lambda edge: len(neighbours[edge])):
        if not neighbours[start]:
            continue
        chain = [start]
        while neighbours[chain[-1]]:
            following = neighbours[chain[-1]].pop()
            neighbours[following].remove(chain[-1])
            chain.append(following)
        chains.append(chain)
    return chains


def _places(
    chain: list[Edge], heights: FloatArray, axes: tuple[FloatArray, FloatArray]
) -> FloatArray:
    """Return where the contour crosses each edge of a chain, shape (N, 2), by interpolation."""
    ends = np.array(chain)
    u, v = axes[0][ends[..., 0]], axes[1][ends[..., 1]]
    low, high = heights[ends[:, 0, 0], ends[:, 0, 1]], heights[ends[:, 1, 0], ends[:, 1, 1]]
    share = low / (low - high)
    return np.column_stack([line[:, 0] + share * (line[:, 1] - line[:, 0]) for line in (u, v)])


def _corrected(land: Landscape, level: float, points: FloatArray) -> FloatArray:
    """Put points on the level and, where they are few, more between them."""
    points = _with_corners(land, level, _without_slivers(_moved_onto(land, level, points)))
    while len(points) < _FEWEST:
        between = _moved_onto(land, level, (points[:-1] + points[1:]) / 2)
        points = np.insert(points, np.arange(1, len(points)), between, axis=0)
    return points


def _with_corners(land: Landscape, level: float, points: FloatArray) -> FloatArray:
    """Add the points that chords cut off: at a saddle two arms of a contour meet in a corner."""
    middles = (points[:-1] + points[1:]) / 2
    between = _moved_onto(land, level, middles)
    away = np.linalg.norm(between - middles, axis=1)
    cut = away > _CORNER * np.linalg.norm(np.diff(points, axis=0), axis=1)
    return np.insert(points, np.flatnonzero(cut) + 1, between[cut], axis=0)


def _without_slivers(points: FloatArray) -> FloatArray:
    """Drop points that stand next to the one before: the contour passed close by a grid point."""
    steps = np.linalg.norm(np.diff(points, axis=0), axis=1)
    apart = steps > _SLIVER * steps.max()
    apart[-1] = True
    points = points[np.append(True, apart)]
    if len(points) > 2 and np.linalg.norm(points[-1] - points[-2]) <= _SLIVER * steps.max():
        points = np.delete(points, -2, axis=0)
    return points


def _moved_onto(land: Landscape, level: float, points: FloatArray) -> FloatArray:
    """Move points along the gradient onto the level; points at a level spot stay."""
    for _ in range(_CORRECTIONS):
        gradient = land.gradient(points)
        steepness = (gradient**2).sum(axis=-1)
        miss = land.value(points) - level
        flat = steepness < 1e-9
        points = points - np.where(flat, 0, miss / np.where(flat, 1, steepness))[:, None] * gradient
    return points
