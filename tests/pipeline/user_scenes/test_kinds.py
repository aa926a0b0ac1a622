"""Whatever kind of thing a scene draws, it is drawn fast and alike, or it says who draws or why."""

import importlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bench.tools.film import MOST_DIFFERENCE, MOST_PIXELS
from pipeline.fastdraw.pictures import mended_pictures
from pipeline.types import ExitCode
from tests.harness.runs import PATIENCE, decoded
from tests.pipeline.drawing.films import differences, film_of

EXAMPLES = "tests/pipeline/user_scenes/examples"
PROFILE = "160x90@5"
DRAWN = {
    "Layers": 12,
    "Updaters": 13,
    "Follow": 20,
    "Lens": 5,
    "Pixels": 15,
    "Space": 8,
    "Words": 10,
    "Sections": 7,
}
REMARKS = [
    "Lens: manim itself draws it: the fast drawing knows no MultiCamera",
    "Sections: embed is left out: a render takes no typing",
    "Sections: interactive_embed is left out: a render takes no typing",
]


@pytest.fixture(scope="module")
def played(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """Render all scenes once and return the folder and what was printed."""
    folder = tmp_path_factory.mktemp("kinds")
    shutil.copy(Path(__file__).parents[3] / EXAMPLES / "kinds.py", folder)
    done = subprocess.run(
        [sys.executable, project / "render.py", "scenes", "kinds.py", "-a", "--profile", PROFILE],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    return folder, done


Played = tuple[Path, subprocess.CompletedProcess[str]]


@pytest.mark.parametrize("scene", DRAWN)
def test_a_kind_of_scene_becomes_a_video_of_all_its_frames(scene: str, played: Played) -> None:
    folder, done = played
    video = folder / "media/scenes/kinds" / PROFILE / f"{scene}.mp4"
    assert video.exists(), done.stdout
    assert len(decoded(video)) == DRAWN[scene]


def test_a_scene_says_in_one_line_each_what_is_not_drawn_fast_or_not_at_all(played: Played) -> None:
    lines = [line for line in played[1].stdout.splitlines() if line.startswith("kinds.")]
    usual = ("rendering", "done, ", "FAILED, ")
    remarks = [line for line in lines if not line.partition(": ")[2].startswith(usual)]
    found = sorted(line.removeprefix("kinds.") for line in remarks if " failed" not in line)
    assert found == REMARKS


def test_only_what_needs_latex_fails(played: Played) -> None:
    _, done = played
    assert done.returncode == ExitCode.FAILED
    assert not done.stderr
    (line,) = [line for line in done.stdout.splitlines() if "FAILED" in line]
    assert line.startswith("kinds.Counter: FAILED, needs LaTeX, and there is no program latex here")
    assert f"scenes: {len(DRAWN)} rendered, 0 from the store" in done.stdout


@pytest.mark.parametrize("scene", sorted(DRAWN.keys() - {"Lens", "Sections"}))
def test_a_kind_that_is_drawn_fast_looks_as_manim_draws_it(scene: str) -> None:
    scene_class = getattr(
        importlib.import_module("tests.pipeline.user_scenes.examples.kinds"), scene
    )
    with mended_pictures():
        fast, stock = film_of(scene_class, "fast"), film_of(scene_class, "stock")
    shares, sizes = zip(*differences(fast, stock), strict=True)
    assert max(shares) <= MOST_PIXELS
    assert max(sizes) <= MOST_DIFFERENCE
    assert not fast.lies
