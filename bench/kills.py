"""Kills a render at seeded moments and compares what the same command then makes of it.

``python bench/kills.py`` renders a tiny lesson once undisturbed. Then, for each of twenty moments,
it starts the same render in an empty folder, kills its whole process group with ``SIGKILL``, and
runs the same command again. That one must succeed, its videos must decode to the undisturbed
frames, and every blob of the store must be what its name says.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import av

PROJECT = Path(__file__).resolve().parents[1]
LESSON = "tests.pipeline.lessons.tiny"
PROFILE = "64x36@5"
MOMENTS, SEED = 20, 20260410
PATIENCE = 30.0
"""Seconds within which a worker must notice that its run is dead, on a busy machine."""


@dataclass(frozen=True, slots=True)
class Bench:
    """One folder to render into, with a store of its own."""

    folder: Path
    lesson: str = LESSON
    profile: str = PROFILE

    @property
    def out(self) -> Path:
        """Where the videos go."""
        return self.folder / "out"

    @property
    def store(self) -> Path:
        """Where finished clips are kept."""
        return self.folder / "store"

    @property
    def command(self) -> list[str]:
        """The render, as it would be typed."""
        options = {
            "--lesson": self.lesson,
            "--profile": self.profile,
            "--out": str(self.out),
            "--store": str(self.store),
            "--jobs": "2",
        }
        words = [word for option in options.items() for word in option]
        return [sys.executable, str(PROJECT / "render.py"), "render", *words]

    def run(self) -> subprocess.CompletedProcess[str]:
        """Render undisturbed."""
        return subprocess.run(
            self.command, cwd=PROJECT, capture_output=True, text=True, check=False
        )

    def kill_after(self, seconds: float) -> bool:
        """Start a render, kill its process group after a while; tell whether it was still alive."""
        with subprocess.Popen(
            self.command,
            cwd=PROJECT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        ) as process:
            try:
                process.wait(timeout=seconds)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                return True
            return False

    def verdict(self, reference: dict[str, str]) -> list[str]:
        """Run the same command again and list everything that is not as it should be."""
        faults = []
        if left := wait_until_gone(str(self.folder)):
            faults.append(f"outlived their run: {left}")
        again = self.run()
        if again.returncode != 0:
            faults.append(f"exit code {again.returncode}: {again.stdout}{again.stderr}".strip())
        found = frames_of_videos(self.out)
        faults += [
            f"{name} has other frames"
            for name in sorted({*reference, *found})
            if reference.get(name) != found.get(name)
        ]
        faults += [
            f"blob {path.name} is not what its name says" for path in false_blobs(self.store)
        ]
        faults += [f"left behind: {path}" for path in leftovers(self.folder)]
        return faults


def decoded(path: Path) -> list[str]:
    """Return one digest for each frame of a video: of its decoded planes, not of its bytes."""
    with av.open(path) as container:
        return [
            hashlib.sha256(frame.to_ndarray().tobytes()).hexdigest()
            for frame in container.decode(video=0)
        ]


def frames_of_videos(folder: Path) -> dict[str, str]:
    """Return a digest of all decoded frames for each video below a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(
            "".join(decoded(path)).encode()
        ).hexdigest()
        for path in sorted(folder.rglob("*.mp4"))
    }


def false_blobs(store: Path) -> list[Path]:
    """Return the blobs whose name is not their SHA-256."""
    return [
        path
        for path in sorted(store.glob("cas/*"))
        if hashlib.sha256(path.read_bytes()).hexdigest() != path.name
    ]


def leftovers(folder: Path) -> list[Path]:
    """Return the unfinished files that a run left below a folder."""
    return [*folder.glob("out/**/.*.part"), *folder.glob("store/scratch/*/video.mp4")]


def processes_naming(text: str) -> Iterator[int]:
    """Find the living processes that have ``text`` in their command line."""
    for folder in Path("/proc").iterdir():
        if not folder.name.isdecimal():
            continue
        with suppress(OSError):  # it may end while we look
            if text.encode() in (folder / "cmdline").read_bytes():
                yield int(folder.name)


def wait_until_gone(text: str) -> list[int]:
    """Wait until no process names ``text``; return those that are still there after a while."""
    deadline = time.monotonic() + PATIENCE
    while (left := list(processes_naming(text))) and time.monotonic() < deadline:
        time.sleep(0.02)
    return left


def moments(seconds: float, count: int = MOMENTS, seed: int = SEED) -> list[float]:
    """Return ``count`` seeded moments of a run that takes ``seconds``."""
    draw = random.Random(seed)  # noqa: S311 the same moments each time are the point
    return [draw.uniform(0.02, 0.98) * seconds for _ in range(count)]


def main(arguments: Sequence[str] | None = None) -> int:
    """Kill, run again, compare; return 0 if nothing was ever lost."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--moments", type=int, default=MOMENTS, help="how many [%(default)s]")
    parser.add_argument("--seed", type=int, default=SEED, help="which ones [%(default)s]")
    options = parser.parse_args(arguments)
    failed = 0
    with tempfile.TemporaryDirectory(prefix="kills-") as top:
        undisturbed = Bench(Path(top, "undisturbed"))
        began = time.monotonic()
        first = undisturbed.run()
        seconds = time.monotonic() - began
        if first.returncode != 0:
            print(f"the undisturbed render failed:\n{first.stdout}{first.stderr}")
            return 1
        reference = frames_of_videos(undisturbed.out)
        print(f"undisturbed: {seconds:.2f} s, {len(reference)} videos")
        chosen = moments(seconds, options.moments, options.seed)
        for number, moment in enumerate(chosen, start=1):
            bench = Bench(Path(top, f"kill-{number}"))
            alive = bench.kill_after(moment)
            faults = bench.verdict(reference)
            failed += bool(faults)
            what = "killed" if alive else "ended before"
            print(
                f"{number:>3}/{len(chosen)}  {what} {moment:.2f} s: "
                f"{'; '.join(faults) or 'same frames, every blob whole'}",
                flush=True,
            )
    print(f"{len(chosen) - failed} of {len(chosen)} kills did no harm")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
