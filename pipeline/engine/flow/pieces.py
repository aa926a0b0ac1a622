"""From a beat of a clip, or a whole clip, to single files: stills, loops and films."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.engine.deliver.piece_file import PieceFile, write_piece
from pipeline.engine.flow.piece_job import PieceJob
from pipeline.engine.flow.piece_names import chosen_kinds, split_piece, target_of
from pipeline.engine.keys.fingerprint import take_fingerprint
from pipeline.engine.plan.plan import choose_beats, plan_one
from pipeline.engine.store.lock import scratch
from pipeline.engine.store.store import Record
from pipeline.engine.workers.dispatch import JobError
from pipeline.engine.workspace.jobs import work_through
from pipeline.engine.workspace.locks import hold_store
from pipeline.engine.workspace.one_job import log_of, measured, play
from pipeline.engine.workspace.run import MEDIA, Run
from pipeline.protocol import VIDEO, PieceKind, PieceTask, Played
from pipeline.types import Event, ExitCode, Failure, Listener, Subject, explain

FILM, STILL = "piece", "still piece"
"""What a record of a piece is the result of: how long each took before is counted apart."""


@dataclass(frozen=True, slots=True)
class DrawnPiece:
    """A piece in the store: a verified record for each kind of file."""

    job: PieceJob
    records: Mapping[PieceKind, Record]

    @property
    def subject(self) -> Subject:
        """What it is a piece of."""
        return self.job.subject

    @property
    def frames(self) -> int:
        """How many frames were drawn for it."""
        return max(map(drawn_frames, self.records.values()))


def drawn_frames(record: Record) -> int:
    """Return how many frames the file of a record has; of a rendered clip, all that are played."""
    body = record.body
    frames: int = body["drawn"] if "drawn" in body else body["frames"]
    return frames


@dataclass(frozen=True, slots=True)
class Exported:
    """What a run wrote, and what it could not draw."""

    files: tuple[PieceFile, ...]
    drawn: int
    failures: tuple[Failure, ...]

    @property
    def exit_code(self) -> ExitCode:
        """What to tell the shell."""
        return ExitCode.of(*self.failures)


def export_pieces(
    run: Run,
    wanted: Sequence[str],
    kinds: Sequence[PieceKind],
    *,
    transparent: bool = False,
    to: Path | None = None,
) -> Exported:
    """Draw pieces of a lesson that are not in the store, and write each as files of its own.

    Parameters
    ----------
    run
        Where to work. Without an output folder of its own, its files go to ``piece_folder``.
    wanted
        Clips and beats as typed: ``05b``, ``05b.4`` or ``05b.chain_rule``.
    kinds
        The kinds of files; without one, what the ending of ``to`` says, or PNG.
    transparent
        Whether the ground of the stage is seen through.
    to
        A folder for the files, or the name of the only one.

    Raises
    ------
    UsageError
        If that is no piece, or no file can be what is asked for.
    MachineError
        If a file cannot be written.
    """
    chosen = chosen_kinds(kinds, to, transparent=transparent)
    jobs = [piece_job(run, word, chosen, transparent=transparent) for word in wanted]
    jobs = list({job.label: job for job in jobs}.values())
    run = replace(run, out=run.out or piece_folder(run))
    targets = {
        (job.label, kind): target_of(to, run.folder, job.name, kind, alone=len(jobs) * len(chosen))
        for job in jobs
        for kind in chosen
    }
    with hold_store(run):
        pieces, failures, drawn = draw_pieces(run, jobs)
        try:
            files = tuple(
                write_piece(
                    targets[piece.job.label, kind],
                    run.store.blob(record.blob),
                    kind,
                    record.body,
                    piece.job,
                    piece.job.beat,
                )
                for piece in pieces
                for kind, record in piece.records.items()
            )
        except OSError as error:
            raise explain(error) from error
    return Exported(files, drawn, tuple(failures))


def piece_folder(run: Run, kind: str = "pieces") -> Path:
    """Return where pieces go by default: ``media/pieces/LESSON/PROFILE``, or ``PROFILE-THEME``."""
    folder = run.folder
    return MEDIA.resolve() / kind / folder.parent.name / folder.name


def piece_job(
    run: Run, word: str, kinds: tuple[PieceKind, ...], *, transparent: bool = False
) -> PieceJob:
    """Plan one piece as it was typed.

    Raises
    ------
    UsageError
        If there is no such clip or beat.
    """
    number, named = split_piece(word)
    job = plan_one(run.lesson_name, number, run.profile, run.settings, run.theme)
    beat = choose_beats(job.clip, [named])[0].name if named else ""
    return PieceJob.of(job, beat, kinds, transparent=transparent)


def draw_pieces(run: Run, jobs: Sequence[PieceJob]) -> tuple[list[DrawnPiece], list[Failure], int]:
    """Return the pieces in the order of the jobs, the failures, and how many had to be drawn.

    The caller holds the store.
    """
    still = all(kind.is_still for job in jobs for kind in job.kinds)

    def find(job: PieceJob) -> DrawnPiece | None:
        piece = DrawnPiece(job, _stored(run, job))
        if piece.records.keys() != set(job.kinds):
            return None
        run.listen(Event("hit", job.subject, {"frames": piece.frames}))
        return piece

    return work_through(run, jobs, STILL if still else FILM, find, _draw)


def _stored(run: Run, job: PieceJob) -> dict[PieceKind, Record]:
    """Return the records of the kinds that the store has."""
    found = {kind: run.store.verified_record(job.key_of(kind)) for kind in job.kinds}
    return {kind: record for kind, record in found.items() if record is not None}


def _draw(run: Run, job: PieceJob, attempt: int) -> DrawnPiece:
    """Draw what the store has not of a piece, and commit it; one attempt."""
    log = log_of(run, job, f"attempt-{attempt}")
    with _disk_errors_told(log):
        known = _stored(run, job)
        missing = tuple(kind for kind in job.kinds if kind not in known)
        fingerprint = take_fingerprint(job)
        keys = {kind: job.key_of(kind) for kind in missing}
        with scratch(run.scratch_root) as folder:
            task = job.piece_task(folder / VIDEO, missing)
            watched = run.watched_by(_Progress(job, run.listen))
            played = play(watched, job, task, fingerprint, log)
            if not all(task.path_of(kind).is_file() for kind in missing):
                raise JobError("ended in good order but left no file", log, again=True)
            if take_fingerprint(job).key != fingerprint.key:
                raise JobError("its sources changed while it was drawn", log, again=True)
            body = _body(job, task, played)
            for kind in missing:
                known[kind] = run.store.commit(keys[kind], task.path_of(kind), body)
    return DrawnPiece(job, {kind: known[kind] for kind in job.kinds})


def _body(job: PieceJob, task: PieceTask, played: Played) -> dict[str, object]:
    """Return what a record says of a piece, counted from its own first frame.

    ``frames`` is how long it is, for estimates; ``drawn`` is how many frames its files have.
    """
    spans, marks = played.beats, list(played.marks)
    if job.beat:
        (place,) = (at for at, span in enumerate(spans) if span.name == job.beat)
        spans, marks = (spans[place].after(-spans[place].start),), [marks[place]]
    return {
        **job.record_fields,
        **measured(replace(played, beats=spans, marks=tuple(marks))),
        "work": STILL if task.stills else FILM,
        "frames": spans[-1].end,
        "drawn": 1 if task.stills else played.frames,
    }


class _Progress:
    """Passes events on, with frames counted from where the piece begins.

    Parameters
    ----------
    job
        The piece.
    listen
        Who hears the events.
    """

    def __init__(self, job: PieceJob, listen: Listener) -> None:
        self._job, self._listen = job, listen
        self._start: int | None = None

    def __call__(self, event: Event) -> None:
        """Hear one event, and pass it on if it is about the piece."""
        if not self._job.beat or event.kind not in ("beat", "frame"):
            self._listen(event)
        elif event.kind == "beat" and event.data["beat"] == self._job.beat:
            self._start = event.data["frame"]
        elif event.kind == "frame" and self._start is not None:
            frame = event.data["frame"] - self._start
            self._listen(replace(event, data={**event.data, "frame": frame}))


@contextmanager
def _disk_errors_told(log: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise JobError(str(explain(error)), log) from error
