"""A clip, or one beat of it, for every combination of some values of its parameters."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product
from threading import Lock

from lessons.library import parameters_of
from lessons.model import Clip
from lessons.pacing import BeatSpan
from lessons.parameters import Typed, names_of, unknown
from pipeline.engine.flow.piece_job import PieceJob
from pipeline.engine.flow.pieces import (
    DrawnPiece,
    draw_pieces,
    drawn_frames,
    piece_folder,
    piece_job,
)
from pipeline.engine.keys.source_files import SourceFiles
from pipeline.engine.plan.job import RENDER
from pipeline.engine.plan.plan import plan_one
from pipeline.engine.store.store import Record
from pipeline.engine.workspace.jobs import take_stored_video, work_through
from pipeline.engine.workspace.one_job import draw
from pipeline.engine.workspace.run import Run
from pipeline.protocol import PieceKind, read_spans
from pipeline.types import Event, Failure, Listener, UsageError

MOST = 81
"""Combinations of one grid: nine values of each of two parameters."""
MOST_NAMES = 2
"""Parameters of one grid: each is a slider."""
_DIGITS = 10
"""Digits of a value between the first and the last of a range."""
_HOW = "write NAME=FIRST:LAST:COUNT or NAME=VALUE,VALUE"


@dataclass(frozen=True, slots=True)
class Axis:
    """A parameter, and the values that it takes in a grid, as they are typed after ``--set``."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GridPoint:
    """One combination of values.

    Attributes
    ----------
    place
        Which value of each axis, counted from 0.
    clip
        The clip as it is told with these values; ``None`` where it refuses them.
    blob
        Its video or picture in the store; empty where there is none.
    beats, frames
        Its beats as they lie in the video, and how long that is; of a still none, and one.
    refusal
        Why there is none, in one line.
    """

    place: tuple[int, ...]
    clip: Clip | None = None
    blob: str = ""
    beats: tuple[BeatSpan, ...] = ()
    frames: int = 0
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class DrawnGrid:
    """All combinations.

    Attributes
    ----------
    job
        The piece with the values that the run sets: the clip, its lesson, its beat.
    axes, points
        The parameters, and the combinations in the order of their places.
    failures, drawn
        What could not be drawn, and how many had to be.
    """

    job: PieceJob
    axes: tuple[Axis, ...]
    points: tuple[GridPoint, ...]
    failures: tuple[Failure, ...]
    drawn: int


def read_axes(words: Sequence[str]) -> tuple[Axis, ...]:
    """Return the axes that were typed: ``x0=-2:2:9``, ``h=1,0.1,0.01``.

    Raises
    ------
    UsageError
        If one of them cannot be read, or there are too many.
    """
    axes = tuple(_read_axis(word) for word in words)
    names = [axis.name for axis in axes]
    if len(names) > MOST_NAMES:
        raise UsageError(f"--grid: {len(names)} parameters; a page has at most {MOST_NAMES}")
    if len(set(names)) < len(names):
        raise UsageError(f"--grid {names[0]} is given twice; give each name once")
    count = math.prod(len(axis.values) for axis in axes)
    if count > MOST:
        sizes = " × ".join(str(len(axis.values)) for axis in axes)
        raise UsageError(
            f"--grid: {sizes} values make {count} points; at most {MOST} go on a page, "
            "so take fewer values"
        )
    return axes


def draw_grid(run: Run, word: str, axes: Sequence[Axis], kind: PieceKind) -> DrawnGrid:
    """Draw what is missing of a grid: each point in the store, under the key that it has anyway.

    The caller holds the store.

    Parameters
    ----------
    run
        Where to work; what it sets holds for all points.
    word
        The clip or the beat, as typed.
    axes
        The parameters.
    kind
        ``MP4``, or ``PNG`` for the last picture.

    Raises
    ------
    UsageError
        If there is no such clip, beat or parameter, or the clip refuses every point.
    """
    run = replace(run, out=run.out or piece_folder(run))
    base = piece_job(run, word, (kind,))
    _check_names(run, base, axes)
    places = list(product(*(range(len(axis.values)) for axis in axes)))
    plans = {place: _plan(run, base, axes, place) for place in places}
    jobs = {place: job for place, job in plans.items() if isinstance(job, PieceJob)}
    refused = {place: why for place, why in plans.items() if isinstance(why, str)}
    if not jobs:
        raise UsageError(
            f"clip {base.clip.number} refuses every point; the first: {refused[places[0]]}"
        )
    watched = run.watched_by(_Left(run.listen, len(jobs)))
    draw_all = draw_pieces if base.beat or kind.is_still else _draw_clips
    pieces, failures, drawn = draw_all(watched, list(jobs.values()))
    made = {piece.subject.name: piece for piece in pieces}
    failed = {failure.subject.name: failure.reason for failure in failures}
    points = tuple(
        _point(place, job, made[job.label].records[kind])
        if (job := jobs.get(place)) and job.label in made
        else GridPoint(place, refusal=refused.get(place) or failed[jobs[place].label])
        for place in places
    )
    return DrawnGrid(base, tuple(axes), points, tuple(failures), drawn)


def _draw_clips(run: Run, jobs: Sequence[PieceJob]) -> tuple[list[DrawnPiece], list[Failure], int]:
    """Return whole clips, which the store keeps as ``render --set`` does."""
    files = SourceFiles()

    def piece_of(job: PieceJob, record: Record) -> DrawnPiece:
        return DrawnPiece(job, {PieceKind.MP4: record})

    def find(job: PieceJob) -> DrawnPiece | None:
        return take_stored_video(run, job, piece_of, files, force=False)

    def make(watched: Run, job: PieceJob, attempt: int) -> DrawnPiece:
        return piece_of(job, draw(watched, job, attempt))

    return work_through(run, jobs, RENDER, find, make)


def _point(place: tuple[int, ...], job: PieceJob, record: Record) -> GridPoint:
    """Return a point that was drawn."""
    spans = read_spans(record.body["beats"])
    return GridPoint(place, job.clip, record.blob, spans, drawn_frames(record))


def _plan(run: Run, base: PieceJob, axes: Sequence[Axis], place: tuple[int, ...]) -> PieceJob | str:
    """Return the job of one point, or why the clip refuses it."""
    values = {axis.name: axis.values[at] for axis, at in zip(axes, place, strict=True)}
    settings = {**run.settings, **{name: Typed(value) for name, value in values.items()}}
    number = base.clip.number
    try:
        job = plan_one(run.lesson_name, number, run.profile, settings, run.theme)
    except UsageError as refusal:
        return str(refusal)
    if base.beat not in ("", *(beat.name for beat in job.clip.beats)):
        return f"clip {number} leaves out the beat {base.beat}: it has nothing true to show"
    label = " ".join([base.number, *(f"{name}={value}" for name, value in values.items())])
    return PieceJob.of(job, base.beat, base.kinds, label=label)


def _check_names(run: Run, job: PieceJob, axes: Sequence[Axis]) -> None:
    """Refuse a name that is no parameter of the clip, or that ``--set`` holds fixed."""
    kinds = parameters_of(run.lesson_name)
    taken = [name for kind in kinds if job.clip.number in kind.clips for name in names_of(kind)]
    if not taken:
        having = ", ".join(number for kind in kinds for number in kind.clips)
        raise UsageError(
            f"clip {job.clip.number} has no parameters; those that do: {having or 'none'}"
        )
    for axis in axes:
        if axis.name not in taken:
            raise UsageError(f"--grid: {unknown(axis.name, taken)}")
        if axis.name in run.settings:
            raise UsageError(f"{axis.name} is set and is in the grid; leave one of them out")


def _read_axis(word: str) -> Axis:
    name, equals, told = (part.strip() for part in word.partition("="))
    if not (name and equals and told):
        raise UsageError(f"--grid {word!r}: {_HOW}, as in --grid x0=-2:2:9")
    parts = told.split(":")
    values = _range(word, parts) if len(parts) == 3 else [one.strip() for one in told.split(",")]
    if "" in values:
        raise UsageError(f"--grid {word!r}: a value is empty; {_HOW}")
    if len(set(values)) < max(2, len(values)):
        raise UsageError(f"--grid {word!r}: a slider needs two values or more, each once")
    return Axis(name, tuple(values))


def _range(word: str, parts: Sequence[str]) -> list[str]:
    """Return numbers at equal distances, the first and the last among them."""
    try:
        first, last, count = float(parts[0]), float(parts[1]), int(parts[2])
    except ValueError:
        raise UsageError(f"--grid {word!r}: a range is FIRST:LAST:COUNT, as -2:2:9") from None
    if not (math.isfinite(first) and math.isfinite(last) and 2 <= count <= MOST):
        raise UsageError(
            f"--grid {word!r}: a range has two finite ends and from 2 to {MOST} values"
        )
    # Rounded: a third of a step leaves digits at the end that nobody means; adding 0 turns -0 to 0.
    steps = (first + (last - first) * place / (count - 1) for place in range(count))
    scale = max(abs(first), abs(last))
    return [f"{0.0 if abs(one) < 1e-12 * scale else one:.{_DIGITS}g}" for one in steps]


class _Left:
    """Passes events on, and adds how long the run goes on where nothing else knows it.

    All points take about as long as one another: so the first ones that are done tell of the rest.
    """

    def __init__(self, listen: Listener, count: int) -> None:
        self._listen, self._count, self._done = listen, count, 0
        self._began, self._lock = time.monotonic(), Lock()

    def __call__(self, event: Event) -> None:
        """Hear one event and pass it on."""
        with self._lock:
            if event.kind == "hit":
                self._count -= 1
            self._done += event.kind in ("finished", "failed")
            if self._done and event.data.get("left", 0.0) is None:
                rest = (time.monotonic() - self._began) / self._done * (self._count - self._done)
                event = replace(event, data={**event.data, "left": rest})
        self._listen(event)
