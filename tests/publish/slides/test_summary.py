"""The summary of a lesson on one page."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.types import PipelineError
from publish.rendered import RenderedLesson
from publish.slides.summary import map_of, write_summary
from tests.publish.slides.rendered_lesson import rendered_in
from tests.publish.slides.test_handout import told, unpacked


@pytest.fixture(scope="module")
def lesson(videos: Path) -> RenderedLesson:
    return rendered_in(videos)


def pages_of(document: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", document))


def repeated(lesson: RenderedLesson, times: int) -> RenderedLesson:
    return replace(lesson, clips=lesson.clips * times)


def ending_with(lesson: RenderedLesson, *words: tuple[str, ...]) -> RenderedLesson:
    """Return a lesson of the first clip, once for each of the words with which it ends."""
    video = lesson.clips[0]
    clips = tuple(
        replace(
            video,
            stem=str(place),
            beats=(
                *video.beats[:-1],
                replace(video.beats[-1], shown=tuple(("words", word) for word in named)),
            ),
        )
        for place, named in enumerate(words)
    )
    return replace(lesson, clips=clips)


@pytest.mark.parametrize("times", [1, 2, 8, 20])
def test_a_summary_is_one_page(lesson: RenderedLesson, tmp_path: Path, times: int) -> None:
    path = tmp_path / "summary.pdf"
    write_summary(repeated(lesson, times), path)
    assert pages_of(unpacked(path.read_bytes())) == 1


def test_a_summary_has_the_picture_with_its_text_and_a_heading_for_each_clip(
    lesson: RenderedLesson, tmp_path: Path
) -> None:
    path = tmp_path / "summary.pdf"
    write_summary(lesson, path)
    document = unpacked(path.read_bytes())
    _, beat = map_of(lesson)
    assert b"/Alt" + told(beat.beat.shows or beat.beat.chapter) in document.replace(
        b"/Alt ", b"/Alt"
    )
    assert b"pdfuaid:part" in document
    for video in lesson.clips:
        assert told(video.clips[0].title) in document


def test_too_many_clips_are_refused_and_nothing_is_left(
    lesson: RenderedLesson, tmp_path: Path
) -> None:
    path = tmp_path / "summary.pdf"
    with pytest.raises(PipelineError, match="does not fit on one page"):
        write_summary(repeated(lesson, 90), path)
    assert not path.exists()


def test_the_map_is_the_last_end_that_names_most_of_what_others_end_with(
    lesson: RenderedLesson,
) -> None:
    mapped = ending_with(lesson, ("line", "limit"), ("line",), ("limit", "line"), ("next?",))
    video, beat = map_of(mapped)
    assert (video.stem, beat) == ("2", mapped.clips[2].beats[-1])


def test_without_a_map_the_end_of_the_last_clip_stands_for_it(lesson: RenderedLesson) -> None:
    video, beat = map_of(ending_with(lesson, ("a",), ("b",), ("c",)))
    assert (video.stem, beat) == ("2", video.beats[-1])
