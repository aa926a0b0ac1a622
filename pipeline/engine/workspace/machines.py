"""Other machines that do jobs, as a run sees them."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from threading import Event as Flag
from typing import TYPE_CHECKING, Any, Generic, Literal, Protocol, TypeAlias

from pipeline.engine.plan.job import Job
from pipeline.engine.workers.dispatch import JobT, ResultT

if TYPE_CHECKING:
    from pipeline.engine.workspace.run import Run

Errand: TypeAlias = Literal["draw", "check"]
"""What is done with a job."""


@dataclass(frozen=True, slots=True)
class Answer:
    """How a job ended elsewhere: done, refused, or failed.

    Attributes
    ----------
    worker
        The name of the machine and the process.
    key
        The key of what it has committed to the store.
    review
        Of a review, what it says: how many frames, the beats, the findings, the acceptances.
    refused
        In what the worker differs from the one who asks; it did nothing.
    failed, again
        Why it came to nothing, in one line, and whether another attempt may end better.
    ends_run
        Whether it failed for a reason that all jobs of the run share.
    log
        The end of the log.
    """

    worker: str
    key: str = ""
    review: Any = None
    refused: tuple[str, ...] = ()
    failed: str = ""
    again: bool = False
    ends_run: bool = False
    log: str = ""


class Machines(Protocol):
    """Other machines that do jobs; ``pipeline.engine.cluster`` has them."""

    def cores(self) -> int:
        """Return how many jobs they can do at a time."""

    def executor(self, cancelled: Flag) -> Executor:
        """Return what begins a job as soon as a core is free."""

    def attempt(
        self, run: Run, job: Job, attempt: int, errand: Errand, samples: int | None = None
    ) -> Answer:
        """Have a job done, and return the answer.

        Raises
        ------
        JobError
            If it came to nothing.
        """


@dataclass(frozen=True, slots=True)
class Work(Generic[JobT, ResultT]):
    """What is done with jobs of one kind, here or elsewhere.

    Attributes
    ----------
    here
        ``here(run, job, attempt)``: one attempt on this machine.
    errand, samples
        The same for other machines; of a review, how many pictures of each motion to look at.
    read
        ``read(job, answer)``: the result, from what was answered.
    """

    here: Callable[[Run, JobT, int], ResultT]
    errand: Errand
    read: Callable[[JobT, Answer], ResultT]
    samples: int | None = None

    def attempt(self, run: Run, job: JobT, attempt: int) -> ResultT:
        """Do one attempt where the run works."""
        if run.machines is None:
            return self.here(run, job, attempt)
        return self.read(job, run.machines.attempt(run, job, attempt, self.errand, self.samples))
