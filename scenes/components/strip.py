"""A row of numbers that fills up from left to right."""

from __future__ import annotations

from collections.abc import Sequence

from manim import RIGHT, UP, Animation, FadeIn, VGroup

from scenes import theme
from scenes.components.numeral import Numeral
from scenes.components.table import shortest


class NumberStrip(VGroup):
    """Numbers side by side on one baseline, evenly spaced: −5 −3 −1 1 3 5.

    Parameters
    ----------
    values
        The numbers, unrounded.
    decimals
        Digits after the point; ``None`` for as few as each number needs.
    gap
        Distance between neighbours.
    plus
        Whether positive numbers show their sign.
    size, color
        Named in the theme.
    """

    def __init__(
        self,
        values: Sequence[float],
        decimals: int | None = None,
        *,
        gap: float = theme.COLUMN_GAP,
        plus: bool = False,
        size: float = theme.LABEL_SIZE,
        color: str = theme.INK,
    ) -> None:
        self.numbers = [
            Numeral(
                float(value),
                shortest(float(value)) if decimals is None else decimals,
                plus=plus,
                size=size,
                color=color,
            )
            for value in values
        ]
        edge = 0.0
        for number in self.numbers:
            number.start_at(edge).stand_on(0.0)
            edge = number.slots_right + gap
        super().__init__(*self.numbers)

    def enter(self, index: int) -> Animation:
        """Bring one number in, from below."""
        return FadeIn(self.numbers[index], shift=UP * theme.NUDGE_SHIFT, run_time=theme.FADE)

    def spread(self, width: float) -> NumberStrip:
        """Space the numbers evenly over a width, each centred in its share."""
        pitch = width / len(self.numbers)
        start = float(self.get_left()[0])
        for index, number in enumerate(self.numbers):
            number.shift(RIGHT * (start + (index + 0.5) * pitch - number.get_center()[0]))
        return self
