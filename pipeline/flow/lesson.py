"""From a lesson to its video: plan, fingerprint, store, dispatch, stitch, timeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lessons.model import Clip
from pipeline.dispatch import dispatch
from pipeline.estimate import Clock, Past
from pipeline.executors import local_executor
from pipeline.fingerprint import digest, take_fingerprint
from pipeline.flow.texts import cues_of, write_captions, write_chapters, write_transcript
from pipeline.flow.workshop import Workshop, explain
from pipeline.outputs import Outputs
from pipeline.plan import Plan, make_plan
from pipeline.stitch import CONTAINER, Part, lesson_tags, stitch
from pipeline.timeline import clip_chapters, lesson_chapters, make_timeline, to_text
from pipeline.types import Event, ExitCode, Failure, RenderJob, Segment, Video


@dataclass(frozen=True, slots=True)
class PlannedClip:
    """What a run would do with one clip: ``state`` is cached, to render, or not drawn yet."""

    clip: Clip
    state: str
    expected_seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a run did. ``lesson`` is ``None`` when a clip failed: then the old video stays."""

    lesson: Video | None
    clips: tuple[Video, ...]
    drawn: int
    failures: tuple[Failure, ...]
    undrawn: tuple[Clip, ...]

    @property
    def exit_code(self) -> ExitCode:
        """What to tell the shell."""
        return ExitCode.FAILED if self.failures else ExitCode.OK


def plan_lesson(shop: Workshop, words: Sequence[str]) -> tuple[Plan, list[PlannedClip]]:
    """Say what ``render`` would do. Reads records only, never a video."""
    plan = make_plan(shop.lesson_name, words, shop.profile, shop.settings)
    past = _past(shop)
    rows = {clip.number: PlannedClip(clip, "not drawn yet") for clip in plan.undrawn}
    for job in plan.jobs:
        if shop.store.peek(take_fingerprint(job).key):
            rows[job.clip.number] = PlannedClip(job.clip, "cached")
        else:
            rows[job.clip.number] = PlannedClip(job.clip, "to render", past.expected_seconds(job))
    return plan, [rows[clip.number] for clip in plan.lesson.clips if clip.number in rows]


def render_lesson(shop: Workshop, words: Sequence[str], *, force: bool = False) -> Rendered:
    """Draw what is missing and join it: all drawn clips, or exactly those named by ``words``."""
    plan = make_plan(shop.lesson_name, words, shop.profile, shop.settings)
    with shop.opened():
        # Before anything is drawn: a folder that cannot be written is known at once.
        outputs = Outputs(shop.folder)
        segments, failures, drawn = obtain_segments(shop, plan, force=force)
        clips = tuple(_write_clip(shop, plan, outputs, segment) for segment in segments)
        lesson = None
        if segments and not failures:
            lesson = _write_lesson(shop, plan, outputs, segments)
    return Rendered(lesson, clips, drawn, tuple(failures), plan.undrawn)


def obtain_segments(
    shop: Workshop, plan: Plan, *, force: bool = False
) -> tuple[list[Segment], list[Failure], int]:
    """Return the plan's segments in lesson order, the failures, and how many had to be drawn."""
    for clip in plan.undrawn:
        shop.listen(Event("undrawn", clip))
    found: dict[str, Segment] = {}
    missing: list[RenderJob] = []
    for job in plan.jobs:
        segment = None if force else shop.recall(job)
        if segment is None:
            missing.append(job)
            continue
        found[job.clip.number] = segment
        shop.listen(Event("hit", job.clip, {"frames": segment.frames}))
    failures = []
    if missing:
        past = _past(shop)
        # The longest first: the last one to end decides when the run ends.
        missing.sort(key=lambda job: -(past.expected_seconds(job) or job.planned_frames))
        listen = Clock(past, missing, shop.slots, shop.listen)
        watched = shop.watched_by(listen)
        executor = local_executor(shop.slots)
        for outcome in dispatch(missing, watched.draw, executor, listen, shop.cancelled):
            if isinstance(outcome, Failure):
                failures.append(outcome)
            else:
                found[outcome.clip.number] = outcome
    segments = [found[job.clip.number] for job in plan.jobs if job.clip.number in found]
    failures.sort(key=lambda failure: failure.clip.number)
    return segments, failures, len(missing) - len(failures)


def _write_clip(shop: Workshop, plan: Plan, outputs: Outputs, segment: Segment) -> Video:
    title = f"{plan.lesson.title} · {segment.clip.title}"
    video = _write(shop, plan, outputs, f"clips/{segment.name}.mp4", [segment], title, by_beat=True)
    cues = cues_of([segment], shop.profile)
    write_captions(outputs, f"clips/{segment.name}", cues, plan.lesson.language)
    return video


def _write_lesson(
    shop: Workshop, plan: Plan, outputs: Outputs, segments: Sequence[Segment]
) -> Video:
    video = _write(
        shop, plan, outputs, f"{plan.name}.mp4", segments, plan.lesson.title, by_beat=False
    )
    write_captions(outputs, plan.name, cues_of(segments, shop.profile), plan.lesson.language)
    write_chapters(outputs, plan.name, segments, shop.profile)
    write_transcript(outputs, plan.name, plan.lesson, segments, shop.profile)
    timeline = make_timeline(plan.lesson, shop.profile, segments)
    outputs.text("timeline.json", to_text({**timeline, "sha256": video.sha256}))
    return video


def _write(
    shop: Workshop,
    plan: Plan,
    outputs: Outputs,
    name: str,
    segments: Sequence[Segment],
    title: str,
    *,
    by_beat: bool,
) -> Video:
    chapters = clip_chapters(segments[0]) if by_beat else lesson_chapters(segments)
    tags = lesson_tags(plan.lesson, title)
    cues = cues_of(segments, shop.profile)
    language = plan.lesson.language
    made_from = digest(
        {
            "parts": [segment.blob for segment in segments],
            "chapters": [[chapter.title, chapter.start, chapter.end] for chapter in chapters],
            "tags": tags,
            "cues": [[cue.start, cue.end, *cue.lines] for cue in cues],
            "language": language,
            "container": CONTAINER,
        }
    )
    parts = [Part(shop.store.blob(segment.blob), segment.frames) for segment in segments]
    try:
        video = outputs.video(
            name, made_from, lambda path: stitch(parts, path, chapters, tags, language, cues)
        )
    except OSError as error:
        raise explain(error) from error
    kind = "written" if video.written else "unchanged"
    shop.listen(Event(kind, data={"path": str(video.path), "seconds": video.seconds}))
    return video


def _past(shop: Workshop) -> Past:
    return Past.from_records(record.body for record in shop.store.records())
