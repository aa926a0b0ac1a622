"""Rules: what a rule of the review gets, and what it returns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lessons.model import Clip
from lessons.pacing import BeatSpan
from pipeline.review.sight import StageView
from pipeline.types import Finding


@dataclass(frozen=True, slots=True)
class Show:
    """A clip that was played: its words, its frame rate, and when each beat began and ended.

    ``spans`` says by name where each beat lies; ``rested`` is the number of frames for which the
    last picture was shown.
    """

    clip: Clip
    fps: int
    spans: Mapping[str, BeatSpan]
    rested: int


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture that is shown to the viewer.

    Attributes
    ----------
    number, seconds
        The number of its first frame, and the time of that frame.
    beat
        The beat that is played.
    pixels
        RGBA, shape ``(height, width, 4)``.
    repeat
        The number of frames for which it is shown.
    opens
        Whether it is the first of its beat.
    """

    number: int
    seconds: float
    beat: str
    pixels: NDArray[np.uint8]
    repeat: int
    opens: bool


class Rule:
    """Judges frames, views of the stage and the whole clip; each rule overrides what it needs."""

    name: str

    def watch(self, _frame: Frame) -> Iterable[Finding]:
        """Return the faults of one picture."""
        return ()

    def see(self, _view: StageView) -> Iterable[Finding]:
        """Return the faults of the stage at one moment."""
        return ()

    def end(self, _view: StageView) -> Iterable[Finding]:
        """Return the faults of the last still of a beat, when the beat is over."""
        return ()

    def conclude(self, _show: Show) -> Iterable[Finding]:
        """Return the faults of the whole clip, after its end."""
        return ()
