"""Dim: a text that is dimmed can still be read."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.review.rule import Rule
from pipeline.review.rules.legibility.contrast import contrast_of
from pipeline.review.sight import StageView
from pipeline.types import Finding
from scenes import theme

LEAST = 3.0
"""WCAG 2.2, success criterion 1.4.3, of large text."""
SLACK = 0.02
"""A contrast that is less than this below the limit counts as enough: colours are rounded."""


class DimRule(Rule):
    """A dimmed text keeps a contrast of 3 : 1 with its ground.

    Only stills are judged, so that a text which fades in or out is not. ``ContrastRule`` judges the
    texts that are not dimmed.
    """

    name = "dim"

    def see(self, view: StageView) -> Iterator[Finding]:
        """Return the dimmed texts that do not stand out, each with its faintest letter."""
        if not view.still:
            return
        faintest: dict[str, float] = {}
        for index, part in enumerate(view.parts):
            if part.text is None or not part.dimmed:
                continue
            found = contrast_of(part, view.behind.get(index, theme.BG))
            if found < LEAST - SLACK:
                name = part.text.name
                faintest[name] = min(found, faintest.get(name, LEAST))
        for name, found in faintest.items():
            what = f"dimmed to a contrast of {found:.1f} : 1 with its ground, below {LEAST:g}"
            yield Finding(self.name, view.beat, view.seconds, what, (name,))
