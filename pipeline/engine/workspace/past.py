"""How long the work of a run took before, as its store remembers."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.engine.plan.job import Job
from pipeline.engine.workers.estimate import Past
from pipeline.engine.workspace.run import Run


def past_of(run: Run, kind: str, jobs: Sequence[Job] | None = None) -> Past:
    """Return how long one kind of work took before: all that is known, or what tells of some jobs.

    Few records need to be read where the past of each job is among the newest.
    """
    records = run.store.records(newest_first=True)
    return Past.from_records((record.body for record in records), jobs, kind)
