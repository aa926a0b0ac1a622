"""A user's packages and files may have the names of ours, and a user may import ours."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.harness.runs import PATIENCE, PROJECT, decoded

HEAD = "from manim import Scene, Square\n"
BODY = """

class {name}(Scene):
    def construct(self):
        self.add(Square(4, fill_opacity=1, color={tone}))
        self.wait(0.2)
"""
IMPORTS = {
    "NoInitFile": ("from scenes.common import TONE", "TONE"),
    "NamedLikeTheEngine": ("from pipeline import TONE", "TONE"),
    "UsesOurs": ("from mathcore.slopes.lines import Line", "'#00ff00' if Line(1, 2) else None"),
    "Intro": ("", "'#00ff00'"),
}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Draw the scenes from a folder that holds one of each name, and return their videos."""
    folder = tmp_path_factory.mktemp("names")
    (folder / "scenes").mkdir()  # without __init__.py: for Python a package all the same
    (folder / "scenes/common.py").write_text("TONE = '#00ff00'\n")
    (folder / "pipeline").mkdir()
    (folder / "pipeline/__init__.py").write_text("TONE = '#00ff00'\n")
    (folder / "Intro").mkdir()
    for name, (line, tone) in IMPORTS.items():
        text = HEAD + line + BODY.format(name=name, tone=tone)
        (folder / f"{name.lower()}.py").write_text(text)
    done = subprocess.run(
        [
            *(sys.executable, str(PROJECT / "render.py"), "scenes", "--profile", "64x36@5"),
            *("--out", "out", *IMPORTS, *(f"{name.lower()}.py" for name in IMPORTS)),
        ],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": "."},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "out"


@pytest.mark.parametrize("scene", IMPORTS)
def test_a_scene_finds_what_it_means(scene: str, out: Path) -> None:
    assert decoded(out / f"{scene}.mp4") == decoded(out / "Intro.mp4")
