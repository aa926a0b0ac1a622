"""As a plugin of manim the fast drawing takes the same command, and gives the same files."""

import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipeline.machine.variables import RUN

ROOT = Path(__file__).parents[3]
FILE = Path(__file__).with_name("ordinary.py")
NAME = "language-of-change"
FOLLOWED = ("Flat", "Moving", "Space", "Pictures")
HANDED = ("Painting", "InConstructor", "OtherCamera", "Own")
IN_SPACE = ("Space",)


@dataclass(frozen=True)
class Told:
    """What a command has written into its folder, and what it has said."""

    folder: Path
    text: str

    @property
    def files(self) -> set[str]:
        """The files below its folder of media, by their paths."""
        media = self.folder / "media"
        return {p.relative_to(media).as_posix() for p in media.rglob("*") if p.is_file()}

    def pictures(self, scene: str) -> list[np.ndarray]:
        """Return the pictures of a scene, in their order."""
        named = sorted(name for name in self.files if f"/{scene}" in name)
        return [np.asarray(Image.open(self.folder / "media" / name)) for name in named]

    @property
    def remarks(self) -> list[str]:
        """The lines that say that manim itself draws."""
        return [line for line in self.text.splitlines() if "manim itself draws" in line]


def run(folder: Path, *command: str, plugins: str | None, **variables: str) -> Told:
    """Give a command in a folder whose ``manim.cfg`` names plugins, or none."""
    folder.mkdir(parents=True, exist_ok=True)
    if plugins is not None:
        (folder / "manim.cfg").write_text(f"[CLI]\nplugins = {plugins}\n")
    environment = {**os.environ, "COLUMNS": "300", "HOME": str(folder), **variables}
    environment.pop(RUN, None)
    environment.update(variables)
    told = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    return Told(folder, told.stdout + told.stderr)


def render(folder: Path, *words: str, plugins: str | None) -> Told:
    """Render scenes of the file with manim's own command."""
    options = ["-r", "64,36", "--fps", "5", "--progress_bar", "none", *words]
    return run(folder, "-m", "manim", "render", str(FILE), *options, plugins=plugins)


@pytest.fixture(scope="module")
def sequences(tmp_path_factory: pytest.TempPathFactory) -> tuple[Told, Told]:
    """All scenes as pictures, by manim and with the plugin."""
    folder = tmp_path_factory.mktemp("sequences")
    words = (*FOLLOWED, *HANDED, "--format", "png-sequence")
    return render(folder / "off", *words, plugins=None), render(folder / "on", *words, plugins=NAME)


@pytest.fixture(scope="module")
def videos(tmp_path_factory: pytest.TempPathFactory) -> tuple[Told, Told]:
    """One scene as a video with its sections, by manim and with the plugin."""
    folder = tmp_path_factory.mktemp("videos")
    words = ("Flat", "--save_sections", "--disable_caching")
    return render(folder / "off", *words, plugins=""), render(folder / "on", *words, plugins=NAME)


@pytest.mark.parametrize("scene", [*FOLLOWED, *HANDED])
def test_every_picture_is_manims(scene: str, sequences: tuple[Told, Told]) -> None:
    theirs, ours = (told.pictures(scene) for told in sequences)
    assert len(ours) == len(theirs) >= 5
    most = 1 if scene in IN_SPACE else 0  # of 255
    for one, other in zip(ours, theirs, strict=True):
        assert np.abs(one.astype(int) - other).max() <= most


def test_what_cannot_be_followed_goes_to_manim_with_one_line_each(
    sequences: tuple[Told, Told],
) -> None:
    theirs, ours = (told.remarks for told in sequences)
    assert theirs == []
    assert len(ours) == len(HANDED)
    for scene, line in zip(HANDED, ours, strict=True):
        assert f"draws {scene}: " in line


def test_the_files_have_manims_names(videos: tuple[Told, Told]) -> None:
    theirs, ours = videos
    assert ours.files == theirs.files
    assert len(ours.files) > 5


def test_the_last_picture_is_drawn_where_all_animations_are_skipped(tmp_path: Path) -> None:
    theirs = render(tmp_path / "off", "Flat", "-s", plugins=None)
    ours = render(tmp_path / "on", "Flat", "-s", plugins=NAME)
    (one,), (other,) = ours.pictures("Flat"), theirs.pictures("Flat")
    assert np.array_equal(one, other)
    assert one.any()


def test_what_has_not_changed_is_taken_from_manims_cache(tmp_path: Path) -> None:
    first = render(tmp_path, "Flat", plugins=NAME)
    again = render(tmp_path, "Flat", plugins=NAME)
    assert "Using cached data" not in first.text
    assert again.text.count("Using cached data") == 3
    assert again.files == first.files


PROBE = """
import sys, manim
from manim.scene import scene
print(scene.CairoRenderer.__name__, manim.Mobject.__deepcopy__.__name__, "pipeline" in sys.modules)
"""
STOCK = "CairoRenderer __deepcopy__ False"


def test_manim_finds_it_among_its_plugins() -> None:
    (found,) = (one for one in entry_points(group="manim.plugins") if one.name == NAME)
    assert found.value == "language_of_change"


@pytest.mark.parametrize("plugins", [None, "", "another-plugin"])
def test_where_it_is_not_named_manim_stays_as_it_is(plugins: str | None, tmp_path: Path) -> None:
    assert run(tmp_path, "-c", PROBE, plugins=plugins).text.splitlines()[-1] == STOCK


@pytest.mark.parametrize("plugins", [NAME, f"another-plugin,{NAME}"])
def test_where_it_is_named_it_draws_from_the_first_scene_on(plugins: str, tmp_path: Path) -> None:
    told = run(tmp_path, "-c", PROBE, plugins=plugins).text.splitlines()[-1]
    assert told == "make_renderer __deepcopy__ True"
    scene = "manim.Scene()\nprint(type(manim.Scene().renderer).__name__)"
    told = run(tmp_path, "-c", f"import manim\n{scene}", plugins=plugins).text.splitlines()[-1]
    assert told == "PlainFastRenderer"


CHANGED = """
import manim

manim.Line.generate_points = lambda line: line.set_points_by_ends(line.start, line.end)
print(type(manim.Scene().renderer).__name__)
"""


def test_manim_draws_where_the_user_s_file_has_changed_it(tmp_path: Path) -> None:
    told = run(tmp_path, "-c", CHANGED, plugins=NAME)
    assert told.text.splitlines()[-1] == "CairoRenderer"
    assert "Line.generate_points" in told.remarks[0]


SCRIPT = """
import manim


class Given(manim.Scene):
    def __init__(self, side):
        super().__init__()
        self.side = side

    def construct(self):
        self.play(manim.FadeIn(manim.Square(self.side)), run_time=0.2)
        self.mean = self.camera.pixel_array.mean() + self.tag


manim.config.dry_run = True
print("begun")
scene = Given(2)
scene.tag = 0.5
scene.render()
print(scene.mean, len(scene.mobjects))
"""


def test_a_script_goes_on_as_if_manim_had_drawn_all_the_time(tmp_path: Path) -> None:
    theirs, ours = (
        run(tmp_path / name, "-c", SCRIPT, plugins=plugins)
        for name, plugins in (("off", None), ("on", NAME))
    )
    assert ours.text.splitlines()[-1] == theirs.text.splitlines()[-1]
    assert ours.text.count("begun") == 1
    assert len(ours.remarks) == 1


FAILING = """
import manim

scene = manim.Scene()
scene.camera.pixel_array
raise SystemExit(7)
"""


def test_a_program_that_was_handed_over_ends_with_its_own_exit_code(tmp_path: Path) -> None:
    (tmp_path / "manim.cfg").write_text(f"[CLI]\nplugins = {NAME}\n")
    told = subprocess.run([sys.executable, "-c", FAILING], cwd=tmp_path, check=False)
    assert told.returncode == 7


def test_with_open_gl_nothing_is_patched(tmp_path: Path) -> None:
    program = """
import manim
manim.config.renderer = "opengl"
print(len(manim.Line().points), manim.Line.__init__.__name__)
"""
    told = run(tmp_path, "-c", program, plugins=NAME)
    assert told.text.splitlines()[-1] == run(tmp_path, "-c", program, plugins="").text.strip()


def test_a_worker_of_this_project_is_left_alone(tmp_path: Path) -> None:
    told = run(tmp_path, "-c", PROBE, plugins=NAME, **{RUN: "1"}).text.splitlines()[-1]
    assert told.startswith("CairoRenderer __deepcopy__")


@cache
def modules_of(packages: str) -> frozenset[str]:
    """Return the modules that are loaded by importing packages, in a process of their own."""
    program = f"import {packages}, sys; print(*sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return frozenset(told.stdout.split())


def test_it_needs_no_file_of_a_lesson_nor_of_the_studio() -> None:
    loaded = modules_of("pipeline.fastdraw.plugin.install")
    ours = {name for name in loaded if name.split(".")[0] in ("lessons", "scenes", "publish")}
    rooms = {name.split(".")[1] for name in loaded if name.startswith("pipeline.")}
    assert ours == set()
    assert rooms <= {"fastdraw", "machine", "types"}
