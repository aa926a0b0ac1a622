"""Frame: everything visible stays on the screen and off the subtitles."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.review.rule import Rule
from pipeline.review.shapes import Box
from pipeline.review.sight import StageView
from pipeline.types import Finding
from scenes.layout import Layout, Region

SLACK = 0.02
"""One pixel of the draft profile, in frame units: half the rim of a frame that lies on the edge."""


class FrameRule(Rule):
    """Nothing outside the graphics-safe area, nothing in the strip of the subtitles."""

    name = "frame"

    def __init__(self, layout: Layout) -> None:
        self.layout = layout

    def see(self, look: StageView) -> Iterator[Finding]:
        """Return what leaves the safe area or stands where subtitles will."""
        for part in look.parts:
            over = beyond(part.box, self.layout.safe)
            strip = self.layout.full.bottom - part.box.bottom
            if over > SLACK:
                what = f"reaches {over:.2f} outside the safe area"
            elif strip > SLACK:
                what = f"reaches {strip:.2f} into the strip of the subtitles"
            else:
                continue
            yield Finding(self.name, look.beat, look.seconds, what, (part.name,))


def beyond(box: Box, region: Region) -> float:
    """Return by how much a box leaves a region, in frame units; at most 0 inside."""
    return max(
        region.left - box.left,
        box.right - region.right,
        region.bottom - box.bottom,
        box.top - region.top,
    )
