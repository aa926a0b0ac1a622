"""The transcript holds what is said and what can be read, and no markup of the clip."""

from dataclasses import replace

import pytest

from lessons.library import load_lesson
from lessons.pacing import BeatSpan
from pipeline.captions.formulas.plain import code_of, to_plain, unknown_words
from pipeline.captions.readings import read_shown
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
        ("{{f(1 + h) - f(1) : rise}} / {{h : run}}", "(f(1 + h) − f(1)) / h"),
        ("{{lim_(h -> 0) : l}} {{f(h) : a}} / {{h : b}}", "lim (h → 0) f(h) / h"),
        ("limits(stretch(->, size: #2.5em))^(h -> 0)", "→ (h → 0)"),
        ('upright("slope") = {{m_1 : m}}', "slope = m₁"),
        ('a arrow.r.double.not upright("slope")', "a ⇏ slope"),
        ("dif f \\/ dif x", "df / dx"),
        ("abs(f') != 0", "|f′| ≠ 0"),
        ("{{Delta y : rise}} / {{Delta x : run}}", "Δy / Δx"),
        ("x^(10) dot alpha", "x¹⁰ · α"),
        ("(sqrt(x))' = (1)/(2 sqrt(x))", "(√x)′ = 1 / (2√x)"),
        ("e^(-x) / (1 + e^(-x))^2", "e⁻ˣ / (1 + e⁻ˣ)²"),
        ("{{h : run}} / 2 thin f''(x_0)", "(h / 2) f″(x₀)"),
        ("-(1)/(x^(2))", "−1 / x²"),
        ("a/b/c", "(a / b) / c"),
        ("x^(1/2)", "x^(1 / 2)"),
        ('x_upright("new") x', "x_new x"),
        ("gradient J(2, 1) = vec({{7 : run}}, 8)", "∇J(2, 1) = (7, 8)"),
        (
            'f(x) = cases(0 & upright("for") x < 0, 1 & upright("for") x >= 0)',
            "f(x) = 0 for x < 0; 1 for x ≥ 0",
        ),
        ("{{x = 0 : run}} : quad 12 dot 1^3", "x = 0: 12 · 1³"),
        ("x = 1 quad t = 1", "x = 1, t = 1"),
        ("1 : 8.4", "1 : 8.4"),
        ("sum_(i=1)^m x_i", "Σ (i = 1 to m) xᵢ"),
        ("-1 < 1 - hat(y)", "−1 < 1 − ŷ"),
        ("dots.v", "⋮"),
        ("x^2 #h 2", "x² 2"),
    ],
)
def test_a_formula_is_told_as_a_line_of_text(source, plain):
    assert to_plain(source) == plain


@pytest.mark.parametrize("source", ["frobnicate x", "arrow.z", "(x", "{{x : a", "x^", "sqrt(x"])
def test_what_is_not_known_is_reported(source):
    assert unknown_words(source)
    assert to_plain(source)


def test_a_known_formula_has_nothing_to_report():
    assert not unknown_words("{{lim_(h -> 0) : l}} {{f(x + h) - f(x) : a}} / {{h : b}}")


def test_a_line_of_code_is_told_as_it_is_read():
    set_by = r'#text(font: "A", fallback: false, raw("print(\"a\", b)"))'
    assert code_of(set_by) == 'print("a", b)'
    assert code_of("plain words") == "plain words"


def pairs(told):
    """Return the texts of a beat from ``a | b``: what looks like a number becomes one."""
    for text in told.split(" | "):
        is_number = text.lstrip("−+").replace(".", "").isdigit()
        yield (
            ("words", text[1:])
            if text.startswith("!")
            else (
                "number" if is_number else "formula",
                text,
            )
        )


def texts_of(shown, before=()):
    """Return what is shown as the texts that are read, as plain text."""
    return [reading.text for reading in read_shown(shown, before)]


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        ("w = | 2.0 | J = | 11.00 | !error", "w = 2.0 | J = 11.00 | error"),
        ("times | 3 | -> | −22", "× 3 | → −22"),
        ("(9 - 1) / (3 - 1) | = | 4", "(9 − 1) / (3 − 1) = 4"),
        ("x^2 | = 2 x | = 1", "x² = 2x = 1"),
        ("Delta f = x | + med u | + med v", "Δf = x + u + v"),
        ("{{r : a}} / {{s : b}} = | −2.09 | 0.1 | = | −20.9", "r / s = −2.09 / 0.1 = −20.9"),
        ("m = | 4.00 | 2.00 | = | 0.00 | 2.00", "m = 4.00 / 2.00 = 2.00 | 0.00 | 2.00"),
        ("theta = | 0.0 | degree", "θ = 0.0°"),
        ("w^2 + | 3.0 | w x", "w² + 3.0wx"),
        ("1.5 | x + | 1.8", "1.5x + 1.8"),
        ("1 | 2 | 3", "1 | 2 | 3"),
    ],
)
def test_what_belongs_together_is_one_text(shown, told):
    assert " | ".join(texts_of(list(pairs(shown)))) == told


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        # The value of the second label was on screen before: what follows is the first one's next.
        ("x = | −4.00 | y = | −2.00 | 0.00", "x = −4.00 | y | −2.00 | 0.00"),
        ("h = | 2.000 | = | 4.000", "h = 2.000 | 4.000"),
        ("16.384 | u | = 4 dot 1.6^3", "16.384 | u | = 4 · 1.6³"),
        ("−195 | = −78", "−195 | = −78"),
        ("r = | s = | 8", "r | s = 8"),
    ],
)
def test_nothing_is_joined_that_might_be_false(shown, told):
    assert " | ".join(texts_of(list(pairs(shown)))) == told


def test_a_label_that_keeps_its_value_is_told_with_it():
    assert texts_of(list(pairs("x = | 1.00 | y = | 2.00 | 3.00")), {"y = 2.00"}) == [
        "x = 1.00",
        "y = 2.00",
        "3.00",
    ]


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
