"""The transcript tells what is said and what can be read, and nothing of it is markup."""

from dataclasses import replace

import pytest

from lessons.library import load_lesson
from lessons.pacing import BeatSpan
from pipeline.captions.plain import to_plain
from pipeline.captions.transcript import clock, passages, to_html, to_markdown
from pipeline.types import Segment

LESSON = load_lesson("tests.pipeline.lessons.tiny")
SHOWN = (("formula", "{{f(x) : func}} = x^2"), ("number", "2.50"), ("words", "<b>bold</b> `code`"))
SPANS = (
    BeatSpan("appear", 0, 0, 5, 15, SHOWN),
    BeatSpan("move", 15, 15, 30, 45, (*SHOWN, ("number", "−1"))),
    BeatSpan("stay", 45, 45, 45, 60),
)
SEGMENT = Segment("01-moving-dot", LESSON["01"], "key", "blob", 1, 60, SPANS)


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("(({{x : p}} + {{h : h1}})^2 - {{x : q}}^2) / {{h : run}}", "((x + h)² − x²) / h"),
        ("f'(x) = lim_(h -> 0)", "f'(x) = lim_(h → 0)"),
        ('upright("slope") = {{m_1 : m}}', "slope = m₁"),
        ("dif f \\/ dif x", "df / dx"),
        ("abs(f') != 0", "|f'| ≠ 0"),
        ("{{Delta y : rise}} / {{Delta x : run}}", "Δy / Δx"),
        ("x^(10) dot alpha", "x¹⁰ · α"),
    ],
)
def test_a_formula_is_told_as_a_line_of_text(source, plain):
    assert to_plain(source) == plain


def test_what_still_stands_is_not_told_again():
    first, second, third = passages(SEGMENT)
    assert first.shown == ("f(x) = x²", "2.50", "<b>bold</b> `code`")
    assert second.shown == ("−1",)
    assert third.shown == ()


def test_the_words_stand_at_their_times_in_both_forms():
    markdown = to_markdown(LESSON, [SEGMENT, SEGMENT], 15, "tiny.mp4")
    assert "[0:01](tiny.mp4#t=1) It moves." in markdown
    assert "[0:05](tiny.mp4#t=5) It moves." in markdown
    assert '<a href="tiny.mp4#t=1">0:01</a> It moves.' in to_html(LESSON, [SEGMENT], 15, "tiny.mp4")


def test_what_is_shown_and_not_said_is_told_in_both_forms():
    beats = tuple(replace(beat, shows=f"{beat.name} & so on.") for beat in LESSON["01"].beats)
    told = replace(SEGMENT, clip=replace(LESSON["01"], beats=beats))
    assert "\n> move & so on.\n" in to_markdown(LESSON, [told], 15, "tiny.mp4")
    assert "<em>move &amp; so on.</em>" in to_html(LESSON, [told], 15, "tiny.mp4")


def test_a_description_stands_for_the_whole_of_its_beat(tiny):
    text = (tiny.out / "captions/tiny.en.descriptions.vtt").read_text(encoding="utf-8")
    assert text.startswith("WEBVTT\nLanguage: en\n\n")
    assert "00:00:01.000 --> 00:00:03.000\nThe dot goes to the right.\n" in text
    own = (tiny.out / "captions/clips/02-formula.en.descriptions.vtt").read_text(encoding="utf-8")
    assert own == "WEBVTT\nLanguage: en\n"


def test_nothing_on_screen_becomes_markup():
    page = to_html(LESSON, [SEGMENT], 15, "tiny.mp4")
    assert "<b>" not in page
    assert "&lt;b&gt;bold&lt;/b&gt;" in page
    assert "`<b>bold</b> 'code'`" in to_markdown(LESSON, [SEGMENT], 15, "tiny.mp4")


@pytest.mark.parametrize(("seconds", "text"), [(0.9, "0:00"), (62, "1:02"), (3602, "1:00:02")])
def test_times_are_written_as_players_show_them(seconds, text):
    assert clock(seconds) == text


def test_it_lies_beside_the_video(tiny):
    assert "It moves." in (tiny.out / "tiny.transcript.md").read_text(encoding="utf-8")
    assert "It moves." in (tiny.out / "tiny.transcript.html").read_text(encoding="utf-8")
