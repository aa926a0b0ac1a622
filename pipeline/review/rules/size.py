"""Size: no text smaller than the theme's floor."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.review.rule import Rule
from pipeline.review.sight import StageView
from pipeline.types import Finding
from scenes import theme

SLACK = 0.99
"""The share of the floor that is enough: outlines are measured to about one per cent."""


class SizeRule(Rule):
    """Every text at rest has at least the theme's smallest font size, as it is drawn."""

    name = "size"

    def see(self, view: StageView) -> Iterator[Finding]:
        """Return the texts that are too small where they rest."""
        if not view.still:
            return
        for text in view.texts:
            if text.size < SLACK * theme.FLOOR_SIZE:
                what = f"font size {text.size:.1f}, below {theme.FLOOR_SIZE:g}"
                yield Finding(self.name, view.beat, view.seconds, what, (text.name,))
