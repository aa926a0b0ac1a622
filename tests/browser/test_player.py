"""The player: deep links, the keyboard, print, less motion, and a page inside of another."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import served, visits
from tests.browser.course import (
    DESK,
    FIRST,
    FPS,
    HALF_A_FRAME,
    PHONE,
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

IN_VIEW = """() => {
  const box = document.getElementById('player').getBoundingClientRect();
  return box.top >= -1 && box.bottom <= innerHeight + 1 && box.height > 0;
}"""
NOISE = 1e-3  # seconds; a browser keeps times of media to the microsecond


def check_first_frame_of(page: Page, first: int) -> None:
    """Check that the player stands on a frame, at most half of one behind its beginning."""
    page.wait_for_function(
        "(start) => Math.abs(document.getElementById('player').currentTime - start) < 1",
        arg=first / FPS,
    )
    time = time_of(page)
    assert abs(time - first / FPS) <= HALF_A_FRAME + NOISE
    assert int(time * FPS) == first
    page.wait_for_function(IN_VIEW)


@pytest.mark.parametrize("place", PLACES)
def test_every_deep_link_opens_on_the_first_frame_of_its_beat(
    course: Course, visit: Visit, place: str
) -> None:
    page = visit(WHOLE, place, viewport=PHONE)
    for beat in course.beats:
        page.goto("about:blank")
        page.goto(f"{course.at(WHOLE, place)}#at={beat.number}")
        wait_for_video(page)
        check_first_frame_of(page, beat.first)
        expect(page.locator(".beat[aria-current]")).to_have_id(f"beat-{beat.number}")
        expect(page.locator("#now")).to_have_text(f"{beat.number} {beat.beat.chapter}")


@pytest.mark.parametrize("place", PLACES)
def test_a_deep_link_followed_on_the_page_does_the_same(
    course: Course, visit: Visit, place: str
) -> None:
    page = visit(WHOLE, place)
    wait_for_video(page)
    page.evaluate("() => scrollTo(0, document.body.scrollHeight)")
    for beat in reversed(course.beats):
        page.evaluate("(id) => { location.hash = `at=${id}`; }", beat.number)
        check_first_frame_of(page, beat.first)


def test_an_address_of_no_beat_leaves_the_player_where_it_is(course: Course, visit: Visit) -> None:
    page = visit(WHOLE)
    page.goto(f"{course.at(WHOLE)}#at=99.9")
    wait_for_video(page)
    assert time_of(page) == 0


def test_a_time_of_the_transcript_plays_from_there_and_stands_in_the_address(
    course: Course, visit: Visit
) -> None:
    page = visit(WHOLE)
    beat = course.beats[3]
    page.locator(f'[id="beat-{beat.number}"] a.at').click()
    page.wait_for_function("() => !document.getElementById('player').paused")
    assert time_of(page) >= beat.first / FPS
    assert page.url.endswith(f"#at={beat.number}")


def test_the_row_of_what_plays_is_marked_and_in_sight(course: Course, visit: Visit) -> None:
    page = visit(WHOLE)
    wait_for_video(page)
    page.locator(".stage").evaluate("(stage) => stage.scrollIntoView()")
    for beat in course.beats:
        go_to(page, (beat.last - 0.5) / FPS)
        row = page.locator(".beat[aria-current]")
        expect(row).to_have_count(1)
        expect(row).to_have_id(f"beat-{beat.number}")
        expect(row).to_be_in_viewport()


def test_the_keyboard_alone_reaches_play_every_chapter_every_time_and_every_slider(
    visit: Visit,
) -> None:
    page = visit(WHOLE)
    wait_for_video(page)
    wanted = "#player, a.at, a.state, input[type=range], .explorer [role=slider], #search"
    count = page.evaluate(
        """(wanted) => {
          const all = [...document.querySelectorAll(wanted)];
          all.forEach((element, place) => { element.dataset.place = place; });
          return all.length;
        }""",
        wanted,
    )
    reached = set()
    # Within the player its own controls are reached one after another, hence so many keys.
    for _ in range(4 * count):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("() => document.activeElement.dataset.place"))
    assert {int(place) for place in reached if place} == set(range(count))


def test_the_keyboard_plays_and_goes_to_a_chapter(course: Course, visit: Visit) -> None:
    page = visit(WHOLE)
    wait_for_video(page)
    page.locator("#player").focus()
    page.keyboard.press("Space")
    page.wait_for_function("() => !document.getElementById('player').paused")
    page.keyboard.press("Space")
    page.wait_for_function("() => document.getElementById('player').paused")
    page.locator("#clip-02 a.at").first.focus()
    page.keyboard.press("Enter")
    first = course.rendered.whole.beats_of(course.rendered.clips[1].clips[0])[0].first
    page.wait_for_function("() => !document.getElementById('player').paused")
    assert time_of(page) >= first / FPS


def test_the_first_key_offers_to_skip_to_the_content(visit: Visit) -> None:
    page = visit(WHOLE)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()


def test_on_paper_each_beat_has_its_picture_and_there_is_no_player(
    course: Course, visit: Visit
) -> None:
    page = visit(WHOLE)
    page.get_by_role("searchbox").fill("parabola")
    page.emulate_media(media="print")
    for beat in course.beats:
        row = page.locator(f'[id="beat-{beat.number}"]')
        expect(row.locator("img")).to_be_visible()
        expect(row.get_by_text(beat.beat.narration, exact=True)).to_be_visible()
    expect(page.locator(".still:visible")).to_have_count(len(course.beats))
    for gone in ("#player", "#search", "#explorers", "#downloads", ".pausing"):
        expect(page.locator(gone)).to_be_hidden()


def test_on_the_screen_the_transcript_has_no_pictures(visit: Visit) -> None:
    expect(visit(WHOLE).locator(".still:visible")).to_have_count(0)


@pytest.mark.parametrize(("wish", "behaviour"), [("reduce", "auto"), ("no-preference", "smooth")])
def test_with_less_motion_nothing_glides(visit: Visit, wish: str, behaviour: str) -> None:
    page = visit(WHOLE, reduced_motion=wish, viewport=DESK)
    wait_for_video(page)
    page.evaluate(
        """() => {
          window.jumps = [];
          window.asked = [];
          const scroll = Element.prototype.scrollIntoView;
          Element.prototype.scrollIntoView = function (how) {
            jumps.push(how.behavior);
            scroll.call(this, how);
          };
          const scrollTo = Element.prototype.scrollTo;
          Element.prototype.scrollTo = function (how) {
            asked.push(how.behavior);
            scrollTo.call(this, how);
          };
        }"""
    )
    page.locator("a.state").first.click()
    page.get_by_role("button", name="Show me in the video").first.click()
    page.wait_for_function("() => asked.length > 0")
    assert set(page.evaluate("() => asked")) == {behaviour}
    assert set(page.evaluate("() => jumps")) == {"instant"}  # two glides at once stop each other
    style = "() => getComputedStyle(document.getElementById('transcript')).scrollBehavior"
    assert page.evaluate(style) == behaviour


def test_inside_of_another_page_a_clip_has_no_links_to_other_pages(
    course: Course, browser: Browser, visit: Visit, tmp_path: Path
) -> None:
    expect(visit(FIRST).locator(".masthead nav").first).to_be_visible()
    (tmp_path / "blog.html").write_text(
        f'<link rel="icon" href="data:,"><iframe src="{course.at(FIRST)}" width="900"'
        ' height="700"></iframe>',
        encoding="utf-8",
    )
    with served(tmp_path) as blog, visits(browser, (blog, course.address, "data:")) as open_:
        check_embedded(open_(f"{blog}/blog.html"))


def check_embedded(page: Page) -> None:
    """Check that the clip in a page's frame shows itself alone, and works."""
    frame = page.frame_locator("iframe")
    expect(frame.locator("#player")).to_be_visible()
    for hidden in (".masthead nav", ".colophon", "#downloads"):
        for part in frame.locator(hidden).all():
            expect(part).to_be_hidden()
    frame.locator("a.at").nth(1).click()
    expect(frame.locator("#now")).not_to_have_text("")


def test_the_video_plays_to_its_end(course: Course, visit: Visit) -> None:
    page = visit(FIRST, "file")
    wait_for_video(page)
    go_to(page, course.rendered.clips[0].seconds - 0.6)
    play(page)
    page.wait_for_function("() => document.getElementById('player').ended")
    assert is_paused(page)
