"""Load: few things move at once, and few ask to be looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.review.rule import Rule
from pipeline.review.shapes import Box
from pipeline.review.sight import StageView
from pipeline.types import Finding

MOVING, UNDIMMED = 3, 7
TOGETHER = 0.3
"""What stands no further apart is taken in as one thing, in frame units."""


class LoadRule(Rule):
    """At most three things move at once; at most seven are not muted. Both are warnings."""

    name = "load"

    def see(self, look: StageView) -> Iterator[Finding]:
        """Return where more is going on than can be followed."""
        if look.moving > MOVING:
            what = f"{look.moving} things move at once; {MOVING} can be followed"
            yield Finding(self.name, look.beat, look.seconds, what, grave=False)
        if not look.still:
            return
        things = count_groups(part.box for part in look.parts if not part.quiet)
        if things > UNDIMMED:
            what = f"{things} things ask for attention; {UNDIMMED} can be held"
            yield Finding(self.name, look.beat, look.seconds, what, grave=False)


def count_groups(boxes: Iterable[Box]) -> int:
    """Return into how many groups boxes fall that stand apart: a table is one, a row of dots too.

    A part is held by the box of its group, so that labels within a graph belong to the graph.
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
