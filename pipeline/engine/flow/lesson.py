"""From a lesson to its video: plan, fingerprint, store, dispatch, stitch, timeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lessons.model import Clip
from pipeline.audio.voice_settings import SILENT, Casting
from pipeline.engine.deliver.outputs import Outputs
from pipeline.engine.deliver.stitch import CONTAINER, VideoPart, lesson_tags, stitch
from pipeline.engine.deliver.timeline import (
    clip_chapters,
    lesson_chapters,
    make_timeline,
    timeline_name,
    to_text,
)
from pipeline.engine.flow.segments import obtain_segments
from pipeline.engine.keys.fingerprint import audio_sources, digest
from pipeline.engine.plan.plan import Plan, make_plan
from pipeline.engine.tracks.sounds import sound_of, speeches_of
from pipeline.engine.tracks.texts import (
    cues_of,
    write_captions,
    write_chapters,
    write_descriptions,
    write_transcript,
)
from pipeline.engine.tracks.voices import give_voice
from pipeline.engine.workspace.jobs import keep_video
from pipeline.engine.workspace.locks import hold_output
from pipeline.engine.workspace.run import Run
from pipeline.types import Chapter, ExitCode, Failure, Segment, Video


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a run did. ``lesson`` is ``None`` when a clip failed: then the old video stays."""

    lesson: Video | None
    clips: tuple[Video, ...]
    drawn: int
    failures: tuple[Failure, ...]
    without_scene: tuple[Clip, ...]

    @property
    def exit_code(self) -> ExitCode:
        """What to tell the shell."""
        return ExitCode.of(*self.failures)


def render_lesson(
    run: Run,
    wanted: Sequence[str],
    *,
    force: bool = False,
    casting: Casting = SILENT,
) -> Rendered:
    """Draw what is missing and join it: exactly the clips ``wanted``, or all.

    The voice speaks first: its lengths decide how long beats last.

    Parameters
    ----------
    run
        Where to work.
    wanted
        Numbers, slugs or ranges of clips, as typed; empty means every clip.
    force
        Draw even what is in the store.
    casting
        Who speaks.
    """
    plan = make_plan(run.lesson_name, wanted, run.profile, run.settings, run.theme)
    with hold_output(run):
        # Before anything is drawn: a folder that cannot be written is known at once.
        outputs = Outputs(run.folder)
        plan = give_voice(run, casting, plan)
        segments, failures, drawn = obtain_segments(run, plan, force=force)
        studio = Studio(run, plan, outputs, casting.loudness)
        clips = tuple(studio.write_clip(segment) for segment in segments)
        lesson = None
        if segments and not failures:
            lesson = studio.write_lesson(segments)
    return Rendered(lesson, clips, drawn, tuple(failures), plan.without_scene)


@dataclass(frozen=True)
class Studio:
    """Where finished clips become files.

    Parameters
    ----------
    run, plan
        Where to work, and on what.
    outputs
        The output folder.
    loudness
        Of each video, in LUFS.
    """

    run: Run
    plan: Plan
    outputs: Outputs
    loudness: float

    def write_clip(self, segment: Segment) -> Video:
        """Write the video of one clip, with a chapter for each beat."""
        title = f"{self.plan.lesson.title} · {segment.clip.title}"
        return self._write(f"clips/{segment.name}", [segment], title, clip_chapters(segment))

    def write_lesson(self, segments: Sequence[Segment]) -> Video:
        """Write the video of the lesson, with a chapter for each clip, and all its texts."""
        plan, profile = self.plan, self.run.profile
        chapters = lesson_chapters(segments)
        video = self._write(plan.name, segments, plan.lesson.title, chapters)
        write_chapters(self.outputs, plan.name, segments, profile)
        write_transcript(self.outputs, plan.name, plan.lesson, segments, profile)
        self.outputs.text("timeline.json", self._timeline(segments, video))
        return video

    def _timeline(self, segments: Sequence[Segment], video: Video) -> str:
        timeline = make_timeline(self.plan.lesson, self.run.profile, segments)
        return to_text({**timeline, "sha256": video.sha256})

    def _write(
        self, stem: str, segments: Sequence[Segment], title: str, chapters: Sequence[Chapter]
    ) -> Video:
        run, lesson = self.run, self.plan.lesson
        tags = lesson_tags(lesson, title)
        cues = cues_of(segments, run.profile)
        speeches = speeches_of(segments, run.profile.fps)
        made_from = digest(
            {
                "parts": [segment.blob for segment in segments],
                "chapters": [[chapter.title, chapter.start, chapter.end] for chapter in chapters],
                "tags": tags,
                "cues": [[cue.start, cue.end, *cue.lines] for cue in cues],
                "language": lesson.language,
                "container": CONTAINER,
                "voice": [[start, speech.blob] for start, speech in speeches],
                "mix": [self.loudness, audio_sources()] if speeches else None,
            }
        )
        parts = [VideoPart(run.store.blob(segment.blob), segment.frames) for segment in segments]
        frames = sum(segment.frames for segment in segments)

        def make(path: Path) -> Video:
            with sound_of(run, speeches, frames, self.loudness) as sound:
                return stitch(parts, path, chapters, tags, lesson.language, cues, sound)

        video = keep_video(run, self.outputs, f"{stem}.mp4", made_from, make)
        write_captions(self.outputs, stem, cues, lesson.language)
        write_descriptions(self.outputs, stem, segments, run.profile.fps, lesson.language)
        self.outputs.text(timeline_name(stem), self._timeline(segments, video))
        return video
