"""Compares every frame of our drawing with manim's own, before anything is encoded."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from bench.tools.film import MOST_DIFFERENCE, MOST_PIXELS, Run, apart, runs
from bench.tools.part import (
    LESSON,
    PROJECT,
    Part,
    Setting,
    environment,
    scene_files,
    scene_of,
    tell,
)
from bench.tools.tables import table
from pipeline.engine.plan.profiles import profile_named
from pipeline.types import Profile


@dataclass(frozen=True)
class Likeness:
    """Of one scene: its frames, how many differ at all, and the worst of them.

    ``share`` is the greatest share of pixels that differ, ``difference`` the greatest of 255.
    """

    scene: str
    frames: int
    differing: int
    share: float
    difference: int

    @property
    def faults(self) -> list[str]:
        """What is further apart than it may be."""
        if self.share <= MOST_PIXELS and self.difference <= MOST_DIFFERENCE:
            return []
        return [f"{self.scene}: {self.share:.3%} of pixels, {self.difference}/255 apart"]


def measure(setting: Setting, scratch: Path) -> Part:
    """Play every scene of the bench and every clip of the lesson both ways."""
    profile = profile_named("320x180@5" if setting.quick else "640x360@15")
    targets = dict(all_scenes())

    def look(number: int, name: str) -> Likeness:
        tell(f"equivalence {number}/{len(targets)}: {name}, drawn by manim and by us")
        return compare_drawings(name, targets[name], profile, scratch / name)

    # Nothing is timed here: of two drawings the fast one waits for the other, and a core with it.
    with ThreadPoolExecutor(setting.jobs) as pool:
        found = list(pool.map(look, range(1, len(targets) + 1), targets))
    page = (
        f"Every frame of {sum(one.frames for one in found)} at {profile.name}, before encoding. "
        f"At most {MOST_PIXELS:.1%} of the pixels of a frame may differ, by {MOST_DIFFERENCE}/255."
        "\n\n"
    ) + table(
        ["scene", "frames", "that differ at all", "worst share of pixels", "worst difference"],
        [
            [one.scene, one.frames, one.differing, f"{one.share:.4%}", f"{one.difference}/255"]
            for one in found
        ],
    )
    faults = [fault for one in found for fault in one.faults]
    return Part(page, [asdict(one) for one in found], faults=faults)


def all_scenes() -> Iterator[tuple[str, str]]:
    """Yield the name of each scene, and module and class as ``bench.tools.film`` takes them."""
    for file in scene_files():
        for scene in scenes_in(file):
            yield scene, f"bench.scenes.{file.stem}:{scene}"
    for clip in LESSON.clips:
        yield clip.name, f"{scene_of(clip).module}:{clip.scene}"


def scenes_in(file: Path) -> list[str]:
    """Return the names of the scenes that a file holds, without running it."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return [
        node.name
        for node in tree.body
        if isinstance(node, ast.ClassDef)
        and any(isinstance(base, ast.Name) and base.id.endswith("Scene") for base in node.bases)
    ]


def compare_drawings(name: str, target: str, profile: Profile, scratch: Path) -> Likeness:
    """Play a scene both ways side by side and compare the pictures as they come.

    Each in a process of its own: manim gives a formula that it builds a second time in one process
    another width of stroke, and what is played second would differ for that reason alone.
    """
    size = profile.width * profile.height * 4
    with ExitStack() as stack:
        films = []
        for drawing in ("stock", "auto"):
            folder = scratch / drawing
            folder.mkdir(parents=True)
            log = stack.enter_context((folder / "log.txt").open("wb"))
            words = [target, drawing, profile.name, str(folder)]
            process = stack.enter_context(
                subprocess.Popen(
                    [sys.executable, "-m", "bench.tools.film", *words],
                    cwd=PROJECT,
                    env={**environment(), "PYTHONHASHSEED": "0", "OPENBLAS_NUM_THREADS": "1"},
                    stdout=subprocess.PIPE,
                    stderr=log,
                )
            )
            stack.callback(process.kill)
            assert process.stdout is not None  # noqa: S101 Popen was asked for a pipe
            films.append(runs(process.stdout, size))
        try:
            return compare(name, films[0], films[1], (profile.height, profile.width, 4))
        except (EOFError, ValueError) as error:
            logs = [path.read_text("utf-8")[-1500:] for path in scratch.glob("*/log.txt")]
            sys.exit("\n".join([f"{name}: {error}", *logs]))


def compare(
    name: str, one: Iterator[Run], other: Iterator[Run], shape: tuple[int, ...]
) -> Likeness:
    """Compare two films frame by frame; each picture of them may stand for several frames.

    Raises
    ------
    ValueError
        If one has more frames than the other.
    """
    frames, differing, share, difference = 0, 0, 0.0, 0
    left = right = 0
    first = second = b""
    while True:
        if not left:
            left, first = next(one, (0, b""))
        if not right:
            right, second = next(other, (0, b""))
        if not left or not right:
            break
        span = min(left, right)
        frames, left, right = frames + span, left - span, right - span
        if first != second:
            pictures = [np.frombuffer(data, np.uint8).reshape(shape) for data in (first, second)]
            found = apart(*pictures)
            differing += span
            share, difference = max(share, found[0]), max(difference, found[1])
    if left or right:
        raise ValueError(f"one film ends after {frames} frames, the other goes on")
    return Likeness(name, frames, differing, share, difference)
