"""Dispatch: hands jobs to an executor, tries a crashed one again, and goes on past failures."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Executor, as_completed
from pathlib import Path
from threading import Event as Flag
from typing import Protocol, TypeVar

from pipeline.engine.plan.job import Job
from pipeline.types import Event, Failure, Listener, Subject

ATTEMPTS = 3
"""How often a job that crashes is tried in all."""


class JobError(Exception):
    """One attempt at a job failed.

    Parameters
    ----------
    reason
        Why, in one line.
    log
        Where more can be read.
    again
        Whether another attempt may end better.
    """

    def __init__(self, reason: str, log: Path, *, again: bool = False) -> None:
        super().__init__(reason)
        self.reason, self.log, self.again = reason, log, again


class Result(Protocol):
    """What a job comes to."""

    @property
    def subject(self) -> Subject:
        """What it is about."""

    @property
    def frames(self) -> int:
        """How many frames were drawn for it."""


JobT = TypeVar("JobT", bound=Job)
ResultT = TypeVar("ResultT", bound=Result)


def dispatch(
    jobs: Iterable[JobT],
    work: Callable[[JobT, int], ResultT],
    executor: Executor,
    listen: Listener,
    cancelled: Flag,
) -> list[ResultT | Failure]:
    """Run ``work(job, attempt)`` for every job and return how each one ended.

    Whatever ends this function early, an interrupt most of all, first sets ``cancelled`` and waits
    until every job has stopped.
    """
    try:
        futures = [executor.submit(_persist, job, work, listen, cancelled) for job in jobs]
        return [future.result() for future in as_completed(futures)]
    except BaseException:
        cancelled.set()
        raise
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _persist(
    job: JobT,
    work: Callable[[JobT, int], ResultT],
    listen: Listener,
    cancelled: Flag,
) -> ResultT | Failure:
    attempt = 1
    while True:
        listen(Event("started", job.subject, {"attempt": attempt, "frames": job.planned_frames}))
        try:
            result = work(job, attempt)
        except JobError as failed:
            again = failed.again and attempt < ATTEMPTS and not cancelled.is_set()
            data = {"reason": failed.reason, "log": str(failed.log), "attempt": attempt}
            if not cancelled.is_set():  # else the run was stopped, and this job did not fail
                listen(Event("retried" if again else "failed", job.subject, data))
            if not again:
                return Failure(job.subject, failed.reason, failed.log, attempt)
            attempt += 1
        else:
            listen(Event("finished", job.subject, {"frames": result.frames}))
            return result
