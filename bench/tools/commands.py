"""Runs commands and measures what they take: wall and processor seconds, memory of each process."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from math import inf
from pathlib import Path
from threading import Event, Thread

from bench.tools.part import environment
from bench.tools.tables import spread
from pipeline.types import Profile

EVERY = 0.2
"""Seconds between two looks at the processes."""

MOST_MB = {1080: 350, 2160: 600}
"""What a worker may hold, by the most rows that its picture has."""


@dataclass(frozen=True)
class Process:
    """One process: the scene it plays, if it is a worker of ours, and the most memory it held.

    ``first`` is the one that was started by us, and that started the others.
    ``cpu`` are its processor seconds when it was last seen, up to ``EVERY`` before its end.
    """

    scene: str = ""
    peak_mb: float = 0.0
    cpu: float = 0.0
    first: bool = False


@dataclass(frozen=True)
class Cost:
    """What a command took, its children included, and each of its processes."""

    wall: float
    cpu: float
    processes: tuple[Process, ...] = ()

    @property
    def peak_mb(self) -> float:
        """The most memory that one process held."""
        return max((process.peak_mb for process in self.processes), default=0.0)

    def of(self, scene: str) -> Process:
        """Return the worker that played a scene."""
        return next(process for process in self.processes if process.scene == scene)

    @property
    def workers(self) -> list[Process]:
        """Those processes that played something."""
        return [process for process in self.processes if process.scene]


def too_large(costs: Iterable[Cost], profile: Profile) -> list[str]:
    """Say which workers have held more than a worker may, at a profile."""
    most = min((most for rows, most in MOST_MB.items() if profile.height <= rows), default=inf)
    held: dict[str, float] = {}
    for worker in (worker for cost in costs for worker in cost.workers):
        held[worker.scene] = max(worker.peak_mb, held.get(worker.scene, 0.0))
    return [
        f"the worker of {scene} held {peak:.0f} MB, and {most} is the most that it may"
        for scene, peak in held.items()
        if peak > most
    ]


@dataclass
class Watch:
    """Looks at a process and all it starts, again and again.

    Memory is the kernel's own high-water mark, ``VmHWM``. ``ru_maxrss`` will not do: a new program
    inherits the mark of the process that started it, so that a large parent makes every child look
    large.
    """

    root: int
    seen: dict[int, Process] = field(default_factory=dict)
    ended: Event = field(default_factory=Event)

    def look(self) -> None:
        """Take note of what every process has taken so far."""
        for pid, cpu in descendants(self.root):
            known = self.seen.get(pid, Process())
            # Never the larger of two marks: before a child runs its program, it bears its parent's.
            mark = high_water_mb(pid) or known.peak_mb
            self.seen[pid] = Process(
                known.scene or scene_of(pid), mark, cpu, first=pid == self.root
            )

    def go_on(self) -> None:
        """Look until told that it has ended."""
        while not self.ended.wait(EVERY):
            self.look()


def run(command: Sequence[str], folder: Path) -> Cost:
    """Run a command in a folder to its end; what it prints goes into ``log.txt`` there."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "log.txt").open("wb") as log:
        began = time.monotonic()
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log, env=environment())
        watch = Watch(process.pid)
        thread = Thread(target=watch.go_on, daemon=True)
        thread.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.monotonic() - began
            process.returncode = os.waitstatus_to_exitcode(status)
        finally:
            watch.ended.set()
            if process.returncode is None:
                process.kill()
            thread.join()
    if process.returncode:
        words = (folder / "log.txt").read_text(encoding="utf-8", errors="replace")[-2000:]
        sys.exit(f"{' '.join(command)} failed; its log:\n{words}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, tuple(watch.seen.values()))


def descendants(root: int) -> Iterator[tuple[int, float]]:
    """Yield a process and all below it, each with its processor seconds; nothing without /proc."""
    seconds: dict[int, float] = {}
    children: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it ended while we looked
            # Behind the program's name, which may hold anything and ends with the last bracket.
            words = path.read_text(errors="replace").rpartition(")")[2].split()
            pid = int(path.parent.name)
            children.setdefault(int(words[1]), []).append(pid)
            seconds[pid] = (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")
    waiting = [root]
    while waiting:
        pid = waiting.pop()
        waiting += children.get(pid, [])
        if pid in seconds:
            yield pid, seconds[pid]


def high_water_mb(pid: int) -> float:
    """Return the most memory that a process has held since its program began; 0 if it ended."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return 0.0


def scene_of(pid: int) -> str:
    """Return the scene or the clip that a worker of ours plays: its log bears the name."""
    with suppress(OSError):  # it ended
        log = Path(f"/proc/{pid}/fd/2").readlink()
        if log.parent.name == "logs":
            return log.name.partition(".")[0]
    return ""


def together(costs: Sequence[Cost]) -> Cost:
    """Return what commands took that ran one after the other."""
    return Cost(
        sum(cost.wall for cost in costs),
        sum(cost.cpu for cost in costs),
        tuple(process for cost in costs for process in cost.processes),
    )


def median(costs: Sequence[Cost]) -> Cost:
    """Return the middle of wall and of processor seconds, with the processes of all rounds."""
    middle = replace(together(costs), wall=statistics.median(cost.wall for cost in costs))
    return replace(middle, cpu=statistics.median(cost.cpu for cost in costs))


def cells(costs: Sequence[Cost]) -> list[str]:
    """Return what a command took in several rounds: wall and processor seconds, and megabytes."""
    return [
        spread([cost.wall for cost in costs]),
        spread([cost.cpu for cost in costs]),
        f"{together(costs).peak_mb:.0f}",
    ]
