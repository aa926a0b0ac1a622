"""Trimming frees what no lesson uses any more, and never what a lesson uses."""

import subprocess
import sys

import pytest

from pipeline.cli.sizes import parse_size, show_size
from pipeline.engine.store.lock import hold
from pipeline.types import UsageError
from tests.harness.desk import Desk, edit, one_line
from tests.pipeline.audio.voices import hum, write_wav

SCRIPT = "tests/pipeline/lessons/tiny/lesson.py"
SHAPES = "tests/pipeline/lessons/tiny/scenes/shapes.py"


def gc(desk: Desk, *words: str) -> "subprocess.CompletedProcess[str]":
    """Trim the desk's store."""
    program = [sys.executable, str(desk.project / "render.py"), "gc", "--lesson", desk.lesson]
    return subprocess.run(
        [*program, "--store", str(desk.store), *words],
        cwd=desk.folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_what_the_lesson_uses_stays_however_small_the_limit(rendered: Desk) -> None:
    before = {path.name for path in rendered.store.glob("*/*") if path.is_file()}
    done = gc(rendered, "--max-size", "1KB")
    assert done.returncode == 0, done.stderr
    assert "freed 0 B (0 files)" in done.stdout
    assert "the lessons use all that is left" in done.stdout
    assert {path.name for path in rendered.store.glob("*/*") if path.is_file()} == before


def test_what_an_edit_left_behind_goes_when_the_store_is_too_large(edited: Desk) -> None:
    edit(edited.project / SHAPES, "radius=1", "radius=2")
    assert edited.states()["01"] == "to render"
    assert "freed 0 B" in gc(edited).stdout
    assert len(list(edited.store.glob("cas/*"))) == 3
    assert "(2 files)" in gc(edited, "--max-size", "1KB").stdout
    assert len(list(edited.store.glob("cas/*"))) == 2
    assert edited.states() == {"01": "to render", "02": "cached", "03": "no scene yet"}


def test_a_voice_stays_as_long_as_its_words_are_said(edited: Desk) -> None:
    write_wav(edited.folder / "takes/tiny/01/move.wav", hum(4.0))
    edited.events("--voice", "takes")
    assert "freed 0 B" in gc(edited, "--max-size", "1KB").stdout
    edit(edited.project / SCRIPT, '"It moves."', '"It moves on."')
    assert "freed 0 B" not in gc(edited, "--max-size", "1KB").stdout
    # Only the line is gone: no frame of the clips depends on what is said.
    assert len(list(edited.store.glob("cas/*"))) == 4


def test_nothing_is_trimmed_under_a_run(rendered: Desk) -> None:
    with hold(rendered.store / ".lock", shared=True, what="the store"):
        done = gc(rendered, "--max-size", "1KB")
    assert done.returncode == 3
    assert one_line(done.stderr)
    assert "in use by process" in done.stderr


def test_a_size_that_is_none_is_refused_in_one_line(desk: Desk) -> None:
    done = gc(desk, "--max-size", "plenty")
    assert done.returncode == 2
    assert one_line(done.stderr)
    assert done.stderr == "error: 'plenty' is not a size; say 500MB or 2GB\n"


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("500MB", 500_000_000),
        ("2GB", 2_000_000_000),
        ("1.5 kb", 1500),
        ("0B", 0),
        ("7TB", 7 * 10**12),
    ],
)
def test_a_size_is_read_as_people_write_it(text: str, size: int) -> None:
    assert parse_size(text) == size


@pytest.mark.parametrize("text", ["", "GB", "-1GB", "2", "1e9B", "2GiB", "٣GB", "9" * 400 + "GB"])
def test_what_is_no_size_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="is not a size"):
        parse_size(text)


@pytest.mark.parametrize(
    ("size", "text"), [(0, "0 B"), (999, "999 B"), (1530, "1.53 KB"), (51_400_000, "51.4 MB")]
)
def test_a_size_is_shown_in_three_digits(size: int, text: str) -> None:
    assert show_size(size) == text
