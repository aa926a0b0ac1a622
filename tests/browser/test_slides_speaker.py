"""The lecturer's notes, beside the slides and in a window that keeps in step with them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from publish.slides.build import build_slides
from tests.browser.conftest import served, visits
from tests.browser.course import DESK, PHONE, PLACES, Course
from tests.browser.slides import OpenDeck, state_of, wait_until_it_stands
from tests.browser.test_judges import AXE
from tests.browser.tools import complaints_of_html_validate, complaints_of_vnu, script

FORMS = ("beside", "one file")
FIRST = "01-slopes.html"


@pytest.fixture(scope="session")
def decks(course: Course, tmp_path_factory: pytest.TempPathFactory):
    """Write the slides of the small lesson, with the videos beside them and in one file each."""
    folder = tmp_path_factory.mktemp("decks")
    return {
        form: build_slides(
            course.run, (), folder / form, lambda _: None, one_file=form == "one file"
        ).folder
        for form in FORMS
    }


@pytest.fixture
def present(browser: Browser, decks) -> Iterator[OpenDeck]:
    """Give a function that opens a page of the slides."""
    with (
        served(decks["beside"].parents[1]) as address,
        visits(browser, (address, "file:", "data:", "blob:")) as open_,
    ):

        def present(name: str = FIRST, place: str = "http", form: str = "beside", **options):
            path = decks[form] / name
            inside = path.relative_to(decks["beside"].parents[1]).as_posix().replace(" ", "%20")
            page = open_(path.as_uri() if place == "file" else f"{address}/{inside}", **options)
            if name != "index.html":
                page.wait_for_function("() => window.LectureDeck?.player")
            return page

        yield present


def open_speaker(page: Page) -> Page:
    """Open the speaker's window of a deck, and wait until it shows something."""
    with page.context.expect_page() as opened:
        page.keyboard.press("s")
    speaker = opened.value
    expect(speaker.locator("#notes-title")).not_to_be_empty()
    return speaker


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("place", PLACES)
def test_the_window_keeps_in_step_with_the_deck_both_ways(
    course: Course, present: OpenDeck, place: str, form: str
) -> None:
    page = present(FIRST, place, form)
    wait_until_it_stands(page, 0, "ready")
    speaker = open_speaker(page)
    beats = course.rendered.clips[0].beats
    for place_of, beat in enumerate(beats):
        page.keyboard.press("PageDown")
        page.keyboard.press("PageDown")
        wait_until_it_stands(page, place_of)
        expect(speaker.locator("#notes-title")).to_have_text(f"{beat.number} {beat.beat.chapter}")
        assert speaker.locator("#notes-narration").evaluate("(one) => one.textContent") == (
            beat.beat.narration
        )
        after = beats[place_of + 1] if place_of + 1 < len(beats) else None
        expect(speaker.locator("#notes-next")).to_have_text(
            f"{after.number} {after.beat.chapter}" if after else ""
        )
        assert speaker.locator("#notes-still").evaluate(
            "async (image) => { await image.decode(); return image.naturalWidth > 0; }"
        )
    speaker.keyboard.press("PageUp")
    wait_until_it_stands(page, len(beats) - 2)
    speaker.get_by_role("button", name="Back").click()
    wait_until_it_stands(page, len(beats) - 3)
    speaker.get_by_role("button", name="Next").click()
    expect(speaker.locator("#notes-left")).to_have_text("0:01 left")
    wait_until_it_stands(page, len(beats) - 2)
    expect(speaker.locator("#notes-state")).to_have_text("Stands: go on")


def test_the_window_finds_the_deck_again_after_it_was_loaded_anew(present: OpenDeck) -> None:
    page = present(place="file")
    speaker = open_speaker(page)
    page.keyboard.press("End")
    wait_until_it_stands(page, 2)
    page.wait_for_url("**#/beat-01.3")
    page.reload()
    wait_until_it_stands(page, 2)
    speaker.keyboard.press("PageUp")
    wait_until_it_stands(page, 1)
    expect(speaker.locator("#notes-title")).to_have_text("01.2 Secant")


def test_a_window_without_its_deck_says_so(present: OpenDeck) -> None:
    page = present()
    speaker = open_speaker(page)
    expect(speaker.locator("#notes-lost")).to_be_hidden()
    page.close()
    expect(speaker.locator("#notes-lost")).to_contain_text("The slides do not answer")


def test_the_window_blanks_the_screen_and_holds_no_video(present: OpenDeck) -> None:
    page = present()
    speaker = open_speaker(page)
    expect(speaker.locator("video")).to_have_count(0)
    speaker.keyboard.press(".")
    expect(page.locator(".pause-overlay")).to_have_css("opacity", "1")
    expect(speaker.locator("#notes-state")).to_contain_text("the screen is blank")
    speaker.keyboard.press(".")
    expect(page.locator(".pause-overlay")).to_have_css("opacity", "0")


def test_another_page_cannot_steer_the_deck(present: OpenDeck) -> None:
    page = present()
    wait_until_it_stands(page, 0, "ready")
    page.evaluate("() => window.postMessage({ speaker: { deed: 'last' } }, '*')")
    page.evaluate("() => new Promise((done) => setTimeout(done, 200))")
    assert state_of(page)["mode"] == "ready"


@pytest.mark.parametrize("place", PLACES)
def test_notes_beside_the_picture_leave_the_video_in_sight_and_are_the_narration(
    course: Course, present: OpenDeck, place: str
) -> None:
    page = present(place=place)
    wait_until_it_stands(page, 0, "ready")
    page.keyboard.press("n")
    for size in (DESK, PHONE):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        picture, notes = (page.locator(name).bounding_box() for name in ("#video", "#notes"))
        assert picture
        assert notes
        beside = picture["x"] + picture["width"] <= notes["x"] + 1
        below = picture["y"] + picture["height"] <= notes["y"] + 1
        assert beside if size == DESK else below
        assert min(picture["width"], picture["height"], notes["height"]) > 200
    for place_of, beat in enumerate(course.rendered.clips[0].beats):
        page.keyboard.press("PageDown")
        page.keyboard.press("PageDown")
        wait_until_it_stands(page, place_of)
        assert page.locator("#notes-narration").evaluate("(one) => one.textContent") == (
            beat.beat.narration
        )
        asks = beat.beat.asks
        expect(page.locator("#notes-question")).to_have_text(asks.text if asks else "")
    page.keyboard.press("n")
    expect(page.locator("#notes")).to_be_hidden()


@pytest.mark.parametrize("form", FORMS)
def test_axe_finds_no_barrier_in_any_view(present: OpenDeck, form: str) -> None:
    found = {}
    for name, keys in [("index.html", ""), (FIRST, ""), (FIRST, "n"), (FIRST, "o"), (FIRST, "?")]:
        page = present(name, form=form, bypass_csp=True)
        page.evaluate(script("axe-core/axe.min.js"))
        for key in keys:
            page.keyboard.press(key)
        for size in (PHONE, DESK):
            page.set_viewport_size(size)  # type: ignore[arg-type]
            page.mouse.move(100, 101 + size["width"] % 7)
            page.evaluate("() => new Promise((done) => setTimeout(done, 300))")
            found |= {f"{name} {keys} {rule}": nodes for rule, nodes in page.evaluate(AXE)}
    speaker = open_speaker(present(form=form, bypass_csp=True))
    speaker.evaluate(script("axe-core/axe.min.js"))
    found |= {f"speaker {rule}": nodes for rule, nodes in speaker.evaluate(AXE)}
    assert found == {}


@pytest.mark.parametrize("form", FORMS)
def test_the_judges_of_html_find_nothing(decks, form: str) -> None:
    pages = sorted(decks[form].glob("*.html"))
    assert len(pages) == 3
    assert complaints_of_html_validate(pages) == ""
    assert complaints_of_vnu(pages) == ""


def test_the_list_leads_to_each_deck(course: Course, present: OpenDeck) -> None:
    for video in course.rendered.clips:
        page = present("index.html", "file")
        page.get_by_role("link", name=video.clips[0].title).click()
        page.wait_for_function("() => window.LectureDeck?.player")
        wait_until_it_stands(page, 0, "ready")
