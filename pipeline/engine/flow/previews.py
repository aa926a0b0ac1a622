"""From some beats to a first look: a short video, or one picture of each, beside the store."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from lessons.model import Beat
from pipeline.engine.deliver.outputs import whole
from pipeline.engine.deliver.stitch import VideoPart, lesson_tags, stitch
from pipeline.engine.keys.fingerprint import take_fingerprint
from pipeline.engine.plan.job import LessonJob, tag_of
from pipeline.engine.plan.plan import choose_beats, plan_one
from pipeline.engine.store.lock import scratch
from pipeline.engine.workers.dispatch import JobError
from pipeline.engine.workspace.locks import hold_store
from pipeline.engine.workspace.one_job import log_of, play
from pipeline.engine.workspace.run import Run
from pipeline.protocol import VIDEO, Played
from pipeline.types import Chapter, Event, PipelineError


def make_preview(run: Run, clip: str, wanted: Sequence[str], *, stills: bool) -> list[Path]:
    """Draw some beats of a clip, or all of them, and return what was written.

    Parameters
    ----------
    run
        Where to work.
    clip, wanted
        The clip, and names or numbers of its beats, as typed; empty means every beat.
    stills
        Only the last frame of each beat, as a picture.

    Raises
    ------
    PipelineError
        If the scene failed; says how, and names the log.
    """
    job = plan_one(run.lesson_name, clip, run.profile, run.settings, run.theme)
    beats = choose_beats(job.clip, wanted)
    log = log_of(run, job, "preview")
    with hold_store(run), scratch(run.scratch_root) as folder:
        run.listen(Event("started", job.subject, {"attempt": 1, "frames": _reach(job, beats)}))
        try:
            task = replace(
                job.task(folder / VIDEO), beats=tuple(beat.name for beat in beats), stills=stills
            )
            played = play(run, job, task, take_fingerprint(job), log)
        except JobError as failed:
            run.listen(Event("failed", job.subject, {"reason": failed.reason}))
            raise PipelineError(f"{failed.reason}; log: {failed.log}") from failed
        run.listen(Event("finished", job.subject, {"frames": played.frames}))
        target = run.folder / "previews"
        if stills:
            return [_keep_still(job, beat, folder, target) for beat in beats]
        return [_keep_video(job, beats, played, folder, target)]


def _reach(job: LessonJob, beats: Sequence[Beat]) -> int:
    """Return how many frames are played until the last wanted beat is over."""
    until = job.clip.beats.index(beats[-1]) + 1
    return sum(round(beat.seconds * job.profile.fps) for beat in job.clip.beats[:until])


def _keep_still(job: LessonJob, beat: Beat, folder: Path, target: Path) -> Path:
    path = target / f"{job.clip.beat_id(beat)}-{beat.name}{tag_of(job.parameters)}.png"
    # Copied, not moved: the store and the output may lie on different disks.
    with whole(path) as temporary:
        shutil.copyfile(folder / f"{beat.name}.png", temporary)
    return path


def _keep_video(
    job: LessonJob, beats: Sequence[Beat], played: Played, folder: Path, target: Path
) -> Path:
    places = [str(job.clip.beats.index(beat) + 1) for beat in beats]
    which = "all" if len(beats) == len(job.clip.beats) else "+".join(places)
    lengths = {span.name: span.frames for span in played.beats}
    chapters, start = [], 0
    for beat in beats:
        chapters.append(Chapter(beat.name, start, start + lengths[beat.name]))
        start += lengths[beat.name]
    video = stitch(
        [VideoPart(folder / VIDEO, played.frames)],
        target / f"{job.name}-{which}.mp4",
        chapters,
        lesson_tags(job.lesson, f"{job.clip.title} (preview)"),
        job.lesson.language,
    )
    return video.path
