"""What a file says of its size and its rate holds, unless the command says otherwise."""

import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest

from pipeline.engine.plan.profiles import PROFILES
from pipeline.machine.videos import measure_video
from pipeline.types import ExitCode
from tests.harness.runs import PATIENCE, PROJECT

FILE = """
from manim import Create, Scene, Square, config

config.pixel_width, config.pixel_height = 96, 64


class Module(Scene):
    def construct(self):
        self.play(Create(Square()), run_time=1)


class Constructor(Scene):
    def __init__(self, **options):
        config.frame_rate = 10
        super().__init__(**options)

    def construct(self):
        self.play(Create(Square()), run_time=1)


class Odd(Constructor):
    def __init__(self, **options):
        config.pixel_width = 97
        super().__init__(**options)


class Wide(Scene):
    def construct(self):
        config.frame_width = 40
        self.wait(0.2)
"""
DRAFT = PROFILES["draft"]


def scenes(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Draw scenes of the file."""
    (folder / "own.py").write_text(FILE)
    return subprocess.run(
        [sys.executable, str(PROJECT / "render.py"), "scenes", "own.py", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Draw all scenes without a profile, and return the folder and what was said."""
    folder = tmp_path_factory.mktemp("own")
    done = scenes(folder, "-a")
    assert done.returncode == ExitCode.FAILED  # one has an odd width
    return folder / "media/scenes/own/draft", done.stdout


@pytest.mark.parametrize(
    ("scene", "fps"), [("Module", DRAFT.fps), ("Constructor", 10), ("Wide", DRAFT.fps)]
)
def test_size_and_rate_of_the_file_hold(scene: str, fps: int, drawn: tuple[Path, str]) -> None:
    found = measure_video(drawn[0] / f"{scene}.mp4")
    assert (found.width, found.height, found.rate) == (96, 64, Fraction(fps))
    if scene != "Wide":
        assert found.frames == fps


def test_a_size_that_no_video_can_have_is_refused_in_words(drawn: tuple[Path, str]) -> None:
    (line,) = [line for line in drawn[1].splitlines() if line.startswith("own.Odd failed")]
    assert "asks for 97x64@10; a video has an even width and height" in line


def test_nothing_is_said_of_a_frame_that_the_camera_fits(drawn: tuple[Path, str]) -> None:
    assert "stretched" not in drawn[1]


def test_a_profile_on_the_command_line_wins_and_says_so(tmp_path: Path) -> None:
    done = scenes(tmp_path, "Constructor", "--profile", "64x36@5")
    assert done.returncode == 0, done.stdout + done.stderr
    found = measure_video(tmp_path / "media/scenes/own/64x36@5/Constructor.mp4")
    assert (found.width, found.height, found.rate, found.frames) == (64, 36, Fraction(5), 5)
    assert done.stdout.count("own.Constructor: it asks for ") == 1
    assert "--profile 64x36@5 wins" in done.stdout
