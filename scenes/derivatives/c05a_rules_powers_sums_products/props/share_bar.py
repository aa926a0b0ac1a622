"""A bar of fixed length, and how much of it one part takes."""

from __future__ import annotations

from typing import Self

from manim import LEFT, RIGHT, Rectangle, VGroup

from scenes import theme

SHARE_LENGTH = 5.0
"""Length of the bar, in frame units."""


class ShareBar(VGroup):
    """A bar for a whole growth; its right end is the part that may be neglected.

    Parameters
    ----------
    share
        What the part takes of the whole, between 0 and 1.
    length
        Length of the bar, in frame units.
    """

    def __init__(self, share: float, length: float = SHARE_LENGTH) -> None:
        self.rest, self.part = (
            Rectangle(
                width=length,
                height=theme.CHIP_HEIGHT,
                stroke_width=0.0,
                fill_color=color,
                fill_opacity=theme.BAR_FILL,
            )
            for color in (theme.RISE, theme.APPROX)
        )
        super().__init__(self.rest, self.part)
        self.set_share(share)

    def set_share(self, share: float) -> Self:
        """Let the part take another share; the bar keeps its length."""
        self.share = share
        left, right = self.get_left(), self.get_right()
        length = right[0] - left[0]
        self.part.stretch_to_fit_width(max(length * share, theme.VANISH))
        self.part.move_to(right, aligned_edge=RIGHT)
        self.rest.stretch_to_fit_width(length - self.part.width)
        self.rest.move_to(left, aligned_edge=LEFT)
        return self
