"""What machines read of a page: schema.org data, and chapters for podcast players."""

from __future__ import annotations

from collections.abc import Sequence

from lessons.model import Lesson
from lessons.publication import Publication
from pipeline.types import Json
from publish.rendered import RenderedVideo
from publish.site.pages import ClipView


def video_object(
    lesson: Lesson,
    publication: Publication,
    video: RenderedVideo,
    title: str,
    clips: Sequence[ClipView],
    *,
    poster: str,
    page: str,
) -> Json:
    """Return a video as schema.org's VideoObject and LearningResource, with a Clip for each beat.

    Parameters
    ----------
    lesson, publication
        What is told of the lesson.
    video, title, clips
        The video, its title, and its beats as they stand on the page.
    poster, page
        Paths of its poster and of its page from the lesson's folder. Whole addresses are told only
        where the publication knows the address of the site.
    """
    base = f"{publication.site}/{lesson.slug}/" if publication.site else ""
    told: Json = {
        "@context": "https://schema.org",
        "@type": ["VideoObject", "LearningResource"],
        "name": title,
        "description": publication.description,
        "thumbnailUrl": base + poster,
        "uploadDate": lesson.published.isoformat(),
        "duration": duration(video.seconds),
        "contentUrl": f"{base}{video.name}.mp4",
        "inLanguage": lesson.language,
        "educationalLevel": publication.level,
        "learningResourceType": "video lesson",
        "keywords": list(publication.tags),
        "license": publication.licence.address,
        "author": {"@type": "Person", "name": lesson.author},
        "publisher": {"@type": "Organization", "name": lesson.publisher},
        "isPartOf": {"@type": "Course", "name": lesson.course},
        "isAccessibleForFree": True,
        "accessibilityFeature": ["captions", "transcript", "described", "MathML"],
        "hasPart": [
            {
                "@type": "Clip",
                "name": beat.title,
                "startOffset": beat.start,
                "endOffset": beat.end,
                "url": f"{base}{page}#at={beat.number}",
            }
            for clip in clips
            for beat in clip.beats
        ],
    }
    return told


def podcast_chapters(clips: Sequence[ClipView], *, by_clip: bool) -> Json:
    """Return chapters in the format of Podcasting 2.0: clips of a lesson, or beats of a clip."""
    return {
        "version": "1.2.0",
        "chapters": [
            {"startTime": clip.start, "title": clip.title, "img": clip.poster} for clip in clips
        ]
        if by_clip
        else [
            {"startTime": beat.start, "title": beat.title, "img": beat.still}
            for clip in clips
            for beat in clip.beats
        ],
    }


def duration(seconds: float) -> str:
    """Return a length of time as ISO 8601 has it, ``PT1H2M3S``."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"PT{hours}H{minutes}M{rest}S" if hours else f"PT{minutes}M{rest}S"
