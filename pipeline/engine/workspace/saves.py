"""Saves: waits until one of some files has been saved."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

POLL = 0.5
"""Seconds between two looks. Asking for the times of sixty files costs less than a millisecond, and
unlike a system's own messages it works on every disk and with every editor's way to save."""

SETTLE = 0.15
"""Seconds without another change after which a save is over."""

Stamps: TypeAlias = Mapping[Path, tuple[int, int] | None]
"""When each file was last written and how large it was; ``None`` for one that is not there."""


def take_stamps(paths: Iterable[Path]) -> Stamps:
    """Look at some files."""
    return {path: _stamp(path) for path in paths}


def wait_for_save(seen: Stamps) -> None:
    """Return when one of the files is no longer as it was ``seen``, and the saving is over."""
    now = take_stamps(seen)
    while now == seen:
        time.sleep(POLL)
        now = take_stamps(seen)
    before = seen
    while now != before:
        before, now = now, _later(now)


def _later(stamps: Stamps) -> Stamps:
    """Look again after a moment: an editor empties a file first, and then fills it."""
    time.sleep(SETTLE)
    return take_stamps(stamps)


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except FileNotFoundError:
        return None  # an editor may take the old file away before it puts the new one there
    return status.st_mtime_ns, status.st_size
