"""The workshop: where a run works, and how one job is done from start to end."""

from __future__ import annotations

import errno
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Event as Flag

import av

from pipeline.child import Report, run_child
from pipeline.dispatch import JobError
from pipeline.executors import default_jobs
from pipeline.fingerprint import take_fingerprint
from pipeline.formulas import formulas_key, harvest, lend
from pipeline.job import Job, LessonJob
from pipeline.lock import hold, scratch
from pipeline.stitch import measure
from pipeline.store.backend import LocalBackend
from pipeline.store.cas import Record, Store
from pipeline.types import (
    Event,
    Fingerprint,
    Json,
    Limits,
    Listener,
    MachineError,
    Profile,
    Segment,
    Span,
    ignore,
)

MEDIA = Path("media")
"""Everything that is generated, below the current folder."""

VIDEO = "video.mp4"
"""What a worker calls its video, in its own folder."""


@dataclass(frozen=True)
class Workshop:
    """Where and how a run works.

    Parameters
    ----------
    lesson_name
        Which lesson; empty where scenes of somebody's files are drawn, which say ``out``.
    profile
        Size, rate and encoder.
    store_root
        The store's folder.
    out
        The output folder; by default ``media/<lesson>/<profile>``.
    settings
        Parameters by name, as the lecturer asks for them.
    slots
        How many jobs are done side by side.
    limits
        What one worker may take.
    listen
        Whoever watches.
    """

    lesson_name: str
    profile: Profile
    store_root: Path = MEDIA / ".store"
    out: Path | None = None
    settings: Mapping[str, object] = field(default_factory=dict)
    slots: int = field(default_factory=default_jobs)
    limits: Limits = field(default_factory=Limits)
    listen: Listener = ignore
    cancelled: Flag = field(default_factory=Flag)

    @property
    def folder(self) -> Path:
        """The output folder."""
        lesson = self.lesson_name.rpartition(".")[2]
        return (self.out or MEDIA / lesson / self.profile.name).resolve()

    @property
    def _folder_lock(self) -> Path:
        return self.folder / ".lock"

    @property
    def _store_lock(self) -> Path:
        return self.store_root / ".lock"

    @property
    def store(self) -> Store:
        """The store; what it sets aside is told to whoever watches."""

        def on_damage(message: str) -> None:
            self.listen(Event("damaged", data={"message": message}))

        return Store(LocalBackend(self.store_root.resolve()), on_damage)

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Hold the output folder alone and the store with others.

        Raises
        ------
        MachineError
            If another run holds them, or a folder cannot be written.
        """
        with self.visited(), hold(self._folder_lock, what=f"the output folder {self.folder}"):
            yield

    @contextmanager
    def visited(self) -> Iterator[None]:
        """Hold the store with others: for work beside a run, which leaves no finished video.

        Raises
        ------
        MachineError
            If the store is being trimmed, or a folder cannot be written.
        """
        try:
            with hold(self._store_lock, shared=True, what=f"the store {self.store_root}"):
                yield
        except OSError as error:
            raise explain(error) from error

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the store alone: for work that no run may meet.

        Raises
        ------
        MachineError
            If a run is using the store, or it cannot be written.
        """
        try:
            with hold(self._store_lock, what=f"the store {self.store_root}"):
                yield
        except OSError as error:
            raise explain(error) from error

    def recall(self, job: Job) -> Record | None:
        """Return the record of the job's video, verified; ``None`` if it must be drawn."""
        key = take_fingerprint(job).key
        record = self.store.lookup(key)
        if record is None:
            return None
        try:
            beats = tuple(span_of(beat).name for beat in record.body["beats"])
            found, _ = measure(self.store.blob(record.blob))
            whole = (beats, found) == (job.subject.beats, record.body["frames"])
        except (KeyError, TypeError, IndexError, av.FFmpegError):
            whole = False
        if not whole:
            self.store.reject(key, "does not describe its video")
            return None
        return record

    def draw(self, job: Job, attempt: int) -> Record:
        """Draw a whole clip or scene and commit it to the store; one attempt.

        Raises
        ------
        JobError
            If it did not come to that.
        """
        log = self.log(job, f"attempt-{attempt}")
        try:
            fingerprint = take_fingerprint(job)
            with scratch(self.store_root.resolve() / "scratch") as folder:
                result = self.play(job, fingerprint, folder, log)
                if not (folder / VIDEO).is_file():
                    raise JobError("ended in good order but left no video", log, again=True)
                if take_fingerprint(job).key != fingerprint.key:
                    raise JobError("its sources changed while it was drawn", log, again=True)
                body = {
                    **job.filed,
                    **{name: result[name] for name in ("frames", "beats", "seconds", "marks")},
                    "ingredients": fingerprint.ingredients,
                }
                return self.store.commit(fingerprint.key, folder / VIDEO, body)
        except OSError as error:
            raise JobError(str(explain(error)), log) from error

    def play(
        self,
        job: Job,
        fingerprint: Fingerprint,
        folder: Path,
        log: Path,
        *,
        beats: Sequence[str] | None = None,
        stills: bool = False,
        eye: bool = False,
    ) -> Json:
        """Play a clip, some beats of it, or a scene, in a child process that works in ``folder``.

        Parameters
        ----------
        job, fingerprint
            What to play.
        folder, log
            Where the child works, and where its prints go.
        beats
            The beats to draw, by name; by default all.
        stills
            Keep the last picture of each beat instead of a video.
        eye
            Look at each frame instead of encoding it.

        Returns
        -------
        Json
            What the worker measured. The video or the stills lie in ``folder``.
        """
        spec = {
            **job.spec,
            "beats": beats,
            "stills": stills,
            "eye": eye,
            "output": str(folder / VIDEO),
        }
        (folder / "spec.json").write_text(json.dumps(spec), encoding="utf-8")

        def hear(message: Json) -> None:
            if message["event"] in ("beat", "frame", "remark"):
                self.listen(Event(message["event"], job.subject, message))

        report = self._with_formulas(job, fingerprint, folder, log, hear)
        if report.result is None:
            raise JobError(report.reason, log, again=report.again)
        return report.result

    def log(self, job: Job, what: str) -> Path:
        """Return where the worker's prints go."""
        return self.folder / "logs" / f"{job.name}.{what}.log"

    def watched_by(self, listen: Listener) -> Workshop:
        """Return the same workshop with somebody else watching."""
        return replace(self, listen=listen)

    def _with_formulas(
        self,
        job: Job,
        fingerprint: Fingerprint,
        folder: Path,
        log: Path,
        hear: Callable[[Json], None],
    ) -> Report:
        """Run the child with the formulas that were compiled before, and keep the new ones."""
        store, key = self.store, formulas_key(job, fingerprint)
        known = store.lookup(key)
        lent = lend(store.blob(known.blob), folder) if known else frozenset()
        report = run_child(
            folder / "spec.json", log, self.limits, hear, self.cancelled, job.libraries
        )
        if report.orderly and (bundle := harvest(folder, lent)):
            packed = folder / "formulas.zip"
            packed.write_bytes(bundle)
            store.commit(key, packed, {"formulas": job.formulas})
        return report


def segment_of(job: LessonJob, record: Record) -> Segment:
    """Return the segment that a record describes."""
    return Segment(
        name=job.name,
        clip=job.clip,
        key=record.key,
        blob=record.blob,
        size=record.size,
        frames=record.body["frames"],
        beats=tuple(span_of(beat) for beat in record.body["beats"]),
        speeches=job.speeches,
    )


def span_of(beat: Json) -> Span:
    """Return the beat that a worker measured."""
    shown = tuple((kind, says) for kind, says in beat["shown"])
    return Span(beat["name"], beat["start"], beat["cue"], beat["still"], beat["end"], shown)


def explain(error: OSError) -> MachineError:
    """Say what the machine refused, in one line, with the way out."""
    where = f" {error.filename}" if error.filename else ""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return MachineError(
            f"no space left on the disk{where}; free some (render.py gc helps) and run it again"
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return MachineError(f"cannot write{where}: {error.strerror}; choose another with --out")
    return MachineError(f"{error.strerror or error}{where}")
