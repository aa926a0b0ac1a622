"""Judges a caption file from any source."""

from __future__ import annotations

from pathlib import Path

from pipeline.captions.strict import Read, read_captions
from pipeline.types import UsageError

KINDS = {".vtt": "vtt", ".srt": "srt"}


def judge_file(path: Path, *, chapters: bool = False) -> Read:
    """Read a WebVTT or SubRip file strictly.

    Raises
    ------
    UsageError
        If its name ends neither in ``.vtt`` nor in ``.srt``.
    """
    kind = KINDS.get(path.suffix.lower())
    if kind is None:
        raise UsageError(f"{path} is neither a .vtt nor a .srt file")
    return read_captions(path.read_bytes(), kind, chapters=chapters)
