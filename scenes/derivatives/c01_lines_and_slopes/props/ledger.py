"""Slopes written one under the other, then taken apart into sign and size."""

from __future__ import annotations

from collections.abc import Sequence

from manim import (
    LEFT,
    UP,
    Animation,
    AnimationGroup,
    FadeIn,
    GrowFromEdge,
    Line,
    VGroup,
)

from mathcore.values import FloatArray
from scenes import theme
from scenes.components.rigs.chip import SlopeChip
from scenes.components.text.formula import fly
from scenes.components.text.numeral import Numeral
from scenes.components.text.text import Words
from scenes.layout import Region

LEDGER_POINT = 0.16
"""Where the numbers end, as a share of the ledger's width."""
LEDGER_ARROW = 0.27
"""Where the arrows stand, as a share of the ledger's width."""


class SlopeLedger(VGroup):
    """A column of slopes with an arrow for each sign and a bar for each size.

    Parameters
    ----------
    slopes
        From top to bottom.
    region
        Where the rows stand.
    unit
        Length of a bar per unit of slope, in frame units: that of the graph beside it, so that a
        rise can lie down and become its bar.
    """

    def __init__(self, slopes: Sequence[float] | FloatArray, region: Region, unit: float) -> None:
        rows = region.rows(*[1.0] * len(slopes))
        self.numbers = [
            Numeral(slope, plus=True, size=theme.CONCLUSION_SIZE, color=theme.EXACT)
            .move_to(row.center)
            .pin_point(row.at(LEDGER_POINT, 0.5)[0])
            for slope, row in zip(slopes, rows, strict=True)
        ]
        self.chips = [
            SlopeChip(slope, row.at(LEDGER_ARROW, 0.5), unit)
            for slope, row in zip(slopes, rows, strict=True)
        ]
        widest = max(self.chips, key=lambda chip: float(chip.bar.width))
        self.sign, self.size = (
            Words(word, size=theme.DIGIT_SIZE, color=theme.MUTED) for word in ("sign", "size")
        )
        self.sign.next_to(self.chips[0].arrow, UP, buff=theme.COLUMN_GAP / 2)
        self.size.move_to(widest.bar).stand_on(self.sign.baseline)
        super().__init__(*self.numbers, *self.chips, self.sign, self.size)

    def part_signs(self) -> Animation:
        """Let each number send out its arrow."""
        return AnimationGroup(
            FadeIn(self.sign),
            *(
                fly(number.whole[:1], chip.arrow)
                for number, chip in zip(self.numbers, self.chips, strict=True)
            ),
        )

    def part_sizes(self, rise: Line, row: int) -> Animation:
        """Let the bars grow; that of one row is the rise itself, lain down."""
        return AnimationGroup(
            FadeIn(self.size),
            *(
                chip.grow_from(rise) if place == row else GrowFromEdge(chip.bar, LEFT)
                for place, chip in enumerate(self.chips)
            ),
            *(
                fly(number.whole[-len(chip.size) :], chip.size)
                for number, chip in zip(self.numbers, self.chips, strict=True)
            ),
        )
