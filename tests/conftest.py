"""Tests of one file run in one process, and each process has a media folder of its own."""

import tempfile
from pathlib import Path

import manim
import pytest
from hypothesis import settings
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

# No example has a limit of time, for machines differ.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")

PLAYED = "performance"
"""The name under which a test file has the function that plays a whole clip, once a process."""
PLAYING = ("test_formulas_in_words.py", "test_shown_numbers.py", "test_scenes.py")
"""The test files that play whole clips."""
LONG = (
    "runs/test_failures.py",
    "drawing/test_clips.py",
    "test_voice.py",
    "test_second_lesson.py",
)
"""Other files that take long: what begins last should be short."""


def pytest_configure(config: pytest.Config) -> None:
    """Let manim compile formulas into a folder of this process alone.

    Some tests build a formula while they are collected, and two processes that share a folder
    damage each other's files.
    """
    folder = tempfile.TemporaryDirectory(prefix="test-media-")
    config.add_cleanup(folder.cleanup)
    manim.config.media_dir = folder.name


def place(path: Path) -> int:
    """Return when a test file comes: those that play, long ones, the pipeline's, all others."""
    groups = (PLAYING, LONG, ("pipeline",))
    for order, names in enumerate(groups):
        if path.as_posix().endswith(names) or set(names) & set(path.parts):
            return order
    return len(groups)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the files that take long first, so that no process waits for another at the end."""
    for item in items:
        plays = hasattr(getattr(item, "module", None), PLAYED)
        assert plays == (item.path.name in PLAYING), f"is {item.path} in PLAYING?"
    items.sort(key=lambda item: place(item.path))


class OnePlayer(LoadFileScheduling):
    """Gives a process whole files, and one process all files that play clips."""

    def _split_scope(self, nodeid: str) -> str:
        file = super()._split_scope(nodeid)
        return PLAYED if file.endswith(PLAYING) else file


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> OnePlayer | None:
    """Return who shares the files out, where they are to be kept whole."""
    return OnePlayer(config, log) if config.getvalue("dist") == "loadfile" else None
