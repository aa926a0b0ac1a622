"""The worker's line to its parent: one JSON object per line, and nothing else."""

from __future__ import annotations

import json
import os
import sys
import time
from typing import Any

FRAME_INTERVAL = 0.2
"""Seconds between two reports of progress."""


class Channel:
    """Takes standard output for itself and sends everybody else's prints to the log."""

    def __init__(self) -> None:
        private = os.dup(sys.stdout.fileno())
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        self._out = os.fdopen(private, "w", encoding="utf-8", buffering=1)
        self._last = 0.0

    def send(self, event: str, **data: Any) -> None:
        """Send one event."""
        self._out.write(json.dumps({"event": event, **data}) + "\n")

    def frame(self, number: int) -> None:
        """Say how many frames are done, as often as somebody may want to know."""
        now = time.monotonic()
        if now - self._last >= FRAME_INTERVAL:
            self._last = now
            self.send("frame", frame=number)
