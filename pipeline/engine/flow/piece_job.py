"""The job of a piece: a beat of a clip, or the whole clip, as files of some kinds."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Self

from lessons.pacing import planned_frames
from pipeline.engine.keys.fingerprint import digest, take_fingerprint
from pipeline.engine.plan.job import LessonJob, tag_of
from pipeline.protocol import PieceKind, PieceTask
from pipeline.types import Subject


@dataclass(frozen=True, slots=True)
class PieceJob(LessonJob):
    """A piece of a clip, to be drawn as files of some kinds.

    Parameters
    ----------
    label
        What it is called in a run, where no other has this name.
    beat
        The beat's name; empty for the whole clip.
    kinds
        The kinds of files.
    transparent
        Whether the ground of the stage is seen through.
    """

    label: str = ""
    beat: str = ""
    kinds: tuple[PieceKind, ...] = ()
    transparent: bool = False

    @classmethod
    def of(
        cls,
        job: LessonJob,
        beat: str,
        kinds: tuple[PieceKind, ...],
        *,
        transparent: bool = False,
        label: str = "",
    ) -> Self:
        """Return a piece of the clip that a job draws; a label of its own, or its number."""
        given = {field.name: getattr(job, field.name) for field in fields(job)}
        made = cls(**given, beat=beat, kinds=kinds, transparent=transparent)
        return replace(made, label=label or made.number)

    @property
    def number(self) -> str:
        """Its number for people: of the beat, ``05b.4``, or of the clip."""
        (*_, number) = [self.clip.number] + [
            self.clip.beat_id(beat) for beat in self.clip.beats if beat.name == self.beat
        ]
        return number

    @property
    def name(self) -> str:
        """The stem of its files."""
        stem = f"{self.number}-{self.beat}" if self.beat else self.clip.name
        return stem + tag_of(self.parameters)

    @property
    def subject(self) -> Subject:
        """The piece; of a whole clip with its beats, of which the work tells."""
        beats = () if self.beat else tuple(beat.name for beat in self.clip.beats)
        return Subject("piece", self.label, self.beat or self.clip.title, beats)

    @property
    def planned_frames(self) -> int:
        """How many frames the piece has; what comes before it is played unseen, and quickly."""
        fps = self.profile.fps
        return sum(
            planned_frames(seconds=beat.seconds, voice=0.0, fps=fps)
            for beat in self.clip.beats
            if self.beat in ("", beat.name)
        )

    def piece_task(self, output: Path, kinds: tuple[PieceKind, ...]) -> PieceTask:
        """Return what a worker is told to draw, of some kinds, and beside which file."""
        task = self.task(output)
        given = {field.name: getattr(task, field.name) for field in fields(task)}
        given["beats"] = (self.beat,) if self.beat else None
        given["stills"] = all(kind.is_still for kind in kinds)
        return PieceTask(**given, kinds=kinds, transparent=self.transparent)

    def key_of(self, kind: PieceKind) -> str:
        """Return the key of its file of one kind."""
        return digest(
            {
                "piece of": take_fingerprint(self).key,
                "beat": self.beat,
                "kind": kind,
                "transparent": self.transparent,
            }
        )
