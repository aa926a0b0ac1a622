"""Timing: cues on whole frames are made from the words of each beat and their times."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lessons.pacing import PACE
from pipeline.captions.cue import FASTEST, FEWEST_FRAMES, LONGEST, SHORTEST, Cue
from pipeline.captions.phrases import cut

LINGER = 0.5
"""Seconds for which a cue stays after its last word, if no cue follows."""


@dataclass(frozen=True, slots=True)
class SpokenBeat:
    """The words of a beat and when they are said.

    Attributes
    ----------
    text
        The words.
    start, end
        The first frame of the beat in the video, and the frame after its last.
    at, spoken
        When the voice begins, in seconds from the start of the beat, and for how many seconds it
        speaks; 0 without a voice.
    said
        When each word begins, in seconds from the start of the voice; empty if it is unknown.
    """

    text: str
    start: int
    end: int
    at: float = 0.0
    spoken: float = 0.0
    said: tuple[float, ...] = ()

    @property
    def speech(self) -> float:
        """For how many seconds the voice speaks, or would speak at the usual pace."""
        return self.spoken or len(self.words) / PACE

    @property
    def words(self) -> list[str]:
        """The words in order."""
        return self.text.split()


def make_cues(beats: Iterable[SpokenBeat], fps: int) -> list[Cue]:
    """Return the cues of all beats in order, without overlap, each on whole frames.

    A cue begins with its first word. It stands until the next one of its beat, or a moment longer
    than its last word; at least a second, at most seven; and never beyond its beat.
    """
    cues = []
    for beat in beats:
        cues += _cues_of(beat, fps)
    return _part(cues, fps)


def _cues_of(beat: SpokenBeat, fps: int) -> list[Cue]:
    pieces = cut(tuple(beat.words))
    begins = _begins(beat, fps)
    starts, place = [], 0
    for lines in pieces:
        starts.append(begins[place])
        place += sum(len(line.split()) for line in lines)
    length = (beat.end - beat.start) / fps
    last = min(length, max(beat.at + beat.speech + LINGER, starts[-1] + _least(pieces[-1])))
    # A cue that would be too short to be read borrows from the one before it.
    ends = [*starts[1:], last]
    for index in range(len(pieces) - 1, 0, -1):
        starts[index] = min(starts[index], ends[index] - _least(pieces[index]))
        ends[index - 1] = starts[index]
    starts[0] = max(0.0, min(starts[0], ends[0] - _least(pieces[0])))

    def on_frame(seconds: float) -> float:
        # Rounded down, so that a cue is there when its first word is said.
        return (beat.start + math.floor(seconds * fps + 1e-6)) / fps

    return [
        Cue(on_frame(start), on_frame(min(end, start + LONGEST)), lines)
        for start, end, lines in zip(starts, ends, pieces, strict=True)
    ]


def _begins(beat: SpokenBeat, fps: int) -> Sequence[float]:
    """Return when each word begins: as the voice reports, or spread by the length of the words."""
    if beat.said:
        return [beat.at + moment for moment in beat.said]
    speech = min(beat.speech, (beat.end - beat.start) / fps - beat.at)
    letters = [len(word) + 1 for word in beat.words]
    spread = [sum(letters[:place]) / sum(letters) for place in range(len(letters))]
    return [beat.at + speech * share for share in spread]


def _least(lines: Sequence[str]) -> float:
    """Return the least number of seconds for which lines must be shown."""
    return max(SHORTEST, sum(map(len, lines)) / FASTEST)


def _part(cues: Sequence[Cue], fps: int) -> list[Cue]:
    """Close gaps that would flicker: the earlier cue stays until the later one comes."""
    closed = [
        Cue(cue.start, after.start, cue.lines)
        if 0 < round((after.start - cue.end) * fps) < FEWEST_FRAMES
        else cue
        for cue, after in pairwise(cues)
    ]
    return [*closed, *cues[-1:]]
