"""The explorer's dashboard: six readings about one point, in the order of the lesson."""

from __future__ import annotations

from dataclasses import fields
from typing import Self

import numpy as np
from manim import VGroup, VMobject

from mathcore.slopes.panel import Panel
from scenes import theme
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral
from scenes.components.text.text import Words
from scenes.layout import Region

ROWS = {
    "x0": ("x_0", theme.RUN, 3),
    "value": ("f(x_0)", theme.FUNC, 4),
    "slope": ("f'(x_0)", theme.EXACT, 4),
    "h": ("h", theme.RUN, 4),
    "quotient": ('upright("quotient")', theme.APPROX, 4),
    "error": ('upright("error")', theme.APPROX, 4),
}
"""By the reading's name in ``mathcore``: what stands before it, its role, its decimals."""


DASHBOARD_POINT = 0.66
"""Where the decimal points stand, as a share of the dashboard's width."""
DASHBOARD_TOP = 0.62
"""The baseline of the first row, in rows from the dashboard's top."""


class Dashboard(VGroup):
    """Six rows, a name and a number each, set on one decimal point.

    A reading that does not exist, a slope at a corner, is told by a word.

    Parameters
    ----------
    region
        The region of all rows, which share its height.
    reading
        The readings that it shows first.
    largest
        The largest size that any reading will have: the slots are kept free for it.
    """

    def __init__(self, region: Region, reading: Panel, largest: float) -> None:
        super().__init__()
        digits = len(str(int(largest)))
        self.names: dict[str, Formula] = {}
        self.numbers: dict[str, VMobject] = {}
        pitch = region.height / len(ROWS)
        point = float(region.at(DASHBOARD_POINT, 0.0)[0])
        for place, (row, (name, color, decimals)) in enumerate(ROWS.items()):
            baseline = region.top - (place + DASHBOARD_TOP) * pitch
            label = Formula(name, size=theme.LABEL_SIZE, color=color).stand_on(baseline)
            label.shift((region.left - label.get_left()[0], 0.0, 0.0))
            value = float(getattr(reading, row))
            number: VMobject
            if np.isfinite(value):
                number = Numeral(
                    value, decimals, digits=digits, signed=True, plus=row == "error", color=color
                )
                number.stand_on(baseline).pin_point(point)
            else:
                word = Words("none", color=color).stand_on(baseline)
                number = word.shift((point - word.get_left()[0], 0.0, 0.0))
            self.names[row], self.numbers[row] = label, number
            self.add(VGroup(label, number))

    def row(self, name: str) -> VGroup:
        """Return the name and the number of one reading."""
        return VGroup(self.names[name], self.numbers[name])

    def rows(self, *names: str) -> VGroup:
        """Return several rows."""
        return VGroup(*(self.row(name) for name in names))

    def put(self, reading: Panel) -> Self:
        """Show the readings of another state."""
        for field in fields(reading):
            number = self.numbers.get(field.name)
            if isinstance(number, Numeral):
                number.set_value(float(getattr(reading, field.name)))
        return self
