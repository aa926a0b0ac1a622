"""A bar that stands for a whole, with one part of it at the right end, both true to length."""

from __future__ import annotations

from manim import VGroup

from scenes import theme
from scenes.derivatives.c05a_rules_powers_sums_products.props.blocks import Place, block, lay

THICKNESS = 0.42
"""The height of a bar, in frame units."""


class ShareBar(VGroup):
    """A bar in the colour of a rise whose right end, a share of its length, is left over.

    Parameters
    ----------
    share
        The part of the whole that the right end takes, from 0 to 1.
    length
        The length of the whole, in frame units.
    start
        The middle of its left end.
    """

    def __init__(self, share: float, length: float, start: Place) -> None:
        self.main, self.rest = block(theme.RISE, 1.0), block(theme.APPROX, 1.0)
        # An outline would be thicker than a small share is long.
        for piece in (self.main, self.rest):
            piece.set_stroke(width=0.0)
        super().__init__(self.main, self.rest)
        x, y = start
        border, half = x + length * (1 - share), THICKNESS / 2
        lay(self.main, (x, y - half), (border, y + half))
        lay(self.rest, (border, y - half), (x + length, y + half))
