"""Damage: the rectangles in which a picture differs from the one before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil, floor

import numpy as np
import numpy.typing as npt

TILE = 32
"""Pixels; damage consists of squares of this size, so that few sizes of rectangles occur."""


@dataclass(frozen=True, slots=True)
class Rect:
    """The pixels with ``left ≤ x < right`` and ``top ≤ y < bottom``."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def area(self) -> int:
        """The number of its pixels."""
        return (self.right - self.left) * (self.bottom - self.top)

    @property
    def rows(self) -> slice:
        """Its rows, as an index."""
        return slice(self.top, self.bottom)

    @property
    def columns(self) -> slice:
        """Its columns, as an index."""
        return slice(self.left, self.right)

    def grown(self, margin: int, width: int, height: int) -> Rect:
        """Return the rectangle with a margin on each side, clipped to a picture."""
        return Rect(
            max(0, self.left - margin),
            max(0, self.top - margin),
            min(width, self.right + margin),
            min(height, self.bottom + margin),
        )

    def meets(self, other: Rect) -> bool:
        """Tell whether two rectangles have a pixel in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def around(left: float, top: float, right: float, bottom: float) -> Rect:
    """Return the pixels that a shape with these edges may touch, with a margin of one pixel."""
    return Rect(floor(left) - 1, floor(top) - 1, ceil(right) + 1, ceil(bottom) + 1)


def cover(rects: Iterable[Rect], width: int, height: int) -> list[Rect]:
    """Return disjoint rectangles that hold all pixels of ``rects`` in a picture.

    Their corners lie on the grid of tiles, or on the picture's edge.
    """
    grid = np.zeros((-(-height // TILE), -(-width // TILE)), dtype=bool)
    for rect in rects:
        if rect.right > 0 and rect.bottom > 0:
            rows = slice(max(0, rect.top) // TILE, -(-rect.bottom // TILE))
            grid[rows, max(0, rect.left) // TILE : -(-rect.right // TILE)] = True
    return [
        Rect(left * TILE, top * TILE, min(width, right * TILE), min(height, bottom * TILE))
        for top, bottom in _runs(grid.any(axis=1))
        for left, right in _runs(grid[top:bottom].any(axis=0))
    ]


def _runs(marks: npt.ArrayLike) -> Iterator[tuple[int, int]]:
    """Yield the start of each run of marks, and the place after its end."""
    steps = np.flatnonzero(np.diff(np.asarray(marks, np.int8), prepend=0, append=0)).tolist()
    yield from zip(steps[::2], steps[1::2], strict=True)
