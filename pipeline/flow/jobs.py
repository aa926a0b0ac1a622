"""From jobs to their results: recalled where they are known, worked out side by side elsewhere."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from pipeline.dispatch import JobT, ResultT, dispatch
from pipeline.estimate import Clock, Past, quickest_order
from pipeline.executors import local_executor
from pipeline.flow.workshop import Workshop, explain
from pipeline.outputs import Outputs
from pipeline.store.cas import Record
from pipeline.types import Event, Failure, Video


def work_through(
    shop: Workshop,
    jobs: Iterable[JobT],
    kind: str,
    recall: Callable[[JobT], ResultT | None],
    work: Callable[[Workshop, JobT, int], ResultT],
) -> tuple[list[ResultT], list[Failure], int]:
    """Return the results in the order of the jobs, the failures, and how many were worked out.

    Parameters
    ----------
    shop
        Where to work.
    jobs
        One for each video.
    kind
        What the work is called in the store's records: how long it took before.
    recall
        Returns what is known of a job, or ``None``.
    work
        ``work(shop, job, attempt)``: one attempt, in a workshop that tells how much time is left.
    """
    jobs = tuple(jobs)
    found: dict[str, ResultT] = {}
    missing: list[JobT] = []
    for job in jobs:
        known = recall(job)
        if known is None:
            missing.append(job)
        else:
            found[job.subject.name] = known
    failures: list[Failure] = []
    if missing:
        past = past_of(shop, kind)
        missing = in_order(missing, past, shop.slots)
        listen = Clock(past, missing, shop.slots, shop.listen)
        watched = shop.watched_by(listen)

        def attempt_at(job: JobT, attempt: int) -> ResultT:
            return work(watched, job, attempt)

        executor = local_executor(shop.slots)
        for outcome in dispatch(missing, attempt_at, executor, listen, shop.cancelled):
            if isinstance(outcome, Failure):
                failures.append(outcome)
            else:
                found[outcome.subject.name] = outcome
    order = [job.subject for job in jobs]
    failures.sort(key=lambda failure: order.index(failure.subject))
    results = [found[subject.name] for subject in order if subject.name in found]
    return results, failures, len(missing) - len(failures)


def in_order(jobs: Sequence[JobT], past: Past, slots: int) -> list[JobT]:
    """Return jobs in the order to begin them: the last one to end decides when the run ends.

    One of which nobody knows may be the longest, most of all in space, where all faces turn with
    the camera.
    """
    expected = [past.expected_seconds(job) for job in jobs]
    known = [seconds for seconds in expected if seconds is not None]
    if len(known) == len(jobs):
        return [jobs[place] for place in quickest_order(known, slots)]
    ranked = sorted(
        zip(expected, jobs, strict=True),
        key=lambda pair: (
            -(pair[0] or pair[1].planned_frames or math.inf),
            not pair[1].in_space,
        ),
    )
    return [job for _, job in ranked]


def recall_video(
    shop: Workshop, job: JobT, of: Callable[[JobT, Record], ResultT], *, force: bool
) -> ResultT | None:
    """Return a job's video from the store, as ``of`` makes a result of its record, and tell so.

    ``None`` says that it must be drawn: it is not there, or ``force`` asks for it anew.
    """
    record = None if force else shop.recall(job)
    if record is None:
        return None
    shop.listen(Event("hit", job.subject, {"frames": record.body["frames"]}))
    return of(job, record)


def keep_video(
    shop: Workshop, outputs: Outputs, name: str, made_from: str, make: Callable[[Path], Video]
) -> Video:
    """Put a video into an output folder, unless it is there already, and tell which.

    Raises
    ------
    MachineError
        If the folder cannot be written.
    """
    try:
        video = outputs.video(name, made_from, make)
    except OSError as error:
        raise explain(error) from error
    kind = "written" if video.written else "unchanged"
    shop.listen(Event(kind, data={"path": str(video.path), "seconds": video.seconds}))
    return video


def past_of(shop: Workshop, kind: str) -> Past:
    """Return how long one kind of work took before."""
    return Past.from_records((record.body for record in shop.store.records()), kind)
