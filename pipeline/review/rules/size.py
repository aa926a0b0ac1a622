"""Size: no text smaller than the theme's floor."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.review.rule import Rule
from pipeline.review.sight import StageView
from pipeline.types import Finding
from scenes import theme

SLACK = 0.99
"""Outlines are measured to about one per cent."""


class SizeRule(Rule):
    """What is to be read is large enough, on the frame that is drawn."""

    name = "size"

    def see(self, look: StageView) -> Iterator[Finding]:
        """Return the texts that are too small where they rest."""
        if not look.still:
            return
        for text in look.texts:
            if text.size < SLACK * theme.FLOOR_SIZE:
                what = f"font size {text.size:.1f}, below {theme.FLOOR_SIZE:g}"
                yield Finding(self.name, look.beat, look.seconds, what, (text.name,))
