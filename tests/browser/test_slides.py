"""A deck plays a beat and stands exactly on its last frame, however it is steered."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import served, visits
from tests.browser.slides import (
    ENDS,
    LOOPING,
    RECORD,
    NumberedDeck,
    OpenDeck,
    frame_of,
    shows_nothing_beyond,
    state_of,
    wait_until_it_stands,
    write_numbered_deck,
)

FORWARD = ("ArrowRight", "ArrowDown", "PageDown", "Space", "Enter")
BACKWARD = ("ArrowLeft", "ArrowUp", "PageUp", "Backspace")
BEATS = len(ENDS) - 1
ROUND = 2
"""The place of the beat that goes round."""


@pytest.fixture(scope="session", params=[10, 60], ids=lambda fps: f"{fps}fps")
def numbered(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> NumberedDeck:
    """Write the deck whose frames show their numbers, at a slow and at a fast rate."""
    return write_numbered_deck(tmp_path_factory.mktemp("numbered"), request.param)


@pytest.fixture
def present(browser: Browser, numbered: NumberedDeck) -> Iterator[OpenDeck]:
    """Give a function that opens the deck, on the server or as a file."""
    with (
        served(numbered.page.parent) as address,
        visits(browser, (address, "file:", "data:")) as open_,
    ):

        def present(place: str = "http", after: str = "", **options: object) -> Page:
            base = numbered.page.as_uri() if place == "file" else f"{address}/{numbered.page.name}"
            page = open_(f"{base}{after}", **options)
            page.wait_for_function("() => window.LectureDeck?.player")
            return page

        yield present


@pytest.mark.parametrize("place", ["http", "file"])
def test_every_pause_shows_the_last_frame_of_its_beat_and_no_frame_of_the_next(
    present: OpenDeck, numbered: NumberedDeck, place: str
) -> None:
    page = present(place)
    wait_until_it_stands(page, 0, "ready")
    page.evaluate(RECORD)
    for beat, last in enumerate(numbered.last_frames):
        page.keyboard.press("PageDown")
        if beat == ROUND:
            page.wait_for_function(f"() => shown.some((frame) => frame >= {ENDS[ROUND]})")
            page.keyboard.press("End")
            wait_until_it_stands(page, BEATS - 1)
            break
        wait_until_it_stands(page, beat)
        shown = page.evaluate("() => shown")
        assert shown[-1] == last
        assert shows_nothing_beyond(page, last), "a frame of the next beat was seen"
        if place == "http":
            assert frame_of(page) == last
    assert page.evaluate("() => shown.at(-1)") == numbered.last_frames[-1]


def test_back_stands_on_the_end_of_each_beat_before_and_then_on_the_first_frame(
    present: OpenDeck, numbered: NumberedDeck
) -> None:
    page = present()
    page.keyboard.press("End")
    wait_until_it_stands(page, BEATS - 1)
    for beat in reversed(range(BEATS - 1)):
        page.keyboard.press("PageUp")
        wait_until_it_stands(page, beat)
        assert frame_of(page) == numbered.last_frames[beat]
    page.keyboard.press("PageUp")
    wait_until_it_stands(page, 0, "ready")
    assert frame_of(page) == 0
    page.keyboard.press("PageUp")
    wait_until_it_stands(page, 0, "ready")


def test_home_and_end_show_the_first_and_the_last_frame(
    present: OpenDeck, numbered: NumberedDeck
) -> None:
    page = present()
    page.keyboard.press("End")
    wait_until_it_stands(page, BEATS - 1)
    assert frame_of(page) == numbered.video.frames - 1
    page.keyboard.press("ArrowRight")
    wait_until_it_stands(page, BEATS - 1)
    page.keyboard.press("Home")
    wait_until_it_stands(page, 0, "ready")
    assert frame_of(page) == 0


def test_a_number_and_enter_play_that_beat_to_its_end(
    present: OpenDeck, numbered: NumberedDeck
) -> None:
    page = present()
    page.keyboard.press("End")
    wait_until_it_stands(page, BEATS - 1)
    page.keyboard.press("2")
    expect(page.locator("#typed")).to_have_text(f"Beat 2 of {BEATS}: enter")
    page.keyboard.press("Enter")
    assert state_of(page)["beat"] == 1
    wait_until_it_stands(page, 1)
    assert frame_of(page) == numbered.last_frames[1]
    page.wait_for_url("**#/beat-01.2")
    page.keyboard.press("9")
    page.keyboard.press("Enter")
    assert state_of(page)["beat"] == 1


@pytest.mark.parametrize("key", FORWARD)
def test_each_key_forward_plays_and_then_shows_the_end_at_once(
    present: OpenDeck, numbered: NumberedDeck, key: str
) -> None:
    page = present()
    page.keyboard.press(key)
    assert state_of(page)["mode"] == "plays"
    page.keyboard.press(key)
    wait_until_it_stands(page, 0)
    assert frame_of(page) == numbered.last_frames[0]


@pytest.mark.parametrize("key", [*BACKWARD, "Shift+Space"])
def test_each_key_back_goes_back(present: OpenDeck, key: str) -> None:
    page = present(after="#/beat-01.2")
    wait_until_it_stands(page, 1)
    page.keyboard.press(key)
    wait_until_it_stands(page, 0)


def test_an_address_with_a_beat_opens_on_the_end_of_it(
    present: OpenDeck, numbered: NumberedDeck
) -> None:
    page = present(after="#/beat-01.2")
    wait_until_it_stands(page, 1)
    assert frame_of(page) == numbered.last_frames[1]
    page.evaluate("() => { location.hash = '#/beat-01.4'; }")
    wait_until_it_stands(page, 3)
    assert frame_of(page) == numbered.last_frames[3]


def test_a_click_on_the_picture_goes_on_and_one_on_a_button_does_what_it_says(
    present: OpenDeck,
) -> None:
    page = present(after="#/beat-01.2")
    wait_until_it_stands(page, 1)
    page.get_by_role("button", name="Back").click(force=True)
    wait_until_it_stands(page, 0)
    page.mouse.click(400, 300)
    assert state_of(page)["beat"] == 1


def test_a_beat_that_loops_goes_round_until_one_goes_on(
    present: OpenDeck, numbered: NumberedDeck
) -> None:
    page = present(after="#/beat-01.2")
    wait_until_it_stands(page, 1)
    page.evaluate(RECORD)
    page.keyboard.press("PageDown")
    begins = "frame < shown[at - 1]"
    page.wait_for_function(
        f"() => shown.filter((frame, at) => at && {begins}).length >= 2", timeout=30_000
    )
    assert shows_nothing_beyond(page, ENDS[ROUND + 1] - 1)
    assert state_of(page) | {"left": 0} == {
        "beat": ROUND, "mode": "plays", "held": False, "loops": True, "left": 0,
        "length": (ENDS[ROUND + 1] - ENDS[ROUND]) / numbered.video.fps,
    }  # fmt: skip
    page.keyboard.press("PageDown")
    wait_until_it_stands(page, ROUND + 1)
    assert frame_of(page) == numbered.last_frames[ROUND + 1]
    assert numbered.video.beats[ROUND].beat.name == LOOPING


@pytest.mark.parametrize("key", ["b", "."])
def test_a_blank_screen_holds_the_beat_and_lets_it_go_on(
    present: OpenDeck, numbered: NumberedDeck, key: str
) -> None:
    page = present()
    page.keyboard.press("PageDown")
    page.keyboard.press(key)
    overlay = page.locator(".pause-overlay")
    expect(overlay).to_have_css("opacity", "1")
    expect(overlay).to_have_css("background-color", "rgb(0, 0, 0)")
    assert state_of(page)["held"]
    assert page.evaluate("() => document.getElementById('video').paused")
    page.keyboard.press(key)
    expect(overlay).to_have_css("opacity", "0")
    wait_until_it_stands(page, 0)
    assert frame_of(page) == numbered.last_frames[0]


def test_the_overview_has_a_picture_of_each_beat_and_plays_the_chosen_one(
    present: OpenDeck,
) -> None:
    page = present("file")
    page.keyboard.press("Escape")
    overview = page.get_by_role("dialog", name="All beats")
    expect(overview).to_be_visible()
    expect(overview.locator("[data-go] img")).to_have_count(BEATS)
    assert overview.locator("img").evaluate_all(
        "async (all) => { await Promise.all(all.map((one) => one.decode())); return true; }"
    )
    expect(overview.locator("[aria-current]")).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(overview).to_be_hidden()
    wait_until_it_stands(page, 1)
    page.keyboard.press("o")
    expect(overview).to_be_visible()
    page.keyboard.press("PageDown")
    page.keyboard.press("o")
    expect(overview).to_be_hidden()
    page.keyboard.press("Escape")
    expect(overview).to_be_visible()
    page.keyboard.press("Escape")
    expect(overview).to_be_hidden()
    assert state_of(page)["beat"] == 1


def test_keys_of_a_clicker_that_reload_do_nothing(present: OpenDeck) -> None:
    page = present(after="#/beat-01.2")
    wait_until_it_stands(page, 1)
    page.evaluate("() => { window.still = true; }")
    for key in ("F5", "Shift+F5"):
        page.keyboard.press(key)
    assert page.evaluate("() => window.still")
    wait_until_it_stands(page, 1)


def test_the_list_of_keys_tells_what_each_does(present: OpenDeck) -> None:
    page = present()
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keys")
    expect(keys).to_be_visible()
    expect(keys.locator("dt", has_text="Page down")).to_be_visible()
    page.keyboard.press("?")
    expect(keys).to_be_hidden()


def test_captions_sound_and_the_same_beat_again_have_their_keys(present: OpenDeck) -> None:
    page = present("file", "#/beat-01.2")
    wait_until_it_stands(page, 1)
    tracks = "() => [...document.getElementById('video').textTracks].map((track) => track.mode)"
    assert page.evaluate(tracks) == ["disabled"]
    page.keyboard.press("c")
    assert page.evaluate(tracks) == ["showing"]
    page.wait_for_function("() => document.getElementById('video').textTracks[0].cues?.length")
    page.keyboard.press("c")
    assert page.evaluate(tracks) == ["disabled"]
    muted = "() => document.getElementById('video').muted"
    for silent in (True, False):
        page.keyboard.press("m")
        assert page.evaluate(muted) is silent
    page.keyboard.press("r")
    assert state_of(page)["beat"] == 1
    assert state_of(page)["mode"] == "plays"
    wait_until_it_stands(page, 1)
