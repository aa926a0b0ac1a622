"""A child: one worker process, watched from outside, and stopped when it takes too much."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from threading import Event as Flag
from threading import Thread
from typing import IO

from pipeline.types import Json, Limits

POLL = 0.2
"""Seconds between two looks at a child that says nothing."""

# One thread per worker: jobs run side by side. A fixed hash seed: sets keep their order.
_ENVIRONMENT = {
    "PYTHONHASHSEED": "0",
    "PYTHONDONTWRITEBYTECODE": "1",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
}


@dataclass(frozen=True, slots=True)
class Report:
    """How a child ended.

    ``result`` is there when it did its work. Otherwise ``reason`` says in one line why not, and
    ``again`` whether another attempt may end better: a crash may, an exception will not. After an
    ``orderly`` end every file it was writing is closed.
    """

    result: Json | None = None
    reason: str = ""
    again: bool = False
    orderly: bool = False


def run_child(
    spec: Path,
    log: Path,
    limits: Limits,
    listen: Callable[[Json], None],
    cancelled: Flag,
) -> Report:
    """Run one worker process to its end.

    Parameters
    ----------
    spec
        The worker's specification; its folder is the worker's scratch.
    log
        Where everything it prints goes.
    limits
        What it may take.
    listen
        Called with each message it sends.
    cancelled
        Set by somebody else to stop it.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as log_file:
        process = subprocess.Popen(  # noqa: S603 our own module
            [sys.executable, "-P", "-m", "pipeline.worker", str(spec)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log_file,
            cwd=spec.parent,
            env={**os.environ, **_ENVIRONMENT, "PYTHONPATH": _import_path()},
            start_new_session=True,
        )
    try:
        return _watch(process, limits, listen, cancelled)
    finally:
        _stop(process)


def _watch(
    process: subprocess.Popen[bytes],
    limits: Limits,
    listen: Callable[[Json], None],
    cancelled: Flag,
) -> Report:
    messages: Queue[Json | None] = Queue()
    assert process.stdout is not None  # noqa: S101 Popen was asked for a pipe; tells mypy so
    Thread(target=_read, args=(process.stdout, messages), daemon=True).start()
    started = heard = time.monotonic()
    last: Json = {}
    while True:
        try:
            message = messages.get(timeout=POLL)
        except Empty:
            message = {}
        now = time.monotonic()
        if message is None:
            return _ended(process, last)
        if message:
            heard, last = now, message
            listen(message)
        if cancelled.is_set():
            return Report(reason="interrupted")
        memory = _resident_mb(process.pid)
        if memory > limits.memory_mb:
            return Report(reason=f"took {memory} MB of memory; the limit is {limits.memory_mb} MB")
        if now - heard > limits.stall_seconds:
            return Report(reason=f"made no progress for {limits.stall_seconds:g} s")
        if now - started > limits.wall_seconds:
            return Report(reason=f"was not done after {limits.wall_seconds:g} s")


def _read(stream: IO[bytes], messages: Queue[Json | None]) -> None:
    with suppress(ValueError):  # closed under us, when the child was stopped
        for line in stream:
            with suppress(ValueError):  # cut short by the worker's death; how it died is told below
                messages.put(json.loads(line))
    messages.put(None)


def _ended(process: subprocess.Popen[bytes], last: Json) -> Report:
    """Tell from its last words and its exit code how a child ended."""
    try:
        code = process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        return Report(reason="closed its line and did not end", again=True)
    if last.get("event") == "done" and code == 0:
        return Report(result=last, orderly=True)
    if last.get("event") == "error":
        if last["full"]:
            return Report(reason="no space left on the disk; free some and run it again")
        return Report(reason=last["reason"], orderly=True)
    if code < 0:
        return Report(reason=f"crashed with {_signal_name(-code)}", again=True)
    return Report(reason=f"ended with exit code {code} and no video", again=True)


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:  # a real-time signal, which has none
        return f"signal {number}"


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the child and everything it started, and leave no zombie."""
    with suppress(ProcessLookupError):  # the usual case: it has ended
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()


def _resident_mb(pid: int) -> int:
    """Return how much memory a process holds; 0 when it is gone."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    except (OSError, IndexError):
        return _resident_mb_elsewhere(pid) if sys.platform != "linux" else 0
    return pages * os.sysconf("SC_PAGE_SIZE") // 2**20


def _resident_mb_elsewhere(pid: int) -> int:
    command = ["ps", "-o", "rss=", "-p", str(pid)]
    answer = subprocess.run(command, capture_output=True, check=False).stdout  # noqa: S603 fixed
    return int(answer or b"0") // 1024


def _import_path() -> str:
    """Return this process's import path for the child: it must find the same modules."""
    return os.pathsep.join(str(Path(entry).resolve()) for entry in sys.path if Path(entry).is_dir())
