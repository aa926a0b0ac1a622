"""From a plan to its segments: found in the store, drawn whole, or drawn in parts and joined."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.engine.flow.parts import Drawn, join_parts
from pipeline.engine.flow.split import split_jobs
from pipeline.engine.keys.source_files import SourceFiles
from pipeline.engine.plan.job import RENDER, LessonJob
from pipeline.engine.plan.part import PartJob
from pipeline.engine.plan.plan import Plan
from pipeline.engine.workspace.jobs import record_of, take_stored_video, work_through
from pipeline.engine.workspace.machines import Answer, Work
from pipeline.engine.workspace.one_job import draw, segment_of
from pipeline.engine.workspace.past import past_of
from pipeline.engine.workspace.run import Run
from pipeline.types import Event, Failure, Segment, Subject


def obtain_segments(
    run: Run, plan: Plan, *, force: bool = False
) -> tuple[list[Segment], list[Failure], int]:
    """Return the plan's segments in lesson order, the failures, and how many had to be drawn."""
    for clip in plan.without_scene:
        run.listen(Event("without_scene", Subject.of(clip)))
    found, missing, files = {}, [], SourceFiles()
    for job in plan.jobs:
        segment = take_stored_video(run, job, segment_of, files, force=force)
        if segment is None:
            missing.append(job)
        else:
            found[job.subject] = segment
    if missing:
        drawn, failures = _draw_all(run, missing, files, force=force)
        found |= {segment.subject: segment for segment in drawn}
        segments = [found[job.subject] for job in plan.jobs if job.subject in found]
        return segments, failures, len(drawn)
    return list(found.values()), [], 0


def _draw_all(
    run: Run, jobs: Sequence[LessonJob], files: SourceFiles, *, force: bool
) -> tuple[list[Segment], list[Failure]]:
    """Draw clips, in parts where that ends sooner."""
    parts = split_jobs(jobs, past_of(run, RENDER, jobs), run.cores)
    units = {job.subject: parts.get(job.clip.number, (job,)) for job in jobs}

    def find(unit: LessonJob | PartJob) -> Drawn | None:
        # A part may be left from a run that was stopped; of a clip it is known that it is missing.
        known = isinstance(unit, PartJob) and not force
        return take_stored_video(run, unit, Drawn, files, force=not known)

    def draw_here(run: Run, unit: LessonJob | PartJob, attempt: int) -> Drawn:
        return Drawn(unit, draw(run, unit, attempt))

    def read(unit: LessonJob | PartJob, answer: Answer) -> Drawn:
        return Drawn(unit, record_of(run, answer))

    work = Work(draw_here, "draw", read)

    all_units = [unit for group in units.values() for unit in group]
    done, failures, _ = work_through(run, all_units, RENDER, find, work.attempt)
    drawn = {one.subject: one for one in done}
    segments = []
    for job in jobs:
        own = [drawn[unit.subject] for unit in units[job.subject] if unit.subject in drawn]
        if len(own) < len(units[job.subject]):
            continue
        record = own[0].record
        if job.clip.number in parts:
            record = join_parts(run, job, own)
            run.listen(Event("finished", job.subject, {"frames": record.body["frames"]}))
        segments.append(segment_of(job, record))
    whose = {unit.subject: clip for clip, group in units.items() for unit in group}
    return segments, _of_clips(failures, whose)


def _of_clips(failures: Iterable[Failure], whose: dict[Subject, Subject]) -> list[Failure]:
    """Return failures of clips: of the parts of one clip, the first speaks for all."""
    found: dict[Subject, Failure] = {}
    for failure in failures:
        found.setdefault(whose[failure.subject], replace(failure, subject=whose[failure.subject]))
    return list(found.values())
