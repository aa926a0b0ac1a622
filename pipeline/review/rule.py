"""Rules: what each is given to see, and what it returns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lessons.model import Clip
from pipeline.review.sight import StageView
from pipeline.types import Finding


@dataclass(frozen=True, slots=True)
class Show:
    """A clip that was played: its words, its frame rate, and when each beat began and ended.

    ``spans`` holds, by beat in order, the first frame and the frame after the last; ``rested`` is
    for how many frames the last picture had stood when the clip ended.
    """

    clip: Clip
    fps: int
    spans: dict[str, tuple[int, int]]
    rested: int


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture as it goes out.

    Attributes
    ----------
    number, seconds
        When it is shown first.
    beat
        The beat that is played.
    pixels
        RGBA, shape ``(height, width, 4)``.
    repeat
        For how many frames it stands.
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
    """Watches every frame, sees every look, and then the whole; each rule does what it needs."""

    name: str

    def watch(self, _frame: Frame) -> Iterable[Finding]:
        """Return what is wrong with one picture."""
        return ()

    def see(self, _look: StageView) -> Iterable[Finding]:
        """Return what is wrong at one moment."""
        return ()

    def conclude(self, _show: Show) -> Iterable[Finding]:
        """Return what is wrong with the whole, when it is over."""
        return ()
