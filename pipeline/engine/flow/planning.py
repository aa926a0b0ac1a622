"""From a wish to what a run would do: no video is read, and nothing heavy is loaded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lessons.model import Clip
from pipeline.audio.voice_settings import SILENT, Casting
from pipeline.engine.flow.split import split_jobs
from pipeline.engine.keys.fingerprint import take_fingerprint
from pipeline.engine.keys.source_files import SourceFiles
from pipeline.engine.plan.job import RENDER, LessonJob
from pipeline.engine.plan.plan import Plan, make_plan
from pipeline.engine.workspace.past import past_of
from pipeline.engine.workspace.run import Run


@dataclass(frozen=True, slots=True)
class PlannedClip:
    """What a run would do with one clip.

    ``state`` is ``cached``, ``to render``, ``no scene yet``, or ``to speak``: the voice has not
    spoken all of its lines, so that it is not known how long its beats last. ``parts`` says in how
    many parts it would be drawn, by as many workers.
    """

    clip: Clip
    state: str
    expected_seconds: float | None = None
    parts: int = 1


def plan_lesson(
    run: Run, wanted: Sequence[str], casting: Casting = SILENT
) -> tuple[Plan, list[PlannedClip]]:
    """Say what ``render`` would do with the clips ``wanted``, as typed; empty means all.

    ``casting`` says who would speak. Nothing is spoken, and no video is read.
    """
    plan = make_plan(run.lesson_name, wanted, run.profile, run.settings, run.theme)
    unspoken: set[str] = set()
    if casting.kind != "silent":
        # Imported only here: sounds need NumPy, which a silent plan does not load.
        from pipeline.engine.tracks.voices import stored_voice

        plan, lines = stored_voice(run, casting, plan)
        unspoken = {line.clip for line in lines}
    missing: list[LessonJob] = []
    files = SourceFiles()
    rows = {clip.number: PlannedClip(clip, "no scene yet") for clip in plan.without_scene}
    for job in plan.jobs:
        if job.clip.number in unspoken:
            rows[job.clip.number] = PlannedClip(job.clip, "to speak")
        elif run.store.seems_to_hold(take_fingerprint(job, files).key):
            rows[job.clip.number] = PlannedClip(job.clip, "cached")
        else:
            missing.append(job)
    past = past_of(run, RENDER, missing)
    for job in missing:
        rows[job.clip.number] = PlannedClip(job.clip, "to render", past.expected_seconds(job))
    for number, parts in split_jobs(missing, past, run.cores).items():
        rows[number] = replace(rows[number], parts=len(parts))
    return plan, [rows[clip.number] for clip in plan.lesson.clips if clip.number in rows]
