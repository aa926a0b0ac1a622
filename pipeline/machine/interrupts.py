"""Ctrl-C: it is told in one line and ends with exit code 130, however early or often it comes."""

from __future__ import annotations

import os
import signal
from types import FrameType

INTERRUPTED = 130
"""The exit code, as shells have it: 128 and the number of the signal."""
SAID = "interrupted; the same command goes on from here"


def end_at_once() -> None:
    """End the process on Ctrl-C, while there is nothing to clean up: it still imports its code."""
    signal.signal(signal.SIGINT, _end)


def raise_once() -> None:
    """Raise ``KeyboardInterrupt`` on Ctrl-C, once: no second one breaks into the cleaning up."""
    signal.signal(signal.SIGINT, _raise)


def _end(_signal: int, _frame: FrameType | None) -> None:
    os.write(2, f"{SAID}\n".encode())
    os._exit(INTERRUPTED)


def _raise(_signal: int, _frame: FrameType | None) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise KeyboardInterrupt
