"""From a wish to what a run would do: no video is read, and nothing heavy is loaded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lessons.model import Clip
from pipeline.engine.keys.fingerprint import take_fingerprint
from pipeline.engine.plan.job import RENDER
from pipeline.engine.plan.plan import Plan, make_plan
from pipeline.engine.workspace.jobs import past_of
from pipeline.engine.workspace.run import Run


@dataclass(frozen=True, slots=True)
class PlannedClip:
    """What a run would do with one clip: ``state`` is cached, to render, or not drawn yet."""

    clip: Clip
    state: str
    expected_seconds: float | None = None


def plan_lesson(run: Run, words: Sequence[str]) -> tuple[Plan, list[PlannedClip]]:
    """Say what ``render`` would do. Reads records only, never a video."""
    plan = make_plan(run.lesson_name, words, run.profile, run.settings, run.theme)
    past = past_of(run, RENDER)
    rows = {clip.number: PlannedClip(clip, "not drawn yet") for clip in plan.undrawn}
    for job in plan.jobs:
        if run.store.peek(take_fingerprint(job).key):
            rows[job.clip.number] = PlannedClip(job.clip, "cached")
        else:
            rows[job.clip.number] = PlannedClip(job.clip, "to render", past.expected_seconds(job))
    return plan, [rows[clip.number] for clip in plan.lesson.clips if clip.number in rows]
