"""Frame: everything visible stays on the screen, and what is read off the subtitles."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.review.rule import Rule
from pipeline.review.shapes import Box
from pipeline.review.sight import StageView, VisiblePart
from pipeline.types import Finding
from scenes.layout import Layout, Region

SLACK = 0.02
"""Frame units: one pixel of the draft profile, or half the stroke of a frame on the edge."""


class FrameRule(Rule):
    """No part lies outside of the graphics-safe area, and no text in the strip of the subtitles.

    A curve may run on below the subtitles, and so may the scale of an axis.
    """

    name = "frame"

    def __init__(self, layout: Layout) -> None:
        self.layout = layout

    def see(self, view: StageView) -> Iterator[Finding]:
        """Return the parts that leave the safe area, and texts that reach into the strip."""
        for part in view.parts:
            over = beyond(part.box, self.layout.safe)
            strip = self.layout.full.bottom - part.box.bottom
            if over > SLACK:
                what = f"reaches {over:.2f} outside the safe area"
            elif strip > SLACK and is_read(part):
                what = f"reaches {strip:.2f} into the strip of the subtitles"
            else:
                continue
            yield Finding(self.name, view.beat, view.seconds, what, (part.name,))


def is_read(part: VisiblePart) -> bool:
    """Whether a part is a letter of a text, not of the scale of an axis."""
    return part.text is not None and not part.text.scale


def beyond(box: Box, region: Region) -> float:
    """Return by how much a box leaves a region, in frame units; at most 0 inside."""
    return max(
        region.left - box.left,
        box.right - region.right,
        region.bottom - box.bottom,
        box.top - region.top,
    )
