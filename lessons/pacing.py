"""Pacing: how long a beat lasts. One rule for the stage, the plan and the voice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
from typing import Self

MAX_WORDS_PER_SECOND = 2.5
"""The fastest narration a beat may ask for, averaged over the whole beat."""

BREATH = 0.6
"""Seconds of quiet at the end of a beat."""

PACE = 2.6
"""Words a second that a voice is assumed to speak before it was recorded, pauses included."""


@dataclass(frozen=True, slots=True)
class BeatSpan:
    """A beat as it was played, in frames from the start of its clip or video.

    Attributes
    ----------
    name
        The beat's name.
    start
        Its first frame.
    cue
        The frame from which the voice may speak: a title card is read in silence before it.
    still
        The first frame of the hold at the beat's end, when everything has stopped moving.
    end
        The frame after its last one.
    shown
        What could be read whenever a motion had ended: the kind of each text (``words``,
        ``formula`` or ``number``) and what it says, without the scales of axes.
    """

    name: str
    start: int
    cue: int
    still: int
    end: int
    shown: tuple[tuple[str, str], ...] = ()

    @property
    def frames(self) -> int:
        """How many frames the beat has."""
        return self.end - self.start

    def after(self, frames: int) -> Self:
        """Return the beat as it lies in a video where ``frames`` frames come before its clip."""
        return replace(
            self,
            start=self.start + frames,
            cue=self.cue + frames,
            still=self.still + frames,
            end=self.end + frames,
        )


def whole_frames(seconds: float, fps: float) -> int:
    """Return ``seconds`` in frames, rounded, at least one."""
    return max(1, round(seconds * fps))


def beat_end(
    *, start: int, cue: int, still: int, seconds: float, voice: float, spoken: float, fps: float
) -> int:
    """Return the frame after the last one of a beat.

    A beat lasts as long as its motion and a breath, its planned seconds, or its voice and a breath,
    whichever is longest.

    Parameters
    ----------
    start, cue, still
        The beat's first frame, the frame at which its voice may begin, and the frame at which its
        motion has ended.
    seconds
        Its planned length.
    voice
        How long its voice speaks, in seconds; 0 where there is none.
    spoken
        How long its words take at ``PACE``, in seconds. They are given this time where a title card
        has delayed the cue, because the planned seconds do not include the card.
    fps
        Frames a second.
    """
    if cue > start:
        voice = max(voice, spoken)
    return max(
        still + whole_frames(BREATH, fps),
        start + whole_frames(seconds, fps),
        cue + ceil((voice + BREATH) * fps) if voice else 0,
    )


def planned_frames(*, seconds: float, voice: float, fps: float) -> int:
    """Return how many frames a beat is planned to have; its motion may need a few more.

    ``seconds`` and ``voice`` are as for ``beat_end``.
    """
    return whole_frames(max(seconds, voice + BREATH if voice else 0.0), fps)


def prolongs(*, seconds: float, voice: float, spoken: float, has_card: bool) -> bool:
    """Whether a voice may make a beat longer than it is without one.

    ``seconds``, ``voice`` and ``spoken`` are as for ``beat_end``; ``has_card`` says whether a title
    card may stand before the beat's words.
    """
    return voice + BREATH > seconds or (has_card and voice > spoken)
