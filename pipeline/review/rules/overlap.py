"""Overlap: no text is struck out by a line, and no two texts share a place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from pipeline.review.rule import Rule
from pipeline.review.sight import StageView, Text
from pipeline.types import Finding

NEAR = 0.05
"""Letters of two texts that stand closer read as one, in frame units."""
LASTING = 0.75
"""Texts that rest on each other for as long as this, while something else moves, in seconds."""


class OverlapRule(Rule):
    """Text stands free: of other text, and of what is painted under or over it."""

    name = "overlap"

    def __init__(self) -> None:
        self._since: dict[tuple[int, int], float] = {}

    def see(self, look: StageView) -> Iterator[Finding]:
        """Return what crosses a text, and which texts overlap or nearly touch."""
        for crossing in look.crossings:
            part, names = crossing.part, (crossing.text.name, crossing.part.name)
            what = "text and something across it"
            if part.text is not None:
                what = "overlap"
                names = (crossing.text.name, part.text.name)
                names = (min(names), max(names))
            yield Finding(self.name, look.beat, look.seconds, what, names)
        yield from self._see_neighbours(look) if look.still else self._see_resting(look)

    def _see_neighbours(self, look: StageView) -> Iterator[Finding]:
        for first, second in combinations(look.texts, 2):
            apart = distance(first, second)
            if 0 <= apart < NEAR:
                what = f"stand {apart:.2f} apart: less than {NEAR}"
                names = (first.name, second.name)
                yield Finding(self.name, look.beat, look.seconds, what, names, grave=False)

    def _see_resting(self, look: StageView) -> Iterator[Finding]:
        since: dict[tuple[int, int], float] = {}
        resting = [text for text in look.texts if text.rests]
        for first, second in combinations(resting, 2):
            if distance(first, second) >= 0:
                continue
            pair = (id(first.inscription), id(second.inscription))
            since[pair] = self._since.get(pair, look.seconds)
            if look.seconds - since[pair] >= LASTING:
                names = sorted((first.name, second.name))
                yield Finding(self.name, look.beat, look.seconds, "overlap", tuple(names))
        self._since = since


def distance(first: Text, second: Text) -> float:
    """Return the distance between the nearest letters of two texts; negative if they overlap."""
    apart = first.box.gap(second.box)
    if apart >= NEAR:
        return apart
    return min(one.box.gap(other.box) for one in first.letters for other in second.letters)
