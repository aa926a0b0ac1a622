"""A child: one worker process, watched from outside, and stopped when it takes too much."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from threading import Event as Flag
from threading import Thread
from typing import IO

from pipeline.engine.workers.launch import Worker, launch
from pipeline.machine.processes import family_mb
from pipeline.protocol import (
    Ended,
    Failed,
    HandedOver,
    Listed,
    Message,
    Played,
    ProtocolError,
    Result,
    decode,
)
from pipeline.types import Limits

POLL = 0.2
"""Seconds between two looks at a child that says nothing."""


_ENDING = 10.0
"""Seconds that a child may take to end by itself: what it has printed reaches the log."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How a child ended.

    ``result`` is there when it did its work. Otherwise ``reason`` says in one line why not, and
    ``again`` whether another attempt may end better: a crash may, an exception will not; or
    ``handed_over`` that manim itself has to draw, and how. After an ``orderly`` end every file it
    was writing is closed.
    """

    result: Result | None = None
    reason: str = ""
    again: bool = False
    orderly: bool = False
    handed_over: HandedOver | None = None


def run_child(
    task: Path,
    log: Path,
    limits: Limits,
    listen: Callable[[Message], None],
    cancelled: Flag,
    modules: Sequence[str] = (),
) -> Ending:
    """Run one worker process to its end.

    Parameters
    ----------
    task
        The file with the worker's task; its folder is the worker's scratch.
    log
        Where everything it prints goes.
    limits
        What it may take.
    listen
        Called with each message it sends.
    cancelled
        Set from outside to stop it.
    modules
        What the worker will import and what does not change while the run goes on.
    """
    worker = launch(task, log, modules)
    try:
        return _watch(worker, limits, listen, cancelled)
    finally:
        worker.stop()


def _watch(
    worker: Worker,
    limits: Limits,
    listen: Callable[[Message], None],
    cancelled: Flag,
) -> Ending:
    messages: Queue[Message | None] = Queue()
    Thread(target=_read, args=(worker.output, messages), daemon=True).start()
    started = heard = time.monotonic()
    last: Message | None = None
    while True:
        try:
            message = messages.get(timeout=POLL)
        except Empty:
            pass
        else:
            if message is None:
                return _ended(worker, last)
            heard, last = time.monotonic(), message
            listen(message)
            if isinstance(message, Ended):
                return _ended(worker, message)
        now = time.monotonic()
        if cancelled.is_set():
            return Ending(reason="interrupted")
        memory = family_mb(worker.pid)
        if memory > limits.memory_mb:
            return Ending(reason=f"took {memory} MB of memory; the limit is {limits.memory_mb} MB")
        if now - heard > limits.stall_seconds:
            return Ending(reason=f"made no progress for {limits.stall_seconds:g} s")
        if now - started > limits.wall_seconds:
            return Ending(reason=f"was not done after {limits.wall_seconds:g} s")


def _read(stream: IO[bytes], messages: Queue[Message | None]) -> None:
    with suppress(ValueError):  # closed under us, when the child was stopped
        for line in stream:
            with suppress(ProtocolError):  # cut short by the worker's death, which is told below
                messages.put(decode(line))
    messages.put(None)


def _ended(worker: Worker, last: Message | None) -> Ending:
    """Tell from its last words, or else from its exit code, how a child ended.

    What it has told is whole, and every file is closed: a thread of the scene's own that goes on,
    or a crash on the way out, takes nothing back.
    """
    code = worker.wait(_ENDING)
    if isinstance(last, Played | Listed):
        return Ending(result=last, orderly=True)
    if isinstance(last, HandedOver):
        return Ending(reason=last.reason, handed_over=last)
    if isinstance(last, Failed):
        if last.full:
            return Ending(reason="no space left on the disk; free some and run it again")
        return Ending(reason=last.reason, orderly=True)
    if code is None:
        return Ending(reason="closed its line and did not end", again=True)
    if code < 0:
        return Ending(reason=f"crashed with {_signal_name(-code)}", again=True)
    return Ending(reason=f"ended with exit code {code} and no video", again=True)


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:  # a real-time signal, which has none
        return f"signal {number}"
