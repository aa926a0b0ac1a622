"""From a lesson to its video: plan, fingerprint, store, dispatch, stitch, timeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lessons.model import Clip
from pipeline.estimate import RENDER
from pipeline.fingerprint import digest, take_fingerprint
from pipeline.flow.jobs import past_of, work_through
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
    past = past_of(shop, RENDER)
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

    def recall(job: RenderJob) -> Segment | None:
        segment = None if force else shop.recall(job)
        if segment is not None:
            shop.listen(Event("hit", job.clip, {"frames": segment.frames}))
        return segment

    return work_through(shop, plan.jobs, RENDER, recall, Workshop.draw)


def _write_clip(shop: Workshop, plan: Plan, outputs: Outputs, segment: Segment) -> Video:
    title = f"{plan.lesson.title} · {segment.clip.title}"
    return _write(shop, plan, outputs, f"clips/{segment.name}", [segment], title, by_beat=True)


def _write_lesson(
    shop: Workshop, plan: Plan, outputs: Outputs, segments: Sequence[Segment]
) -> Video:
    video = _write(shop, plan, outputs, plan.name, segments, plan.lesson.title, by_beat=False)
    write_chapters(outputs, plan.name, segments, shop.profile)
    write_transcript(outputs, plan.name, plan.lesson, segments, shop.profile)
    timeline = make_timeline(plan.lesson, shop.profile, segments)
    outputs.text("timeline.json", to_text({**timeline, "sha256": video.sha256}))
    return video


def _write(
    shop: Workshop,
    plan: Plan,
    outputs: Outputs,
    stem: str,
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
            f"{stem}.mp4",
            made_from,
            lambda path: stitch(parts, path, chapters, tags, language, cues),
        )
    except OSError as error:
        raise explain(error) from error
    kind = "written" if video.written else "unchanged"
    shop.listen(Event(kind, data={"path": str(video.path), "seconds": video.seconds}))
    write_captions(outputs, stem, cues, language)
    return video
