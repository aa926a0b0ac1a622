"""Orders: what a worker on another machine is asked to do, and what it answers.

An order names its clip and says what decides its frames. The worker makes the job anew from its own
files: paths differ from machine to machine, and sources may.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import msgspec

from pipeline.engine.plan.job import Job, LessonJob, SceneJob
from pipeline.engine.plan.part import PartJob
from pipeline.engine.plan.plan import make_plan
from pipeline.engine.workspace.machines import Answer, Errand
from pipeline.types import Format, Json, Limits, Profile, Speech


@dataclass(frozen=True, slots=True)
class ClipOrder:
    """A clip of a lesson, or beats ``part`` of it, from the first number to the last."""

    lesson: str
    clip: str
    profile: Profile
    theme: str
    parameters: Mapping[str, Any]
    speeches: Mapping[str, Speech]
    part: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class SceneOrder:
    """A scene of a user's file, which lies at the same path on all machines."""

    source: Path
    scene: str
    profile: Profile
    place: Path
    drawing: str
    inputs: tuple[Path, ...]
    in_space: bool
    insists: bool
    format: Format | None
    transparent: bool


@dataclass(frozen=True, slots=True)
class Order:
    """One attempt at one job.

    Attributes
    ----------
    run, number
        The run, and the number of this order in it: what the worker tells bears them.
    errand, samples
        What to do; of a review, how many pictures of each motion to look at.
    clip, scene
        The job: one of the two.
    attempt
        Which attempt it is.
    store, store_root
        The address of the store; the folder where it is a folder.
    limits
        What the worker's child may take.
    key, ingredients
        What decides the job's frames, as the one who asks sees it.
    """

    run: str
    number: int
    errand: Errand
    attempt: int
    store: str
    store_root: Path | None
    limits: Limits
    key: str
    ingredients: Json
    clip: ClipOrder | None = None
    scene: SceneOrder | None = None
    samples: int | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that happened to an order: an event of a run, but for the subject."""

    number: int
    kind: str
    data: Json = field(default_factory=dict)


def order_of(job: Job) -> tuple[ClipOrder | None, SceneOrder | None]:
    """Return the fields of an order that say which job it is."""
    match job:
        case PartJob():
            return replace(_of_clip(job.clip_job), part=(job.first, job.last)), None
        case LessonJob():
            return _of_clip(job), None
        case SceneJob():
            return None, SceneOrder(
                job.source,
                job.scene,
                job.profile,
                job.place,
                job.drawing,
                tuple(job.inputs),
                job.in_space,
                job.insists,
                job.format,
                job.transparent,
            )
        case _:
            raise TypeError(f"no order says {job!r}")


def job_of(order: Order) -> Job:
    """Return the job that an order means, from the files of this machine.

    Raises
    ------
    UsageError
        If there is no such lesson, clip or parameter here.
    """
    if order.scene is not None:
        asked = order.scene
        return SceneJob(
            asked.source,
            asked.scene,
            asked.profile,
            asked.place,
            asked.drawing,
            asked.inputs,
            in_space=asked.in_space,
            insists=asked.insists,
            format=asked.format,
            transparent=asked.transparent,
        )
    assert order.clip is not None  # noqa: S101 an order has one of the two; tells mypy so
    clip = order.clip
    (planned,) = make_plan(clip.lesson, [clip.clip], clip.profile, clip.parameters, clip.theme).jobs
    job = replace(planned, speeches=clip.speeches)
    return job if clip.part is None else PartJob(job, *clip.part, seconds=0.0)


def to_bytes(said: Order | Answer | Told) -> bytes:
    """Return what is said as JSON: a worker of another version can still read that it differs."""
    return msgspec.json.encode(said, enc_hook=_plain)


def read_order(data: bytes) -> Order:
    """Return the order that ``to_bytes`` wrote.

    Raises
    ------
    ValueError
        If it is none, or of another version.
    """
    return msgspec.json.decode(data, type=Order, dec_hook=_special)


def read_answer(data: bytes) -> Answer:
    """Return the answer that ``to_bytes`` wrote."""
    return msgspec.json.decode(data, type=Answer)


def read_told(data: bytes) -> Told:
    """Return what ``to_bytes`` wrote."""
    return msgspec.json.decode(data, type=Told)


def _of_clip(job: LessonJob) -> ClipOrder:
    return ClipOrder(
        job.lesson_name,
        job.clip.number,
        job.profile,
        job.theme,
        dict(job.parameters),
        dict(job.speeches),
    )


def _plain(value: Any) -> Any:
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise NotImplementedError(f"cannot send {value!r}")


def _special(kind: type, value: Any) -> Any:
    if issubclass(kind, Path):
        return Path(value)
    raise NotImplementedError(f"cannot read a {kind}")
