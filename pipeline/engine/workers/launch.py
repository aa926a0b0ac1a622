"""Launching: how a worker process comes to life, with manim loaded already where that can be.

To import manim takes a good part of a second, for each job anew. On Linux a server imports it once
and forks a worker for each job, so that there is still one process per job. Elsewhere, and where
the server cannot be had, a worker starts by itself.
"""

from __future__ import annotations

import atexit
import json
import os
import selectors
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path
from threading import Lock
from typing import IO, Any, Protocol

from pipeline.machine.processes import end_family
from pipeline.machine.variables import RUN, WARNINGS

SERVED = sys.platform == "linux"
"""Whether workers are forked: elsewhere it is not safe to fork what has loaded the system's own."""

_PATIENCE = 60.0
"""Seconds that a server may take until a worker lives, on a busy machine."""

_ENDING = 5.0
"""Seconds that a server may take to end."""

_PARENT = ThreadPoolExecutor(1, thread_name_prefix="parent")
"""The thread that starts processes. On Linux a process ends when the thread that has started it
does; this one ends with the program."""

# One thread per worker: jobs run side by side. A fixed hash seed: sets keep their order.
_ENVIRONMENT = {
    "PYTHONHASHSEED": "0",
    "PYTHONDONTWRITEBYTECODE": "1",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
}


class Worker(Protocol):
    """A worker process: leader of a group of its own, stopped when its line is closed."""

    pid: int
    output: IO[bytes]
    """What it sends."""

    def wait(self, seconds: float) -> int | None:
        """Return its exit code, negative for a signal; ``None`` if it has not ended by then."""

    def stop(self) -> None:
        """End it and everything it started, and leave no zombie."""


def launch(task_file: Path, log: Path, modules: Sequence[str] = ()) -> Worker:
    """Start a worker.

    Parameters
    ----------
    task_file
        The file with its task; it works in the folder of that file.
    log
        Where everything it prints goes.
    modules
        What a server is to import before: never what may change while it runs.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    if SERVED and (worker := _SERVER.fork(task_file, log, modules)):
        return worker
    return _Alone(task_file, log)


def warm_up(modules: Sequence[str]) -> None:
    """Let the server import what a worker will need, while this process goes on.

    manim takes most of a second, and a second core has nothing else to do. Where there can be no
    server, nothing happens.
    """
    if SERVED:
        _SERVER.load(modules)


class _Alone:
    """A worker that starts by itself."""

    def __init__(self, task_file: Path, log: Path) -> None:
        with log.open("wb") as log_file:
            self._process = _popen(
                [sys.executable, "-P", "-m", "pipeline.worker", str(task_file)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log_file,
                cwd=task_file.parent,
                env=_environment(),
                start_new_session=True,
            )
        assert self._process.stdin is not None  # noqa: S101 Popen was asked for pipes; tells mypy so
        assert self._process.stdout is not None  # noqa: S101
        self._line, self.output = self._process.stdin, self._process.stdout
        self.pid = self._process.pid

    def wait(self, seconds: float) -> int | None:
        with suppress(subprocess.TimeoutExpired):
            return self._process.wait(seconds)
        return None

    def stop(self) -> None:
        end_family(self.pid)
        self._process.wait()
        self._line.close()
        self.output.close()


class _Forked:
    """A worker that the server has forked; the server reports its exit code."""

    def __init__(self, line: int, output: IO[bytes], status: IO[bytes]) -> None:
        self._line, self.output, self._status = line, output, status
        self.pid = 0
        self._code: int | None = None

    def await_start(self) -> bool:
        """Wait until it sends its process id; return whether it did."""
        if self._ready(_PATIENCE):
            self.pid = int(self._status.readline() or 0)
        return self.pid > 0

    def wait(self, seconds: float) -> int | None:
        if self._code is None and self._ready(seconds):
            # The pipe closed without a code: the server has died, and its workers with it.
            self._code = int(self._status.readline() or -signal.SIGKILL)
        return self._code

    def stop(self) -> None:
        end_family(self.pid)
        self.wait(_PATIENCE)
        self.close()

    def close(self) -> None:
        """Let go of it."""
        os.close(self._line)
        self.output.close()
        self._status.close()

    def _ready(self, seconds: float) -> bool:
        with selectors.DefaultSelector() as selector:
            selector.register(self._status, selectors.EVENT_READ)
            return bool(selector.select(seconds))


class _Server:
    """The process that forks workers: started when the first is wanted, gone when this one is."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._control: socket.socket | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._is_parent = False
        """Whether it may have forked a worker."""
        atexit.register(self._end)

    def fork(self, task_file: Path, log: Path, modules: Sequence[str]) -> _Forked | None:
        """Return a new worker; ``None`` if there can be none."""
        request = {
            "task_file": str(task_file),
            "modules": list(modules),
            "environment": _environment(),
        }
        message = json.dumps(request).encode()
        with self._lock:
            try:
                worker = self._ask(message, log)
            except OSError:  # the server has died just now, or the machine has no room
                return None
        if worker.await_start():
            return worker
        worker.close()
        return None

    def load(self, modules: Sequence[str]) -> None:
        """Let the server import modules; it need not be awaited."""
        with self._lock, suppress(OSError):  # without a server a worker imports them by itself
            self._connected().send(json.dumps({"modules": list(modules)}).encode())

    def _connected(self) -> socket.socket:
        """Return the line to the server, which is started unless it lives."""
        if self._process is not None and self._process.poll() is not None:
            self._end()
        if self._control is None:
            self._start()
        assert self._control is not None  # noqa: S101 just started; tells mypy so
        return self._control

    def _ask(self, message: bytes, log: Path) -> _Forked:
        control = self._connected()
        self._is_parent = True
        with ExitStack() as theirs, ExitStack() as ours:
            stdin_pipe, line = os.pipe()
            theirs.callback(os.close, stdin_pipe)
            ours.callback(os.close, line)
            output, stdout_pipe = os.pipe()
            theirs.callback(os.close, stdout_pipe)
            messages = ours.enter_context(os.fdopen(output, "rb"))
            status, status_pipe = os.pipe()
            theirs.callback(os.close, status_pipe)
            ending = ours.enter_context(os.fdopen(status, "rb", buffering=0))
            log_file = theirs.enter_context(log.open("wb"))
            pipes = [stdin_pipe, stdout_pipe, log_file.fileno(), status_pipe]
            socket.send_fds(control, [message], pipes)
            ours.pop_all()
        return _Forked(line, messages, ending)

    def _start(self) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = _popen(
                [sys.executable, "-P", "-m", "pipeline.worker.server", str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd="/",  # manim reads a file of settings from where it is imported
                env=_environment(),
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )
        self._control = ours

    def _end(self) -> None:
        """Close the server's line; it then ends, because no request can come any more."""
        if self._control is not None:
            self._control.close()
        if self._process is not None:
            if not self._is_parent:
                self._process.kill()  # it would import to the end what nobody wants any more
            try:
                self._process.wait(_ENDING)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._control = self._process = None
        self._is_parent = False


_SERVER = _Server()


def _popen(command: Sequence[str], **settings: Any) -> subprocess.Popen[bytes]:
    """Start a process of our own code from the thread that lives as long as the program."""
    return _PARENT.submit(lambda: subprocess.Popen(command, **settings)).result()  # noqa: S603 our own module


def _environment() -> dict[str, str]:
    """Return a worker's environment: with this process's import path, to find the same modules."""
    path = os.pathsep.join(str(Path(entry).resolve()) for entry in sys.path if Path(entry).is_dir())
    environment = {**os.environ, **_ENVIRONMENT, "PYTHONPATH": path, RUN: str(os.getpid())}
    # What warnings do is the user's choice for the user's file, which the worker sets up.
    if (wish := environment.pop("PYTHONWARNINGS", None)) is not None:
        environment[WARNINGS] = wish
    return environment
