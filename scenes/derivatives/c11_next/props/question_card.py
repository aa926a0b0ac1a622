"""A card with a picture and, below it or before it, the one word of a question."""

from __future__ import annotations

from manim import VGroup

from scenes import theme
from scenes.components.marks.plate import plate
from scenes.components.text.text import Words
from scenes.layout import Region

_WORD_SHARE = 0.2
"""How much of a card's height its word takes."""
_WORD_ROOM = 0.85
"""How much of it the word takes at least, in frame units."""

_BASELINE = 0.35
_BROAD, _BROAD_SHARE = 2.6, 0.34
"""The width per height from which a card has its word before the picture, and its share there."""


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
        if region.width > _BROAD * region.height:
            place, self.inside = inner.columns(_BROAD_SHARE, 1 - _BROAD_SHARE, gap=theme.GUTTER)
        else:
            share = max(_WORD_SHARE, _WORD_ROOM / inner.height)
            self.inside, place = inner.rows(1 - share, share)
        self.word = Words(f"{word}?", size=theme.TABLE_SIZE)
        place.place(self.word, 0.5, 0.5)
        self.word.stand_on(float(place.at(0.0, _BASELINE)[1]))  # as high on every card
        super().__init__(self.frame, self.word)
