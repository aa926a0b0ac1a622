"""Overlap: no text is struck out by a line, and no two texts share a place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from pipeline.review.rule import Rule
from pipeline.review.sight import StageView, Text
from pipeline.types import Finding

NEAR = 0.05
"""Frame units; letters of two texts that stand closer are read as one text."""
LASTING = 0.75
"""Seconds for which two texts at rest may overlap while something else moves."""


class OverlapRule(Rule):
    """A text does not touch other texts, and nothing is painted across it."""

    name = "overlap"

    def __init__(self) -> None:
        self._since: dict[tuple[int, int], float] = {}

    def see(self, view: StageView) -> Iterator[Finding]:
        """Return the parts that cross a text, and the texts that overlap or nearly touch."""
        for crossing in view.crossings:
            part, names = crossing.part, (crossing.text.name, crossing.part.name)
            what = "text and something across it"
            if part.text is not None:
                what = "overlap"
                names = (crossing.text.name, part.text.name)
                names = (min(names), max(names))
            yield Finding(self.name, view.beat, view.seconds, what, names)
        yield from self._see_neighbours(view) if view.still else self._see_resting(view)

    def _see_neighbours(self, view: StageView) -> Iterator[Finding]:
        for first, second in combinations(view.texts, 2):
            apart = distance(first, second)
            if 0 <= apart < NEAR:
                what = f"stand {apart:.2f} apart: less than {NEAR}"
                names = (first.name, second.name)
                yield Finding(self.name, view.beat, view.seconds, what, names, grave=False)

    def _see_resting(self, view: StageView) -> Iterator[Finding]:
        since: dict[tuple[int, int], float] = {}
        resting = [text for text in view.texts if text.rests]
        for first, second in combinations(resting, 2):
            if distance(first, second) >= 0:
                continue
            pair = (id(first.inscription), id(second.inscription))
            since[pair] = self._since.get(pair, view.seconds)
            if view.seconds - since[pair] >= LASTING:
                names = sorted((first.name, second.name))
                yield Finding(self.name, view.beat, view.seconds, "overlap", tuple(names))
        self._since = since


def distance(first: Text, second: Text) -> float:
    """Return the distance between the nearest letters of two texts; negative if they overlap."""
    apart = first.box.gap(second.box)
    if apart >= NEAR:
        return apart
    return min(one.box.gap(other.box) for one in first.letters for other in second.letters)
