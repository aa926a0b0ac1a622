"""A process that stands by: a copy of this one, which goes on from there if a scene is handed over.

A scene that the fast drawing cannot follow is to be drawn by manim from its first frame on, as if
nothing had happened before. So before a scene is made, the process is forked. The copy waits; it
ends when the scene turns out well, and otherwise does all that is left of the program in the place
of this process, which waits for it and ends as it ends.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from dataclasses import dataclass
from typing import NoReturn

OFF = "LANGUAGE_OF_CHANGE_OFF"
"""A variable of the environment: with it the plugin does nothing."""


@dataclass(frozen=True)
class _Copy:
    """The copy that waits: its process, and the pipe through which it is told."""

    pid: int
    line: int


class Standby:
    """At most one copy of this process that waits."""

    def __init__(self) -> None:
        self._copy: _Copy | None = None

    def fork(self) -> bool:
        """Let a copy of this process wait; return True in the copy, should it take over.

        The one before it ends. Where a process cannot be forked safely, there is none.
        """
        self.dismiss()
        if sys.platform != "linux" or threading.current_thread() is not threading.main_thread():
            return False
        told, line = os.pipe()
        pid = os.fork()
        if pid:
            os.close(told)
            self._copy = _Copy(pid, line)
            return False
        os.close(line)
        keyboard = signal.signal(signal.SIGINT, signal.SIG_IGN)
        takes_over = os.read(told, 1)  # empty when the other process has closed the pipe, or ended
        os.close(told)
        if not takes_over:
            os._exit(0)
        signal.signal(signal.SIGINT, keyboard)
        return True

    def dismiss(self) -> None:
        """End the copy, if one waits."""
        if self._copy is not None:
            os.close(self._copy.line)
            os.waitpid(self._copy.pid, 0)
            self._copy = None

    def take_over(self) -> NoReturn:
        """Let the copy do all that is left of the program, and end as it ends.

        Without a copy the program starts once more, without the plugin.
        """
        sys.stdout.flush()
        sys.stderr.flush()
        if self._copy is None:
            os.environ[OFF] = "1"
            os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 the same program
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the copy is interrupted as well
        os.write(self._copy.line, b"1")
        _, status = os.waitpid(self._copy.pid, 0)
        code = os.waitstatus_to_exitcode(status)
        os._exit(code if code >= 0 else 128 - code)
