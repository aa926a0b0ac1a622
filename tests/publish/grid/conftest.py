"""A small grid of clip 06, drawn once for all tests here: it has parameters, and refuses some."""

import json
import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from pipeline.engine.plan.profiles import profile_named
from pipeline.engine.workspace.run import Run
from pipeline.types import Event
from publish.grid.build import BuiltGrid, build_grid

BEAT, AXES = "06.1", ("x0=-1:1:2", "h=0.5,0")
REFUSED = "h is 0; it must be at least 0.001 in size"


@dataclass
class GridDesk:
    """A folder with a store, and a place for a page."""

    folder: Path
    events: list[Event] = field(default_factory=list)

    @property
    def page(self) -> Path:
        """Where the page goes."""
        return self.folder / "page"

    def run(self, **changed: object) -> Run:
        """Return the run that draws."""
        given = {
            "lesson_name": "derivatives",
            "profile": profile_named("128x72@2"),
            "store_root": self.folder / "store",
            "out": self.folder / "out",
            "listen": self.events.append,
        }
        return Run(**{**given, **changed})  # type: ignore[arg-type]

    def build(self, *axes: str, word: str = BEAT, **changed: object) -> BuiltGrid:
        """Draw and write the grid."""
        return build_grid(self.run(**changed), word, axes or AXES, folder=self.page)

    def data(self) -> dict[str, Any]:
        """Return what the page tells its script."""
        text = (self.page / "index.html").read_text(encoding="utf-8")
        (told,) = re.findall(r'<script type="application/json" id="grid-data">(.*?)</script>', text)
        found: dict[str, Any] = json.loads(told)
        return found


@pytest.fixture(scope="session")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> GridDesk:
    """Return a desk with a grid, to be read only."""
    desk = GridDesk(tmp_path_factory.mktemp("grid"))
    assert desk.build().written
    return desk


@pytest.fixture
def desk(drawn: GridDesk, tmp_path: Path) -> GridDesk:
    """Return a copy of it for one test."""
    return GridDesk(shutil.copytree(drawn.folder, tmp_path / "desk"))
