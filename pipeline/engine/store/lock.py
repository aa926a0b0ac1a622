"""Locks: one run per output folder, no trimming under a run. They vanish with their process."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.types import MachineError

_MARK = ".alive"
_LONG_DEAD = 3600.0
"""Seconds after which a folder without a mark counts as left behind."""


@contextmanager
def hold(path: Path, *, shared: bool = False, what: str) -> Iterator[None]:
    """Hold the lock file ``path``, alone or with others.

    The kernel forgets the lock when its holder dies, however it dies: nothing is ever stale.

    Raises
    ------
    MachineError
        If another process holds it; the message names the process.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = path.read_text(encoding="utf-8").strip() or "unknown"
            raise MachineError(
                f"{what} is in use by process {holder}; wait until it is done, or stop it"
            ) from None
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(handle)


@contextmanager
def scratch(parent: Path) -> Iterator[Path]:
    """Lend a private folder below ``parent`` and clear away those whose run has died."""
    parent.mkdir(parents=True, exist_ok=True)
    _sweep(parent)
    folder = Path(tempfile.mkdtemp(dir=parent))
    unlocked = folder / ".new"
    handle = os.open(unlocked, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        # Renamed once it is locked: another run that sweeps never meets a mark without its lock.
        unlocked.rename(folder / _MARK)
        yield folder
    finally:
        os.close(handle)
        shutil.rmtree(folder, ignore_errors=True)


def _sweep(parent: Path) -> None:
    for folder in parent.iterdir():
        try:
            handle = os.open(folder / _MARK, os.O_RDWR)
        except NotADirectoryError:
            continue
        except FileNotFoundError:
            # Just made, and not yet marked by its owner; just removed; or left half made or half
            # removed by a run that died.
            if _is_older_than(folder, _LONG_DEAD):
                shutil.rmtree(folder, ignore_errors=True)
            continue
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            continue
        finally:
            os.close(handle)
        shutil.rmtree(folder, ignore_errors=True)


def _is_older_than(path: Path, seconds: float) -> bool:
    try:
        return time.time() - path.stat().st_mtime > seconds
    except FileNotFoundError:
        return False
