"""Processes: which belong to one, how much memory they hold, and how they are ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path


def end_group(pid: int) -> None:
    """Kill the process group that ``pid`` leads; one that has ended already is no error."""
    with suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)


def end_family(pid: int) -> None:
    """Kill a process, its group, and all that it or they have started, also in other groups."""
    family = descendants(pid)
    end_group(pid)
    for member in family:
        with suppress(ProcessLookupError, PermissionError):
            os.kill(member, signal.SIGKILL)


def descendants(pid: int) -> list[int]:
    """Return the processes that a process has started, and those that these have; on Linux."""
    children: dict[int, list[int]] = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        # A process may end while it is looked at. Its name, in brackets, may hold anything.
        with suppress(OSError, ValueError, IndexError):
            text = status.read_text(encoding="utf-8", errors="replace")
            parent = int(text.rpartition(")")[2].split()[1])
            children.setdefault(parent, []).append(int(status.parent.name))
    found: list[int] = []
    waiting = [pid]
    while waiting:
        own = children.get(waiting.pop(), [])
        found += own
        waiting += own
    return found


def family_mb(pid: int) -> int:
    """Return how much memory a process and all that it has started hold; 0 when it is gone."""
    if sys.platform != "linux":
        command = ["ps", "-o", "rss=", "-p", str(pid)]
        answer = subprocess.run(command, capture_output=True, check=False).stdout  # noqa: S603 fixed
        return int(answer or b"0") // 1024
    return sum(_resident(member) for member in (pid, *descendants(pid))) // 2**20


def _resident(pid: int) -> int:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")
