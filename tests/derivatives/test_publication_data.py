"""Titles, questions and posters: what a page of the course takes from the lesson."""

import math
import re

import pytest

from lessons.derivatives.c06.parameters import ExplorerParameters
from lessons.derivatives.c07.parameters import DownhillParameters
from lessons.derivatives.c09.parameters import RegressionParameters
from lessons.library import load_lesson, numbers_of, publication_of
from tests.derivatives.changed_examples import examples

LESSON = load_lesson("derivatives")

ANSWERS = {
    "01.6": "it stays the same",
    "01.9": "-2",
    "03.3": "2.0",
    "03.10": "2 x",
    "04.6": "at its peak and its dip",
    "05a.2": "25",
    "05a.9": "it triples",
    "05a.11": "no",
    "05b.2": "0.6",
    "05b.4": "6",
    "05b.9": "negative",
    "05c.1": "2.718",
    "05c.4": "negative",
    "05c.7": "0.25",
    "06.2": "it shrinks about tenfold",
    "06.6": "to the left",
    "07.1": "the signs of the slope on either side",
    "07.4": "negative",
    "07.10": "beyond the lowest point",
    "08.6": "49",
    "08.9": "negative",
    "08.11": "only those on the diagonal that dips",
    "09a.1": "3.0",
    "09a.6": "negative",
    "09a.8": "99.4",
    "09b.1": "no",
    "09b.4": "205",
    "10.2": "2",
}
"""What is told as the answer to each question, worked out by hand."""

clips = pytest.mark.parametrize("clip", LESSON.clips, ids=lambda clip: clip.number)
beats = pytest.mark.parametrize(
    "beat",
    [pytest.param(beat, id=clip.beat_id(beat)) for clip in LESSON.clips for beat in clip.beats],
)
asking = pytest.mark.parametrize(
    ("clip", "beat"),
    [
        pytest.param(clip, beat, id=clip.beat_id(beat))
        for clip in LESSON.clips
        for beat in clip.beats
        if beat.asks
    ],
)


@beats
def test_a_title_is_a_few_words_that_a_list_of_chapters_has_room_for(beat):
    assert 2 <= len(beat.title.split()) <= 6
    assert len(beat.title) <= 40
    assert beat.title == " ".join(beat.title.split())


@beats
def test_a_title_is_written_like_a_sentence_without_its_full_stop(beat):
    assert re.fullmatch(r"[A-Z][A-Za-z, -]*[a-z]", beat.title)
    assert not re.search(r"[A-Z]", beat.title[1:])


@clips
def test_the_titles_of_a_clip_tell_its_beats_apart(clip):
    titles = [beat.title.casefold() for beat in clip.beats]
    assert len(set(titles)) == len(titles)


def test_questions_of_every_kind_stand_in_most_clips():
    asked = [
        (clip.number, beat.asks.kind) for clip in LESSON.clips for beat in clip.beats if beat.asks
    ]
    assert len(asked) >= 16
    assert len({number for number, _ in asked}) >= 9
    for kind in ("number", "sign", "choice"):
        assert [found for _, found in asked].count(kind) >= 3


@beats
def test_a_beat_that_asks_ends_in_a_question(beat):
    assert beat.asks is None or beat.narration.endswith("?")


@beats
def test_a_question_can_be_read_aloud(beat):
    if beat.asks:
        for text in (beat.asks.text, *beat.asks.choices):
            assert re.fullmatch(r"[A-Za-z0-9 ,.:;'?-]+", text)
        assert len(beat.asks.text.split()) <= 30


def told(question, answer):
    return f"{answer:.{question.decimals}f}" if question.kind == "number" else answer


@asking
def test_the_answer_is_the_one_worked_out_by_hand(clip, beat):
    answer = beat.asks.answer_among(numbers_of("derivatives", clip.number))
    assert told(beat.asks, answer) == ANSWERS[clip.beat_id(beat)]


@asking
def test_what_is_told_would_pass_as_a_guess(clip, beat):
    if beat.asks.kind == "number":
        answer = beat.asks.answer_among(numbers_of("derivatives", clip.number))
        assert abs(float(told(beat.asks, answer)) - answer) <= beat.asks.tolerance


@asking
def test_a_title_does_not_give_the_answer_away(clip, beat):
    answer = ANSWERS[clip.beat_id(beat)]
    assert answer == "no" or answer not in beat.title.casefold()


def test_every_answer_belongs_to_a_question():
    asked = {
        clip.beat_id(beat) for clip in LESSON.clips for beat in clip.beats if beat.asks is not None
    }
    assert set(ANSWERS) == asked


@examples
def test_a_question_has_an_answer_or_none_whatever_the_example(clip, parameters):
    numbers = numbers_of("derivatives", clip.number, parameters)
    for beat in clip.beats:
        answer = beat.asks and beat.asks.answer_among(numbers)
        assert answer is None or isinstance(answer, str) or math.isfinite(answer)


@examples
def test_a_beat_of_another_example_asks_only_if_its_voice_does(clip, parameters):
    shown = parameters.apply_to(clip) if parameters else clip
    for beat in shown.beats:
        assert beat.asks is None or beat.narration.endswith("?")


@pytest.mark.parametrize(
    ("number", "place", "kind", "given", "answer"),
    [
        ("06", 1, ExplorerParameters, {"function": "x**3", "x0": 0}, "it shrinks even faster"),
        ("06", 1, ExplorerParameters, {"function": "sin(x)", "x0": 1}, "it shrinks about tenfold"),
        ("06", 1, ExplorerParameters, {"function": "3*x + 1"}, None),
        ("06", 5, ExplorerParameters, {"function": "-x**2"}, "to the right"),
        ("06", 5, ExplorerParameters, {"function": "abs(x)", "x0": 0}, None),
        ("07", 9, DownhillParameters, {"function": "x**4 - x**2", "start": 2}, None),
        ("09a", 0, RegressionParameters, {"data": [[0, 1], [2, 5]]}, 2),
        ("09a", 7, RegressionParameters, {"alpha": 0.15}, None),
        ("09b", 0, RegressionParameters, {"alpha": 0.08, "epochs": 1000}, "yes"),
        ("09b", 3, RegressionParameters, {"alpha": 0.09}, None),
    ],
)
def test_another_example_has_another_answer(number, place, kind, given, answer):
    numbers = numbers_of("derivatives", number, kind.read(given))
    found = LESSON[number].beats[place].asks.answer_among(numbers)
    assert found == (pytest.approx(answer) if isinstance(answer, int) else answer)


def test_every_clip_has_a_poster():
    publication = publication_of("derivatives")
    assert list(publication.thumbnails) == [clip.number for clip in LESSON.clips]


def test_the_publication_says_what_one_learns_and_who_made_it():
    publication = publication_of("derivatives")
    sentences = re.findall(r"[.?!](?: |$)", publication.description)
    assert 3 <= len(sentences) <= 5
    assert 10 <= len(publication.tags) <= 14
    assert LESSON.author in publication.credits[0]
    assert LESSON.publisher in publication.credits[1]
    assert publication.licence.name == "CC BY 4.0"
