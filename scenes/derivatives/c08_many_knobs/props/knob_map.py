"""The map of the landscape over two knobs, with numbers where nothing is drawn on it."""

from __future__ import annotations

from collections.abc import Sequence

from lessons.derivatives.c08.numbers import Numbers
from mathcore.optimization.contours import Contour
from scenes import theme
from scenes.components.landscape.height_map import HeightMap
from scenes.components.landscape.parameter_plane import ParameterPlane

_LABELS, _UPRIGHT_LABELS = 4, 3
_ON_DIAGONAL = tuple((at, at) for at in (-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0))
"""Points of the line that is drawn across the map."""
_AT_ARROWS = ((2.7, 1.0), (3.4, 1.0), (3.5, 1.8), (2.7, 1.8), (2.7, 2.7), (1.3, 0.2), (3.4, 2.6))
"""Points round the gradient at (2, 1), where its arrows and its circles are drawn."""
_AT_GRADIENT = 4
"""From this level on the lines of an upright map lie where the gradient is drawn."""
_BESIDE_TICKS = ((-4.0, -2.4), (-4.0, -2.0), (-4.0, -1.6))
"""Points beside a tick of the scale, whose number a height must not be read with."""


def knob_map(numbers: Numbers, plane: ParameterPlane, upright: bool = False) -> HeightMap:
    """Return the map of the saddle, whose bands are those of the surface.

    Parameters
    ----------
    numbers
        The landscape.
    plane
        The plane of both knobs.
    upright
        Whether the plane is that of an upright frame, which shows a part of the landscape.
    """
    start = tuple(numbers.saddle_descent.points[0])
    avoid = [numbers.at, start, *_ON_DIAGONAL, *_AT_ARROWS, *_BESIDE_TICKS]
    contours: Sequence[Contour] = numbers.map
    labels, silent = _LABELS, numbers.levels[:0]
    if upright:
        contours = numbers.upright_map
        labels, silent = _UPRIGHT_LABELS, numbers.levels[_AT_GRADIENT:]
    heights = HeightMap(
        plane, contours, numbers.saddle, labels=labels, avoid=avoid, silent=silent.tolist()
    )
    return written_large(heights)


def written_large(heights: HeightMap) -> HeightMap:
    """Write the heights on a map as large as a number that the voice says."""
    for label in heights.labels:
        label.scale(theme.DIGIT_SIZE / theme.TICK_SIZE)
    return heights
