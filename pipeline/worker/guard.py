"""Sees to it that a worker never outlives the run that started it."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from threading import Thread

_PR_SET_PDEATHSIG = 1
_ORPHANED = 75


def die_with_parent() -> None:
    """Arrange to end when the parent does, however it ends.

    The parent holds the other end of standard input and never writes: end of file means that it is
    gone. A thread may be held up by a long call into C, so that Linux is asked for a signal too.
    """
    line = os.dup(sys.stdin.fileno())
    with open(os.devnull) as nothing:  # noqa: PTH123 a device, not a path
        os.dup2(nothing.fileno(), sys.stdin.fileno())
    if sys.platform == "linux":
        _ask_for_death()
    Thread(target=_watch, args=(line,), daemon=True, name="parent-watch").start()


def die_with_server(server: int) -> None:
    """Arrange, on Linux, to end when the server that has forked this process does.

    It may have ended since: then this process has another parent already.
    """
    _ask_for_death()
    if os.getppid() != server:
        os._exit(_ORPHANED)


def _ask_for_death() -> None:
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _watch(line: int) -> None:
    os.read(line, 1)
    os._exit(_ORPHANED)
