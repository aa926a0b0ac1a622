"""From the script to what a teacher reads before a microphone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from lessons.pacing import BREATH
from pipeline.engine.plan.plan import make_plan
from pipeline.engine.workspace.run import Run
from pipeline.types import LEAD


def recording_lines(run: Run, wanted: Sequence[str], takes: Path) -> Iterator[str]:
    """Yield the recording sheet of the clips ``wanted``, as typed, or of all, as Markdown.

    The seconds are those of the picture, less the quiet at both ends of the beat. A take may be
    longer: then the picture waits for it.
    """
    jobs = make_plan(run.lesson_name, wanted, run.profile, run.settings, run.theme).jobs
    beats = sum(len(job.clip.beats) for job in jobs)
    yield f"# {jobs[0].lesson.title}: {beats} takes" if jobs else "No clip has a scene yet."
    for job in jobs:
        yield f"\n## {job.clip.number} {job.clip.title}"
        for beat in job.clip.beats:
            room = beat.seconds - BREATH - LEAD
            file = takes / job.lesson.slug / job.clip.number / f"{beat.name}.wav"
            yield f"\n{job.clip.beat_id(beat)}, {room:.1f} s, {file}"
            yield f"> {beat.narration}"
