"""A second lesson needs its two folders and no line anywhere else."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.harness.copies import copy_project

SECOND = Path(__file__).parent
PROFILE = "128x72@5"


class Project:
    """A project that holds two lessons: a copy of this one, and the second lesson."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for package in ("lessons", "scenes"):
            shutil.copytree(SECOND / package / "doubling", folder / package / "doubling")
        copy_project(folder)

    def run(self, *words: str) -> "subprocess.CompletedProcess[str]":
        """Run a command of the program in the project."""
        return subprocess.run(
            [sys.executable, str(self.folder / "render.py"), *words],
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
        )

    def states(self, lesson: str, *clips: str) -> dict[str, str]:
        """Return what plan says of each clip."""
        done = self.run("plan", *clips, "--lesson", lesson, "--profile", PROFILE, "--json")
        assert done.returncode == 0, done.stderr
        return {clip["number"]: clip["state"] for clip in json.loads(done.stdout)["clips"]}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Render the second lesson and one clip of the first."""
    made = Project(tmp_path_factory.mktemp("two_lessons") / "project")
    for words in (("--lesson", "doubling"), ("11", "--lesson", "derivatives")):
        done = made.run("render", *words, "--profile", PROFILE)
        assert done.returncode == 0, done.stdout + done.stderr
    return made


def test_with_two_lessons_a_command_asks_which(project: Project) -> None:
    done = project.run("plan")
    assert done.returncode == 2
    assert done.stderr == ("error: which lesson? say --lesson derivatives or --lesson doubling\n")


def test_each_lesson_has_an_output_folder_of_its_own(project: Project) -> None:
    media = project.folder / "media"
    assert (media / "doubling" / PROFILE / "doubling.mp4").is_file()
    assert (media / "derivatives" / PROFILE / "derivatives.mp4").is_file()


def test_plan_knows_what_is_in_the_store(project: Project) -> None:
    assert project.states("doubling") == {"01": "cached", "02": "cached"}


def test_the_light_theme_is_drawn_beside_the_dark_one(project: Project) -> None:
    words = ("--lesson", "doubling", "--profile", PROFILE, "--theme", "light")
    done = project.run("render", "02", *words)
    assert done.returncode == 0, done.stderr
    media = project.folder / "media/doubling"
    dark = (media / PROFILE / "clips/02-one-line.mp4").read_bytes()
    assert (media / f"{PROFILE}-light" / "clips/02-one-line.mp4").read_bytes() != dark


def test_the_review_finds_nothing_wrong_in_it(project: Project) -> None:
    for how in (["--quick"], []):
        done = project.run("check", "--lesson", "doubling", "--profile", PROFILE, *how)
        assert done.returncode == 0, done.stdout + done.stderr
        assert "2 clips: 0 errors" in done.stdout


def test_trimming_the_store_takes_nothing_of_either_lesson(project: Project) -> None:
    for lesson in ("doubling", "derivatives"):
        done = project.run("gc", "--max-size", "1KB", "--lesson", lesson)
        assert done.returncode == 0, done.stderr
        assert project.states("doubling") == {"01": "cached", "02": "cached"}
        assert project.states("derivatives", "11") == {"11": "cached"}


def test_why_tells_what_changed_in_it(project: Project) -> None:
    leg = project.folder / "scenes/doubling/c01_steps/props/leg.py"
    text = leg.read_text(encoding="utf-8")
    leg.write_text(f"{text}# a comment\n", encoding="utf-8")
    for clip, said in (
        ("01", "sources: scenes/doubling/c01_steps/props/leg.py changed\n"),
        ("02", "nothing changed: the stored clip would be used\n"),
    ):
        done = project.run("why", clip, "--lesson", "doubling", "--profile", PROFILE)
        assert done.stdout == said, done.stderr
    leg.write_text(text, encoding="utf-8")
