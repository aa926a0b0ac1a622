"""The handout of a lesson as PDF."""

import re
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from lessons.publication import PublicationError
from pipeline.types import PipelineError
from publish.rendered import RenderedLesson
from publish.slides.handout import write_handout
from publish.slides.handout_formulas import formulas_of, statements_of
from publish.slides.handout_pdf import description_of
from tests.publish.slides.rendered_lesson import rendered_in


@pytest.fixture(scope="module")
def lesson(videos: Path) -> RenderedLesson:
    return rendered_in(videos)


@pytest.fixture(scope="module")
def handout(lesson: RenderedLesson, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("handout") / "handout.pdf"
    write_handout(lesson, path)
    return unpacked(path.read_bytes())


def unpacked(document: bytes) -> bytes:
    """Return a document with its packed objects beside it."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", document, re.DOTALL)
    told = [document]
    for stream in streams:
        try:
            told.append(zlib.decompress(stream))
        except zlib.error:
            continue  # a picture
    return b"\n".join(told)


def told(text: str) -> bytes:
    """Return a text as a string of PDF."""
    if text.isascii():
        return b"(" + text.encode() + b")"
    return b"\xfe\xff" + text.encode("utf-16-be")


def with_beat(lesson: RenderedLesson, **changed: str) -> RenderedLesson:
    """Return the lesson with other words in the first beat of its first clip."""
    video = lesson.clips[0]
    beat = video.beats[0]
    new = replace(beat.beat, seconds=600.0, **changed)  # type: ignore[arg-type]
    clip = replace(beat.clip, beats=(new, *beat.clip.beats[1:]))
    beats = tuple(
        replace(old, clip=clip, beat=new if old is beat else old.beat) for old in video.beats
    )
    return replace(lesson, clips=(replace(video, beats=beats), *lesson.clips[1:]))


def test_a_handout_has_a_picture_for_each_beat(handout: bytes, lesson: RenderedLesson) -> None:
    beats = [beat.beat for video in lesson.clips for beat in video.beats]
    assert handout.count(b"/S/Figure") + handout.count(b"/S /Figure") == len(beats)
    for beat in beats:
        assert b"/Alt" + told(beat.shows or beat.chapter) in handout.replace(b"/Alt ", b"/Alt")


def test_a_handout_has_two_beats_to_a_page_and_begins_each_clip_on_a_new_one(
    handout: bytes, lesson: RenderedLesson
) -> None:
    pages = 1 + sum(-(-len(video.beats) // 2) for video in lesson.clips)
    assert len(re.findall(rb"/Type\s*/Page\b", handout)) == pages


def test_a_handout_can_be_read_by_a_screen_reader(handout: bytes, lesson: RenderedLesson) -> None:
    assert b"pdfuaid:part" in handout
    assert re.search(rb"/Marked true", handout)
    assert re.search(rb"/Lang\s*\(en\)", handout)
    assert f"{lesson.lesson.title}: {lesson.lesson.subtitle}".encode() in handout
    assert lesson.lesson.author.encode() in handout


def test_equal_lessons_have_equal_handouts(lesson: RenderedLesson, tmp_path: Path) -> None:
    paths = [tmp_path / "one.pdf", tmp_path / "two.pdf"]
    for path in paths:
        write_handout(lesson, path)
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_words_of_a_lesson_are_never_code_of_typst(lesson: RenderedLesson, tmp_path: Path) -> None:
    says = 'See #panic("no") and $x$ or @here <there> "so" \\ _it_ *is*?'
    changed = with_beat(lesson, narration=says, title=says, shows=says)
    path = tmp_path / "handout.pdf"
    write_handout(changed, path)
    assert b"See #panic" in unpacked(path.read_bytes())


def test_a_long_narration_leaves_the_picture_what_room_there_is(
    lesson: RenderedLesson, tmp_path: Path
) -> None:
    many = "Nine hundred words can be said in a minute by nobody at all. " * 9
    path, usual = tmp_path / "handout.pdf", tmp_path / "usual.pdf"
    write_handout(with_beat(lesson, narration=many), path)
    write_handout(lesson, usual)
    counted = [
        len(re.findall(rb"/Type\s*/Page\b", unpacked(made.read_bytes()))) for made in (path, usual)
    ]
    assert counted[0] == counted[1]


def test_a_formula_of_the_screen_is_mathematics_with_its_text(lesson: RenderedLesson) -> None:
    shown = (("formula", "{{ f'(x) : slope }} = 2 x"), ("formula", "x"), ("words", "a name"))
    beat = replace(lesson.clips[0].beats[0], shown=shown)
    ((formula,),) = formulas_of((beat,))
    assert formula == {"source": "group(f'(x)) = 2 x", "text": "f′(x) = 2x"}


def test_a_number_that_was_read_off_the_screen_is_left_to_the_picture(
    lesson: RenderedLesson,
) -> None:
    beat = replace(lesson.clips[0].beats[0], shown=(("formula", "J ="), ("number", "11.00")))
    assert formulas_of((beat,)) == [[]]


@pytest.mark.parametrize("source", ["=> k >", "= 2 x + 1", "x"])
def test_a_formula_that_is_not_whole_is_left_to_the_picture(
    lesson: RenderedLesson, source: str
) -> None:
    beat = replace(lesson.clips[0].beats[0], shown=(("formula", source),))
    assert formulas_of((beat,)) == [[]]


def test_a_statement_relates_letters_and_holds_no_reading(lesson: RenderedLesson) -> None:
    shown = (
        ("formula", "(c u)' = c u'"),
        ("formula", "y = 2"),
        ("formula", "J ="),
        ("number", "11.00"),
    )
    beat = replace(lesson.clips[0].beats[0], shown=shown)
    assert [formula["text"] for formula in statements_of((beat,))] == ["(cu)′ = cu′"]


def test_a_formula_that_is_no_mathematics_is_refused_in_one_line(
    lesson: RenderedLesson, tmp_path: Path
) -> None:
    video = lesson.clips[0]
    beat = replace(video.beats[0], shown=(("formula", "a = unheard b"),))
    wrong = replace(lesson, clips=(replace(video, beats=(beat, *video.beats[1:])),))
    path = tmp_path / "handout.pdf"
    with pytest.raises(PipelineError, match=r"handout\.pdf cannot be set: [^\n]*unheard"):
        write_handout(wrong, path)
    assert not path.exists()


def test_a_lesson_without_publication_data_has_a_handout(
    lesson: RenderedLesson, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("publish.slides.handout_pdf.publication_of", lambda _: None)
    path = tmp_path / "handout.pdf"
    write_handout(lesson, path)
    assert b"pdfuaid:part" in unpacked(path.read_bytes())


def test_publication_data_in_error_are_told_in_one_line(
    lesson: RenderedLesson, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: str) -> None:
        raise PublicationError("a tag stands twice")

    monkeypatch.setattr("publish.slides.handout_pdf.publication_of", fail)
    with pytest.raises(PipelineError, match=r"tiny'?.*: a tag stands twice"):
        write_handout(lesson, tmp_path / "handout.pdf")


def test_the_description_of_the_whole_lesson_is_left_out_where_clips_are(
    lesson: RenderedLesson,
) -> None:
    assert description_of(lesson, "Three clips.") == "Three clips."
    one = replace(lesson.plan, jobs=lesson.plan.jobs[:1], without_scene=())
    assert description_of(replace(lesson, plan=one), "Three clips.") == ""
