"""From jobs to their results: recalled where they are known, worked out side by side elsewhere."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

from pipeline.dispatch import JobT, ResultT, dispatch
from pipeline.estimate import Clock, Past
from pipeline.executors import local_executor
from pipeline.flow.workshop import Workshop
from pipeline.types import Failure


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
        # The longest first: the last one to end decides when the run ends. One of which nobody
        # knows may be the longest.
        missing.sort(
            key=lambda job: -(past.expected_seconds(job) or job.planned_frames or math.inf)
        )
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


def past_of(shop: Workshop, kind: str) -> Past:
    """Return how long one kind of work took before."""
    return Past.from_records((record.body for record in shop.store.records()), kind)
