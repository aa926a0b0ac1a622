"""The client of a cluster: hands out one job at a time for each core, and hears how they go on.

Dask distributes the jobs. Three things it does otherwise than a run needs: it suspects every job of
a lost worker, also one that only waited there, so that here no job waits on a worker; it counts
losses, while here a job's own beginnings count; and it runs a job on any worker, while one whose
code or fonts are others would draw other frames, so that each worker compares these first.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Condition
from threading import Event as Flag
from typing import Any

from distributed import Client, Future, KilledWorker
from distributed.security import Security

from pipeline.engine.cluster.order import (
    Order,
    Told,
    order_of,
    read_answer,
    read_told,
    to_bytes,
)
from pipeline.engine.cluster.when_free import WhenFree
from pipeline.engine.keys.fingerprint import take_fingerprint
from pipeline.engine.plan.job import Job
from pipeline.engine.workers.dispatch import JobError
from pipeline.engine.workspace.machines import Answer, Errand
from pipeline.engine.workspace.one_job import log_of
from pipeline.engine.workspace.run import Run
from pipeline.types import Event, Listener, MachineError

BEGINNINGS = 3
"""How often a job may begin: its workers may be lost twice."""

_MOST = 1024
"""Jobs that are away at a time, at most."""

_POLL = 0.2
"""Seconds between two looks at a job that is away."""

_LOOK = 1.0
"""Seconds for which it is remembered which workers there are."""

_PATIENCE = 60.0
"""Seconds that a run waits for a worker when there is none, and for a scheduler out of reach."""


@dataclass
class _Away:
    """A job that is away: who hears of it, and how often it has begun."""

    listen: Listener
    job: Job
    begun: int = 0


class Cluster:
    """A cluster, as one run sees it.

    Parameters
    ----------
    address
        The address of the scheduler.
    security
        The certificates; ``None`` without encryption, on this machine alone.
    work
        What a worker does with an order and answers: a function that every worker can import.

    Raises
    ------
    MachineError
        If no scheduler answers there.
    """

    def __init__(
        self, address: str, security: Security | None, work: Callable[[bytes], bytes]
    ) -> None:
        self.address, self._work, self._topic = address, work, uuid.uuid4().hex
        self._away: dict[int, _Away] = {}
        self._unfit: dict[str, str] = {}
        self._free, self._busy, self._count = Condition(), 0, 0
        self._cores, self._looked = dict[str, int](), 0.0
        try:
            self._client = Client(address, security=security, timeout=20, set_as_default=False)
            self._client.subscribe_topic(self._topic, self._hear)
        except (OSError, TypeError, ValueError) as error:
            raise MachineError(
                f"no scheduler answers at {address}: {_in_a_line(error)}; start one there, or "
                "see whether --tls names its certificates"
            ) from error

    def close(self) -> None:
        """Leave the cluster: what is still away is cancelled."""
        self._client.close()

    def cores(self) -> int:
        """Return how many jobs the workers that may do them can do at a time; at least one."""
        return max(1, sum(self._fit_workers().values()))

    def executor(self, cancelled: Flag) -> Executor:
        """Return what begins a job as soon as a core is free; machines may join meanwhile."""
        return WhenFree(lambda: self.core(cancelled), _MOST)

    @contextmanager
    def core(self, cancelled: Flag) -> Iterator[None]:
        """Wait until fewer jobs are away than there are cores, and count as one of them."""
        with self._free:
            while self._busy >= self.cores() and not cancelled.is_set():
                self._free.wait(_LOOK)
            self._busy += 1
        try:
            yield
        finally:
            with self._free:
                self._busy -= 1
                self._free.notify()

    def attempt(
        self, run: Run, job: Job, attempt: int, errand: Errand, samples: int | None = None
    ) -> Answer:
        """Have a worker do a job, and return its answer.

        Parameters
        ----------
        run, job, attempt
            For whom, what about, and which attempt it is.
        errand, samples
            What to do: those of an ``Order``.

        Raises
        ------
        JobError
            If it came to nothing.
        MachineError
            If no job of this run can come to anything.
        """
        log = log_of(run, job, f"attempt-{attempt}")
        fingerprint = take_fingerprint(job)
        with self._free:
            self._count += 1
            number = self._count
        order = Order(
            self._topic,
            number,
            errand,
            attempt,
            run.address,
            None if run.address else run.store_root.resolve(),
            run.limits,
            fingerprint.key,
            fingerprint.ingredients,
            *order_of(job),
            samples,
        )
        away = self._away[number] = _Away(run.listen, job)
        try:
            answer = self._persist(order, away, run.cancelled, log)
        finally:
            del self._away[number]
        if answer.log:
            log.parent.mkdir(parents=True, exist_ok=True)
            log.write_text(answer.log, encoding="utf-8")
        if answer.ends_run:
            raise MachineError(f"{answer.failed} (on {answer.worker})")
        if answer.failed:
            raise JobError(f"{answer.failed} (on {answer.worker})", log, again=answer.again)
        return answer

    def _persist(self, order: Order, away: _Away, cancelled: Flag, log: Path) -> Answer:
        """Hand an order out again while workers are lost or refuse it."""
        data, tries = to_bytes(order), 0
        while True:
            tries += 1
            future = self._client.submit(
                self._work,
                data,
                key=f"{away.job.name}-{self._topic}-{order.number}-{tries}",
                workers=self._allowed(cancelled, log),
                pure=False,
            )
            try:
                answer = self._wait(future, away, cancelled, log)
            except KilledWorker:
                if away.begun < BEGINNINGS:
                    continue  # Dask suspects it, but it has not begun that often
                raise JobError(_LOST, log) from None
            finally:
                future.release()
            if not answer.refused:
                return answer
            self._unfit[answer.worker] = "; ".join(answer.refused)

    def _wait(self, future: Future, away: _Away, cancelled: Flag, log: Path) -> Answer:
        silent_since: float | None = None
        while True:
            if cancelled.is_set():
                future.cancel()
                raise JobError("interrupted", log)
            if away.begun > BEGINNINGS:
                future.cancel()
                raise JobError(_LOST, log)
            if future.done():
                break
            if self._client.status == "running":
                silent_since = None
            else:
                silent_since = silent_since or time.monotonic()
                if time.monotonic() - silent_since > _PATIENCE:
                    raise self._gone()
            time.sleep(_POLL)
        if future.status == "finished":
            return read_answer(future.result())
        if future.status == "error":
            error = future.exception()
            if isinstance(error, KilledWorker):
                raise error
            raise JobError(f"a worker cannot do it: {_in_a_line(error)}", log)
        raise self._gone()  # cancelled, and by nobody here: the scheduler has forgotten it

    def _allowed(self, cancelled: Flag, log: Path) -> list[str] | None:
        """Return the workers that may do a job; ``None`` as long as all may."""
        until = time.monotonic() + _PATIENCE
        while not (fit := self._fit_workers()):
            if self._unfit:
                told = "; ".join(f"{worker}: {why}" for worker, why in self._unfit.items())
                raise MachineError(
                    f"no worker has the files and versions of this run ({told}); bring them to "
                    "the same state, and start them again"
                )
            if cancelled.is_set():
                raise JobError("interrupted", log)
            if time.monotonic() > until:
                raise MachineError(
                    f"no worker has joined {self.address}; start one with: "
                    f"python render.py worker {self.address}"
                )
            time.sleep(_LOOK)
        return list(fit) if self._unfit else None

    def _fit_workers(self) -> dict[str, int]:
        """Return the cores of each worker that has not refused a job."""
        now = time.monotonic()
        if now - self._looked > _LOOK:
            self._looked = now
            found = self._client.scheduler_info(n_workers=-1)["workers"]
            self._cores = {worker: int(about["nthreads"]) for worker, about in found.items()}
        return {worker: cores for worker, cores in self._cores.items() if worker not in self._unfit}

    def _gone(self) -> MachineError:
        return MachineError(
            f"the scheduler at {self.address} is gone; what is done is kept in the store, "
            "start it and run this again"
        )

    def _hear(self, event: tuple[float, Any]) -> None:
        """Pass on what a worker tells of an order."""
        told: Told = read_told(event[1])
        away = self._away.get(told.number)
        if away is None:
            return  # of an order that has ended
        if told.kind == "begun":
            away.begun += 1
            return
        away.listen(Event(told.kind, away.job.subject, dict(told.data)))


_LOST = f"its worker was lost {BEGINNINGS} times"


def _in_a_line(error: BaseException | None) -> str:
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return lines[0]
