"""Tests and bench share this: it starts the program as people do and reads what it leaves."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import av

from pipeline.machine.processes import end_group

PROJECT = Path(__file__).resolve().parents[2]
PATIENCE = 120.0
"""Seconds that anything here may take on a busy machine."""


@dataclass(frozen=True)
class Bench:
    """A folder to render into, with a store of its own, and the program that does it."""

    folder: Path
    project: Path = PROJECT
    lesson: str = "tests.pipeline.lessons.tiny"
    profile: str = "64x36@5"
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def out(self) -> Path:
        """The folder that the videos go to."""
        return self.folder / "out"

    @property
    def store(self) -> Path:
        """The folder that finished clips are kept in."""
        return self.folder / "store"

    def command(self, name: str, *words: str) -> list[str]:
        """Return a command as it would be typed; later words win over this bench's own."""
        options = ["--lesson", self.lesson, "--profile", self.profile, "--store", str(self.store)]
        if name == "render":
            options += ["--out", str(self.out), "--jobs", "2"]
        return [sys.executable, str(self.project / "render.py"), name, *options, *words]

    def start(self, name: str, *words: str) -> subprocess.Popen[str]:
        """Start a command in a process group of its own."""
        self.folder.mkdir(parents=True, exist_ok=True)
        return subprocess.Popen(
            self.command(name, *words),
            cwd=self.folder,
            env={**os.environ, **self.environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def run(self, name: str, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a command to its end."""
        with self.start(name, *words) as process:
            try:
                out, err = process.communicate(timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                raise
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)

    def kill_after(self, seconds: float, *, alone: bool = False) -> bool:
        """Start a render and kill it after a while; tell whether it still ran.

        Its process group dies with it, unless it is killed ``alone``: then its children have to
        notice.
        """
        with self.start("render") as process:
            try:
                process.communicate(timeout=seconds)
            except subprocess.TimeoutExpired:
                if alone:
                    process.kill()
                else:
                    end_group(process.pid)
                return True
            return False

    def faults_after(self, reference: Mapping[str, str]) -> list[str]:
        """Run the killed render again and list everything that is not as it should be."""
        faults = []
        if living := wait_until_gone(str(self.folder)):
            faults.append(f"processes outlived their run: {living}")
        again = self.run("render")
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
        return faults + [f"left behind: {path}" for path in unfinished(self.folder)]


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
        path.relative_to(folder).as_posix(): digest("".join(decoded(path)).encode())
        for path in sorted(folder.rglob("*.mp4"))
    }


def false_blobs(store: Path) -> list[Path]:
    """Return the blobs whose name is not their SHA-256."""
    return [path for path in sorted(store.glob("cas/*")) if digest(path.read_bytes()) != path.name]


def unfinished(folder: Path) -> list[Path]:
    """Return the half-made files that runs left below a folder."""
    return [*folder.glob("out/**/.*.part"), *scratches(folder)]


def scratches(folder: Path) -> list[Path]:
    """Return the scratch folders that are left over: each has the mark of the run that made it."""
    return [mark.parent for mark in folder.glob("store/scratch/*/.alive")]


def digest(data: bytes) -> str:
    """Return the SHA-256 of some bytes."""
    return hashlib.sha256(data).hexdigest()


def processes_naming(text: str) -> Iterator[int]:
    """Find the living processes that have ``text`` in their command line or in their folder.

    A worker that was forked has the command line of its server, and works in its own folder.
    """
    for folder in Path("/proc").iterdir():
        with suppress(OSError):  # no process, or one that ended while we looked
            if folder.name.isdecimal() and (
                text.encode() in (folder / "cmdline").read_bytes()
                or text in str((folder / "cwd").readlink())
            ):
                yield int(folder.name)


def wait_until_gone(text: str) -> list[int]:
    """Wait until no process names ``text``; return those that are still there in the end."""
    deadline = time.monotonic() + PATIENCE
    while (living := list(processes_naming(text))) and time.monotonic() < deadline:
        time.sleep(0.02)
    return living
