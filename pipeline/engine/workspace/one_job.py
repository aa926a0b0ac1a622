"""How one job is done: found in the store, or played by a worker and committed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import av

from pipeline.engine.keys.fingerprint import digest, take_fingerprint
from pipeline.engine.keys.reads import Place, missing_from_key
from pipeline.engine.keys.source_files import SourceFiles
from pipeline.engine.plan.job import Job, LessonJob, SceneJob
from pipeline.engine.plan.part import PartJob
from pipeline.engine.store.formulas import formulas_key, pack, unpack
from pipeline.engine.store.lock import scratch
from pipeline.engine.store.store import Record
from pipeline.engine.workers.child import Ending, run_child
from pipeline.engine.workers.dispatch import JobError
from pipeline.engine.workspace.known_reads import find_key, keep_reads
from pipeline.engine.workspace.run import Run
from pipeline.machine.videos import measure_video
from pipeline.protocol import (
    SOUND,
    TASK_FILE,
    VIDEO,
    BeatBegun,
    FrameDrawn,
    Message,
    Played,
    Remark,
    SceneTask,
    Task,
    encode,
    plain,
    read_spans,
)
from pipeline.types import Event, Fingerprint, Json, Segment, explain


def stored_video(run: Run, job: Job, files: SourceFiles) -> Record | None:
    """Return the record of the job's video in the store; ``None`` if it must be drawn.

    Beyond what the store verifies, the video must have the beats and frames of its record.
    ``files`` is of one look at many jobs.
    """
    known = take_fingerprint(job, files).key
    key = find_key(run.store, known, place_of(job)) if isinstance(job, SceneJob) else known
    record = run.store.verified_record(key) if key else None
    if key is None or record is None:
        return None
    try:
        beats = tuple(span.name for span in read_spans(record.body["beats"]))
        found = measure_video(run.store.blob(record.blob)).frames
        whole = (beats, found) == (job.subject.beats, record.body["frames"])
    except (KeyError, ValueError, IndexError, av.FFmpegError):
        whole = False
    if not whole:
        run.store.reject(key, "does not describe its video")
        return None
    if "sound" in record.body and run.store.verified_record(sound_key(key)) is None:
        return None
    return record


def draw(run: Run, job: Job, attempt: int) -> Record:
    """Draw a whole clip or scene and commit it to the store; one attempt.

    Raises
    ------
    JobError
        If it did not come to that.
    """
    log = log_of(run, job, f"attempt-{attempt}")
    try:
        fingerprint = take_fingerprint(job)
        with scratch(run.scratch_root) as folder:
            played = play(run, job, job.task(folder / VIDEO), fingerprint, log)
            if not (folder / VIDEO).is_file():
                raise JobError("ended in good order but left no video", log, again=True)
            if take_fingerprint(job).key != fingerprint.key:
                raise JobError("its sources changed while it was drawn", log, again=True)
            key = fingerprint.key
            if isinstance(job, SceneJob):
                key = keep_reads(run.store, key, played.reads, place_of(job), folder)
            if isinstance(job, PartJob):
                played = _own_beats(job, played)
            body = {**job.record_fields, **measured(played), "ingredients": fingerprint.ingredients}
            if played.sound:  # first: a record never names what is not there
                sound = run.store.commit(sound_key(key), folder / SOUND, {"work": "sound"})
                body["sound"] = sound.blob
            return run.store.commit(key, folder / VIDEO, body)
    except OSError as error:
        raise JobError(str(explain(error)), log) from error


def play(run: Run, job: Job, task: Task, fingerprint: Fingerprint, log: Path) -> Played:
    """Play a clip, some beats of it, or a scene, in a worker.

    Parameters
    ----------
    run, job
        For whom, and what it is about.
    task
        What the worker is told. It works in the folder of the task's output.
    fingerprint
        The job's.
    log
        Where the worker's prints go.

    Returns
    -------
    Played
        What the worker measured.

    Raises
    ------
    JobError
        If the worker did not come to its end.
    """
    folder = task.output.parent
    (folder / TASK_FILE).write_bytes(encode(task))

    # A worker counts the frames of the whole clip; a part counts its own.
    first = None if isinstance(job, PartJob) else 0

    def hear(message: Message) -> None:
        nonlocal first
        match message:
            case BeatBegun(beat, frame):
                if first is None and beat == job.subject.beats[0]:
                    first = frame
                if first is not None:  # else it is played unseen
                    run.listen(Event("beat", job.subject, {"beat": beat, "frame": frame - first}))
            case FrameDrawn(frame):
                run.listen(Event("frame", job.subject, {"frame": frame - (first or 0)}))
            case Remark(text):
                run.listen(Event("remark", job.subject, {"message": text}))

    report = _with_formulas(run, job, fingerprint, folder, log, hear)
    if report.handed_over and isinstance(task, SceneTask):
        hear(Remark(f"manim itself draws it: {report.reason}"))
        segments = task.segments or report.handed_over.segments
        task = replace(task, drawing="stock", segments=segments)
        return play(run, job, task, fingerprint, log)
    if not isinstance(report.result, Played):
        raise JobError(report.reason, log, again=report.again)
    clip_job = job.clip_job if isinstance(job, PartJob) else job
    if isinstance(clip_job, LessonJob):
        unknown = missing_from_key(report.result.reads, fingerprint, clip_job)
        if unknown:
            raise JobError(
                f"reads {', '.join(unknown)}, and would not be drawn again if that changed; "
                "a clip reads files of a folder called assets beside its scene, and no variables",
                log,
            )
    return report.result


def _own_beats(part: PartJob, played: Played) -> Played:
    """Return what was measured of a part's own beats; those before it were played unseen."""
    own = slice(part.first - 1, part.last)
    return replace(played, beats=played.beats[own], marks=played.marks[own])


def sound_key(key: str) -> str:
    """Return the key of the sound of the scene whose video has a key."""
    return digest({"sound of": key})


def place_of(job: SceneJob) -> Place:
    """Return where a scene is played."""
    return Place(job.source.parent, job.place)


def measured(played: Played) -> Json:
    """Return what a record says of how a clip or scene was played."""
    return {
        "frames": played.frames,
        "beats": plain(played.beats),
        "seconds": played.seconds,
        "marks": list(played.marks),
        "extras": plain((played.subcaptions, played.sections)),
        "output": [played.format, played.name, played.keeps_sections],
    }


def log_of(run: Run, job: Job, what: str) -> Path:
    """Return where a worker's prints go."""
    return run.folder / "logs" / f"{job.name}.{what}.log"


def segment_of(job: LessonJob, record: Record) -> Segment:
    """Return the segment that a record describes."""
    return Segment(
        name=job.name,
        clip=job.clip,
        key=record.key,
        blob=record.blob,
        size=record.size,
        frames=record.body["frames"],
        beats=read_spans(record.body["beats"]),
        speeches=job.speeches,
    )


def _with_formulas(
    run: Run,
    job: Job,
    fingerprint: Fingerprint,
    folder: Path,
    log: Path,
    hear: Callable[[Message], None],
) -> Ending:
    """Run the worker with the formulas that were compiled before, and keep the new ones."""
    store, key = run.store, formulas_key(job, fingerprint)
    known = store.verified_record(key)
    unpacked = unpack(store.blob(known.blob), folder) if known else frozenset()
    report = run_child(folder / TASK_FILE, log, run.limits, hear, run.cancelled, job.libraries)
    if report.orderly and (bundle := pack(folder, unpacked)):
        packed = folder / "formulas.zip"
        packed.write_bytes(bundle)
        store.commit(key, packed, {"formulas": job.formulas})
    return report
