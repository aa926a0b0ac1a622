"""From each save to a new preview, until it is interrupted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from lessons.library import forget_lesson, word_files
from pipeline.engine.flow.previews import make_preview
from pipeline.engine.keys.sources import source_closure
from pipeline.engine.plan.job import LessonJob
from pipeline.engine.plan.plan import choose_beats, plan_one
from pipeline.engine.workspace.run import Run
from pipeline.engine.workspace.saves import take_stamps, wait_for_save
from pipeline.types import PipelineError


def watch_preview(
    run: Run, clip: str, wanted: Sequence[str], *, stills: bool
) -> Iterator[list[Path] | PipelineError]:
    """Yield what ``make_preview`` returns or raises: now, and after each save of a source.

    Raises
    ------
    UsageError
        At once, if there is no such clip or beat. One that goes away later is a mistake in writing
        like any other, and is yielded.
    """
    job = plan_one(run.lesson_name, clip, run.profile, run.settings, run.theme)
    choose_beats(job.clip, wanted)
    files = sources(job)
    while True:
        # The look comes before the work: what is saved meanwhile is seen right after it.
        seen = take_stamps(files)
        try:
            job = plan_one(run.lesson_name, clip, run.profile, run.settings, run.theme)
            # A file that cannot be parsed hides what it imports: nothing is ever left out again.
            files |= sources(job)
            outcome: list[Path] | PipelineError = make_preview(run, clip, wanted, stills=stills)
        except PipelineError as error:
            outcome = error
        yield outcome
        wait_for_save({**take_stamps(files - seen.keys()), **seen})
        forget_lesson(run.lesson_name)


def sources(job: LessonJob) -> set[Path]:
    """Return every file that a preview of the job depends on."""
    return {*source_closure(job), *word_files(job.lesson_name)}
