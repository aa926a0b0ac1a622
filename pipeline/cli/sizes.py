"""Sizes of files, as people write them: ``500MB``, ``2GB``."""

from __future__ import annotations

import re

from pipeline.types import UsageError

_UNITS = {"B": 1, "KB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12}
_SIZE = re.compile(r"(\d{1,15}(?:\.\d{1,6})?)\s*([KMGT]?B)", re.ASCII | re.IGNORECASE)


def parse_size(text: str) -> int:
    """Return a size in bytes.

    Raises
    ------
    UsageError
        If it is none.
    """
    match = _SIZE.fullmatch(text.strip())
    if match is None:
        raise UsageError(f"{text!r} is not a size; say 500MB or 2GB")
    return round(float(match[1]) * _UNITS[match[2].upper()])


def show_size(count: int) -> str:
    """Return a size for people, with three digits at most: ``1.53 GB``."""
    unit = next((name for name, size in reversed(_UNITS.items()) if count >= size), "B")
    return f"{count / _UNITS[unit]:.3g} {unit}"
