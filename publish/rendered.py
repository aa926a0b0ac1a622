"""Rendered videos as data: beats, videos and lessons as they lie in an output folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lessons.model import Beat, Clip, Lesson
from pipeline.engine.plan.job import LessonJob
from pipeline.engine.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class RenderedBeat:
    """A beat as it lies in a video.

    Attributes
    ----------
    clip, beat
        What was told and drawn.
    first, last, still
        Its first frame, the frame after its last one, and the one that shows it best, counted from
        the start of the video.
    shown
        Kind and text of each text on screen.
    """

    clip: Clip
    beat: Beat
    first: int
    last: int
    still: int
    shown: tuple[tuple[str, str], ...]

    @property
    def number(self) -> str:
        """Its number for people, ``"06.3"``."""
        return self.clip.beat_id(self.beat)


@dataclass(frozen=True, slots=True)
class RenderedVideo:
    """A video in the output folder, whole and unchanged since it was rendered.

    Attributes
    ----------
    stem
        Its name below the output folder, without an ending: ``"clips/06-the-explorer"``.
    folder
        The output folder.
    sha256
        Of the video.
    width, height, fps, frames
        Of its picture; how many frames it has.
    beats
        Every beat, in order.
    language
        In which it speaks.
    has_voice
        Whether any of its beats is spoken; else it has no sound.
    """

    stem: str
    folder: Path
    sha256: str
    width: int
    height: int
    fps: int
    frames: int
    beats: tuple[RenderedBeat, ...]
    language: str
    has_voice: bool = False

    @property
    def path(self) -> Path:
        """The video itself."""
        return self.folder / f"{self.stem}.mp4"

    @property
    def name(self) -> str:
        """The last part of its stem."""
        return self.stem.rpartition("/")[2]

    @property
    def seconds(self) -> float:
        """How long it is."""
        return self.frames / self.fps

    @property
    def clips(self) -> tuple[Clip, ...]:
        """Its clips, in order."""
        return tuple({beat.clip.number: beat.clip for beat in self.beats}.values())

    def poster_beat(self, thumbnails: Mapping[str, str]) -> RenderedBeat:
        """Return the beat that stands for it: the one that is named, or the last but one.

        Parameters
        ----------
        thumbnails
            Names of beats by the numbers of clips.
        """
        name = thumbnails.get(self.clips[0].number)
        named = [beat for beat in self.beats if beat.beat.name == name]
        return named[0] if named else self.beats[max(0, len(self.beats) - 2)]

    def beats_of(self, clip: Clip) -> tuple[RenderedBeat, ...]:
        """Return the beats of one of its clips."""
        return tuple(beat for beat in self.beats if beat.clip.number == clip.number)

    def captions(self, kind: str) -> Path:
        """Return the captions as ``vtt`` or ``srt``, or the ``descriptions.vtt``."""
        return self.folder / f"captions/{self.stem}.{self.language}.{kind}"


@dataclass(frozen=True, slots=True)
class RenderedLesson:
    """The videos of a lesson, or of some of its clips.

    Attributes
    ----------
    lesson, plan
        What was asked for, with the words that are true for its parameters.
    whole
        The video of all clips that were asked for; ``None`` where some clips were named and the
        lesson's video holds others.
    clips
        One video for each.
    """

    lesson: Lesson
    plan: Plan
    whole: RenderedVideo | None
    clips: tuple[RenderedVideo, ...]

    @property
    def videos(self) -> tuple[RenderedVideo, ...]:
        """Every video, that of the lesson first."""
        return ((self.whole,) if self.whole else ()) + self.clips

    def job_of(self, clip: Clip) -> LessonJob:
        """Return the job of one of its clips."""
        return next(job for job in self.plan.jobs if job.clip.number == clip.number)
