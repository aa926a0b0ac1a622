"""The engine is tested as people use it: as a program, in a copy of the project."""

import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.harness.copies import copy_project
from tests.harness.desk import Desk
from tests.harness.runs import wait_until_gone

LESSONS, FOREIGN = "tests/pipeline/lessons", "tests/pipeline/user_scenes/foreign"


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy everything that draws, so that no edit changes it while a test runs."""
    return copy_project(tmp_path_factory.mktemp("project"), LESSONS, FOREIGN)


@pytest.fixture
def desk(project: Path, tmp_path: Path) -> Iterator[Desk]:
    """Yield a fresh desk for one test, and check that what the test started has ended."""
    yield Desk(tmp_path, project)
    assert not wait_until_gone(str(tmp_path))


@pytest.fixture(scope="session")
def tiny(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Render the tiny lesson once for all tests, which may read it and must not change it."""
    rendered = Desk(tmp_path_factory.mktemp("tiny"), project)
    done = rendered.run("render")
    assert done.returncode == 0, done.stdout + done.stderr
    return rendered


@pytest.fixture
def rendered(tiny: Desk, desk: Desk) -> Desk:
    """Copy the output folder and the store of the rendered tiny lesson for one test."""
    shutil.copytree(tiny.out, desk.out)
    shutil.copytree(tiny.store, desk.store)
    return desk


@pytest.fixture
def edited(rendered: Desk) -> Desk:
    """Return the rendered tiny lesson in a copy of the project that the test may edit."""
    own = shutil.copytree(rendered.project, rendered.folder / "project")
    return Desk(rendered.folder, own)


@pytest.fixture
def interruptible() -> Iterator[None]:
    """A child listens to SIGINT even where these tests run in the background and do not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
