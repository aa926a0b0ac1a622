"""The faces of a surface, cut where a height band ends."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from manim.typing import Point3D_Array
from numpy.typing import NDArray

from mathcore.optimization.bands import region_beside
from mathcore.optimization.contours import contours
from mathcore.optimization.landscape import Landscape
from mathcore.values import FloatArray

Span = tuple[float, float]
_PER_SIDE = 3
"""Straight lines along one side of a face."""
_OVERLAP = 0.06
"""How far a line goes on into the next faces, in faces: their rims would leave a gap in it."""
_ALL = 1 - 1e-9
_TRACED = 60
"""Grid lines in each direction on which contours are looked for; even, so that the middle of the
rectangle, often a saddle point, lies between them and not on them."""


class BandMesh:
    """Faces of an even grid, the parts of them that lie in higher bands, and the contours on them.

    Piece by piece: first all faces, each in the lowest of its bands; then, level by level, the
    parts of faces above it; then the stretches of contours, and of the rim, on each face.

    Parameters
    ----------
    land
        The landscape.
    levels
        Heights between the bands, from low to high.
    u_range, v_range
        The rectangle.
    cells
        Faces along each side.

    Attributes
    ----------
    raised
        All corners of all pieces, shape (N, 3), in lesson units with their heights.
    cells, bands, is_line
        Of each piece its face, its band, and whether it is a line, shapes (P,).
    middles
        The middle of each face, shape (cells², 2).
    starts
        Where each piece begins in what :meth:`beziers` returns, shape (P + 1,).
    """

    def __init__(
        self, land: Landscape, levels: Sequence[float], u_range: Span, v_range: Span, cells: int
    ) -> None:
        self._us, self._vs = (np.linspace(*span, cells + 1) for span in (u_range, v_range))
        self._count = cells
        middles = [(edges[:-1] + edges[1:]) / 2 for edges in (self._us, self._vs)]
        self.middles = np.stack(np.meshgrid(*middles, indexing="ij"), axis=-1).reshape(-1, 2)
        lowest = np.zeros(cells * cells, dtype=int)
        parts: list[tuple[int, int, list[FloatArray]]] = []
        lines: dict[int, list[FloatArray]] = {}
        for band, contour in enumerate(contours(land, levels, u_range, v_range, _TRACED), 1):
            stretches = [
                found for line in contour.polylines for found in self._stretches(np.asarray(line))
            ]
            for cell, stretch in stretches:
                lines.setdefault(cell, []).append(stretch)
            crossed = np.unique([cell for cell, _ in stretches]).astype(int)
            higher = land.value(self.middles) > contour.level
            higher[crossed] = False
            lowest[higher] = band
            region = region_beside(contour, land, u_range, v_range)
            for cell, loops, share in self._clipped(region, crossed):
                if share > _ALL:
                    lowest[cell] = band
                else:
                    parts.append((cell, band, loops))
        for cell, side in self._rim():
            lines.setdefault(cell, []).append(side)
        faces = [(cell, int(lowest[cell]), [self._face(cell)]) for cell in range(cells * cells)]
        drawn = [(cell, 0, [self._longer(line) for line in row]) for cell, row in lines.items()]
        pieces = faces + parts + drawn
        self.cells = np.array([cell for cell, _, _ in pieces])
        self.bands = np.array([band for _, band, _ in pieces])
        self.is_line = np.arange(len(pieces)) >= len(faces) + len(parts)
        self._lay_out(land, [loops for _, _, loops in pieces])

    def _lay_out(self, land: Landscape, pieces: list[list[FloatArray]]) -> None:
        """Note all corners in one row, and which of them are joined by a line."""
        flat = [loop for loops in pieces for loop in loops]
        lengths = np.array([len(loop) for loop in flat])
        ground = np.concatenate(flat)
        self.raised = np.concatenate([ground, land.value(ground)[:, None]], axis=1)
        ends = np.cumsum(lengths)
        joined = np.ones(len(ground), dtype=bool)
        joined[ends - 1] = False
        self._from = np.flatnonzero(joined)
        per_piece = [sum(len(loop) - 1 for loop in loops) for loops in pieces]
        self.starts = 4 * np.concatenate([[0], np.cumsum(per_piece)])

    def beziers(self, points: Point3D_Array) -> Point3D_Array:
        """Return the pieces as the cubics that manim draws, from where their corners are."""
        start, end = points[self._from], points[self._from + 1]
        step = (end - start) / 3
        return np.stack([start, start + step, end - step, end], axis=1).reshape(-1, 3)

    def _corner(self, cell: int) -> tuple[float, float, float, float]:
        i, j = divmod(cell, self._count)
        us, vs = self._us, self._vs
        return float(us[i]), float(us[i + 1]), float(vs[j]), float(vs[j + 1])

    def _face(self, cell: int) -> FloatArray:
        u0, u1, v0, v1 = self._corner(cell)
        return self._divided(np.array([(u0, v0), (u1, v0), (u1, v1), (u0, v1)]))

    def _rim(self) -> list[tuple[int, FloatArray]]:
        """Return the sides of faces that lie at the edge of the rectangle."""
        last, per = self._count - 1, _PER_SIDE
        sides = []
        for k in range(self._count):
            for cell, side in (
                (k * self._count, 0),
                (last * self._count + k, 1),
                (k * self._count + last, 2),
                (k, 3),
            ):
                sides.append((cell, self._face(cell)[side * per : (side + 1) * per + 1]))
        return sides

    def _longer(self, line: FloatArray) -> FloatArray:
        """Return a line that goes on straight at both ends, within the rectangle."""
        by = _OVERLAP * float(self._us[1] - self._us[0])
        first, last = line[0] - line[1], line[-1] - line[-2]
        start = line[0] + by * first / np.linalg.norm(first)
        end = line[-1] + by * last / np.linalg.norm(last)
        low, high = (np.array([self._us[k], self._vs[k]]) for k in (0, -1))
        return np.concatenate([start[None], line, end[None]]).clip(low, high)

    def _divided(self, loop: FloatArray) -> FloatArray:
        """Close a loop and divide its long sides, which follow the surface."""
        longest = max(self._us[1] - self._us[0], self._vs[1] - self._vs[0]) / _PER_SIDE
        closed = np.concatenate([loop, loop[:1]])
        steps = np.diff(closed, axis=0)
        counts = np.maximum(1, np.ceil(np.linalg.norm(steps, axis=1) / longest - 1e-9)).astype(int)
        which = np.repeat(np.arange(len(counts)), counts)
        within = np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts)
        shares = within / counts[which]
        points = closed[which] + shares[:, None] * steps[which]
        return np.concatenate([points, closed[-1:]])

    def _clipped(
        self, region: tuple[FloatArray, ...], cells: NDArray[np.int_]
    ) -> list[tuple[int, list[FloatArray], float]]:
        """Return the part of a region on each of some faces, and which share of it that is.

        Sutherland and Hodgman, *Reentrant polygon clipping*, 1974.
        """
        found = []
        size = (self._us[1] - self._us[0]) * (self._vs[1] - self._vs[0])
        for column in np.unique(cells // self._count).tolist():
            u0, u1, _, _ = self._corner(column * self._count)
            strip = [_between(loop[:-1], 0, u0, u1) for loop in region]
            for cell in cells[cells // self._count == column].tolist():
                _, _, v0, v1 = self._corner(cell)
                loops = [_between(loop, 1, v0, v1) for loop in strip]
                share = sum(_area(loop) for loop in loops) / size
                if share > 1e-9:
                    kept = [self._divided(loop) for loop in loops if len(loop) > 2]
                    found.append((cell, kept, float(share)))
        return found

    def _stretches(self, line: FloatArray) -> list[tuple[int, FloatArray]]:
        """Cut a line where it passes from one face to the next."""
        for axis, edges in ((0, self._us), (1, self._vs)):
            at = (line[:, axis] - edges[0]) / (edges[1] - edges[0])
            low, high = np.floor(np.minimum(at[:-1], at[1:])), np.floor(np.maximum(at[:-1], at[1:]))
            passing = np.flatnonzero(low != high)
            share = (high[passing] - at[passing]) / (at[passing + 1] - at[passing])
            crossing = line[passing] + share[:, None] * (line[passing + 1] - line[passing])
            line = np.insert(line, passing + 1, crossing, axis=0)
        line = line[np.append(True, np.linalg.norm(np.diff(line, axis=0), axis=1) > 1e-9)]
        middles = (line[:-1] + line[1:]) / 2
        i, j = (
            np.clip(np.searchsorted(edges, middles[:, axis], side="right") - 1, 0, self._count - 1)
            for axis, edges in ((0, self._us), (1, self._vs))
        )
        cells = i * self._count + j
        cuts = np.flatnonzero(np.diff(cells)) + 1
        bounds = [0, *cuts.tolist(), len(cells)]
        return [(int(cells[first]), line[first : last + 1]) for first, last in pairwise(bounds)]


def _between(loop: FloatArray, axis: int, low: float, high: float) -> FloatArray:
    """Return the part of a loop between two bounds of one coordinate."""
    return _beyond(_beyond(loop, axis, low, 1.0), axis, high, -1.0)


def _beyond(loop: FloatArray, axis: int, bound: float, side: float) -> FloatArray:
    """Return the part of a loop on one side of a bound."""
    if not len(loop):
        return loop
    here = side * (loop[:, axis] - bound)
    there, following = np.roll(here, -1), np.roll(loop, -1, axis=0)
    crosses = here * there < 0
    share = here / np.where(crosses, here - there, 1.0)
    both = np.stack([loop, loop + share[:, None] * (following - loop)], axis=1).reshape(-1, 2)
    return both[np.stack([here >= 0, crosses], axis=1).ravel()]


def _area(loop: FloatArray) -> float:
    """Return the signed area of a loop."""
    if len(loop) < 3:
        return 0.0
    u, v = loop.T
    return float(u @ np.roll(v, -1) - v @ np.roll(u, -1)) / 2
