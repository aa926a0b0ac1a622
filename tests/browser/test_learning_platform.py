"""The SCORM 1.2 package on a learning platform, whose side scorm-again plays."""

import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, Frame, Page

from publish.site.scorm import write_package
from tests.browser.conftest import served, visits
from tests.browser.course import PACKAGE, Course, go_to, wait_for_video
from tests.browser.tools import script

MOST_CHARACTERS = 4096
PLATFORM = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>A learning platform</title>
<link rel="icon" href="data:,">
<script src="scorm12.js"></script><script src="platform.js"></script></head>
<body><iframe title="The lesson" width="1100" height="700"></iframe></body>
</html>
"""
# What a platform keeps of one visit it gives back in the next.
OPEN = """window.API = new Scorm12API({ autocommit: false, logLevel: 5 });
window.begin = (kept) => {
  if (kept) API.loadFromJSON(kept);
  document.querySelector('iframe').src = 'SRC';
};
"""
CORE = "(name) => API.cmi.core[name]"

Attend = Callable[..., tuple[Page, Frame]]
"""Opens the package as a platform does, perhaps with what it kept of the last visit."""


@pytest.fixture(scope="module")
def package(course: Course) -> Path:
    """Write the package of the lesson."""
    return write_package(course.folder, "small")


@pytest.fixture
def attend(browser: Browser, package: Path, tmp_path: Path) -> Iterator[Attend]:
    """Unpack the package on a platform, and give a function that opens it there."""
    with zipfile.ZipFile(package) as packed:
        packed.extractall(tmp_path)
    (tmp_path / "index.html").write_text(PLATFORM, encoding="utf-8")
    (tmp_path / "platform.js").write_text(OPEN.replace("SRC", PACKAGE), encoding="utf-8")
    (tmp_path / "scorm12.js").write_text(script("scorm-again/dist/scorm12.js"), encoding="utf-8")

    with served(tmp_path) as address, visits(browser, (address, "data:")) as open_:

        def attend_(kept: dict[str, Any] | None = None) -> tuple[Page, Frame]:
            page = open_(f"{address}/index.html")
            page.evaluate("(kept) => begin(kept)", kept)
            page.wait_for_function("() => frames[0].LanguageOfChange?.scorm")
            frame = page.frames[1]
            frame.wait_for_function("() => document.getElementById('player').readyState >= 1")
            return page, frame

        yield attend_


def leave(page: Page) -> dict[str, Any]:
    """Close the lesson as a platform does, and return what the platform keeps of the visit."""
    page.evaluate("() => document.querySelector('iframe').remove()")
    page.wait_for_function("() => API.isTerminated()")
    kept: dict[str, Any] = json.loads(page.evaluate("() => JSON.stringify(API.cmi)"))
    return kept


def test_the_list_of_the_package_names_exactly_its_files(package: Path) -> None:
    with zipfile.ZipFile(package) as packed:
        names = packed.namelist()
        root = ET.fromstring(packed.read("imsmanifest.xml"))  # noqa: S314 our own
    space = {"": "http://www.imsproject.org/xsd/imscp_rootv1p1p2"}
    listed = [file.get("href") for file in root.iterfind(".//file", space)]
    assert sorted(listed) == sorted(set(names) - {"imsmanifest.xml"})
    assert len(set(names)) == len(names)
    resource = root.find(".//resource", space)
    assert resource is not None
    assert resource.get("href") == PACKAGE
    assert PACKAGE in names


def test_a_first_visit_is_begun_and_incomplete(attend: Attend) -> None:
    page, _ = attend()
    assert page.evaluate("() => API.isInitialized()")
    assert page.evaluate(CORE, "lesson_status") == "incomplete"


def test_who_has_seen_it_to_the_end_has_completed_it(attend: Attend) -> None:
    page, frame = attend()
    frame.evaluate(
        "() => { const p = document.getElementById('player'); p.playbackRate = 4; p.play(); }"
    )
    frame.wait_for_function("() => document.getElementById('player').ended")
    page.wait_for_function("() => API.cmi.core.lesson_status === 'completed'")
    assert leave(page)["core"]["lesson_status"] == "completed"


def test_a_jump_to_the_end_completes_nothing(attend: Attend) -> None:
    page, frame = attend()
    go_to(frame, 9.5)
    frame.evaluate("() => document.getElementById('player').play()")
    frame.wait_for_function("() => document.getElementById('player').ended")
    assert leave(page)["core"]["lesson_status"] == "incomplete"


def test_the_next_visit_goes_on_at_the_place_with_what_was_seen(attend: Attend) -> None:
    page, frame = attend()
    for second in range(6):
        go_to(frame, second + 0.5)
    kept = leave(page)
    assert float(kept["core"]["lesson_location"]) == pytest.approx(5.5)
    assert kept["suspend_data"].startswith("1;1;")
    page, frame = attend(kept)
    frame.wait_for_function(
        "() => Math.abs(document.getElementById('player').currentTime - 5.5) < 0.05"
    )
    for second in range(6, 10):
        go_to(frame, second + 0.5)
    assert leave(page)["core"]["lesson_status"] == "completed"


@pytest.mark.parametrize("hours", [0.01, 1, 6.9, 10, 100])
def test_what_was_seen_fits_whatever_the_length(attend: Attend, hours: float) -> None:
    _, frame = attend()
    told = frame.evaluate(
        """(seconds) => {
          const { Seen } = LanguageOfChange.scorm;
          const seen = new Seen(seconds);
          const { piece } = seen;
          for (let at = piece / 2; at < seconds; at += 2 * piece) seen.mark(at, at);
          const half = [seen.write(), seen.share];
          const again = new Seen(seconds);
          again.read(half[0]);
          again.read('nonsense');
          again.read('1;7;*');
          seen.mark(0, seconds);
          return { half, again: [again.write(), again.share], all: [seen.write(), seen.share] };
        }""",
        hours * 3600,
    )
    assert told["half"] == told["again"]
    assert told["half"][1] == pytest.approx(0.5, abs=0.03)
    assert told["all"][1] == 1
    for text, _ in told.values():
        assert len(text) <= MOST_CHARACTERS


def test_without_a_platform_the_page_of_the_package_is_a_page_like_others(
    course: Course, browser: Browser
) -> None:
    with visits(browser, ("file:", "data:")) as open_:
        page = open_(course.at(PACKAGE, "file"))
        wait_for_video(page)
        assert page.evaluate("() => LanguageOfChange.scorm.findApi()") is None
        assert page.locator("a[href*='index.html'], a[href$='slopes.html']").count() == 0
