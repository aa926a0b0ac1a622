"""The tiny lesson, rendered and published once for all tests here."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from pipeline.engine.plan.profiles import profile_named
from pipeline.engine.workspace.run import Run
from publish.site.build import Site, build_site
from tests.harness.desk import Desk

LESSON, PROFILE = "tests.pipeline.lessons.tiny", "64x36@5"


@dataclass
class Publisher:
    """A folder with rendered videos, and a place to publish them to."""

    folder: Path
    said: list[str] = field(default_factory=list)

    @property
    def out(self) -> Path:
        """Where the videos lie."""
        return self.folder / "out"

    @property
    def site(self) -> Path:
        """Where the course goes."""
        return self.folder / "site"

    def run(self, **changed: object) -> Run:
        """Return the run whose output is published."""
        given = {
            "lesson_name": LESSON,
            "profile": profile_named(PROFILE),
            "store_root": self.folder / "store",
            "out": self.out,
        }
        return Run(**{**given, **changed})  # type: ignore[arg-type]

    def publish(self, *clips: str, **options: bool) -> Site:
        """Publish clips, or all."""
        return build_site(self.run(), clips, self.site, self.said.append, **options)


@pytest.fixture(scope="session")
def videos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Render the tiny lesson; return the folder with its videos and its store."""
    desk = Desk(tmp_path_factory.mktemp("videos"))
    done = desk.run("render")
    assert done.returncode == 0, done.stdout + done.stderr
    return desk.folder


@pytest.fixture(scope="session")
def published(videos: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Publish it; tests may read the folder and must not change it."""
    publisher = Publisher(shutil.copytree(videos, tmp_path_factory.mktemp("site") / "desk"))
    assert publisher.publish().written
    return publisher.site


@pytest.fixture
def publisher(videos: Path, tmp_path: Path) -> Publisher:
    """Return a copy of the videos for one test."""
    return Publisher(shutil.copytree(videos, tmp_path / "desk"))


@pytest.fixture
def files() -> Callable[[Path], dict[str, bytes]]:
    """Return a function that reads every file below a folder."""

    def read(folder: Path) -> dict[str, bytes]:
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }

    return read
