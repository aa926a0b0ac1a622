"""Tests of one file run in one process, and each process has a media folder of its own."""

import tempfile

import manim
import pytest

PLAYED = "performance"
"""The function that plays a whole clip, once in each process."""


def pytest_configure(config: pytest.Config) -> None:
    """Let manim compile formulas into a folder of this process alone.

    Some tests build a formula while they are collected, and two processes that share a folder
    damage each other's files.
    """
    folder = tempfile.TemporaryDirectory(prefix="test-media-")
    config.add_cleanup(folder.cleanup)
    manim.config.media_dir = folder.name


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give the tests of a file to one process, and all that play whole clips to one as well.

    Fixtures of a file are then made once. The played clips come first, because they take longest.
    """

    def plays(item: pytest.Item) -> bool:
        return hasattr(getattr(item, "module", None), PLAYED)

    items.sort(key=lambda item: not plays(item))
    for item in items:
        group = PLAYED if plays(item) else str(item.path)
        item.add_marker(pytest.mark.xdist_group(group))
