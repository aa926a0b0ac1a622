"""From what clips took before to the parts that they are drawn in. No video is read."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.engine.plan.job import LessonJob
from pipeline.engine.plan.part import PartJob
from pipeline.engine.workers.estimate import Past
from pipeline.engine.workers.split import split_clips


def split_jobs(jobs: Sequence[LessonJob], past: Past, slots: int) -> dict[str, tuple[PartJob, ...]]:
    """Return, by the numbers of the clips that are to be drawn in parts, the parts.

    Nothing is split while it is unknown how long a clip takes: a cut that is made blindly may take
    longer than none.

    Parameters
    ----------
    jobs
        All clips that will be drawn.
    past
        How long they took before.
    slots
        How many jobs are done side by side.
    """
    costs = [past.beat_seconds(job) for job in jobs]
    known = [cost for cost in costs if cost is not None]
    if slots == 1 or len(known) < len(jobs):
        return {}
    return {
        job.clip.number: tuple(
            PartJob(job, stretch.first + 1, stretch.end, stretch.seconds) for stretch in stretches
        )
        for job, stretches in zip(jobs, split_clips(known, slots), strict=True)
        if len(stretches) > 1
    }
