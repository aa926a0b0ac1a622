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
    """A copy of everything that draws: nobody edits it while a test runs."""
    return copy_project(tmp_path_factory.mktemp("project"), LESSONS, FOREIGN)


@pytest.fixture
def desk(project: Path, tmp_path: Path) -> Iterator[Desk]:
    """A fresh desk for one test; whatever it starts must have ended with it."""
    yield Desk(tmp_path, project)
    assert not wait_until_gone(str(tmp_path))


@pytest.fixture(scope="session")
def tiny(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The tiny lesson, rendered once for everybody. Look, and change nothing."""
    rendered = Desk(tmp_path_factory.mktemp("tiny"), project)
    done = rendered.run("render")
    assert done.returncode == 0, done.stdout + done.stderr
    return rendered


@pytest.fixture
def rendered(tiny: Desk, desk: Desk) -> Desk:
    """The rendered tiny lesson, with an output folder and a store of one's own."""
    shutil.copytree(tiny.out, desk.out)
    shutil.copytree(tiny.store, desk.store)
    return desk


@pytest.fixture
def edited(rendered: Desk) -> Desk:
    """The rendered tiny lesson, with a project of one's own to edit."""
    own = shutil.copytree(rendered.project, rendered.folder / "project")
    return Desk(rendered.folder, own)


@pytest.fixture
def interruptible() -> Iterator[None]:
    """A child listens to SIGINT even where these tests run in the background and do not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
