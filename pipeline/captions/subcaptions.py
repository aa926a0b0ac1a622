"""Subcaptions: the lines that a user's scene has asked for, as cues."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.captions.cue import Cue


def cues_of_scene(lines: Iterable[tuple[float, float, str]]) -> list[Cue]:
    """Return cues from start, end and text of each line, in the order of time.

    Two of them may overlap, as the scene wants it; a line without an end after its start or without
    words is left out.
    """
    cues = [
        Cue(max(0.0, start), end, tuple(text.strip().splitlines()))
        for start, end, text in lines
        if end > max(0.0, start) and text.strip()
    ]
    return sorted(cues, key=lambda cue: (cue.start, cue.end))


def in_turn(cues: Sequence[Cue], seconds: float) -> list[Cue]:
    """Return cues of which none lies over another, or over the end of a video.

    A track of timed text shows one at a time: each ends when the next begins.
    """
    ends = [*(later.start for later in cues[1:]), seconds]
    cut = [
        replace(cue, end=min(cue.end, end, seconds)) for cue, end in zip(cues, ends, strict=False)
    ]
    return [cue for cue in cut if cue.end > cue.start]
