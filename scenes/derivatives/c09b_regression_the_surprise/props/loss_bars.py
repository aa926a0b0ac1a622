"""Losses step by step, as upright bars with their numbers."""

from __future__ import annotations

from collections.abc import Sequence

from manim import DOWN, LEFT, RIGHT, UP, Line, Rectangle, VGroup

from scenes import theme
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral
from scenes.layout import Region

_WIDTH = 0.74
"""The width of a bar, as a share of the distance to the next one."""
_HEAD = 0.5
"""Room for the number on the highest bar, in frame units."""


class LossBars(VGroup):
    """One bar for each loss, as high as that is, with its number on top.

    Parameters
    ----------
    region
        Where they stand: the highest bar with its number fills its height.
    losses
        The losses, all positive.
    decimals
        Of the numbers.

    Attributes
    ----------
    letter, line, columns
        The letter J, the line on which the bars stand, and for each loss its bar and its number.
    """

    def __init__(self, region: Region, losses: Sequence[float], decimals: int) -> None:
        pitch, unit = region.width / len(losses), (region.height - _HEAD) / max(losses)
        self.columns = VGroup()
        for place, loss in enumerate(losses):
            bar = Rectangle(
                width=_WIDTH * pitch,
                height=unit * loss,
                stroke_width=0.0,
                fill_color=theme.ALARM,
                fill_opacity=theme.BAR_FILL,
            )
            x = region.left + (place + 0.5) * pitch
            bar.move_to((x, region.bottom, 0.0), aligned_edge=DOWN)
            number = Numeral(loss, decimals, size=theme.DIGIT_SIZE, color=theme.ALARM)
            if number.width > 0.95 * pitch:
                number.scale(0.95 * pitch / number.width)
            number.next_to(bar, UP, buff=theme.LEG_GAP)
            self.columns.add(VGroup(bar, number))
        self.line = Line(
            region.bottom * UP + region.left * RIGHT,
            region.bottom * UP + region.right * RIGHT,
            stroke_color=theme.MUTED,
            stroke_width=theme.AXIS_STROKE,
        )
        self.letter = Formula("J", size=theme.KEY_SIZE, color=theme.ALARM)
        self.letter.move_to(region.at(0.0, 0.9), aligned_edge=UP + LEFT)
        super().__init__(self.line, self.letter, self.columns)
