"""What every part of the bench is given, and what it hands back."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lessons.library import load_lesson
from lessons.model import Clip
from pipeline.engine.plan.job import LessonJob
from pipeline.engine.plan.plan import plan_one
from pipeline.engine.plan.profiles import profile_named

PROJECT = Path(__file__).resolve().parents[2]
SCENES = PROJECT / "bench" / "scenes"
LESSON = load_lesson("derivatives")
ROUNDS = 3


@dataclass(frozen=True)
class Setting:
    """How much is measured: all of it, or little and once; and how many workers side by side.

    ``clips`` are those of the lesson that are timed against plain manim; by default all.
    """

    quick: bool = False
    rounds: int | None = None
    jobs: int = 2
    clips: Sequence[str] = ()

    def times(self, usual: int = ROUNDS) -> int:
        """Return how many rounds a part takes that is usually measured so often."""
        return self.rounds or (1 if self.quick else usual)


@dataclass(frozen=True)
class Part:
    """What one part found: its page, its figures, its plots by name, and what is not as claimed."""

    page: str
    figures: Any
    plots: Mapping[str, str] = field(default_factory=dict)
    faults: Sequence[str] = ()


def scene_files() -> list[Path]:
    """Return the files of the scenes that are not ours."""
    return sorted(SCENES.glob("[a-z]*.py"))


def tell(what: str) -> None:
    """Say what is running."""
    print(f"  {what}", flush=True)


def environment() -> dict[str, str]:
    """Return what every program that is measured is started with: it finds this project first."""
    return {**os.environ, "PYTHONPATH": str(PROJECT)}


def manim_program() -> str:
    """Return manim's own command, of the Python that runs this."""
    return str(Path(sys.executable).with_name("manim"))


def stock_command(file: Path, size: str, fps: int, media: Path, *scenes: str) -> list[str]:
    """Return how manim itself is asked for scenes of a file, by default for all of them.

    ``size`` is written ``1920,1080``. Formulas that manim has compiled stay in ``media``.
    """
    options = ["-r", size, "--fps", str(fps), "--disable_caching", "--progress_bar", "none"]
    words = [str(file), *scenes] if scenes else ["-a", str(file)]
    return [manim_program(), "render", *options, "--media_dir", str(media), *words]


def scene_of(clip: Clip) -> LessonJob:
    """Return where a clip's scene is: its module, and its file in the clip's folder or alone."""
    return plan_one(LESSON.slug, clip.number, profile_named("draft"))


def stock_video(media: Path, scene: str) -> Path:
    """Return where manim's own command has put a scene, below its folder of media."""
    (path,) = (media / "videos").glob(f"*/*/{scene}.mp4")
    return path


def our_command(name: str, *words: str, project: Path = PROJECT) -> list[str]:
    """Return a command of our program."""
    return [sys.executable, str(project / "render.py"), name, *words]
