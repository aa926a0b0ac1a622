"""Questions of the video: the player waits for a guess where that is wished, and judges it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.course import (
    FPS,
    HALF_A_FRAME,
    PLACES,
    WHOLE,
    Course,
    Visit,
    go_to,
    is_paused,
    play,
    time_of,
    wait_for_video,
)

NUMBER, SIGN, CHOICE = 0, 2, 3
"""The places of the beats that ask, by what a guess is."""


def arrive(page: Page, course: Course, place: int, *, waiting: bool = True) -> None:
    """Play to the end of a beat, with or without the wish to be asked."""
    wait_for_video(page)
    page.get_by_label("Pause at questions").set_checked(waiting)
    go_to(page, course.beats[place].last / FPS - 0.5)
    play(page)


def asked(page: Page, course: Course, place: int) -> None:
    """Play to the end of a beat, which asks."""
    arrive(page, course, place)
    question = course.beats[place].beat.asks
    assert question
    expect(page.locator("#question")).to_be_visible()
    expect(page.locator("#question-text")).to_have_text(question.text)


@pytest.mark.parametrize("at", PLACES)
@pytest.mark.parametrize("place", [NUMBER, SIGN, CHOICE])
def test_the_player_pauses_on_the_last_picture_of_a_beat_that_asks(
    course: Course, visit: Visit, place: int, at: str
) -> None:
    page = visit(WHOLE, at)
    asked(page, course, place)
    expect(page.locator("#question-text")).to_be_focused()
    assert is_paused(page)
    assert time_of(page) == pytest.approx(course.beats[place].last / FPS - HALF_A_FRAME, abs=0.01)


def test_who_does_not_wish_it_is_not_asked(course: Course, visit: Visit) -> None:
    page = visit(WHOLE)
    arrive(page, course, NUMBER, waiting=False)
    page.wait_for_function(
        "(end) => document.getElementById('player').currentTime > end + 0.5",
        arg=course.beats[NUMBER].last / FPS,
    )
    assert not is_paused(page)
    expect(page.locator("#question")).to_be_hidden()


def test_a_beat_that_asks_nothing_lets_the_player_go_on(course: Course, visit: Visit) -> None:
    page = visit(WHOLE)
    arrive(page, course, 1)
    page.wait_for_function(
        "(end) => document.getElementById('player').currentTime > end + 0.5",
        arg=course.beats[1].last / FPS,
    )
    assert not is_paused(page)


def test_a_jump_over_a_question_is_no_arrival_at_it(course: Course, visit: Visit) -> None:
    page = visit(WHOLE)
    wait_for_video(page)
    page.get_by_label("Pause at questions").check()
    play(page)
    go_to(page, course.beats[1].first / FPS + 0.5)
    page.wait_for_function(
        "(end) => document.getElementById('player').currentTime > end",
        arg=course.beats[1].first / FPS + 1,
    )
    expect(page.locator("#question")).to_be_hidden()


@pytest.mark.parametrize(
    ("guess", "told"),
    [
        ("4", "Right: 4.0."),
        ("4.1", "Right: 4.0."),
        ("3,9", "Right: 4.0."),
        ("8/2", "Right: 4.0."),
        ("4.2", "Not quite. Try once more."),
        ("−4", "Not quite. Try once more."),
        ("four", "Please type a number, such as 2.5 or −1/3."),
        ("1/0", "Please type a number, such as 2.5 or −1/3."),
    ],
)
def test_a_guessed_number_is_judged_within_its_tolerance(
    course: Course, visit: Visit, guess: str, told: str
) -> None:
    page = visit(WHOLE)
    asked(page, course, NUMBER)
    page.get_by_label("Your guess (a number)").fill(guess)
    page.keyboard.press("Enter")
    expect(page.locator("#question-verdict")).to_have_text(told)


@pytest.mark.parametrize(
    ("place", "guess", "told"),
    [
        (SIGN, "negative", "Right: negative."),
        (SIGN, "zero", "Not quite. Try once more."),
        (CHOICE, "left", "Right: left."),
        (CHOICE, "right", "Not quite. Try once more."),
    ],
)
def test_a_chosen_answer_is_judged(
    course: Course, visit: Visit, place: int, guess: str, told: str
) -> None:
    page = visit(WHOLE)
    asked(page, course, place)
    page.get_by_role("radio", name=guess, exact=True).check()
    page.get_by_role("button", name="Check").click()
    expect(page.locator("#question-verdict")).to_have_text(told)


def test_after_a_second_miss_the_answer_is_told(course: Course, visit: Visit) -> None:
    page = visit(WHOLE)
    asked(page, course, NUMBER)
    guess, verdict = page.get_by_label("Your guess (a number)"), page.locator("#question-verdict")
    guess.fill("7")
    page.keyboard.press("Enter")
    expect(verdict).to_have_text("Not quite. Try once more.")
    guess.fill("8")
    expect(verdict).to_have_text("")
    page.keyboard.press("Enter")
    expect(verdict).to_have_text("Not quite: it is 4.0. Watch why.")
    expect(page.locator("#question-on")).to_have_class("next")


def test_while_a_question_waits_the_transcript_does_not_tell_its_answer(
    course: Course, visit: Visit
) -> None:
    page = visit(WHOLE)
    asked(page, course, NUMBER)
    expect(page.locator(".beat[aria-current] .said")).to_be_visible()
    expect(page.locator(".beat:not([aria-current]) .said").first).to_be_hidden()
    page.get_by_role("button", name="Play on").click()
    expect(page.locator(".beat:not([aria-current]) .said").first).to_be_visible()


def test_answers_are_counted(course: Course, visit: Visit) -> None:
    page = visit(WHOLE)
    asked(page, course, NUMBER)
    page.get_by_label("Your guess (a number)").fill("4")
    page.keyboard.press("Enter")
    expect(page.locator("#answered")).to_have_text("1 of 3 answered")


def test_an_empty_guess_is_not_judged(course: Course, visit: Visit) -> None:
    page = visit(WHOLE)
    asked(page, course, NUMBER)
    page.get_by_role("button", name="Check").click()
    expect(page.locator("#question-verdict")).to_have_text("")
    assert is_paused(page)


def test_play_on_goes_on_and_does_not_ask_again(course: Course, visit: Visit) -> None:
    page = visit(WHOLE)
    asked(page, course, NUMBER)
    page.get_by_role("button", name="Play on").click()
    page.wait_for_function(
        "(end) => document.getElementById('player').currentTime > end + 0.3",
        arg=course.beats[NUMBER].last / FPS,
    )
    expect(page.locator("#question")).to_be_hidden()
    assert not is_paused(page)


def test_going_elsewhere_takes_the_question_back(course: Course, visit: Visit) -> None:
    page = visit(WHOLE)
    asked(page, course, NUMBER)
    go_to(page, 0.2)
    expect(page.locator("#question")).to_be_hidden()


def test_a_question_is_asked_again_when_its_beat_is_played_again(
    course: Course, visit: Visit
) -> None:
    page = visit(WHOLE)
    for _ in range(2):
        asked(page, course, NUMBER)
        page.locator(f'[id="beat-{course.beats[NUMBER].number}"] a.at').click()
        expect(page.locator("#question")).to_be_hidden()


def test_the_wish_to_be_asked_is_remembered(visit: Visit) -> None:
    page = visit(WHOLE)
    box = page.get_by_label("Pause at questions")
    expect(box).not_to_be_checked()
    for wish in (True, False):
        box.set_checked(wish)
        page.reload()
        expect(box).to_be_checked(checked=wish)


def test_the_page_says_how_many_questions_there_are(visit: Visit) -> None:
    expect(visit(WHOLE).locator(".pausing")).to_contain_text("3 questions")
