"""The commands publish slides and present: what they take, refuse and say."""

import re
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from publish.program import cli
from publish.slides import present

WORDS = ["--lesson", "tests.pipeline.lessons.tiny", "--profile", "64x36@5"]


@pytest.fixture
def call(desk, monkeypatch):
    """Return a function that runs a command on the desk."""
    monkeypatch.chdir(desk.folder)

    def run(*words):
        places = ["--out", str(desk.out), "--store", str(desk.folder / "store")]
        return CliRunner().invoke(cli, [*words, *WORDS, *places])

    return run


def test_publish_slides_names_each_page_and_says_when_nothing_changed(call, desk):
    first = call("publish", "slides", "--to", str(desk.slides))
    assert first.exit_code == 0, first.output
    pages = [line for line in first.output.splitlines() if line.startswith(str(desk.slides))]
    assert [Path(page).name for page in pages] == [
        "index.html",
        "01-moving-dot.html",
        "02-formula.html",
    ]
    again = call("publish", "slides", "--to", str(desk.slides))
    assert again.output.splitlines() == [*pages, "(nothing had changed)"]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("html,odp", "odp is none of html, pptx, pdf; separate them by commas"),
        (",", "name some of html, pptx, pdf"),
    ],
)
def test_a_format_that_there_is_not_is_refused_with_those_that_there_are(call, desk, value, said):
    done = call("publish", "slides", "--format", value, "--to", str(desk.slides))
    assert done.exit_code == 2
    assert said in done.output
    assert not desk.slides.exists()


def test_one_file_needs_the_format_that_it_is_about(call, desk):
    done = call("publish", "slides", "--format", "pptx", "--one-file", "--to", str(desk.slides))
    assert done.exit_code == 2
    assert "--one-file goes with the format html" in done.output
    assert not desk.slides.exists()


def test_a_clip_that_there_is_not_is_refused(call, desk):
    done = call("publish", "slides", "77", "--to", str(desk.slides))
    assert done.exit_code != 0
    assert "77" in str(done.exception)
    assert not desk.slides.exists()


@pytest.fixture
def shown(monkeypatch):
    """Stand in for the browser and for the server; return what was opened and served."""
    told = SimpleNamespace(opened=[], served=[], has_browser=True)

    @contextmanager
    def server(folder, port):
        told.served.append((folder, port))
        yield SimpleNamespace(server_port=8123, serve_forever=lambda: None)

    def opens(address):
        told.opened.append(address)
        return told.has_browser

    monkeypatch.setattr(present, "make_server", server)
    monkeypatch.setattr(present.webbrowser, "open", opens)
    return told


def test_present_builds_the_deck_of_a_clip_and_opens_it(call, shown, desk):
    done = call("present", "01")
    assert done.exit_code == 0, done.output
    assert shown.opened == ["http://127.0.0.1:8123/01-moving-dot.html"]
    [(folder, port)] = shown.served
    assert (desk.folder / folder / "01-moving-dot.html").is_file()
    assert port == 0
    assert "http://127.0.0.1:8123/01-moving-dot.html (Ctrl-C ends it)" in done.output
    assert not (desk.folder / "media/slides").exists()


def test_present_without_a_clip_shows_the_list(call, shown):
    assert call("present").exit_code == 0
    assert shown.opened == ["http://127.0.0.1:8123/index.html"]


def test_present_builds_nothing_twice(call, shown):
    first = call("present", "01")
    again = call("present", "01")
    assert re.search("slides of clip 01", first.output)
    assert not re.search("slides of clip 01", again.output)
    assert len(shown.opened) == 2


def test_without_a_browser_only_the_address_is_told(call, shown):
    shown.has_browser = False
    done = call("present", "01", "--port", "8099")
    assert done.exit_code == 0
    assert done.output.splitlines()[-1].startswith("http://127.0.0.1:8123/")
    assert shown.served[0][1] == 8099
