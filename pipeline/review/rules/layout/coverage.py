"""Coverage: the picture at a beat's end uses the frame."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce

from pipeline.review.rule import Rule
from pipeline.review.shapes import Box, is_closed
from pipeline.review.sight import FAINT, StageView, VisiblePart
from pipeline.types import Finding
from scenes import theme
from scenes.layout import Layout

LEAST = 0.45
"""The share of the safe area that the box around everything visible covers."""
_GROUND = {theme.GRID, theme.BG, theme.PANEL}


class CoverageRule(Rule):
    """A beat ends with a picture that fills at least 45 per cent of the safe area.

    One box is drawn around all texts and shapes, without the lines of a grid and plates that have
    no rim. The rule does not see how empty that box is: two words in opposite corners fill it.
    """

    name = "coverage"

    def __init__(self, layout: Layout) -> None:
        self.layout = layout

    def end(self, view: StageView) -> Iterator[Finding]:
        """Return whether the last picture of a beat leaves too much of the frame empty."""
        share = self._share(view)
        if share < LEAST:
            what = f"the picture covers {share:.0%} of the safe area, below {LEAST:.0%}"
            yield Finding(self.name, view.beat, view.seconds, what, (f"the end of {view.beat}",))

    def _share(self, view: StageView) -> float:
        boxes = [part.box for part in view.parts if not is_ground(part)]
        if not boxes:
            return 0.0
        box, safe = reduce(Box.around, boxes), self.layout.safe
        width = min(box.right, safe.right) - max(box.left, safe.left)
        height = min(box.top, safe.top) - max(box.bottom, safe.bottom)
        return max(width, 0.0) * max(height, 0.0) / (safe.width * safe.height)


def is_ground(part: VisiblePart) -> bool:
    """Whether a part is a line of a grid, or a plate without a rim."""
    if part.main.color not in _GROUND:
        return False
    has_rim = part.stroke.opacity > FAINT and is_closed(part.mobject.points)
    return not has_rim or part.stroke.color == theme.BG
