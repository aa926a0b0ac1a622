"""A dial with a tick at each round value, and numbers exactly at some of its ticks."""

from __future__ import annotations

import math

import numpy as np
from manim import VGroup

from mathcore.formulas.window import round_step
from scenes import theme
from scenes.components.rigs.dial import Dial
from scenes.components.text.numeral import Numeral
from scenes.components.text.table import shortest

_STEPS = 10
"""About how many ticks a scale has."""
_OUT = 0.26
"""How far outside of its scale a number has its middle, in frame units."""
_MOST_NUMBERS = 4


def even_dial(value: float, least_top: float, radius: float) -> tuple[Dial, float]:
    """Return a dial from zero to a round value, and the step from tick to tick.

    Parameters
    ----------
    value
        At which it stands first.
    least_top
        Its scale reaches at least so far.
    radius
        Of the scale, in frame units.
    """
    step = round_step(least_top, _STEPS)
    count = math.ceil(least_top / step - 1e-9)
    return Dial(value, (0.0, count * step), radius=radius, ticks=count + 1), step


def dial_scale(dial: Dial, step: float) -> VGroup:
    """Return numbers around a dial, each on the line through the hub and its tick.

    Parameters
    ----------
    dial
        Its scale begins at zero.
    step
        From tick to tick.
    """
    center, numbers = dial.face.get_center(), VGroup()
    ticks = len(dial.scale_marks)
    every = math.ceil(ticks / _MOST_NUMBERS)
    for index in range(0, ticks, every):
        number = Numeral(
            index * step,
            shortest(step, 9) if index else 0,
            scale=True,
            size=theme.TICK_SIZE,
            color=theme.MUTED,
        )
        spoke = dial.scale_marks[index].get_end() - center
        out = spoke / np.linalg.norm(spoke)
        # A wide number stands further out at the sides, on the same line.
        far = _OUT + abs(float(out[0])) * max(0.0, number.width - number.height) / 2
        numbers.add(number.move_to(center + spoke + far * out))
    return numbers
