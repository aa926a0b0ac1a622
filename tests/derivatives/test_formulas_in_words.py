"""Every formula that a clip shows reads as a person would write it on one line."""

import re
from functools import cache

import pytest

from lessons.library import every_lesson, load_lesson
from pipeline.captions.formulas.plain import FUNCTIONS, code_of, to_plain, unknown_words
from pipeline.captions.timing import SpokenBeat, make_cues
from pipeline.captions.transcript import read_shown, to_markdown
from pipeline.types import Segment
from tests.scenes.performances import FPS, performance

CLIPS = [(name, clip.number) for name in every_lesson() for clip in load_lesson(name).clips]

LEFTOVER = re.compile(r"""[#"\\&]|\{\{|\}\}|[^\W\d_]\.[^\W\d_]|-""")
DULL_INDEX = re.compile(
    r"_(?:\([aehijklmnoprstuvx0-9]\)|[aehijklmnoprstuvx0-9])(?!\w)|\^(?:\([0-9n]\)|[0-9n])(?!\w)"
)
QUOTED = re.compile(r'"([^"]*)"')
WORD = re.compile(r"[A-Za-zα-ωΑ-Ω]{3,}")
SPLIT_WORD = re.compile(r"[^\W\d_]-\s+[^\W\d_]")


@cache
def shown(lesson: str, number: str) -> tuple[tuple[tuple[str, str], ...], ...]:
    """Return what could be read in each beat of a clip."""
    return tuple(span.shown for span in performance(lesson, number).beats)


def formulas(lesson, number):
    return dict.fromkeys(
        says for beat in shown(lesson, number) for kind, says in beat if kind == "formula"
    )


def is_balanced(text: str) -> bool:
    waiting = []
    for character in text:
        if character in "([":
            waiting.append(")" if character == "(" else "]")
        elif character in ")]" and (not waiting or waiting.pop() != character):
            return False
    return not waiting


def texts_of(beat):
    """Return the texts of a beat as plain text."""
    return [reading.text for reading in read_shown(beat)]


@pytest.mark.parametrize(("lesson", "number"), CLIPS)
def test_every_formula_is_written_as_by_hand(lesson, number):
    for source in formulas(lesson, number):
        told = to_plain(source)
        assert not unknown_words(source), source
        assert told
        assert not LEFTOVER.search(told), (source, told)
        assert not DULL_INDEX.search(told), (source, told)
        assert is_balanced(told), (source, told)
        quoted = {word for text in QUOTED.findall(source) for word in WORD.findall(text)}
        assert not set(WORD.findall(told)) - quoted - FUNCTIONS, (source, told)


@pytest.mark.parametrize(("lesson", "number"), CLIPS)
def test_no_text_of_a_beat_is_a_sign_that_waits_for_something(lesson, number):
    for beat in shown(lesson, number):
        words = {code_of(says) for kind, says in beat if kind == "words"}
        for text in texts_of(beat):
            assert text in words or not text.endswith(("=", "≈", ":", "×")), text
            assert "#text(" not in text


@pytest.mark.parametrize(("lesson", "number"), CLIPS)
def test_no_text_that_stands_in_a_beat_is_lost(lesson, number):
    for beat in shown(lesson, number):
        joined = " ".join(texts_of(beat))
        for kind, says in beat:
            text = to_plain(says) if kind == "formula" else code_of(says)
            assert text.rstrip(" =·") in joined, text


@pytest.mark.parametrize(("lesson", "number"), CLIPS)
def test_a_word_with_a_hyphen_is_one_word(lesson, number):
    clip = load_lesson(lesson)[number]
    for beat in clip.beats:
        assert not SPLIT_WORD.search(beat.narration), beat.narration
        cues = make_cues([SpokenBeat(beat.narration, 0, round(beat.seconds * FPS))], FPS)
        assert " ".join(cue.text for cue in cues).split() == beat.narration.split()
        assert not any(SPLIT_WORD.search(cue.text) for cue in cues)
    spans = performance(lesson, number).beats
    segment = Segment(clip.name, clip, "key", "blob", 1, spans[-1].end, spans)
    page = to_markdown(load_lesson(lesson), [segment], FPS, "video.mp4")
    assert not SPLIT_WORD.search(page)
