"""What the steps of an upload cost of the day's quota of the YouTube Data API, as of 2026-11."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from publish.youtube.steps import Step

UPLOADS_A_DAY, UNITS_A_DAY = 100, 10_000
_UNITS = {
    Step.INSERT: 0,
    Step.WORDS: 50,
    Step.CAPTIONS: 400,
    Step.CAPTIONS_AGAIN: 450,
    Step.THUMBNAIL: 50,
    # One unit more each for looking first whether it is done already.
    Step.PLAYLIST: 51,
    Step.DELETE: 51,
}
"""Uploads of videos are counted on their own, not in units."""


@dataclass(frozen=True, slots=True)
class QuotaCost:
    """What is spent of a day's quota.

    Attributes
    ----------
    uploads
        Of ``UPLOADS_A_DAY``.
    units
        Of ``UNITS_A_DAY``.
    """

    uploads: int
    units: int

    def __str__(self) -> str:
        told = (
            f"{self.uploads} of {UPLOADS_A_DAY} uploads and "
            f"{self.units:,} of {UNITS_A_DAY:,} units of a day's quota"
        )
        if self.uploads > UPLOADS_A_DAY or self.units > UNITS_A_DAY:
            return f"{told}: more than a day has, so that it stops and goes on the next day"
        return told


def cost_of(steps: Iterable[Step]) -> QuotaCost:
    """Return what steps cost when all goes well; after a fault a few units more are spent."""
    taken = list(steps)
    return QuotaCost(taken.count(Step.INSERT), sum(_UNITS[step] for step in taken))
