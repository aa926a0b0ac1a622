"""Truth: every number on screen is one that the lesson's numbers produce."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.review.number_sources import NumberSources
from pipeline.review.rule import Rule
from pipeline.review.sight import StageView, Text
from pipeline.types import Finding

STRUCTURE = 9
"""An integer up to this, in words or in a formula, belongs to its form, as an exponent does."""

_NUMBER = re.compile(r"(?<![\w.#])\d[\d,]*(?:\.\d+)?")
_LABEL = re.compile(r":\s*[A-Za-z_][\w-]*\s*\}\}")
_NOT_A_NUMBER = re.compile(r"\bnan\b|\binf(inity)?\b", re.IGNORECASE)
_NEGATIVE_ZERO = re.compile(r"[-−]0(\.0+)?(?![\d.])")


class TruthRule(Rule):
    """Every number on screen was computed, and none is NaN, infinite or a negative zero."""

    name = "truth"

    def __init__(self, sources: NumberSources) -> None:
        self.sources = sources

    def see(self, view: StageView) -> Iterator[Finding]:
        """Return the numbers that were not computed, in stills, and the ones that are not valid."""
        for text in view.texts:
            for what in self._wrong(text, still=view.still):
                yield Finding(self.name, view.beat, view.seconds, what, (text.name,))

    def _wrong(self, text: Text, *, still: bool) -> Iterator[str]:
        if text.inscription.kind != "words" and _NOT_A_NUMBER.search(text.says):
            yield "is not a number"
        if _NEGATIVE_ZERO.search(text.says):
            yield "shows a zero with a minus sign"
        if not still or text.inscription.scale:
            return
        for value, decimals in numbers_in(text):
            if not self.sources.knows(value, decimals):
                yield f"{value:.{decimals}f} is none of the lesson's numbers"


def numbers_in(text: Text) -> list[tuple[float, int]]:
    """Return the numbers that a text shows, each with its decimals."""
    inscription = text.inscription
    if inscription.kind == "number":
        if inscription.value is None:
            return []
        return [(inscription.value, inscription.decimals)]
    found = []
    for match in _NUMBER.finditer(_LABEL.sub("}}", text.says)):
        digits = match[0].replace(",", "")
        decimals = len(digits.partition(".")[2])
        if decimals or float(digits) > STRUCTURE:
            found.append((float(digits), decimals))
    return found
