"""Damage: the rectangles of a picture in which something has changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil, floor

import numpy as np
import numpy.typing as npt

TILE = 32
"""Pixels: damage is told in squares of this size, so that few sizes of rectangles occur."""


@dataclass(frozen=True, slots=True)
class Rect:
    """Pixels ``left ≤ x < right``, ``top ≤ y < bottom``."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def area(self) -> int:
        """How many pixels it holds."""
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
        """Return it with a margin on each side, as far as a picture reaches."""
        return Rect(
            max(0, self.left - margin),
            max(0, self.top - margin),
            min(width, self.right + margin),
            min(height, self.bottom + margin),
        )

    def meets(self, other: Rect) -> bool:
        """Tell whether they have a pixel in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def around(left: float, top: float, right: float, bottom: float) -> Rect:
    """Return the pixels that a shape with these edges may touch, and one more on each side."""
    return Rect(floor(left) - 1, floor(top) - 1, ceil(right) + 1, ceil(bottom) + 1)


def cover(rects: Iterable[Rect], width: int, height: int) -> list[Rect]:
    """Return rectangles, none of which meets another, that hold all of ``rects`` in a picture.

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
    """Yield where each run of marks begins, and where it is over."""
    steps = np.flatnonzero(np.diff(np.asarray(marks, np.int8), prepend=0, append=0)).tolist()
    yield from zip(steps[::2], steps[1::2], strict=True)
