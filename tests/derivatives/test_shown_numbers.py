"""The numbers of the lesson, recomputed by others, are read off the record of what was shown."""

import re

import pytest

from lessons.library import load_lesson, numbers_of
from tests.scenes.performances import performance

LESSON = load_lesson("derivatives")

_NUMBER = re.compile(r"[−-]?\d[\d,]*\.?\d*")
_LABEL = re.compile(r":\s*[A-Za-z_][\w-]*\s*\}\}")

EXPECTED = {
    "00": "2.00 2.10 11.00 8.91 −2.09 −20.9 −21.89 −21.989 −22",
    "01": "0 1 2 3 5 7 −3",
    "02": "−5 −3 −1 1 3 5 8 4",
    "03": "4 3 2.5 2.1 2.01 2.001 1 1.5 1.9 1.99 1.999 2 6 −6 0.25 0.0025 0.000025",
    "04": "−4 0 3 9 −0.57 4.6 21.5 100 1000",
    "05a": "9 12.25 3.25 7.7 1.6 0.2 25 100 4 12 20 −2 0 30",
    "05b": "1.60 2.56 2.600 2.060 2.006 0.006 0.012 6 24 0.16 −0.8 0.25 −0.2 −0.6 0.5 3 −2",
    "05c": "0.718 0.696 0.693 1.161 1.105 1.099 2.71828 7.389 0.250 0.105 0.045 57",
    "06": "2 4 1.5 5.5 0.0010 6.0 12.25 0.25 −1.50 2.25 −3.00 3.6 2.4 4.0",
    "07": "5 2.4 1.92 1.536 1.229 0.983 1.09 1.49 0.8 −0.8 −1.0 −1.473 −1.361 "
    "1.347 −0.655 0.126 0.130",
    "08": "11 7 8 10.63 48.8 7.75 1.88 −0.15 −0.42 −2.83 −7.34 5.0 −1.0 1.24 0.05 "
    "2.24 1.02 0.57 0.39 0.29 0.23",
    "09a": "139 81.09 47.34 27.68 16.21 9.53 0.827 3.07 0.89 −78 −22 0.78 0.22 15 99.4",
    "09b": "3.0553 1.8003 3.266 0.981 3.254 1.083 3.214 1.226 3.153 1.448 3.055 1.800 23.66 "
    "76 99.7 1.09 205 680 2949 1472 586 365 0.0845 139 177 226 288 368 3.61",
    "11": "0.002 0.010 0.080 139.0 43.6 0.4 9.3 0.15 0.95 2.00 11.00 3.00 0.00",
}
"""By clip, at the decimals at which it shows them."""


def shown(number: str) -> set[str]:
    """Return every number that could be read in a clip whenever a motion had ended."""
    return shown_in(*performance("derivatives", number).beats)


def shown_in(*spans) -> set[str]:
    """Return every number that could be read in some beats whenever a motion had ended."""
    return {
        match.replace("-", "−")
        for span in spans
        for _, says in span.shown
        for match in _NUMBER.findall(_LABEL.sub("}}", says))
    }


@pytest.mark.parametrize("number", EXPECTED)
def test_a_clip_shows_the_numbers_that_others_have_computed(number):
    missing = set(EXPECTED[number].split()) - shown(number)
    assert not missing


@pytest.mark.parametrize("clip", LESSON.clips, ids=lambda clip: clip.number)
def test_what_is_told_of_the_picture_names_only_numbers_that_are_shown(clip):
    told = {float(number) for beat in clip.beats for number in re.findall(r"\d+\.\d+", beat.shows)}
    sizes = {abs(float(number.replace("−", "-").replace(",", ""))) for number in shown(clip.number)}
    assert not told - sizes


def test_the_slope_to_find_by_hand_is_left_to_the_viewer():
    assert not {"108", "108.20"} & shown("11")


def test_every_clip_with_numbers_of_its_own_is_asked():
    assert set(EXPECTED) == {clip.number for clip in LESSON.clips} - {"10"}


@pytest.mark.parametrize(
    ("clip", "place"),
    [
        pytest.param(clip, place, id=clip.beat_id(beat))
        for clip in LESSON.clips
        for place, beat in enumerate(clip.beats)
        if beat.asks and beat.asks.kind == "number"
    ],
)
def test_a_beat_does_not_show_the_answer_to_its_own_question(clip, place):
    question = clip.beats[place].asks
    answer = question.answer_among(numbers_of("derivatives", clip.number))
    told = f"{answer:.{question.decimals}f}".replace("-", "−")
    assert told not in shown_in(performance("derivatives", clip.number).beats[place])
