"""The guard: a worker never outlives the run that started it."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from threading import Thread

_PR_SET_PDEATHSIG, _PR_SET_CHILD_SUBREAPER = 1, 36
_ORPHANED = 75


def die_with_parent() -> None:
    """End this process when its parent ends, in whatever way the parent ends.

    The parent holds the other end of standard input and never writes: end of file means that it has
    ended. A long call into C may delay the thread that reads, so Linux is asked for a signal too.
    """
    line = os.dup(sys.stdin.fileno())
    with open(os.devnull) as nothing:  # noqa: PTH123 a device, not a path
        os.dup2(nothing.fileno(), sys.stdin.fileno())
    adopt_orphans()
    Thread(target=_watch, args=(line,), daemon=True, name="parent-watch").start()


def die_with_run(run: int) -> None:
    """End this process, on Linux, when the run that has started it ends; it may have already."""
    if sys.platform == "linux":
        _ask_for_death()
        if os.getppid() != run:
            os._exit(_ORPHANED)


def adopt_orphans() -> None:
    """Become the parent, on Linux, of what a child of this process has started and left behind.

    So a daemon that a scene starts can still be found, and ended.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def die_with_server(server: int) -> None:
    """End this process, on Linux, when the server that has forked it ends.

    The server may have ended already: then this process has another parent.
    """
    _ask_for_death()
    if os.getppid() != server:
        os._exit(_ORPHANED)


def _ask_for_death() -> None:
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _watch(line: int) -> None:
    os.read(line, 1)
    os._exit(_ORPHANED)
