"""The small lesson as it was published, and how its pages are opened."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from pipeline.engine.workspace.run import Run
from publish.rendered import RenderedBeat, RenderedLesson, RenderedVideo

LESSON = "tests.browser.lessons.small"
PROFILE = "320x180@10"
FPS = 10
HALF_A_FRAME = 0.5 / FPS
COURSE, WHOLE, PACKAGE = "index.html", "small/index.html", "small/package.html"
FIRST, SECOND = "small/01-slopes.html", "small/02-steps.html"
VIDEO_PAGES = (WHOLE, FIRST, SECOND, PACKAGE)
PAGES = (COURSE, *VIDEO_PAGES)
PLACES = ("file", "http")
DESK = {"width": 1280, "height": 800}
PHONE = {"width": 360, "height": 740}

Visit = Callable[..., Page]
"""Opens a page of the course; what else is given are options of a browser context."""


@dataclass(frozen=True)
class Course:
    """A published course.

    Attributes
    ----------
    folder
        Where it lies.
    address
        Where the server of this project serves it.
    run
        The run that rendered its videos.
    rendered
        The videos that it was made of.
    """

    folder: Path
    address: str
    run: Run
    rendered: RenderedLesson

    def at(self, page: str, place: str = "http") -> str:
        """Return the address of a page, on the server or as a file."""
        return (self.folder / page).as_uri() if place == "file" else f"{self.address}/{page}"

    def text(self, page: str) -> str:
        """Return the source of a page."""
        return (self.folder / page).read_text(encoding="utf-8")

    def video(self, page: str) -> RenderedVideo:
        """Return the video that a page shows."""
        videos = {f"small/{video.name}.html": video for video in self.rendered.clips}
        return videos.get(page, self.rendered.whole)

    @property
    def beats(self) -> tuple[RenderedBeat, ...]:
        """Every beat of the lesson."""
        return self.rendered.whole.beats


def cues(path: Path) -> int:
    """Return how many cues a file of captions has."""
    return len(re.findall(r"^\S+ --> ", path.read_text(encoding="utf-8"), re.MULTILINE))


def wait_for_video(page: Page) -> None:
    """Wait until a page's video can be sought."""
    page.wait_for_function("() => document.getElementById('player').readyState >= 1")


def time_of(page: Page) -> float:
    """Return where the player has come to, once it seeks no more."""
    page.wait_for_function("() => !document.getElementById('player').seeking")
    found: float = page.evaluate("() => document.getElementById('player').currentTime")
    return found


def go_to(page: Page, seconds: float) -> None:
    """Set the player to a time, and wait until it is there."""
    page.evaluate(
        """(seconds) => new Promise((done) => {
          const player = document.getElementById('player');
          player.addEventListener('seeked', done, { once: true });
          player.currentTime = seconds;
        })""",
        seconds,
    )


def play(page: Page) -> None:
    """Let the player play."""
    page.evaluate("() => document.getElementById('player').play()")


def is_paused(page: Page) -> bool:
    """Tell whether the player stands."""
    found: bool = page.evaluate("() => document.getElementById('player').paused")
    return found
