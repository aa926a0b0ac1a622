"""Judges a caption file from any source."""

from __future__ import annotations

from pathlib import Path

from pipeline.captions.strict import Read, read_captions
from pipeline.types import UsageError

KINDS = {".vtt": "vtt", ".srt": "srt"}


TRACKS = ("captions", "chapters", "descriptions")
"""The kinds of track that a file may hold."""


def judge_file(path: Path, track: str | None = None) -> Read:
    """Read a WebVTT or SubRip file strictly.

    Parameters
    ----------
    path
        The file.
    track
        The kind of track; where none is named, what the file's name says before its ending, as in
        ``lesson.en.descriptions.vtt``, else captions.

    Raises
    ------
    UsageError
        If its name ends neither in ``.vtt`` nor in ``.srt``.
    """
    kind = KINDS.get(path.suffix.lower())
    if kind is None:
        raise UsageError(f"{path} is neither a .vtt nor a .srt file")
    named = path.stem.rpartition(".")[2]
    meant = track or (named if named in TRACKS else TRACKS[0])
    return read_captions(path.read_bytes(), kind, track=meant)
