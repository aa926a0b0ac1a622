"""Every page of a published course: it is whole, asks nobody else, and holds what was rendered."""

import re

import pytest
from playwright.sync_api import expect

from publish.site.pages import readings_of
from tests.browser.course import (
    COURSE,
    FIRST,
    PAGES,
    PHONE,
    PLACES,
    SECOND,
    VIDEO_PAGES,
    WHOLE,
    Course,
    Visit,
    cues,
    wait_for_video,
)

MOST_BYTES = 400_000
CUES = """async () => Promise.all([...document.querySelectorAll('track')].map(async (element) => {
  element.track.mode = 'hidden';
  while (element.readyState < 2) await new Promise((done) => setTimeout(done, 10));
  return [element.kind, element.track.cues.length];
}))"""


def test_the_course_has_these_pages_and_no_other(course: Course) -> None:
    found = {path.relative_to(course.folder).as_posix() for path in course.folder.rglob("*.html")}
    assert found == set(PAGES)


@pytest.mark.parametrize("place", PLACES)
def test_the_course_leads_to_its_lesson(course: Course, visit: Visit, place: str) -> None:
    page = visit(COURSE, place)
    expect(page.get_by_role("heading", level=1)).to_have_text("A course <for all>")
    page.get_by_role("link", name="A small lesson").click()
    page.wait_for_url(course.at(WHOLE, place))
    wait_for_video(page)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", VIDEO_PAGES)
def test_a_page_opens_with_its_video_and_as_many_cues_as_were_written(
    course: Course, visit: Visit, name: str, place: str
) -> None:
    page = visit(name, place)
    wait_for_video(page)
    video = course.video(name)
    assert page.evaluate("() => document.getElementById('player').duration") == pytest.approx(
        video.seconds, abs=0.05
    )
    assert dict(page.evaluate(CUES)) == {
        "captions": cues(video.captions("vtt")),
        "chapters": len(video.beats),
        "descriptions": cues(video.captions("descriptions.vtt")),
    }


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_its_policy_and_nothing_of_what_it_was_made_of(
    course: Course, name: str
) -> None:
    text = course.text(name)
    assert "default-src &#39;none&#39;; script-src &#39;self&#39;" in text
    assert "unsafe" not in text
    # Braces may follow each other in JSON.
    text = re.sub(r'<script type="application/[^>]*>.*?</script>', "", text, flags=re.DOTALL)
    for left in ("{{", "}}", "{%", "#text(", "#math"):
        assert left not in text


@pytest.mark.parametrize("name", VIDEO_PAGES)
def test_every_formula_on_screen_is_set_as_mathml(course: Course, visit: Visit, name: str) -> None:
    video = course.video(name)
    formulas = [
        piece
        for clip in video.clips
        for readings in readings_of(video.beats_of(clip))
        for reading in readings
        for piece in reading.pieces
        if piece.kind == "formula"
    ]
    assert formulas
    page = visit(name)
    assert page.locator("#transcript math").count() == len(formulas)
    assert page.locator("#transcript math", has_text="Δ").count() == sum(
        "Delta" in piece.source for piece in formulas
    )


CUT_OFF = """() => [...document.querySelectorAll('.shown li')]
  .filter((item) => {
    const box = item.getBoundingClientRect();
    const inside = [...item.children].map((part) => part.getBoundingClientRect());
    return inside.some((part) => part.top < box.top || part.bottom > box.bottom)
      || (item.scrollWidth > item.clientWidth) !== (item.tabIndex === 0)
      || getComputedStyle(item).overflowY !== 'hidden';
  })
  .map((item) => item.textContent)"""


def test_no_text_of_the_screen_is_cut_off_and_a_wide_one_is_reached_by_key(
    visit: Visit,
) -> None:
    page = visit(WHOLE, viewport=PHONE)
    page.wait_for_function("() => document.fonts.status === 'loaded'")
    page.locator(".fold[aria-expanded='false']").evaluate_all(
        "(all) => all.forEach((one) => one.click())"
    )
    wide = page.locator(".shown li[tabindex='0']")
    expect(wide).to_have_count(1)
    assert page.evaluate(CUT_OFF) == []
    wide.focus()
    expect(wide).to_be_focused()
    page.set_viewport_size({"width": 900, "height": 700})
    expect(wide).to_have_count(0)
    assert page.evaluate(CUT_OFF) == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_without_its_video_and_pictures_is_light(
    course: Course, visit: Visit, name: str
) -> None:
    page = visit("index.html")
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url.partition("?")[0]))
    page.goto(course.at(name))
    page.wait_for_load_state("networkidle")
    files = [
        course.folder / url.removeprefix(f"{course.address}/") for url in asked if "://" in url
    ]
    weights = [path.stat().st_size for path in files if path.suffix not in (".mp4", ".jpg")]
    assert len(weights) > 3
    assert sum(weights) <= MOST_BYTES


def test_clips_lead_to_each_other_and_back_to_the_lesson(course: Course, visit: Visit) -> None:
    page = visit(FIRST)
    page.get_by_role("link", name="Steps →").click()
    page.wait_for_url(course.at(SECOND))
    page.get_by_role("link", name="← Slopes").click()
    page.wait_for_url(course.at(FIRST))
    page.get_by_role("link", name="A small lesson").click()
    page.wait_for_url(course.at(WHOLE))


@pytest.mark.parametrize("name", VIDEO_PAGES)
def test_without_javascript_the_video_its_chapters_and_the_transcript_stand(
    course: Course, visit: Visit, name: str
) -> None:
    page = visit(name, viewport=PHONE, java_script_enabled=False)
    video = course.video(name)
    expect(page.locator("video[controls] source[src$='.mp4']")).to_have_count(1)
    expect(page.locator("#player")).to_be_visible()
    for beat in video.beats:
        row = page.locator(f'[id="beat-{beat.number}"]')
        expect(row.get_by_role("link", name=beat.beat.chapter)).to_be_visible()
        expect(row.get_by_text(beat.beat.narration, exact=True)).to_be_visible()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", VIDEO_PAGES)
def test_every_link_and_file_of_a_page_is_there(
    course: Course, visit: Visit, name: str, place: str
) -> None:
    page = visit(name, place)
    linked = page.evaluate("() => [...document.links].map((link) => link.href)")
    inside = {url.partition("#")[0] for url in linked if "creativecommons" not in url}
    root = course.at(COURSE, place).removesuffix(COURSE)
    assert inside
    for url in inside:
        assert url.startswith(root)
        assert (course.folder / url.removeprefix(root)).is_file(), url
