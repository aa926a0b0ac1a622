"""Video and explorers are linked both ways, and what is said and shown can be searched."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.course import FPS, PLACES, WHOLE, Course, Visit, time_of, wait_for_video

STATE = "(kind) => LanguageOfChange.page.explorers.get(kind).explorer.get()"
SET = "(state) => LanguageOfChange.page.explorers.get(state.kind).explorer.set(state)"


def data_of(course: Course, page: str = WHOLE) -> dict[str, Any]:
    """Return what the scripts of a page are given."""
    found = re.search(r'<script [^>]*id="page-data">(.*?)</script>', course.text(page), re.DOTALL)
    assert found
    told: dict[str, Any] = json.loads(found[1])
    return told


@pytest.mark.parametrize("place", PLACES)
def test_a_number_opens_the_explorer_in_the_state_that_shows_it(
    course: Course, visit: Visit, place: str
) -> None:
    states = data_of(course)["states"]
    page = visit(WHOLE, place)
    links = page.locator("a.state")
    opened = set()
    for link in links.all():
        wanted = states[int(str(link.get_attribute("href")).removeprefix("#explore="))]
        link.click()
        assert page.evaluate(STATE, wanted["kind"]) == wanted
        expect(page.locator(f"#explorer-{wanted['kind']} h3").first).to_be_focused()
        expect(page.locator(f"#explorer-{wanted['kind']} h3").first).to_be_in_viewport()
        opened.add(wanted["kind"])
    assert opened == {"curve", "descent", "regression"}


def test_a_number_of_a_descent_opens_it_after_as_many_steps(visit: Visit) -> None:
    page = visit(WHOLE)
    for number, steps in (("3.200", 1), ("2.560", 2)):
        page.locator("a.state", has_text=number).click()
        assert page.evaluate(STATE, "descent")["steps"] == steps


def test_the_second_slope_opens_the_second_gap(visit: Visit) -> None:
    page = visit(WHOLE)
    for number, gap in (("5.0", 1), ("4.5", 0.5)):
        page.locator("a.state").get_by_text(number, exact=True).click()
        assert page.evaluate(STATE, "curve")["h"] == gap


def test_a_state_in_the_address_is_opened(course: Course, visit: Visit) -> None:
    states = data_of(course)["states"]
    page = visit(WHOLE)
    for place, state in enumerate(states):
        page.goto("about:blank")
        page.goto(f"{course.at(WHOLE)}#explore={place}")
        assert page.evaluate(STATE, state["kind"]) == state


@pytest.mark.parametrize(
    ("state", "beat"),
    [
        ({"kind": "curve", "function": "x**2", "x0": 2, "h": 1}, "01.1"),
        ({"kind": "curve", "function": "x**2", "x0": 2.1, "h": 0.45}, "01.2"),
        ({"kind": "curve", "function": "x**3 - 3*x", "x0": -1, "h": 1}, "01.3"),
        ({"kind": "descent", "function": "x**2", "start": 3, "alpha": 0.2, "steps": 9}, "02.1"),
        ({"kind": "regression", "points": [[1, 4], [3, 9]], "alpha": 0.1, "epochs": 30}, "02.2"),
    ],
)
def test_show_me_goes_to_the_beat_with_the_nearest_state(
    course: Course, visit: Visit, state: dict[str, Any], beat: str
) -> None:
    page = visit(WHOLE)
    wait_for_video(page)
    page.evaluate(SET, state)
    page.locator(f"#explorer-{state['kind']}").get_by_role("button", name="Show me").click()
    found = next(one for one in course.beats if one.number == beat)
    page.wait_for_function(
        "(id) => document.querySelector('.beat[aria-current]')?.id === id", arg=f"beat-{beat}"
    )
    assert found.first <= int(time_of(page) * FPS) < found.last
    expect(page.locator("#player")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        ("PARABOLA", 1),
        ("slope", 2),
        ("up or down", 1),
        ("f(x) = x²", 1),
        ("x^2", 1),
        ("g(x)=x^3", 1),
        ("3.200", 1),
        ("a line", 1),
        ("w = 3", 1),
        ("zebra", 0),
    ],
)
def test_a_search_finds_words_titles_numbers_and_formulas_and_counts_them(
    visit: Visit, wanted: str, count: int
) -> None:
    page = visit(WHOLE)
    page.get_by_role("searchbox").fill(wanted)
    expect(page.locator(".beat:visible")).to_have_count(count)
    told = {0: f"Nothing for “{wanted}”", 1: "1 place"}.get(count, f"{count} places")
    expect(page.locator("#found")).to_contain_text(told)


def test_a_search_hides_clips_without_a_place_and_escape_ends_it(
    course: Course, visit: Visit
) -> None:
    page = visit(WHOLE)
    field = page.get_by_role("searchbox")
    field.fill("parabola")
    expect(page.locator(".clip:visible")).to_have_count(1)
    field.press("Escape")
    expect(field).to_have_value("")
    expect(page.locator("#found")).to_have_text("")
    expect(page.locator(".beat:visible")).to_have_count(len(course.beats))


def test_enter_goes_to_the_first_place_that_was_found(course: Course, visit: Visit) -> None:
    page = visit(WHOLE)
    wait_for_video(page)
    page.get_by_role("searchbox").fill("line")
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_function("() => !document.getElementById('player').paused")
    assert time_of(page) >= course.beats[-1].first / FPS
