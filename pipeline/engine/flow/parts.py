"""From clips to their videos by way of parts: where that pays, several workers draw one clip."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lessons.pacing import BeatSpan
from pipeline.engine.deliver.stitch import VideoPart, lesson_tags, stitch
from pipeline.engine.keys.fingerprint import take_fingerprint
from pipeline.engine.plan.job import LessonJob
from pipeline.engine.plan.part import PartJob
from pipeline.engine.store.lock import scratch
from pipeline.engine.store.store import Record
from pipeline.engine.workspace.one_job import measured
from pipeline.engine.workspace.run import Run
from pipeline.protocol import VIDEO, Played, Reads, read_spans
from pipeline.types import PipelineError, Subject


@dataclass(frozen=True, slots=True)
class Drawn:
    """A clip or a part of one, drawn: what it is, and its record."""

    job: LessonJob | PartJob
    record: Record

    @property
    def subject(self) -> Subject:
        """The clip or the part."""
        return self.job.subject

    @property
    def frames(self) -> int:
        """How many frames it has."""
        return int(self.record.body["frames"])


def join_parts(run: Run, job: LessonJob, parts: Sequence[Drawn]) -> Record:
    """Join the parts of a clip, without encoding again, and commit the clip to the store.

    The record is that of a clip drawn whole. What its beats cost is what they cost in their parts:
    the beats that a part played unseen are not counted.

    Parameters
    ----------
    run
        Where to work.
    job
        The clip.
    parts
        All of its parts, in order.

    Raises
    ------
    PipelineError
        If the clip's sources have changed since its parts were drawn.
    """
    fingerprint = take_fingerprint(job)
    if any(take_fingerprint(part.job).key != part.record.key for part in parts):
        raise PipelineError(f"the sources of clip {job.clip.number} changed while it was drawn")
    store = run.store
    videos = [VideoPart(store.blob(part.record.blob), part.frames) for part in parts]
    with scratch(run.scratch_root) as folder:
        tags = lesson_tags(job.lesson, job.clip.title)
        stitch(videos, folder / VIDEO, (), tags, job.lesson.language)
        body = {
            **job.record_fields,
            **measured(_joined([part.record for part in parts])),
            "ingredients": fingerprint.ingredients,
        }
        record = store.commit(fingerprint.key, folder / VIDEO, body)
    store.forget([part.record for part in parts])
    return record


def _joined(records: Iterable[Record]) -> Played:
    """Return what a worker would have measured that had drawn all of the parts."""
    frames, now = 0, 0.0
    beats: list[BeatSpan] = []
    marks: list[float] = []
    for record in records:
        body = record.body
        frames += body["frames"]
        beats += read_spans(body["beats"])
        if not marks:
            now = body["marks"][0]
        for began, ended in pairwise([*body["marks"], body["seconds"]]):
            marks.append(now)
            now += ended - began
    return Played(frames, now, Reads(), tuple(beats), tuple(marks))
