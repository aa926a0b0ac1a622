"""From finished clips to all that is read: captions, chapters, the text of a description."""

from __future__ import annotations

from collections.abc import Sequence

from lessons.model import Lesson
from pipeline.captions.cue import Cue
from pipeline.captions.timing import SpokenBeat, make_cues
from pipeline.captions.transcript import to_html, to_markdown
from pipeline.captions.write import (
    chapters_to_lines,
    chapters_to_vtt,
    descriptions_to_vtt,
    to_srt,
    to_vtt,
)
from pipeline.engine.deliver.outputs import Outputs
from pipeline.engine.deliver.timeline import beats_of, lesson_chapters
from pipeline.types import LEAD, Profile, Segment


def cues_of(segments: Sequence[Segment], profile: Profile) -> list[Cue]:
    """Return the captions of a video that holds these clips in this order."""
    beats = [
        SpokenBeat(beat.narration, span.cue, span.end, LEAD, speech.seconds, speech.said)
        if speech
        else SpokenBeat(beat.narration, span.cue, span.end)
        for beat, span, speech in beats_of(segments)
    ]
    return make_cues(beats, profile.fps)


def write_captions(outputs: Outputs, stem: str, cues: Sequence[Cue], language: str) -> None:
    """Write captions as WebVTT and as SubRip: ``captions/STEM.en.vtt`` and ``.srt``."""
    outputs.text(f"captions/{stem}.{language}.vtt", to_vtt(cues, language))
    outputs.text(f"captions/{stem}.{language}.srt", to_srt(cues))


def write_descriptions(
    outputs: Outputs, stem: str, segments: Sequence[Segment], fps: int, language: str
) -> None:
    """Write what is shown and not said, as WebVTT: ``captions/STEM.en.descriptions.vtt``.

    A player reads it out to a listener who does not see the picture. It stands for its whole beat.
    """
    lines = [
        (span.start / fps, span.end / fps, beat.shows)
        for beat, span, _ in beats_of(segments)
        if beat.shows
    ]
    name = f"captions/{stem}.{language}.descriptions.vtt"
    outputs.text(name, descriptions_to_vtt(lines, language))


def write_chapters(
    outputs: Outputs, stem: str, segments: Sequence[Segment], profile: Profile
) -> None:
    """Write chapters as WebVTT, and as the lines of a video's description."""
    chapters = lesson_chapters(segments)
    outputs.text(f"captions/{stem}.chapters.vtt", chapters_to_vtt(chapters, profile.fps))
    outputs.text(f"captions/{stem}.chapters.txt", chapters_to_lines(chapters, profile.fps))


def write_transcript(
    outputs: Outputs, stem: str, lesson: Lesson, segments: Sequence[Segment], profile: Profile
) -> None:
    """Write what is said and shown, as Markdown and as a page, with links into the video."""
    video = f"{stem}.mp4"
    outputs.text(f"{stem}.transcript.md", to_markdown(lesson, segments, profile.fps, video))
    outputs.text(f"{stem}.transcript.html", to_html(lesson, segments, profile.fps, video))
