"""A question finds its answer among the numbers, and a wrong one is refused in one line."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from lessons.question import Question

NUMBER = Question("How steep is it?", "number", "secants.0.slope", tolerance=0.1)
SIGN = Question("Which sign has it?", "sign", "change")
CHOICE = Question("Does it grow?", "choice", "word", choices=("yes", "no"))


def numbers(**values):
    return SimpleNamespace(**values)


@pytest.mark.parametrize("text", ["", "How steep is it", "How steep is it? Guess."])
def test_a_question_ends_in_a_question_mark(text):
    with pytest.raises(ValueError, match="does not end in a question mark"):
        replace(NUMBER, text=text)


@pytest.mark.parametrize("path", ["", "4.0", "slope()", "a..b", ".a", "a.", "a b", "a[0]"])
def test_an_answer_is_a_path_and_never_typed_in(path):
    with pytest.raises(ValueError, match="is no path to a number"):
        replace(NUMBER, answer=path)


@pytest.mark.parametrize("tolerance", [-0.1, float("nan"), float("inf")])
def test_a_tolerance_is_a_number_from_zero_on(tolerance):
    with pytest.raises(ValueError, match=r"the tolerance .* is below 0"):
        replace(NUMBER, tolerance=tolerance)


def test_decimals_are_not_below_zero():
    with pytest.raises(ValueError, match="is told with -1 decimals"):
        replace(NUMBER, decimals=-1)


@pytest.mark.parametrize(
    ("question", "choices"),
    [(CHOICE, ()), (CHOICE, ("yes",)), (NUMBER, ("yes", "no")), (SIGN, ("yes", "no"))],
)
def test_only_a_choice_has_choices_and_at_least_two(question, choices):
    with pytest.raises(ValueError, match="only a choice has choices, two or more"):
        replace(question, choices=choices)


def test_a_choice_is_not_offered_twice():
    with pytest.raises(ValueError, match="offers a choice twice"):
        replace(CHOICE, choices=("yes", "no", "yes"))


def test_a_number_is_found_by_names_and_places():
    assert NUMBER.answer_among(numbers(secants=[numbers(slope=4)])) == 4.0


def test_a_place_may_be_counted_from_the_end():
    assert replace(NUMBER, answer="heights.-1").answer_among(numbers(heights=[7, -2.5])) == -2.5


@pytest.mark.parametrize(("change", "sign"), [(-3, "negative"), (0, "zero"), (0.01, "positive")])
def test_a_sign_is_told_in_a_word(change, sign):
    assert SIGN.answer_among(numbers(change=change)) == sign


def test_a_word_among_the_numbers_is_one_of_the_choices():
    assert CHOICE.answer_among(numbers(word="no")) == "no"
    with pytest.raises(ValueError, match="'perhaps' is none of its choices"):
        CHOICE.answer_among(numbers(word="perhaps"))


@pytest.mark.parametrize("question", [NUMBER, SIGN, CHOICE])
def test_a_question_may_lose_its_answer(question):
    lost = numbers(secants=[None], change=None, word=None)
    assert question.answer_among(lost) is None


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_number_that_is_not_finite_is_no_answer(value):
    assert NUMBER.answer_among(numbers(secants=[numbers(slope=value)])) is None
    assert SIGN.answer_among(numbers(change=value)) is None
