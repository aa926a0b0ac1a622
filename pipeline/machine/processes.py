"""Processes: how a group of them is ended."""

from __future__ import annotations

import os
import signal
from contextlib import suppress


def end_group(pid: int) -> None:
    """Kill the process group that ``pid`` leads; one that has ended already is no error."""
    with suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)
