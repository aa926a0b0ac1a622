"""Which numbers a narration says, and which of them a number on screen is."""

import pytest

from pipeline.review.rules.meaning.speech import (
    last_sentence,
    shown_numbers,
    spoken_numbers,
    stated_numbers,
)


@pytest.mark.parametrize(
    ("narration", "values"),
    [
        ("It reads three point nine.", [3.9]),
        ("Level reads zero. Steep down reads minus four.", [0.0, -4.0]),
        ("It prints three point oh five five and one point eight.", [3.055, 1.8]),
        ("The gap is two and a half, then 0.25 or −2.", [2.5, 0.25, -2.0]),
        ("At one, seven hundred and sixty-eight.", [768.0]),
        ("It takes two thousand nine hundred and forty-nine steps.", [2949.0]),
        ("From one hundred and thirty-nine to eighty-one.", [139.0, 81.0]),
        ("Join one and three: across two, up eight.", [3.0, 2.0, 8.0]),
        ("Multiply three times sixteen.", [3.0, 16.0]),
    ],
)
def test_numbers_are_read_as_they_are_said(narration, values):
    assert [number.value for number in spoken_numbers(narration)] == values


@pytest.mark.parametrize(
    "narration",
    [
        "One number says how steeply it climbs.",
        "Take two points, and three different journeys.",
        "Four correct decimals, one point at a time.",
        "The first triples, the second halves; three quarters are left.",
        "The curves are level at zero.",
    ],
)
def test_counts_ordinals_and_the_origin_need_not_be_shown(narration):
    assert spoken_numbers(narration) == ()


@pytest.mark.parametrize(
    ("said", "shown", "fits"),
    [
        ("three point nine", 3.94, True),
        ("three point nine", 3.9999, True),
        ("three point nine", 4.1, False),
        ("sixteen", 16.384, True),
        ("minus three", -3.0, True),
        ("minus three", 3.0, False),
        ("down three", -3.0, True),
        ("eighty per cent", 0.8, True),
        ("eighty per cent", 80.0, True),
        ("eighty", 0.8, False),
    ],
)
def test_a_number_on_screen_is_the_one_that_is_said_as_the_voice_rounds_it(said, shown, fits):
    (number,) = spoken_numbers(said)
    assert number.fits(shown) is fits


def test_per_cent_holds_for_the_numbers_after_it():
    forty, eighty = spoken_numbers("One keeps forty per cent per step, the other eighty.")
    assert forty.is_share
    assert eighty.is_share


def test_labels_of_a_formula_are_no_numbers():
    assert shown_numbers("{{x : run1}} = −2 dot {{1.5 : exact2}}") == (-2.0, 1.5)


@pytest.mark.parametrize(
    ("source", "stated"),
    [
        ("f'(1) = {{11 : exact}}", (11.0,)),
        ("y {{= : equals}} {{−3 : m}}", (-3.0,)),
        ("x approx 2.71", (2.71,)),
        ("1 : 8.4", (8.4,)),
        ("L = (a - t)^2", ()),
        ("= {{(x - 1)^(2) : touch}} (x + 2)", ()),
    ],
)
def test_a_formula_states_decimals_and_what_follows_a_relation(source, stated):
    assert stated_numbers(source) == stated


def test_a_question_begins_after_the_words_before_it():
    assert last_sentence("Close the gap. It slows. Where does it go?") == (5, "Where does it go?")
    assert last_sentence("Where?") == (0, "Where?")
