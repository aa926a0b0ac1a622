"""From jobs to their results: found in the store, or worked out side by side."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from pipeline.engine.deliver.outputs import Outputs
from pipeline.engine.keys.source_files import SourceFiles
from pipeline.engine.store.store import Record
from pipeline.engine.workers.dispatch import JobError, JobT, ResultT, dispatch
from pipeline.engine.workers.estimate import Clock, Past, quickest_order
from pipeline.engine.workers.executors import local_executor
from pipeline.engine.workspace.machines import Answer
from pipeline.engine.workspace.one_job import stored_video
from pipeline.engine.workspace.past import past_of
from pipeline.engine.workspace.run import Run
from pipeline.types import Event, Failure, Video, explain


def work_through(
    run: Run,
    jobs: Iterable[JobT],
    kind: str,
    find: Callable[[JobT], ResultT | None],
    work: Callable[[Run, JobT, int], ResultT],
) -> tuple[list[ResultT], list[Failure], int]:
    """Return the results in the order of the jobs, the failures, and how many were worked out.

    Parameters
    ----------
    run
        Where to work.
    jobs
        One for each video.
    kind
        What the work is called in the store's records: how long it took before.
    find
        Returns the job's result if it is known, or ``None``.
    work
        ``work(run, job, attempt)``: one attempt. The listener of that run learns the time left.
    """
    jobs = tuple(jobs)
    found: dict[str, ResultT] = {}
    missing: list[JobT] = []
    for job in jobs:
        known = find(job)
        if known is None:
            missing.append(job)
        else:
            found[job.subject.name] = known
    failures: list[Failure] = []
    if missing:
        past = past_of(run, kind, missing)
        cores = run.cores
        missing = in_order(missing, past, cores)
        listen = Clock(past, missing, cores, run.listen)
        watched = run.watched_by(listen)

        def attempt_at(job: JobT, attempt: int) -> ResultT:
            return work(watched, job, attempt)

        machines = run.machines
        executor = machines.executor(run.cancelled) if machines else local_executor(run.slots)
        for outcome in dispatch(missing, attempt_at, executor, listen, run.cancelled):
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

    A job of unknown length may be the longest, most of all in space, where all faces turn with
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


def take_stored_video(
    run: Run,
    job: JobT,
    of: Callable[[JobT, Record], ResultT],
    files: SourceFiles,
    *,
    force: bool,
) -> ResultT | None:
    """Return a job's video from the store, as ``of`` makes a result of its record, and tell so.

    ``None`` says that it must be drawn: it is not there, or ``force`` asks for it anew.
    ``files`` is of the look at all jobs of the run.
    """
    record = None if force else stored_video(run, job, files)
    if record is None:
        return None
    run.listen(Event("hit", job.subject, {"frames": record.body["frames"]}))
    return of(job, record)


def keep_video(
    run: Run, outputs: Outputs, name: str, made_from: str, make: Callable[[Path], Video]
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
    run.listen(Event(kind, data={"path": str(video.path), "seconds": video.seconds}))
    return video


def record_of(run: Run, answer: Answer) -> Record:
    """Return the record that another machine says it has committed.

    Raises
    ------
    JobError
        If the store does not hold it, or holds it damaged.
    """
    record = run.store.verified_record(answer.key)
    if record is None:
        raise JobError(
            f"{answer.worker} has drawn it, and the store does not hold it whole",
            run.folder / "logs",
            again=True,
        )
    return record
