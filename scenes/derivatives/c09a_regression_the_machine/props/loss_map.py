"""The map of the loss, with numbers that a phone can show."""

from __future__ import annotations

from typing import cast

from lessons.derivatives.c09a.numbers import Numbers
from mathcore.optimization.bands import ValleyHeights
from scenes import theme
from scenes.components.landscape.height_map import HeightMap, open_at
from scenes.components.landscape.parameter_plane import ParameterPlane
from scenes.components.text.numeral import Numeral


def loss_map(numbers: Numbers, plane: ParameterPlane) -> HeightMap:
    """Return the bands of the loss over a plane; no number stands where the ball comes past.

    Parameters
    ----------
    numbers
        Of the clip.
    plane
        The plane of w and b, with the window of the numbers.
    """
    heights = HeightMap(
        plane,
        numbers.rings,
        ValleyHeights(numbers.floor),
        avoid=[numbers.aside, *numbers.descent.points],
    )
    for label in heights.labels:
        number = cast(Numeral, label)
        number.scale(theme.DIGIT_SIZE / theme.TICK_SIZE)
        open_at(heights.at(number.value), number)
    return heights
