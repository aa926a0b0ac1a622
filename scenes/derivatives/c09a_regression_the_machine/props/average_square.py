"""Squares in a row that give and take area until each is their average."""

from __future__ import annotations

from typing import Self

import numpy as np
from manim import DOWN, LEFT, VGroup, VMobject
from manim.typing import Point3D

from mathcore.values import FloatArray
from scenes import theme
from scenes.derivatives.c09a_regression_the_machine.props.error_squares import (
    FEW,
    error_square,
    lay,
)
from scenes.layout import Region

_LEAST = 0.6
"""Least size of squares in a row, in multiples of that on the graph."""
_MOST_CELLS = 12
"""Squares with a longer side than this are not ruled: their cells could not be counted."""


class AverageSquare(VGroup):
    """Squares that give and take area until all are alike: then each is their average.

    Few of them stand side by side and are ruled in cells of one unit, so that areas can be counted;
    many lie on one corner.

    Parameters
    ----------
    sides
        The sides at first, shape (n,), in lesson units.
    average
        The side they come to.
    unit
        Frame units per lesson unit on the graph the squares come from.
    region
        Where they stand: on its lower edge, as large as it allows.

    Attributes
    ----------
    squares, cells
        The squares, and the lines that rule each of them.
    feet
        The middle of the lower side of each.
    """

    def __init__(self, sides: FloatArray, average: float, unit: float, region: Region) -> None:
        few, gap = len(sides) <= FEW, theme.LABEL_GAP
        most = np.maximum(sides, average)
        gaps = gap * (len(sides) - 1)
        fitting = min((region.width - gaps) / float(most.sum()), region.height / float(most.max()))
        self.in_a_row = few and fitting >= _LEAST * unit
        self.unit = fitting if self.in_a_row else region.height / float(most.max())
        wide = self.unit * most
        start = region.center[0] - (float(wide.sum()) + gaps) / 2
        edges = start + np.cumsum(wide + gap) - (wide + gap) / 2 - gap / 2
        middles = edges if self.in_a_row else np.full(len(sides), region.center[0])
        self.feet: list[Point3D] = [np.array([x, region.bottom, 0.0]) for x in middles.tolist()]
        self.squares = VGroup(*(error_square(few=few) for _ in sides))
        ruled = self.in_a_row and float(most.max()) <= _MOST_CELLS
        self.cells = VGroup(*(cell_lines() for _ in sides if ruled))
        super().__init__(self.squares, self.cells)
        self.put(sides)

    def put(self, sides: FloatArray) -> Self:
        """Give each square another side."""
        for square, foot, side in zip(self.squares, self.feet, sides.tolist(), strict=True):
            length = self.unit * side
            lay(square, foot + LEFT * length / 2, length, length)
        for cells, foot, side in zip(self.cells, self.feet, sides.tolist(), strict=False):
            rule(cells, foot + LEFT * self.unit * side / 2, self.unit, side)
        return self

    def gathered(self, at: Point3D) -> VGroup:
        """Return a copy in which all squares lie on one another, the foot of each at ``at``."""
        copy = VGroup(*(square.copy() for square in self.squares))
        for square in copy:
            square.move_to(at, aligned_edge=DOWN)
        return copy


def cell_lines() -> VMobject:
    """Return lines without a place that will rule a square."""
    return VMobject(
        stroke_color=theme.ERROR,
        stroke_width=theme.HAIRLINE_STROKE,
        stroke_opacity=theme.GHOST,
        fill_opacity=0.0,
    )


def rule(cells: VMobject, corner: Point3D, unit: float, side: float) -> None:
    """Rule a square into cells of one unit, from its lower left corner on."""
    cells.clear_points()
    for k in range(1, int(np.ceil(side - theme.VANISH))):
        for along, across in ((0, 1), (1, 0)):
            start = np.array(corner, float)
            start[along] += k * unit
            end = start.copy()
            end[across] += side * unit
            cells.start_new_path(start)
            cells.add_line_to(end)
