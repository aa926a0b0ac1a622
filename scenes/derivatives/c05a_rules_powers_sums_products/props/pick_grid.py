"""A square of cells whose diagonal is lit: from n brackets, one in turn gives its nudge."""

from __future__ import annotations

from manim import Square, VGroup

from scenes import theme

CELL = 0.78
"""The width of a cell, as a share of the distance between two."""


def tile(pitch: float, *, lit: bool) -> Square:
    """Return the tile of one picked letter: lit for the nudge of a bracket, and not for its x.

    Parameters
    ----------
    pitch
        Distance between the middles of two tiles, in frame units.
    """
    return Square(
        pitch * CELL,
        stroke_width=0.0,
        fill_color=theme.RUN if lit else theme.FUNC,
        fill_opacity=1.0 if lit else theme.GHOST,
    )


class PickGrid(VGroup):
    """One row for each way to pick a single nudge, one column for each bracket.

    Parameters
    ----------
    count
        How many brackets.
    size
        Width and height, in frame units.
    """

    def __init__(self, count: int, size: float) -> None:
        pitch = size / count
        self.picked, self.others = VGroup(), VGroup()
        for row in range(count):
            for column in range(count):
                lit = row == column
                cell = tile(pitch, lit=lit).move_to((column * pitch, -row * pitch, 0.0))
                (self.picked if lit else self.others).add(cell)
        super().__init__(self.others, self.picked)
