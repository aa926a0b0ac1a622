"""What is left after each of a few steps: bars that keep the same share each time."""

from __future__ import annotations

from collections.abc import Sequence

from manim import LEFT, RIGHT, Animation, FadeIn, GrowFromEdge, LaggedStart, Rectangle, VGroup

from mathcore.values import FloatArray
from scenes import theme
from scenes.components.text.numeral import Numeral
from scenes.components.text.table import shortest

_NUMBERS = 1.1
"""Room for the numbers beside the bars of what is left."""
_PITCH = 0.47


class ShareRows(VGroup):
    """Level bars one under the other, each with its share of the first one.

    Parameters
    ----------
    shares
        From top to bottom; the first is the whole.
    width
        Width of the longest bar with its number, in frame units.
    color
        Colour of the bars, from the theme.
    """

    def __init__(
        self, shares: Sequence[float] | FloatArray, width: float, color: str = theme.INK
    ) -> None:
        super().__init__()
        self.bars, self.numbers = VGroup(), VGroup()
        longest = width - _NUMBERS
        for row, share in enumerate(shares):
            bar = Rectangle(
                width=max(longest * float(share), theme.VANISH),
                height=theme.CHIP_HEIGHT,
                stroke_width=0.0,
                fill_color=color,
                fill_opacity=theme.BAR_FILL,
            )
            bar.move_to((0.0, -row * _PITCH, 0.0), aligned_edge=LEFT)
            number = Numeral(float(share), shortest(float(share)), size=theme.DIGIT_SIZE)
            number.next_to(bar, RIGHT, buff=theme.LABEL_GAP)
            self.bars.add(bar)
            self.numbers.add(number)
        self.add(self.bars, self.numbers)

    def reveal(self) -> Animation:
        """Let the bars grow one after the other, each with its number."""
        return LaggedStart(
            *(
                LaggedStart(GrowFromEdge(bar, LEFT), FadeIn(number), lag_ratio=theme.LAG)
                for bar, number in zip(self.bars, self.numbers, strict=True)
            ),
            lag_ratio=theme.ROW_LAG,
            run_time=theme.GROUP,
        )
