"""The pages before three judges: axe for accessibility, html-validate and vnu for HTML."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from publish.site.build import build_site
from tests.browser.conftest import served, visits
from tests.browser.course import DESK, FIRST, PAGES, PHONE, WHOLE, Course, Visit, go_to, play
from tests.browser.tools import complaints_of_html_validate, complaints_of_vnu, script

AXE = "async () => (await axe.run()).violations.map((v) => [v.id, v.nodes.map((n) => n.html)])"


def violations(page: Page) -> dict[str, list[str]]:
    """Return what axe finds on a page, at both widths and in both themes."""
    page.evaluate(script("axe-core/axe.min.js"))
    found = {}
    for size in (PHONE, DESK):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            for rule, nodes in page.evaluate(AXE):
                found[f"{rule}, {scheme}, {size['width']}"] = nodes
    return found


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_no_barrier(visit: Visit, name: str) -> None:
    assert violations(visit(name)) == {}


def test_axe_finds_no_barrier_in_a_question_and_its_verdict(visit: Visit) -> None:
    page = visit(WHOLE)
    page.get_by_label("Pause at questions").check()
    go_to(page, 1.3)
    play(page)
    page.get_by_label("Your guess (a number)").fill("4")
    page.get_by_role("button", name="Check").click()
    assert violations(page) == {}


def test_axe_finds_no_barrier_among_the_results_of_a_search(visit: Visit) -> None:
    page = visit(FIRST)
    page.get_by_role("searchbox").fill("slope")
    assert violations(page) == {}


def test_html_validate_finds_nothing(course: Course) -> None:
    assert complaints_of_html_validate([*course.folder.rglob("*.html")]) == ""


def test_the_nu_html_checker_finds_no_error(course: Course) -> None:
    assert complaints_of_vnu([*course.folder.rglob("*.html")]) == ""


def test_a_list_of_some_clips_passes_before_all_judges(
    course: Course, browser: Browser, tmp_path: Path
) -> None:
    folder = tmp_path / "site"
    assert build_site(course.run, ["02"], folder, lambda _: None).written
    pages = [*folder.rglob("*.html")]
    assert complaints_of_html_validate(pages) == ""
    assert complaints_of_vnu(pages) == ""
    with served(folder) as address, visits(browser, (address, "data:")) as open_:
        for path in pages:
            assert violations(open_(f"{address}/{path.relative_to(folder).as_posix()}")) == {}


@pytest.mark.parametrize("width", [360, 768, 1920])
@pytest.mark.parametrize("name", PAGES)
def test_no_page_scrolls_sideways(visit: Visit, name: str, width: int) -> None:
    page = visit(name, viewport={"width": width, "height": 800})
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
