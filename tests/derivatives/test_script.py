"""The script keeps the storyboard's sizes and the rules of the voice."""

import re
from itertools import pairwise

import pytest

from lessons.derivatives.lesson import LESSON
from lessons.model import Beat, Clip
from scenes.stage import LessonScene

SIZES = {
    "00": (5, 50),
    "01": (11, 103),
    "02": (9, 89),
    "03": (15, 156),
    "04": (13, 147),
    "05a": (13, 151),
    "05b": (11, 127),
    "05c": (9, 110),
    "06": (8, 101),
    "07": (14, 172),
    "08": (17, 194),
    "09a": (9, 110),
    "09b": (10, 121),
    "10": (9, 84),
    "11": (3, 33),
}
"""How many beats each clip has, and how many seconds they take together."""

SPOKEN = re.compile(r"[A-Za-z ,.:;?'-]+")
SPOKEN_PICTURE = re.compile(r"[A-Za-z0-9 ,.:;'-]+")
WORDS_PER_SECOND = 2.5
QUIET = 0.6
THINKING_TIME = 2.0
LONGEST_WITHOUT_A_QUESTION = 40.0

clips = pytest.mark.parametrize("clip", LESSON.clips, ids=lambda clip: clip.number)
beats = pytest.mark.parametrize(
    "beat",
    [pytest.param(beat, id=clip.beat_id(beat)) for clip in LESSON.clips for beat in clip.beats],
)


def question_times(clip: Clip) -> list[float]:
    """Return when each question is over, if the voice begins with its beat at an even pace."""
    times, start = [], 0.0
    for beat in clip.beats:
        if "?" in beat.narration:
            times.append(start + beat.words / WORDS_PER_SECOND)
        start += beat.seconds
    return times


def test_the_lesson_has_fifteen_clips_and_156_beats() -> None:
    assert len(LESSON.clips) == 15
    assert sum(len(clip.beats) for clip in LESSON.clips) == 156


def test_the_lesson_is_planned_for_twenty_nine_minutes_and_eight_seconds() -> None:
    assert LESSON.seconds == 29 * 60 + 8


def test_the_clips_have_the_storyboards_order_and_sizes() -> None:
    assert {clip.number: (len(clip.beats), clip.seconds) for clip in LESSON.clips} == SIZES
    assert [clip.number for clip in LESSON.clips] == list(SIZES)


def test_the_lesson_carries_what_the_title_card_and_the_tags_need() -> None:
    assert (LESSON.title, LESSON.subtitle) == ("Derivatives", "The language of change")
    assert (LESSON.author, LESSON.publisher) == ("Chau Dara", "TFDevs")
    assert (LESSON.course, LESSON.language) == ("AI & ML Bootcamp", "en")
    assert LESSON.published.isoformat() == "2026-04-10"


@clips
def test_a_scene_class_is_named_after_its_clip(clip: Clip) -> None:
    assert clip.scene == "".join(word.capitalize() for word in clip.slug.split("-"))


@clips
def test_no_beat_takes_a_name_that_the_stage_already_uses(clip: Clip) -> None:
    assert not {beat.name for beat in clip.beats} & set(dir(LessonScene))


@clips
def test_a_beats_number_counts_from_one_in_its_clip(clip: Clip) -> None:
    numbers = [clip.beat_id(beat) for beat in clip.beats]
    assert numbers == [f"{clip.number}.{place + 1}" for place in range(len(clip.beats))]


@clips
def test_a_question_comes_at_least_every_forty_seconds(clip: Clip) -> None:
    times = [0.0, *question_times(clip), clip.seconds]
    longest = max(later - earlier for earlier, later in pairwise(times))
    assert longest <= LONGEST_WITHOUT_A_QUESTION


@beats
def test_a_beat_is_named_like_a_method(beat: Beat) -> None:
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", beat.name)


@beats
def test_a_beat_leaves_quiet_at_its_end(beat: Beat) -> None:
    assert beat.words / (beat.seconds - QUIET) <= 2.6
    assert beat.words / WORDS_PER_SECOND <= beat.seconds - QUIET


@beats
def test_a_line_is_written_as_a_voice_reads_it(beat: Beat) -> None:
    assert SPOKEN.fullmatch(beat.narration), "spell numbers and symbols out"
    assert beat.narration == " ".join(beat.narration.split()), "one space between words"
    assert beat.narration[0].isupper()
    assert beat.narration[-1] in ".?"


@beats
def test_what_is_shown_is_told_in_one_short_sentence_that_a_voice_can_read(beat: Beat) -> None:
    assert SPOKEN_PICTURE.fullmatch(beat.shows), "spell symbols out"
    assert 4 <= len(beat.shows.split()) <= 22
    assert beat.shows[0].isupper()
    assert beat.shows[-1] == "."


@beats
def test_a_line_speaks_to_you_or_as_we(beat: Beat) -> None:
    assert not re.search(r"\b(I|me|my|mine)\b", beat.narration)


@beats
def test_a_question_closes_its_beat_and_leaves_time_to_think(beat: Beat) -> None:
    if "?" in beat.narration:
        assert beat.narration.endswith("?")
        assert beat.seconds - beat.words / WORDS_PER_SECOND >= THINKING_TIME
