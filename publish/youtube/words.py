"""The words of a video on YouTube: title, description, tags and settings."""

from __future__ import annotations

from dataclasses import dataclass

from lessons.model import Clip, Lesson
from lessons.publication import WHOLE, Publication
from pipeline.types import Chapter, Json
from publish.rendered import RenderedVideo
from publish.youtube.chapters import merged, to_lines
from publish.youtube.limits import check_words
from publish.youtube.shorts import STEM

EDUCATION = "27"
"""YouTube's category."""
_CREATIVE_COMMONS = "CC BY"
"""The licences of this family are the one that YouTube offers beside its own."""
_SHORT = " #Shorts"
"""The end of a Short's title: without it, it would have that of the clip."""
END_SCREEN = 20.0, 5.0
"""Seconds: an end screen stands at most and at least so long, at the end."""


@dataclass(frozen=True, slots=True)
class VideoWords:
    """What is told of a video.

    Attributes
    ----------
    title, description, tags
        Within YouTube's limits.
    chapters
        As lines of the description; empty where YouTube would show none.
    headline
        The few words on its thumbnail.
    """

    title: str
    description: str
    tags: tuple[str, ...]
    chapters: str
    headline: str


def words_of(lesson: Lesson, publication: Publication, video: RenderedVideo) -> VideoWords:
    """Return the words of a lesson's video, or of one of its clips, within all limits.

    Raises
    ------
    PipelineError
        If they are longer than YouTube takes, or hold what it refuses.
    """
    short = video.stem.startswith(STEM)
    clip = video.clips[0] if short or video.stem.startswith("clips/") else None
    chapters = (
        ""  # YouTube shows none with a Short
        if short
        else to_lines(merged(_chapters(video, by_clip=clip is None), video.fps), video.fps)
    )
    title = title_of(lesson, clip) + (_SHORT if short else "")
    number = clip.number if clip else WHOLE
    description = "\n\n".join(
        part.strip()
        for part in (
            publication.summaries.get(number, publication.description),
            f"Clip {clip.number} of the lesson {lesson.title}: {lesson.subtitle}." if clip else "",
            f"Chapters\n{chapters}" if chapters else "",
            _links(lesson, publication, clip),
            "\n".join(publication.credits),
            f"Licence: {publication.licence.name}, {publication.licence.address}",
        )
        if part.strip()
    )
    check_words(video.name, title, description, publication.tags)
    headline = publication.headlines.get(number) or (clip.title if clip else lesson.title)
    return VideoWords(title, description, publication.tags, chapters, headline)


def title_of(lesson: Lesson, clip: Clip | None) -> str:
    """Return the title of the lesson's video, or of a clip's."""
    whole = f"{lesson.title}: {lesson.subtitle}"
    return f"{clip.title} | {lesson.title} {clip.number}" if clip else f"{whole} | {lesson.course}"


def metadata_of(
    lesson: Lesson,
    publication: Publication,
    words: VideoWords,
    *,
    privacy: str = "private",
    publish_at: str | None = None,
) -> Json:
    """Return what ``videos.insert`` is told of a video.

    The privacy is always said: YouTube publishes a video of which it is not.

    Parameters
    ----------
    lesson, publication, words
        Whose video it is, and the video's words.
    privacy
        ``private``, ``unlisted`` or ``public``.
    publish_at
        When a private video becomes public, in RFC 3339; only with ``private``.
    """
    creative = publication.licence.name.startswith(_CREATIVE_COMMONS)
    status: Json = {
        "privacyStatus": privacy,
        "selfDeclaredMadeForKids": False,
        "containsSyntheticMedia": False,
        "license": "creativeCommon" if creative else "youtube",
        "embeddable": True,
    }
    if publish_at is not None:
        status["publishAt"] = publish_at
    return {
        "snippet": {
            "title": words.title,
            "description": words.description,
            "tags": list(words.tags),
            "categoryId": EDUCATION,
            "defaultLanguage": lesson.language,
            "defaultAudioLanguage": lesson.language,
        },
        "status": status,
        "recordingDetails": {"recordingDate": f"{lesson.published.isoformat()}T00:00:00Z"},
    }


def end_screen_of(video: RenderedVideo) -> tuple[float, float]:
    """Return from when to when an end screen may stand, in seconds: over the last beat.

    The last beat shows the map of the lesson, at rest: nothing of it is needed any more. Where it
    is shorter than an end screen must be, the last seconds are told.
    """
    longest, shortest = END_SCREEN
    last = video.beats[-1].first / video.fps
    return min(max(last, video.seconds - longest), video.seconds - shortest), video.seconds


def _chapters(video: RenderedVideo, *, by_clip: bool) -> list[Chapter]:
    if not by_clip:
        return [Chapter(beat.beat.chapter, beat.first, beat.last) for beat in video.beats]
    return [
        Chapter(clip.title, beats[0].first, beats[-1].last)
        for clip in video.clips
        for beats in [video.beats_of(clip)]
    ]


def _links(lesson: Lesson, publication: Publication, clip: Clip | None) -> str:
    if not publication.site:
        return ""
    page = f"{clip.name}.html" if clip else "index.html"
    return f"Transcript, explorers and questions: {publication.site}/{lesson.slug}/{page}"
