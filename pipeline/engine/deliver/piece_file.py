"""A piece under its final name: a film with its tags, or a picture as it is."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from pipeline.engine.deliver.outputs import whole
from pipeline.engine.deliver.stitch import VideoPart, copy_video, lesson_tags, stitch
from pipeline.engine.plan.job import LessonJob
from pipeline.machine.videos import measure_video
from pipeline.protocol import PieceKind, read_spans
from pipeline.types import Chapter, Format, Json

_FILMS = (PieceKind.MP4, PieceKind.MOV, PieceKind.WEBM)


@dataclass(frozen=True, slots=True)
class PieceFile:
    """A file of one piece.

    Attributes
    ----------
    path, kind
        Where it is, and what.
    width, height
        Of the picture, in pixels; of an SVG in its own units.
    frames, seconds
        How many pictures it has, and how long they last; a still has one and no length.
    size
        In bytes.
    """

    path: Path
    kind: PieceKind
    width: int
    height: int
    frames: int
    seconds: float
    size: int

    @property
    def rate(self) -> float:
        """Frames a second; zero for a still."""
        return self.frames / self.seconds if self.seconds else 0.0


def write_piece(
    target: Path, source: Path, kind: PieceKind, body: Json, job: LessonJob, beat: str
) -> PieceFile:
    """Give a file of the store its final name, whole or not at all.

    Parameters
    ----------
    target, source
        The file, and the one of the store.
    kind, body
        What it is, and what its record says of it.
    job, beat
        The clip, and the name of its beat; empty for the whole clip.
    """
    profile, frames = job.profile, int(body["drawn"])
    if kind in _FILMS:
        chapters = [Chapter(span.name, span.start, span.end) for span in read_spans(body["beats"])]
        stitch(
            [VideoPart(source, frames)],
            target,
            () if beat else chapters,
            lesson_tags(job.lesson, f"{job.clip.title} ({beat})" if beat else job.clip.title),
            job.lesson.language,
            container=Format(kind.value),
        )
    elif kind is PieceKind.SVG:
        with whole(target) as temporary:
            shutil.copyfile(source, temporary)
    else:
        copy_video(source, target)
    found = 1 if kind.is_still else measure_video(target).frames
    seconds = 0.0 if kind.is_still else frames / profile.fps
    size = target.stat().st_size
    return PieceFile(target, kind, profile.width, profile.height, found, seconds, size)
