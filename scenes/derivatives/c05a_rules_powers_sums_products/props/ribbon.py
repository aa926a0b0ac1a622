"""The pieces of a growth laid end to end, drawn as thick as one unit of the nudge."""

from __future__ import annotations

from typing import Self

from manim import VGroup

from scenes import theme
from scenes.derivatives.c05a_rules_powers_sums_products.props.blocks import Place, block, lay


class Ribbon(VGroup):
    """Two slivers and a corner end to end, divided by the nudge: length 2x + Δx, thickness 1.

    Parameters
    ----------
    side, nudge
        Lengths x and Δx.
    unit
        Frame units per unit of length.
    corner
        Where the lower left corner stands.
    """

    def __init__(self, side: float, nudge: float, unit: float, corner: Place) -> None:
        self.side, self.unit, self.start = side, unit, corner
        self.slivers = VGroup(block(theme.RISE), block(theme.RISE))
        self.rest = block(theme.RUN)
        super().__init__(*self.slivers, self.rest)
        self.set_nudge(nudge)

    def set_nudge(self, nudge: float) -> Self:
        """Let the corner take another length; the slivers keep theirs."""
        self.nudge = nudge
        (x, y), long = self.start, self.side * self.unit
        lengths = (long, long, nudge * self.unit)
        for piece, length in zip((*self.slivers, self.rest), lengths, strict=True):
            lay(piece, (x, y), (x + length, y + self.unit))
            x += length
        return self
