"""The handout: a picture and the words of every beat, on paper."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from pipeline.captions.transcript import clock
from pipeline.engine.deliver.frames import read_frames
from pipeline.types import Json
from publish.rendered import RenderedBeat, RenderedLesson, RenderedVideo
from publish.site.stills import save
from publish.slides.handout_formulas import formulas_of
from publish.slides.handout_pdf import description_of, publication_of_rendered, write_pdf

STILL_WIDTH = 960
"""Pixels, about 150 to the inch in the handout; a smaller video is not enlarged."""


def write_handout(lesson: RenderedLesson, path: Path) -> None:
    """Write the handout of a lesson, or of some of its clips, as PDF.

    It begins with the title and a table of the clips. Each clip begins a page, and each page has
    two beats: number and title, the picture that shows it best, what is said, and the formulas that
    are new on screen, as mathematics. It is for paper whatever the theme is; pictures are as they
    were rendered.

    Parameters
    ----------
    lesson
        The rendered videos of its clips.
    path
        Where the document goes.

    Raises
    ------
    PipelineError
        If Typst cannot set it.
    """
    publication = publication_of_rendered(lesson)
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room)
        summaries = publication.summaries if publication else {}
        clips = [_clip(video, summaries, folder) for video in lesson.clips]
        told: Json = {
            "clips": clips,
            "description": description_of(lesson, publication.description if publication else ""),
            "length": clock(sum(video.seconds for video in lesson.clips)),
            "licence": publication.licence.name if publication else "",
        }
        write_pdf("handout.typ", lesson.lesson, told, folder, path)


def _clip(video: RenderedVideo, summaries: Mapping[str, str], folder: Path) -> Json:
    """Return what the template is told of a clip, and write its pictures."""
    (clip,) = video.clips
    pictures = _write_stills(video, folder)
    return {
        "number": clip.number,
        "title": clip.title,
        "summary": summaries.get(clip.number, ""),
        "length": clock(video.seconds),
        "beats": [
            _beat(beat, picture, formulas)
            for beat, picture, formulas in zip(
                video.beats, pictures, formulas_of(video.beats), strict=True
            )
        ],
    }


def _beat(beat: RenderedBeat, picture: str, formulas: list[Json]) -> Json:
    return {
        "number": beat.number,
        "title": beat.beat.chapter,
        "narration": beat.beat.narration,
        "shows": beat.beat.shows or beat.beat.chapter,
        "picture": picture,
        "formulas": formulas,
    }


def _write_stills(video: RenderedVideo, folder: Path) -> list[str]:
    """Write the picture of each beat, and return their names in the order of beats."""
    for number, picture in read_frames(video.path, [beat.still for beat in video.beats]):
        save(picture, folder / f"{video.name}-{number}.jpg", STILL_WIDTH)
    return [f"{video.name}-{beat.still}.jpg" for beat in video.beats]
