"""Splitting: where to cut long clips, for the last of all jobs to end soon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.engine.workers.estimate import end_of, quickest_order

UNSEEN = 0.25
"""Seconds that a beat takes unseen: its objects are built and set, and no picture is drawn. That is
the same at every profile; ``python -m bench scale`` measures it."""

STARTING = 0.5
"""Seconds until a worker plays the first beat of its part."""

WORTH = 0.9
"""Clips are split only where that ends sooner than this share of the time without."""

_STEPS = 12
"""Longest parts that are tried, from the longest clip down to an equal share of all work."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Beats in a row: places of the first one and of the one after the last, and its seconds."""

    first: int
    end: int
    seconds: float


def split_clips(beats: Sequence[Sequence[float]], slots: int) -> list[list[Stretch]]:
    """Return into which stretches to cut each clip; one stretch says that it stays whole.

    A part of a clip costs what its own beats cost, a start, and the beats before it played unseen.
    Of several lengths that no part shall exceed, the one with the earliest end is taken; nothing is
    cut unless that ends clearly sooner.

    Parameters
    ----------
    beats
        For each clip the seconds that each of its beats takes.
    slots
        How many jobs run at a time.
    """
    whole = [[Stretch(0, len(seconds), sum(seconds))] for seconds in beats]
    best, soonest = whole, WORTH * _end(whole, slots)
    longest = max((sum(seconds) for seconds in beats), default=0.0)
    share = sum(map(sum, beats)) / slots
    if longest <= share:
        return whole  # no clip is in the way of an equal share
    for step in range(1, _STEPS + 1):
        limit = longest * (share / longest) ** (step / _STEPS)
        cut = [_cut(seconds, limit) for seconds in beats]
        end = _end(cut, slots)
        if end < soonest:
            best, soonest = cut, end
    return best


def _cut(seconds: Sequence[float], limit: float) -> list[Stretch]:
    """Cut a clip into as few stretches as ``limit`` allows, of about equal length.

    A beat is never cut, and may be longer than the limit.
    """
    if sum(seconds) <= limit:
        return [Stretch(0, len(seconds), sum(seconds))]
    shortest, longest = 0.0, limit
    count = len(_fill(seconds, limit))
    while longest - shortest > 0.01 * limit:
        middle = (shortest + longest) / 2
        if len(_fill(seconds, middle)) <= count:
            longest = middle
        else:
            shortest = middle
    return _fill(seconds, longest)


def _fill(seconds: Sequence[float], limit: float) -> list[Stretch]:
    """Fill one stretch after the other up to ``limit`` seconds; each has at least one beat."""
    stretches: list[Stretch] = []
    first, length = 0, 0.0
    for place, beat in enumerate(seconds):
        if place > first and length + beat > limit:
            stretches.append(Stretch(first, place, length))
            first, length = place, _before(place)
        length += beat
    return [*stretches, Stretch(first, len(seconds), length)]


def _before(place: int) -> float:
    """Return the seconds until a part that begins with the beat at ``place`` draws it."""
    return STARTING + place * UNSEEN


def _end(clips: Sequence[Sequence[Stretch]], slots: int) -> float:
    lengths = [stretch.seconds for clip in clips for stretch in clip]
    return end_of(quickest_order(lengths, slots), lengths, slots)
