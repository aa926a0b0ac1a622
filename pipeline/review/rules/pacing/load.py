"""Load: few things move at once, and few ask to be looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.review.rule import Rule
from pipeline.review.shapes import Box
from pipeline.review.sight import StageView
from pipeline.types import Finding

MOVING, UNDIMMED = 3, 7
TOGETHER = 0.3
"""Frame units; boxes that stand no further apart count as one group."""


class LoadRule(Rule):
    """At most three things move at once; at most seven are not muted. Both are warnings."""

    name = "load"

    def see(self, view: StageView) -> Iterator[Finding]:
        """Return whether more moves, or more asks for attention, than a viewer can follow."""
        if view.moving > MOVING:
            what = f"{view.moving} things move at once; {MOVING} can be followed"
            yield Finding(self.name, view.beat, view.seconds, what, grave=False)
        if not view.still:
            return
        things = count_groups(part.box for part in view.parts if not part.quiet)
        if things > UNDIMMED:
            what = f"{things} things ask for attention; {UNDIMMED} can be held"
            yield Finding(self.name, view.beat, view.seconds, what, grave=False)


def count_groups(boxes: Iterable[Box]) -> int:
    """Return how many groups boxes form; a table is one, and so is a row of dots.

    A group has a box around all its parts, so that labels inside a graph belong to the graph.
    """
    groups: list[Box] = []
    for box in boxes:
        whole, apart = box, []
        for group in groups:
            if group.gap(whole) <= TOGETHER:
                whole = whole.around(group)
            else:
                apart.append(group)
        groups = [*apart, whole]
    return len(groups)
