"""A browser and a published lesson for the session, and pages that must report no error."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from pipeline.engine.plan.profiles import profile_named
from pipeline.engine.workspace.run import Run
from publish.lookup import find_rendered
from publish.site.build import build_site
from publish.site.server import make_server
from tests.browser.course import DESK, LESSON, PROFILE, Course, Visit
from tests.browser.pages import KINDS, OpenPage, write_page
from tests.browser.tools import browser_program
from tests.harness.runs import Bench

QUICK = 0.02  # seconds after which a server sees that it is to stop
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give the browser that all tests share."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_program(), args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def visits(browser: Browser, allowed: tuple[str, ...]) -> Iterator[Callable[..., Page]]:
    """Give a function that opens an address; at the end no page may have reported an error.

    Nor may one have asked for an address that begins with none of ``allowed``.
    """
    contexts = []
    problems: list[str] = []

    def note(message: str) -> None:
        problems.append(message)

    def open_(address: str, **options: Any) -> Page:
        context = browser.new_context(**{"viewport": DESK} | options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: note(str(error)))
        page.on("console", lambda told: note(told.text) if told.type == "error" else None)
        page.on(
            "request",
            lambda asked: None if asked.url.startswith(allowed) else note(f"asks for {asked.url}"),
        )
        page.goto(address)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert not problems


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[OpenPage]:
    """Give a function that opens a page with explorers alone."""
    with visits(browser, ("file:", "data:")) as open_:
        yield lambda kinds=KINDS, mount=True, **options: open_(
            write_page(tmp_path, kinds, mount).as_uri(), **options
        )


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder, and give its address."""
    with make_server(folder, 0) as server:
        Thread(target=server.serve_forever, args=[QUICK], daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Course]:
    """Render the small lesson, publish it, and serve what was published."""
    bench = Bench(tmp_path_factory.mktemp("course"), lesson=LESSON, profile=PROFILE)
    done = bench.run("render")
    assert done.returncode == 0, done.stdout + done.stderr
    run = Run(bench.lesson, profile_named(bench.profile), bench.store, bench.out)
    folder = bench.folder / "site"
    assert build_site(run, (), folder, lambda _: None).written
    with served(folder) as address:
        yield Course(folder, address, run, find_rendered(run, ()))


@pytest.fixture
def visit(browser: Browser, course: Course) -> Iterator[Visit]:
    """Give a function that opens a page of the course, with what follows its name."""
    with visits(browser, (course.address, "file:", "data:")) as open_:
        yield lambda page, place="http", **options: open_(course.at(page, place), **options)
