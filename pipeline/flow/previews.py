"""From some beats to a first look: a short video, or one picture of each, beside the store."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from lessons.model import Beat
from pipeline.dispatch import JobError
from pipeline.fingerprint import take_fingerprint
from pipeline.flow.workshop import VIDEO, Workshop
from pipeline.job import LessonJob, tag_of
from pipeline.lock import scratch
from pipeline.outputs import whole
from pipeline.plan import choose_beats, plan_one
from pipeline.stitch import Part, lesson_tags, stitch
from pipeline.types import Chapter, Event, Json, PipelineError


def make_preview(shop: Workshop, clip: str, words: Sequence[str], *, stills: bool) -> list[Path]:
    """Draw some beats of a clip, or all of them, and return what was written.

    Parameters
    ----------
    shop
        Where to work.
    clip, words
        Which clip, and which of its beats.
    stills
        Only the last frame of each beat, as a picture.

    Raises
    ------
    PipelineError
        If the scene failed; says how, and names the log.
    """
    job = plan_one(shop.lesson_name, clip, shop.profile, shop.settings)
    beats = choose_beats(job.clip, words)
    log = shop.log(job, "preview")
    with shop.visited(), scratch(shop.store_root.resolve() / "scratch") as folder:
        shop.listen(Event("started", job.subject, {"attempt": 1, "frames": _reach(job, beats)}))
        try:
            result = shop.play(
                job,
                take_fingerprint(job),
                folder,
                log,
                beats=[beat.name for beat in beats],
                stills=stills,
            )
        except JobError as failed:
            shop.listen(Event("failed", job.subject, {"reason": failed.reason}))
            raise PipelineError(f"{failed.reason}; log: {failed.log}") from failed
        shop.listen(Event("finished", job.subject, {"frames": result["frames"]}))
        target = shop.folder / "previews"
        if stills:
            return [_keep_still(job, beat, folder, target) for beat in beats]
        return [_keep_video(job, beats, result, folder, target)]


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
    job: LessonJob, beats: Sequence[Beat], result: Json, folder: Path, target: Path
) -> Path:
    places = [str(job.clip.beats.index(beat) + 1) for beat in beats]
    which = "all" if len(beats) == len(job.clip.beats) else "+".join(places)
    lengths = {span["name"]: span["end"] - span["start"] for span in result["beats"]}
    chapters, start = [], 0
    for beat in beats:
        chapters.append(Chapter(beat.name, start, start + lengths[beat.name]))
        start += lengths[beat.name]
    video = stitch(
        [Part(folder / VIDEO, result["frames"])],
        target / f"{job.name}-{which}.mp4",
        chapters,
        lesson_tags(job.lesson, f"{job.clip.title} (preview)"),
        job.lesson.language,
    )
    return video.path
