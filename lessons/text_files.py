"""Text files that a user names: read whole, if they are files, and not too large."""

from __future__ import annotations

from pathlib import Path

MOST_BYTES = 2**20
"""A megabyte: more than any list of parameters or points that a clip can show."""


def read_text_file(path: Path) -> str:
    """Return what a text file holds.

    A pipe or a device is not opened: it could give text for ever, or none.

    Raises
    ------
    ValueError
        If it is none, is too large, or is not text; says which.
    """
    try:
        if not path.is_file():
            raise ValueError("it is no regular file" if path.exists() else "there is no such file")
        if path.stat().st_size > MOST_BYTES:
            raise ValueError(f"it is larger than {MOST_BYTES // 2**10} KB")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError("it is not text in UTF-8") from None
    except OSError as error:
        raise ValueError(error.strerror or str(error)) from None
