"""A card with a picture and, below it, the one word of a question."""

from __future__ import annotations

from manim import VGroup

from scenes import theme
from scenes.components.marks.plate import plate
from scenes.components.text.text import Words
from scenes.layout import Region

_WORD_SHARE = 0.2
"""How much of a card's height its word takes."""

_BASELINE = 0.35


class QuestionCard(VGroup):
    """A framed place for a picture, with a word and a question mark.

    Parameters
    ----------
    region
        Where it stands.
    word
        What is asked about.
    """

    def __init__(self, region: Region, word: str) -> None:
        self.frame = plate(region.width, region.height).move_to(region.center)
        inner = region.inset(theme.GUTTER)
        self.inside, below = inner.rows(1 - _WORD_SHARE, _WORD_SHARE)
        self.word = Words(f"{word}?", size=theme.TABLE_SIZE)
        below.place(self.word, 0.5, 0.5)
        self.word.stand_on(float(below.at(0.0, _BASELINE)[1]))  # as high on every card
        super().__init__(self.frame, self.word)
