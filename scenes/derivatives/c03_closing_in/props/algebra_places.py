"""Where the square, its strip and the formulas of the algebra stand, by the shape of the frame."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from manim.typing import Point3D

from scenes import theme
from scenes.layout import Layout

SIDE, NUDGE = 3.8, 1.4
"""The side of the square and by how much it grows, in frame units."""
GROWTHS = (1.0, 0.94, 1.1)
"""By how much larger they are, by shape."""
BRACE_ROOM = 1.05
"""Room for the braces at the left side of the square and below it, in frame units."""
STRIP_GROWTHS = (1.13, 0.86, 0.56)
"""By how much the pieces grow on their way into the strip, by shape."""
DIVISOR_ROOM = 0.66
"""How far right of the middle the middle of a narrow frame's strip stands, in frame units: what it
is divided by stands at its left."""
STRIP_TOP = (0.37, 0.25, 0.3)
"""Where the upper edge of the strip stands, by shape, as a share of the height that can be read."""
LINE_AT = ((0.3, 0.78), (0.28, 0.8), (0.5, 0.87))
LOCK_AT = ((0.7, 0.78), (0.72, 0.8), (0.5, 0.67))
"""Where the formula above the strip and its lock stand, by shape, as shares of what can be read."""
WIDTH_GROWTHS = (1.12, 1.05, 1.05)
"""By how much the width of the strip swells when it is read off, by shape."""
NAME_GROWTHS = (2.4, 2.0, 1.6)
"""By how much the names of the two lengths grow before h shrinks, by shape."""

Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class AlgebraPlaces:
    """Sizes and places of the third act.

    Attributes
    ----------
    side, nudge
        Lengths of the square, in frame units.
    corner
        Its lower left corner, a frame point.
    first_line
        Where the first formula stands: beside the square, or above it.
    middle
        Where what is left of the square moves to, a frame point.
    strip_growth, strip_start
        By how much the pieces grow on their way into the strip, and its upper left corner.
    line, lock
        Where the formula above the strip and its lock stand, frame points.
    width_growth, name_growth
        By how much the width of the strip swells when it is read off, and by how much the names of
        the two lengths grow.
    """

    side: float
    nudge: float
    corner: Point3D
    first_line: Point3D
    middle: Point3D
    strip_growth: float
    strip_start: Point3D
    line: Point3D
    lock: Point3D
    width_growth: float
    name_growth: float

    @property
    def whole(self) -> float:
        """The side of the grown square."""
        return self.side + self.nudge

    @classmethod
    def lay(cls, layout: Layout) -> AlgebraPlaces:
        """Return the places in a frame."""
        readable, growth = layout.readable, layout.by_shape(*GROWTHS)
        side, nudge = SIDE * growth, NUDGE * growth
        whole, strip_growth = side + nudge, layout.by_shape(*STRIP_GROWTHS)
        if layout.narrow:
            left = float(readable.center[0]) + (BRACE_ROOM - whole) / 2
            corner = np.array([left, readable.bottom + BRACE_ROOM, 0.0])
            top = float(corner[1]) + whole
            first_line = np.array([float(readable.center[0]), (top + readable.top) / 2, 0.0])
            middle, aside = readable.center, DIVISOR_ROOM
        else:
            corner = readable.at(1.0, 1.0) - np.array([1.0, 1.0, 0.0]) * (whole + theme.TICK)
            room = (readable.left + float(corner[0]) - BRACE_ROOM) / 2
            first_line = np.array([room, float(readable.at(0.0, 0.55)[1]), 0.0])
            middle = np.array([0.0, float(corner[1]) + whole / 2, 0.0])
            aside = theme.GUTTER
        half = (side + nudge / 2) * strip_growth
        start = readable.at(0.5, layout.by_shape(*STRIP_TOP)) + np.array([aside - half, 0.0, 0.0])
        return cls(
            side=side,
            nudge=nudge,
            corner=corner,
            first_line=first_line,
            middle=middle,
            strip_growth=strip_growth,
            strip_start=start,
            line=readable.at(*layout.by_shape(*LINE_AT)),
            lock=readable.at(*layout.by_shape(*LOCK_AT)),
            width_growth=layout.by_shape(*WIDTH_GROWTHS),
            name_growth=layout.by_shape(*NAME_GROWTHS),
        )
