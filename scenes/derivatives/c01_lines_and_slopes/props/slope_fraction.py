"""A slope in symbols and in figures: Δy/Δx = 4/2 = 2, or a fraction that is undefined."""

from __future__ import annotations

from typing import Self, cast

import numpy as np
from manim import LEFT, RIGHT, VGroup
from manim.typing import Point3D

from mathcore.slopes.lines import SlopeTriangle
from scenes import theme
from scenes.components.text.formula import Formula
from scenes.components.text.fraction import LiveFraction
from scenes.components.text.numeral import Numeral
from scenes.components.text.roles import in_roles
from scenes.components.text.text import Words

FRACTION_SIZE = 51.0
"""The largest size at which fraction and value fit beside the plot."""


class SlopeFraction(VGroup):
    """A name, rise over run in figures, and the slope; words stand for it where there is none.

    Parameters
    ----------
    name
        Typst mathematics for what stands before the figures, without the equals sign; its parts
        may be labelled by their roles.
    triangle
        The first state; it has a slope.
    decimals
        Digits after each point.
    digits
        How many digits the slope may have before its point.
    """

    def __init__(
        self, name: str, triangle: SlopeTriangle, decimals: int = 0, digits: int = 1
    ) -> None:
        size = FRACTION_SIZE
        self.name_part = in_roles(f"{name} {{{{= : is}}}}", size)
        self.figures = figures = LiveFraction(
            triangle.rise,
            triangle.run,
            triangle.slope,
            decimals=(decimals, decimals),
            digits=digits,
            size=size,
            color=theme.EXACT,
        )
        after = self.name_part.part("is").get_right() + theme.LABEL_GAP * RIGHT
        figures.shift(after - figures.axis)
        self.rise, self.run, self.bar = figures.rise, figures.run, figures.bar
        self.equals = cast(Formula, figures.equals)
        self.quotient = cast(Numeral, figures.quotient)
        self.undefined = Words("undefined", size=theme.TABLE_SIZE).set_opacity(0.0)
        self.undefined.move_to(self.equals, LEFT)
        super().__init__(self.name_part, figures, self.undefined)

    def start_at(self, point: Point3D) -> Self:
        """Shift its left end, level with its bars, to a frame point."""
        return self.shift(np.asarray(point) - self.name_part.get_left())

    def put(self, triangle: SlopeTriangle) -> Self:
        """Show another triangle."""
        slope = triangle.slope if triangle.has_slope else None
        self.figures.set_values(triangle.rise, triangle.run, slope)
        # A division by zero has no value.
        for part in (self.equals, self.quotient):
            part.set_opacity(float(triangle.has_slope))
        self.undefined.set_opacity(float(not triangle.has_slope))
        return self
