"""Boxes, and the properties of a path: its length, its strokes, and whether it is closed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

CURVE = 4
"""How many points one cubic curve has."""
_TOUCHING = 1e-3

Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in frame units."""

    left: float
    right: float
    bottom: float
    top: float

    def around(self, other: Box) -> Box:
        """Return the smallest box that holds both."""
        return Box(
            min(self.left, other.left),
            max(self.right, other.right),
            min(self.bottom, other.bottom),
            max(self.top, other.top),
        )

    def gap(self, other: Box) -> float:
        """Return the distance between two boxes; negative where they overlap, by how much."""
        across = max(self.left, other.left) - min(self.right, other.right)
        up = max(self.bottom, other.bottom) - min(self.top, other.top)
        return (
            float(np.hypot(max(across, 0), max(up, 0))) if max(across, up) > 0 else max(across, up)
        )


def stroke_count(points: Points) -> int:
    """Return how many separate strokes a path has; a dashed line has more than one."""
    ends, starts = points[CURVE - 1 : -1 : CURVE], points[CURVE::CURVE]
    return 1 + int(np.count_nonzero(np.abs(ends - starts).max(axis=1) > _TOUCHING))


def path_length(points: Points) -> float:
    """Return the length of a path, by its chords, in frame units."""
    chords = points[CURVE - 1 :: CURVE] - points[::CURVE]
    return float(np.linalg.norm(chords, axis=1).sum())


def is_closed(points: Points) -> bool:
    """Whether a path ends where it began."""
    return bool(np.abs(points[-1] - points[0]).max() <= _TOUCHING)
