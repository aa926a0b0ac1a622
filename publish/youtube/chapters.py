"""Chapters as YouTube shows them: lines of the description, each chapter long enough."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.captions.transcript import clock
from pipeline.captions.write import FEWEST_CHAPTERS, SHORTEST_CHAPTER
from pipeline.types import Chapter


def merged(chapters: Sequence[Chapter], fps: int) -> list[Chapter]:
    """Return chapters of at least ten seconds each; a short one is told with those after it.

    The last one is told with the one before it where it is too short. Where fewer than three are
    left, YouTube shows none, and none is returned.

    Parameters
    ----------
    chapters
        Without gaps, from the first frame on.
    fps
        Frames a second.
    """
    told: list[Chapter] = []
    for chapter in chapters:
        if told and _is_short(told[-1], fps):
            told[-1] = Chapter(told[-1].title, told[-1].start, chapter.end)
        else:
            told.append(chapter)
    if len(told) > 1 and _is_short(told[-1], fps):
        last = told.pop()
        told[-1] = Chapter(told[-1].title, told[-1].start, last.end)
    return told if len(told) >= FEWEST_CHAPTERS else []


def to_lines(chapters: Sequence[Chapter], fps: int) -> str:
    """Return chapters as lines ``0:00 Title``; the first begins at 0:00.

    A chapter begins at the first whole second in which it is on screen.
    """
    return "".join(f"{clock(-(-chapter.start // fps))} {chapter.title}\n" for chapter in chapters)


def _is_short(chapter: Chapter, fps: int) -> bool:
    # Both ends are told in whole seconds: what is left between them must be long enough.
    first, last = -(-chapter.start // fps), -(-chapter.end // fps)
    return last - first < SHORTEST_CHAPTER
