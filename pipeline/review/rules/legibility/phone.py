"""Phone: every text can be read on a phone, and what the voice needs without effort."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.review.rule import Rule
from pipeline.review.sight import StageView, Text
from pipeline.types import Finding
from scenes import theme

PHONE = 360
"""How many pixels wide a picture is on a phone that is held upright."""
LEAST, CODE, NEEDED = 7.0, 7.8, 9.0
"""Font sizes in pixels on a phone: of any text, of code, and of a text that the voice needs."""
UNITS_PER_SIZE = 0.01
"""Frame units per unit of manim's font size."""
SLACK = 0.99
"""The share of a limit that is enough: outlines are measured to about one per cent."""


class PhoneRule(Rule):
    """A text at rest has at least 7 pixels on a phone; below 9, what the voice needs is a warning.

    The voice needs every text except the scales of axes, their names, and what has been set aside:
    numbers of a scale are marked as such, and the other two have the colour MUTED throughout. Code
    may be a little smaller, for a line of it is long.

    Parameters
    ----------
    width
        Width of the frame, in frame units.
    """

    name = "phone"

    def __init__(self, width: float) -> None:
        self.pixels_per_size = PHONE * UNITS_PER_SIZE / width

    def see(self, view: StageView) -> Iterator[Finding]:
        """Return the texts that are too small where they rest."""
        if not view.still:
            return
        for text in view.texts:
            pixels = text.size * self.pixels_per_size
            grave = pixels < SLACK * LEAST
            limit = LEAST if grave else limit_of(text)
            if pixels < SLACK * limit:
                seen = f"font size {text.size:.1f} is {pixels:.1f} pixels on a phone"
                what = f"{seen}, below {limit:g}"
                yield Finding(self.name, view.beat, view.seconds, what, (text.name,), grave=grave)


def limit_of(text: Text) -> float:
    """Return the least font size of a text, in pixels on a phone."""
    if text.inscription.scale or all(part.main.color == theme.MUTED for part in text.letters):
        return LEAST
    return CODE if theme.CODE_FONT in text.says else NEEDED
