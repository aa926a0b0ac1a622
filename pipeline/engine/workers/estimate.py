"""Estimates: how long a job will take, learnt from how long it took before."""

from __future__ import annotations

import heapq
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise
from threading import Lock

from pipeline.engine.plan.job import RENDER, Job, LessonJob
from pipeline.engine.plan.part import PartJob
from pipeline.types import Event, Json, Listener

_MANY = 32
"""Jobs for each slot from which on the longest first is good enough."""

CHECK, VOICE = "check", "voice"
"""What a record of the store is the result of, besides a render."""


@dataclass(frozen=True, slots=True)
class PastRun:
    """A past run of one job: seconds in all, frames, and seconds passed when each beat began."""

    seconds: float
    frames: int
    marks: tuple[float, ...]
    starts: tuple[int, ...]

    def progress(self, frame: int) -> float:
        """Return which share of the time had passed at ``frame``: beats are not equally hard."""
        began = [*zip(self.starts, self.marks, strict=True)] or [(0, 0.0)]
        corners = [*began, (self.frames, self.seconds)]
        for (frame_a, time_a), (frame_b, time_b) in pairwise(corners):
            if frame_a <= frame < frame_b:
                passed = time_a + (time_b - time_a) * (frame - frame_a) / (frame_b - frame_a)
                return passed / self.seconds
        return 1.0


@dataclass(frozen=True)
class Past:
    """The run of each clip or scene at each profile whose result was used last."""

    runs: dict[tuple[str, str, str], PastRun] = field(default_factory=dict)

    @classmethod
    def from_records(
        cls, bodies: Iterable[Json], jobs: Sequence[Job] | None = None, work: str = RENDER
    ) -> Past:
        """Read the past of one kind of work from the store's records, used last first.

        With ``jobs`` they are read until the past of all of these is known; one that has none
        learns from all.
        """
        runs: dict[tuple[str, str, str], PastRun] = {}
        unknown = {_whose(job.record_fields) for job in jobs or ()}
        for body in bodies if unknown or jobs is None else ():
            if body.get("work") != work:
                continue
            try:
                starts = tuple(beat["start"] for beat in body["beats"])
                run = PastRun(body["seconds"], body["frames"], tuple(body["marks"]), starts)
                whose = _whose(body)
            except (KeyError, TypeError):  # of another version of this program
                continue
            runs.setdefault(whose, run)
            unknown.discard(whose)
            if not unknown and jobs is not None:
                break
        return cls(runs)

    def run_of(self, job: Job) -> PastRun | None:
        """Return the job's own past, if it has one."""
        return self.runs.get(_whose(job.record_fields))

    def beat_seconds(self, job: LessonJob) -> list[float] | None:
        """Return how long each beat of a clip will take; ``None`` if that is unknown.

        The first beat counts from the start of the worker.
        """
        whole, run = self.expected_seconds(job), self.run_of(job)
        if whole is None:
            return None
        if run is not None and len(run.marks) == len(job.clip.beats):
            began = [0.0, *run.marks[1:], run.seconds]
            shares = [(end - start) / run.seconds for start, end in pairwise(began)]
        else:
            frames = [job.frames_of([beat]) for beat in job.clip.beats]
            shares = [count / sum(frames) for count in frames]
        return [whole * share for share in shares]

    def expected_seconds(self, job: Job) -> float | None:
        """Return how long a job will take, from its own past or that of others at its profile."""
        if isinstance(job, PartJob):
            return job.seconds
        if job.planned_frames is None:
            return None
        if own := self.run_of(job):
            return own.seconds / own.frames * job.planned_frames
        alike = [run for (_, profile, _), run in self.runs.items() if profile == job.profile.name]
        if not alike:
            return None
        per_frame = sum(run.seconds for run in alike) / sum(run.frames for run in alike)
        return per_frame * job.planned_frames


def quickest_order(seconds: Sequence[float], slots: int) -> list[int]:
    """Return in which order to begin jobs of known length, for the last of them to end soon.

    The longest first [1]_, unless a plan by the largest difference [2]_ ends sooner: with few jobs,
    the last of them may leave a slot with nothing to do for long. With many it cannot, and the plan
    would take long itself.

    Parameters
    ----------
    seconds
        How long each job takes.
    slots
        How many run at a time; each takes the next job when it is free.

    References
    ----------
    .. [1] R. L. Graham, "Bounds on multiprocessing timing anomalies", 1969.
    .. [2] N. Karmarkar and R. M. Karp, "The differencing method of set partitioning", 1982.
    """
    longest_first = sorted(range(len(seconds)), key=lambda job: -seconds[job])
    if len(seconds) > _MANY * slots:
        return longest_first
    begun = [
        (ended - seconds[job], -seconds[job], job)
        for share in _shares(seconds, slots)
        for job, ended in zip(share, accumulate(map(seconds.__getitem__, share)), strict=True)
    ]
    planned = [job for *_, job in sorted(begun)]
    return min(longest_first, planned, key=lambda order: end_of(order, seconds, slots))


def _shares(seconds: Sequence[float], slots: int) -> list[list[int]]:
    """Spread jobs over slots: join the two spreads that differ most, until one is left."""
    spreads = [
        (-length, number, [(length, [number])] + [(0.0, [])] * (slots - 1))
        for number, length in enumerate(seconds)
    ]
    heapq.heapify(spreads)
    while len(spreads) > 1:
        (_, number, one), (_, _, other) = heapq.heappop(spreads), heapq.heappop(spreads)
        both = [
            (a + b, [*jobs, *more])
            for (a, jobs), (b, more) in zip(one, reversed(other), strict=True)
        ]
        both.sort(key=lambda share: -share[0])
        heapq.heappush(spreads, (both[-1][0] - both[0][0], number, both))
    return [
        sorted(jobs, key=lambda job: -seconds[job]) for *_, spread in spreads for _, jobs in spread
    ]


def end_of(order: Iterable[int], seconds: Sequence[float], slots: int) -> float:
    """Return when the last job ends, if each slot that is free takes the next."""
    free = [0.0] * slots
    for job in order:
        heapq.heapreplace(free, free[0] + seconds[job])
    return max(free)


def _whose(fields: Json) -> tuple[str, str, str]:
    """Return which clip of a lesson, or scene of a file, and which profile a record is about."""
    if "scene" in fields:
        return fields["file"], fields["profile"], fields["scene"]
    return fields["lesson"], fields["profile"], fields["clip"]


class Clock:
    """Passes events on and adds to each how many seconds are left, as ``left``.

    Parameters
    ----------
    past
        What is known from before.
    jobs
        What is to be drawn in this run.
    slots
        How many at a time.
    listen
        Who hears the events.
    """

    def __init__(self, past: Past, jobs: Sequence[Job], slots: int, listen: Listener) -> None:
        self._past, self._slots, self._listen = past, slots, listen
        self._jobs = {job.subject.name: job for job in jobs}
        self._expected = {name: past.expected_seconds(job) for name, job in self._jobs.items()}
        self._began: dict[str, float] = {}
        self._left = dict(self._expected)
        self._lock = Lock()

    def __call__(self, event: Event) -> None:
        """Hear one event and pass it on."""
        if event.subject is not None:
            with self._lock:
                self._update(event)
                event = replace(event, data={**event.data, "left": self.seconds_left()})
        self._listen(event)

    def seconds_left(self) -> float | None:
        """Return how long the run will go on; ``None`` as long as that is unknown."""
        known = [left for left in self._left.values() if left is not None]
        if not known or len(known) < len(self._left):
            return None
        return max(sum(known) / self._slots, max(known))

    def _update(self, event: Event) -> None:
        assert event.subject is not None  # noqa: S101 the caller looked; tells mypy so
        name = event.subject.name
        if event.kind == "started":
            self._began[name] = time.monotonic()
            self._left[name] = self._expected[name]
        elif event.kind in ("finished", "failed"):
            self._left[name] = 0.0
        elif event.kind in ("beat", "frame") and event.data["frame"] > 0:
            self._left[name] = self._remaining(name, event.data["frame"])

    def _remaining(self, name: str, frame: int) -> float | None:
        job = self._jobs[name]
        run = self._past.run_of(job)
        if run:
            share = run.progress(frame)
        elif job.planned_frames:
            share = min(1.0, frame / job.planned_frames)
        else:
            return None
        elapsed = time.monotonic() - self._began[name]
        by_now = elapsed * (1 - share) / max(share, 1e-3)
        expected = self._expected[name]
        if expected is None:
            return by_now
        # The past speaks at the beginning, what is seen now speaks towards the end.
        return (1 - share) * (1 - share) * expected + share * by_now
