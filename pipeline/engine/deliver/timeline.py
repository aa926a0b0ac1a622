"""The timeline: when each clip and each beat really begins and ends, in frames and seconds."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from lessons.model import Beat, Lesson
from lessons.pacing import BeatSpan
from pipeline.types import LEAD, Chapter, Json, Profile, Segment, Speech


def make_timeline(lesson: Lesson, profile: Profile, segments: Sequence[Segment]) -> Json:
    """Return the measured timeline of a lesson video that holds ``segments`` in this order."""
    clips, offset = [], 0
    for segment in segments:
        clip = segment.clip
        clips.append(
            {
                "number": clip.number,
                "slug": clip.slug,
                "title": clip.title,
                **_stretch(offset, offset + segment.frames, profile.fps),
                "beats": [
                    {
                        "id": clip.beat_id(beat),
                        "name": beat.name,
                        "title": beat.chapter,
                        "narration": beat.narration,
                        **_stretch(offset + span.start, offset + span.end, profile.fps),
                        "still_frame": offset + span.still,
                        "voice": _voice(segment, span, offset, profile.fps),
                        "shown": [{kind: says} for kind, says in span.shown],
                    }
                    for beat, span in zip(clip.beats, segment.beats, strict=True)
                ],
            }
        )
        offset += segment.frames
    return {
        "lesson": lesson.slug,
        "title": lesson.title,
        "profile": profile.name,
        "width": profile.width,
        "height": profile.height,
        "fps": profile.fps,
        "frames": offset,
        "seconds": round(offset / profile.fps, 6),
        "clips": clips,
    }


def beats_of(segments: Iterable[Segment]) -> Iterator[tuple[Beat, BeatSpan, Speech | None]]:
    """Yield every beat of a video that holds ``segments``: as told, as played, and its voice.

    The span counts the frames of the whole video.
    """
    offset = 0
    for segment in segments:
        for beat, span in zip(segment.clip.beats, segment.beats, strict=True):
            yield beat, span.after(offset), segment.speeches.get(beat.name)
        offset += segment.frames


def lesson_chapters(segments: Sequence[Segment]) -> list[Chapter]:
    """Return one chapter per clip."""
    chapters, offset = [], 0
    for segment in segments:
        end = offset + segment.frames
        chapters.append(Chapter(segment.clip.title, offset, end))
        offset = end
    return chapters


def clip_chapters(segment: Segment) -> list[Chapter]:
    """Return one chapter per beat."""
    return [
        Chapter(beat.chapter, span.start, span.end)
        for beat, span in zip(segment.clip.beats, segment.beats, strict=True)
    ]


def timeline_name(stem: str) -> str:
    """Return where the timeline of one video lies, below the output folder."""
    return f"timelines/{stem}.json"


def to_text(timeline: Json) -> str:
    """Return the timeline as it is written to ``timeline.json``."""
    return json.dumps(timeline, indent=1, ensure_ascii=False) + "\n"


def _voice(segment: Segment, span: BeatSpan, offset: int, fps: int) -> Json | None:
    """Return when the voice of a beat begins and ends, in seconds; ``None`` where there is none."""
    speech = segment.speeches.get(span.name)
    if speech is None:
        return None
    start = (offset + span.cue) / fps
    return {
        "start_seconds": round(start + LEAD, 6),
        "end_seconds": round(start + speech.until, 6),
    }


def _stretch(start: int, end: int, fps: int) -> Json:
    return {
        "start_frame": start,
        "end_frame": end,
        "start_seconds": round(start / fps, 6),
        "end_seconds": round(end / fps, 6),
    }
