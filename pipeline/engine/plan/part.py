"""Parts: stretches of whole beats of one clip, drawn side by side and joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lessons.model import Beat
from pipeline.engine.plan.job import LessonJob
from pipeline.protocol import ClipTask
from pipeline.types import Json, Profile, Subject

PART = "part"
"""What a record of a part of a clip is the result of."""


@dataclass(frozen=True, slots=True)
class PartJob:
    """Some beats of one clip, in a row. The worker plays the beats before them unseen.

    Parameters
    ----------
    clip_job
        The clip.
    first, last
        The numbers of its first and last beat, from 1.
    seconds
        How long it will take, learned from the clip's past.
    """

    clip_job: LessonJob
    first: int
    last: int
    seconds: float

    @property
    def beats(self) -> tuple[Beat, ...]:
        """The beats to draw."""
        return self.clip_job.clip.beats[self.first - 1 : self.last]

    @property
    def beat_names(self) -> tuple[str, ...]:
        """The names of the beats to draw."""
        return tuple(beat.name for beat in self.beats)

    @property
    def name(self) -> str:
        """The clip's name and the numbers of the beats: the stem of its log."""
        return f"{self.clip_job.name}.{self._numbers}"

    @property
    def subject(self) -> Subject:
        """The part, as ``05a.1-7``."""
        clip = self.clip_job.clip
        return Subject(PART, f"{clip.number}.{self._numbers}", clip.title, self.beat_names)

    @property
    def profile(self) -> Profile:
        """Size, rate and encoder."""
        return self.clip_job.profile

    @property
    def planned_frames(self) -> int:
        """How many of the clip's frames it draws, about."""
        return self.clip_job.frames_of(self.beats)

    @property
    def in_space(self) -> bool:
        """What is known of the clip."""
        return self.clip_job.in_space

    @property
    def formulas(self) -> str:
        """The clip's: its parts share them."""
        return self.clip_job.formulas

    @property
    def libraries(self) -> Sequence[str]:
        """What draws, and what computes."""
        return self.clip_job.libraries

    @property
    def record_fields(self) -> Json:
        """Those of the clip, with the beats: no estimate takes a part for a clip."""
        return {**self.clip_job.record_fields, "work": PART, "part": [self.first, self.last]}

    def task(self, output: Path) -> ClipTask:
        """Return what a worker is told to play, and where to write the video."""
        return replace(self.clip_job.task(output), beats=self.beat_names)

    @property
    def _numbers(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"
