"""The square of one error, with the two strips that it gains or loses as the error changes."""

from __future__ import annotations

from typing import Self

import numpy as np
from manim import VGroup, VMobject
from manim.typing import Point3D

from scenes import theme
from scenes.derivatives.c09a_regression_the_machine.props.average_square import cell_lines, rule
from scenes.derivatives.c09a_regression_the_machine.props.error_squares import error_square, lay

_STRIP = 0.16
"""How wide a strip is, in frame units."""
_MOST_CELLS = 12


class StripSquare(VGroup):
    """A ruled square that stands on a corner, and a strip along each of its other two sides.

    As the error grows by a little, both strips, each as long as the error, are added to the square;
    as its size shrinks they are taken away.

    Parameters
    ----------
    corner
        Its lower left corner.
    unit
        Frame units per unit of the error.
    error
        The error.

    Attributes
    ----------
    square, cells, strips
        The square, the lines that rule it, and the two strips.
    """

    def __init__(self, corner: Point3D, unit: float, error: float) -> None:
        self.corner, self.unit = np.asarray(corner, float), unit
        self.square, self.cells = error_square(), cell_lines()
        self.strips = VGroup(
            *(
                VMobject(fill_color=theme.EXACT, fill_opacity=theme.BAR_FILL, stroke_width=0.0)
                for _ in range(2)
            )
        )
        super().__init__(self.square, self.cells, self.strips)
        self.put(error)

    def put(self, error: float) -> Self:
        """Show another error."""
        side = self.unit * abs(error)
        lay(self.square, self.corner, side, side)
        if abs(error) <= _MOST_CELLS:
            rule(self.cells, self.corner, self.unit, abs(error))
        width = min(_STRIP, side)
        across, up = self.strips
        lay(across, self.corner + np.array([0.0, side - width, 0.0]), side, width)
        lay(up, self.corner + np.array([side - width, 0.0, 0.0]), width, side)
        return self
