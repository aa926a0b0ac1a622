"""What a worker of a cluster does: it takes an order, works as a local run does, and answers."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Event as Flag
from threading import Thread

from distributed import Worker, get_worker
from distributed.worker import thread_state

from pipeline.engine.cluster.order import Order, Told, job_of, read_order, to_bytes
from pipeline.engine.flow.review import review_clip
from pipeline.engine.keys.differences import differences
from pipeline.engine.keys.fingerprint import take_fingerprint
from pipeline.engine.plan.job import Job, LessonJob
from pipeline.engine.store.remote import copies_of
from pipeline.engine.workers.dispatch import JobError
from pipeline.engine.workspace.machines import Answer
from pipeline.engine.workspace.one_job import draw
from pipeline.engine.workspace.run import MEDIA, Run
from pipeline.protocol import plain
from pipeline.types import Event, MachineError, PipelineError

_PAUSE = 0.5
"""Seconds between two reports of how many frames are drawn."""

_LOOK = 0.5
"""Seconds between two looks whether a job is still wanted."""

_TOLD = 3
"""In how many points a refusal says that a worker differs."""

_TAIL = 20_000
"""Characters of a log that go back to the one who asked."""


def work_order(data: bytes) -> bytes:
    """Do what an order asks for, and return the answer. Nothing that a scene does raises here."""
    return to_bytes(_answer(data, get_worker()))


def _answer(data: bytes, worker: Worker) -> Answer:
    name = worker.address
    try:
        order = read_order(data)
    except ValueError:
        return Answer(name, refused=("it is of another version and cannot read the order",))
    try:
        job = job_of(order)
        own = take_fingerprint(job)
    except (PipelineError, OSError) as error:
        return Answer(name, refused=(str(error),))
    if own.key != order.key:
        lines = differences(order.ingredients, own.ingredients)
        more = [f"and {len(lines) - _TOLD} more"] if len(lines) > _TOLD else []
        return Answer(name, refused=(*lines[:_TOLD], *more))
    run = _run_of(order, job, worker)
    worker.log_event(order.run, to_bytes(Told(order.number, "begun")))
    with _stopped_when_unwanted(run.cancelled, worker):
        try:
            return _done(order, run, job, name)
        except JobError as failed:
            here = f"{socket.gethostname()}, {name}"
            return Answer(here, failed=failed.reason, again=failed.again, log=_end_of(failed.log))
        except MachineError as error:  # the store of all is out of reach, or full
            return Answer(name, failed=str(error), ends_run=True)


def _done(order: Order, run: Run, job: Job, name: str) -> Answer:
    """Do the job as a local run does."""
    if order.errand == "draw":
        return Answer(name, key=draw(run, job, order.attempt).key)
    assert isinstance(job, LessonJob)  # noqa: S101 nothing else is reviewed; tells mypy so
    verdict = review_clip(run, job, order.attempt, samples=order.samples)
    said = (verdict.frames, verdict.beats, verdict.findings, verdict.accepted)
    return Answer(name, review=plain(said))


def _run_of(order: Order, job: Job, worker: Worker) -> Run:
    """Return a run on this machine that tells of itself through the cluster."""
    folder = Path(worker.local_directory)
    told: dict[str, float] = {}

    def tell(event: Event) -> None:
        if event.kind == "frame":
            now = time.monotonic()
            if now - told.get("frame", 0.0) < _PAUSE:
                return
            told["frame"] = now
        if event.kind in ("beat", "frame", "remark"):
            message = Told(order.number, event.kind, event.data)
            worker.log_event(order.run, to_bytes(message))

    lesson = order.clip.lesson if order.clip else ""
    return Run(
        lesson_name=lesson,
        profile=job.profile,
        store_root=order.store_root or copies_of(order.store, MEDIA),
        address=order.store,
        out=folder / "out",
        slots=1,
        limits=order.limits,
        listen=tell,
    )


@contextmanager
def _stopped_when_unwanted(cancelled: Flag, worker: Worker) -> Iterator[None]:
    """Set ``cancelled`` when the one who asked has cancelled the job or has gone."""
    key, over = thread_state.key, Flag()
    Thread(target=partial(_watch, worker, key, cancelled, over), daemon=True).start()
    try:
        yield
    finally:
        over.set()


def _watch(worker: Worker, key: str, cancelled: Flag, over: Flag) -> None:
    while not over.wait(_LOOK):
        task = worker.state.tasks.get(key)
        if task is None or task.state != "executing":
            cancelled.set()
            return


def _end_of(log: Path) -> str:
    try:
        return log.read_text(encoding="utf-8", errors="replace")[-_TAIL:]
    except FileNotFoundError:
        return ""
