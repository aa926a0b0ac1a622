"""The tiny lesson as slides, written once for all tests here that only read them."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from publish.lookup import find_rendered
from publish.rendered import RenderedLesson
from publish.slides.build import SlidesFolder, build_slides
from tests.publish.conftest import Publisher


@dataclass
class SlidesDesk(Publisher):
    """A folder with rendered videos, and a place for their slides."""

    @property
    def slides(self) -> Path:
        """Where the slides of all lessons go."""
        return self.folder / "slides"

    @property
    def decks(self) -> Path:
        """Where the slides of the lesson go."""
        return self.slides / "tiny"

    @property
    def rendered(self) -> RenderedLesson:
        """The videos that slides are made of."""
        return find_rendered(self.run(), ())

    def build(self, *clips: str, **options: object) -> SlidesFolder:
        """Write the slides of clips, or of all."""
        return build_slides(self.run(), clips, self.slides, self.said.append, **options)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def decks(videos: Path, tmp_path_factory: pytest.TempPathFactory) -> SlidesDesk:
    """Write the slides of the tiny lesson; tests may read them and must not change them."""
    desk = SlidesDesk(shutil.copytree(videos, tmp_path_factory.mktemp("slides") / "desk"))
    assert desk.build().written
    return desk


@pytest.fixture
def desk(videos: Path, tmp_path: Path) -> SlidesDesk:
    """Return a copy of the videos for one test."""
    return SlidesDesk(shutil.copytree(videos, tmp_path / "desk"))


@pytest.fixture
def page(decks: SlidesDesk) -> Callable[[str], str]:
    """Return a function that reads a page of the slides."""
    return lambda name: (decks.decks / name).read_text(encoding="utf-8")
