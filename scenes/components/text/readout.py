"""A named number that runs with the picture."""

from __future__ import annotations

from typing import Any, Self

import numpy as np
from manim import VGroup

from scenes import theme
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral


class Readout(VGroup):
    """A name, an equals sign and a :class:`Numeral` on one baseline: ``h = 2.000``.

    Parameters
    ----------
    name
        Typst mathematics for what stands before the number, with its relation: ``"h ="``.
    value
        The first value, unrounded.
    size, color
        Named in the theme.
    **slots
        Passed to :class:`Numeral`: ``decimals``, ``digits``, ``signed``, ``plus``, ``grouped``.
    """

    def __init__(
        self,
        name: str,
        value: float,
        *,
        size: float = theme.DIGIT_SIZE,
        color: str = theme.INK,
        **slots: Any,
    ) -> None:
        self.name_part = Formula(name, size=size, color=color)
        self.number = Numeral(value, size=size, color=color, **slots)
        self.number.stand_on(self.name_part.baseline)
        self.number.start_at(float(self.name_part.get_right()[0]) + size * theme.SPACE_PER_SIZE)
        super().__init__(self.name_part, self.number)

    def set_value(self, value: float) -> Self:
        """Show another value; name and decimal point stay where they are."""
        self.number.set_value(value)
        return self

    @property
    def value(self) -> float:
        """What it shows, unrounded."""
        return self.number.value

    @property
    def baseline(self) -> float:
        """Height of the line that it stands on."""
        return self.number.baseline

    def stand_on(self, baseline: float) -> Self:
        """Shift up or down until it stands on the height ``baseline``."""
        self.shift(np.array([0.0, baseline - self.baseline, 0.0]))
        return self
