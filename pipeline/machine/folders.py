"""The folders: whether they can be written, and whether another run uses them."""

from __future__ import annotations

import fcntl
import os
import tempfile
from pathlib import Path

from pipeline.types import Check, Need


def check_writable(what: str, folder: Path) -> Check:
    """Try to write a file into a folder, or into its nearest parent that exists."""
    place = next(parent for parent in (folder, *folder.parents) if parent.exists())
    try:
        with tempfile.TemporaryFile(dir=place) as file:
            file.write(b"x")
            file.flush()
    except OSError as error:
        mend = f"sudo chown -R $(id -u) {place}, or another place with --out and --store"
        return Check(what, False, f"cannot write {place}: {error.strerror}", mend)
    return Check(what, True, f"{folder} can be written", "")


def check_lock(what: str, lock: Path) -> Check:
    """Tell whether another run holds a lock; the lock stays as it is."""
    subject = f"no other run in {what}"
    try:
        handle = os.open(lock, os.O_RDONLY)
    except (FileNotFoundError, PermissionError):
        # It was never used, or it cannot be read, which another check reports.
        return Check(subject, True, "free", "")
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = lock.read_text(encoding="utf-8").strip() or "unknown"
        return Check(
            subject, False, f"in use by process {holder}", "wait until it is done", Need.ADVISED
        )
    finally:
        os.close(handle)
    return Check(subject, True, "free", "")
