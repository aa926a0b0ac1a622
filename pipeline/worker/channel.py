"""The channel from the worker to its parent: one message of the protocol per line."""

from __future__ import annotations

import os
import sys
import time

from pipeline.protocol import FrameDrawn, Message, encode

FRAME_INTERVAL = 0.2
"""The least number of seconds between two reports of progress."""


class Channel:
    """Uses standard output for messages, and sends everything that is printed to the log."""

    def __init__(self) -> None:
        private = os.dup(sys.stdout.fileno())
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        self._out = os.fdopen(private, "wb", buffering=0)
        self._last = 0.0

    def send(self, message: Message) -> None:
        """Send one message."""
        self._out.write(encode(message) + b"\n")

    def frame(self, number: int) -> None:
        """Report how many frames are done, at most every ``FRAME_INTERVAL`` seconds."""
        now = time.monotonic()
        if now - self._last >= FRAME_INTERVAL:
            self._last = now
            self.send(FrameDrawn(number))
