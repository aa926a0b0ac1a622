"""The pieces of a growth laid end to end, as thick as the nudge or, divided by it, as one unit."""

from __future__ import annotations

from typing import Self

from manim import VGroup

from scenes import theme
from scenes.derivatives.c05a_rules_powers_sums_products.props.blocks import Place, block, lay


class Ribbon(VGroup):
    """Two slivers and a corner end to end: length 2x + Δx, thickness Δx, or 1 once divided by it.

    Parameters
    ----------
    side, nudge
        Lengths x and Δx.
    units
        Frame units per unit of length, and per unit of thickness.
    corner
        Where the lower left corner stands.
    """

    def __init__(
        self, side: float, nudge: float, units: tuple[float, float], corner: Place
    ) -> None:
        self.side, self.units, self.start = side, units, corner
        self.thickness = nudge
        self.slivers = VGroup(block(theme.RISE), block(theme.RISE))
        self.rest = block(theme.RUN)
        super().__init__(*self.slivers, self.rest)
        self.set_nudge(nudge)

    def set_thickness(self, thickness: float) -> Self:
        """Draw it as thick as this, in units of length; the lengths stay."""
        self.thickness = thickness
        return self.set_nudge(self.nudge)

    def set_nudge(self, nudge: float) -> Self:
        """Let the corner take another length; the slivers keep theirs."""
        self.nudge = nudge
        (x, y), (across, up) = self.start, self.units
        long = self.side * across
        lengths = (long, long, nudge * across)
        for piece, length in zip((*self.slivers, self.rest), lengths, strict=True):
            lay(piece, (x, y), (x + length, y + self.thickness * up))
            x += length
        return self
