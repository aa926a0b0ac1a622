"""Contents: digests of what a file holds, of what a folder lists, and of a text."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

NO_FILE = "no regular file"
"""The digest of a pipe, a device or a folder: nothing can be said of what it will give."""


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def digest_now(path: str) -> str | None:
    """Return what stands at a path: the SHA-256 of a file, ``NO_FILE``, or ``None`` for nothing.

    A pipe is never opened: that could wait for ever.
    """
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 a string as Python reports it
            return NO_FILE
        return file_digest(Path(path))
    except (OSError, ValueError):
        return None


def listing_now(folder: str) -> str | None:
    """Return the SHA-256 of the names in a folder; ``None`` if there is no such folder."""
    try:
        return text_digest("\0".join(sorted(os.listdir(folder))))  # noqa: PTH208 a string as reported
    except (OSError, ValueError):
        return None


def text_digest(text: str) -> str:
    """Return the SHA-256 of a text."""
    return hashlib.sha256(os.fsencode(text)).hexdigest()
