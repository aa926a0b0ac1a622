"""The summary: a lesson on one page, its map and a line for each clip."""

from __future__ import annotations

import tempfile
from pathlib import Path

from lessons.publication import WHOLE
from pipeline.engine.deliver.frames import read_frames
from pipeline.types import Json, PipelineError
from publish.rendered import RenderedBeat, RenderedLesson, RenderedVideo
from publish.site.stills import save
from publish.slides.handout_formulas import statements_of
from publish.slides.handout_pdf import description_of, publication_of_rendered, write_pdf

MAP_WIDTH = 1920
"""Pixels of the large picture; a smaller video is not enlarged."""
_MOST_FORMULAS = 6


def write_summary(lesson: RenderedLesson, path: Path) -> None:
    """Write the summary of a lesson, or of some of its clips: one landscape page of A4, as PDF.

    Parameters
    ----------
    lesson
        The rendered videos of its clips.
    path
        Where the document goes.

    Raises
    ------
    PipelineError
        If the lines of its clips do not fit on one page, or Typst cannot set it.
    """
    publication = publication_of_rendered(lesson)
    summaries = publication.summaries if publication else {}
    video, beat = map_of(lesson)
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room)
        ((_, picture),) = read_frames(video.path, [beat.still])
        save(picture, folder / "map.jpg", MAP_WIDTH)
        told: Json = {
            "picture": "map.jpg",
            "shows": beat.beat.shows or beat.beat.chapter,
            "description": description_of(lesson, summaries.get(WHOLE, "")),
            "formulas": statements_of(video.beats)[-_MOST_FORMULAS:],
            "clips": [
                {
                    "number": clip.number,
                    "title": clip.title,
                    "summary": summaries.get(clip.number, ""),
                }
                for video in lesson.clips
                for clip in video.clips
            ],
        }
        pages = write_pdf("summary.typ", lesson.lesson, told, folder, path)
    if pages != 1:
        path.unlink()
        raise PipelineError(
            f"the summary of {len(lesson.clips)} clips does not fit on one page; shorten the "
            "summaries in the lesson's publication.py, or name fewer clips"
        )


def map_of(lesson: RenderedLesson) -> tuple[RenderedVideo, RenderedBeat]:
    """Return the beat with the lesson's last map, and the video in which it lies.

    A map comes back: clips end by naming its tiles. So it is the end of the clip that names most
    of what other clips end with, and of several the last one. In a lesson without a map that is the
    end of its last clip.
    """
    ends = [(video, video.beats[-1]) for video in lesson.clips]
    named = [{says for kind, says in beat.shown if kind == "words"} for _, beat in ends]

    def recalled(place: int) -> int:
        others = [words for other, words in enumerate(named) if other != place]
        return sum(any(word in words for words in others) for word in named[place])

    return ends[max(range(len(ends)), key=lambda place: (recalled(place), place))]
