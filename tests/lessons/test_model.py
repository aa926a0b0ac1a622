"""The lesson model refuses what no scene could play, and says why."""

from dataclasses import FrozenInstanceError, replace
from datetime import date

import pytest

from lessons.model import Beat, Clip, Lesson

BEAT = Beat("rows_become_dots", 9, "Double it and add one.")
CLIP = Clip("01", "lines-and-slopes", "Lines and slopes", "LinesAndSlopes", (BEAT,))
LESSON = Lesson(
    slug="tiny",
    title="Tiny",
    subtitle="A lesson of one clip",
    author="Somebody",
    publisher="Nobody",
    course="None",
    language="en",
    published=date(2026, 1, 1),
    scenes="scenes.tiny",
    clips=(CLIP,),
)


@pytest.mark.parametrize("name", ["", "two words", "3rd", "rows-become-dots", "class"])
def test_a_beat_name_must_be_able_to_name_a_method(name: str) -> None:
    with pytest.raises(ValueError, match="not a Python identifier"):
        replace(BEAT, name=name)


@pytest.mark.parametrize("seconds", [0, -1, float("nan")])
def test_a_beat_must_last(seconds: float) -> None:
    with pytest.raises(ValueError, match="must be positive"):
        replace(BEAT, seconds=seconds)


@pytest.mark.parametrize("narration", ["", " \n"])
def test_a_beat_must_say_something(narration: str) -> None:
    with pytest.raises(ValueError, match="no narration"):
        replace(BEAT, narration=narration)


def test_a_beat_may_speak_two_and_a_half_words_a_second_and_no_faster() -> None:
    assert replace(BEAT, seconds=2).words == 5
    with pytest.raises(ValueError, match=r"5 words in 1\.9 s"):
        replace(BEAT, seconds=1.9)


@pytest.mark.parametrize("number", ["1", "001", "5a", "05A", "05ab", ""])
def test_a_clip_number_is_two_digits_and_perhaps_a_letter(number: str) -> None:
    with pytest.raises(ValueError, match="two digits"):
        replace(CLIP, number=number)


@pytest.mark.parametrize("slug", ["", "Lines", "lines_and", "-lines", "lines--and", "a/b", ".."])
def test_a_clip_slug_is_safe_in_a_file_name(slug: str) -> None:
    with pytest.raises(ValueError, match="lower-case-with-hyphens"):
        replace(CLIP, slug=slug)


def test_a_clip_needs_a_scene_class() -> None:
    with pytest.raises(ValueError, match="not a class name"):
        replace(CLIP, scene="Lines and slopes")


def test_a_clip_needs_beats() -> None:
    with pytest.raises(ValueError, match="has no beats"):
        replace(CLIP, beats=())


def test_a_clip_names_no_beat_twice() -> None:
    with pytest.raises(ValueError, match="twice: rows_become_dots"):
        replace(CLIP, beats=(BEAT, BEAT))


def test_a_beat_is_called_by_its_title_or_else_by_its_name_in_words() -> None:
    assert BEAT.chapter == "Rows become dots"
    assert replace(BEAT, title="Four rows, four dots").chapter == "Four rows, four dots"


def test_a_clip_gives_no_title_twice_even_where_a_name_in_words_is_one() -> None:
    other = Beat("steps_repeat", 8.5, "One across, two up.", title="Rows become dots")
    with pytest.raises(ValueError, match="titles a beat twice: Rows become dots"):
        replace(CLIP, beats=(BEAT, other))


def test_a_clip_knows_its_file_names_and_its_size() -> None:
    clip = replace(CLIP, beats=(BEAT, Beat("steps_repeat", 8.5, "One across, two up.")))
    assert clip.name == "01-lines-and-slopes"
    assert clip.module == "c01_lines_and_slopes"
    assert clip.seconds == 17.5
    assert clip.words == 9
    assert [clip.beat_id(beat) for beat in clip.beats] == ["01.1", "01.2"]


def test_a_lesson_needs_clips() -> None:
    with pytest.raises(ValueError, match="has no clips"):
        replace(LESSON, clips=())


@pytest.mark.parametrize("field", ["number", "slug"])
def test_two_clips_of_a_lesson_never_share_a_number_or_a_slug(field: str) -> None:
    other = replace(CLIP, number="02", slug="when-lines-bend")
    same = replace(other, **{field: getattr(CLIP, field)})
    with pytest.raises(ValueError, match=f"a clip {field} twice"):
        replace(LESSON, clips=(CLIP, same))


@pytest.mark.parametrize("key", ["01", "lines-and-slopes", "01-lines-and-slopes"])
def test_a_clip_answers_to_its_number_its_slug_and_its_name(key: str) -> None:
    assert LESSON[key] is CLIP
    assert key in LESSON.keys


def test_a_lesson_has_no_other_clips() -> None:
    with pytest.raises(KeyError):
        LESSON["02"]


def test_nothing_in_a_lesson_can_be_changed_after_it_was_written() -> None:
    for part, field in ((BEAT, "seconds"), (CLIP, "title"), (LESSON, "author")):
        with pytest.raises(FrozenInstanceError):
            setattr(part, field, "another")
