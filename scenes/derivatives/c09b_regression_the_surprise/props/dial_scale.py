"""Numbers around the scale of a dial."""

from __future__ import annotations

import numpy as np
from manim import VGroup

from mathcore.formulas.window import round_step
from scenes import theme
from scenes.components.rigs.dial import Dial
from scenes.components.text.numeral import Numeral
from scenes.components.text.table import shortest

_STEPS = 2
_OUT = 0.24
"""How far outside of its scale a number has its middle, in frame units."""


def dial_scale(dial: Dial) -> VGroup:
    """Return two to four round numbers around a dial whose scale begins at zero."""
    _, top = dial.span
    step = round_step(top, _STEPS)
    numbers = VGroup()
    for index in range(int(top / step + 1e-9) + 1):
        value = index * step
        number = Numeral(
            value,
            shortest(step, 9) if index else 0,
            scale=True,
            size=theme.TICK_SIZE,
            color=theme.MUTED,
        )
        spoke = dial.turn_mark(value, top).get_start() - dial.face.get_center()
        spoke = spoke * (1 + _OUT / np.linalg.norm(spoke))
        # Wide numbers stand further out at the sides, so that none reaches over the scale.
        spoke[0] += np.sign(round(spoke[0], 6)) * max(0.0, number.width / 2 - _OUT / 2)
        numbers.add(number.move_to(dial.face.get_center() + spoke))
    return numbers
