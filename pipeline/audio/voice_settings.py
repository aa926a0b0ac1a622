"""Casting: which voice speaks, how fast and how loud."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["silent", "espeak", "takes", "command"]
Filler: TypeAlias = Literal["silent", "espeak", "fail"]

TAKES = Path("takes")
"""The folder of a teacher's recordings."""
TIMEOUT = 60.0
WORDS_A_MINUTE = 160
"""At this speed the scratch voice needs no more time than the script gives it."""
LOUDNESS = -16.0


@dataclass(frozen=True, slots=True)
class Casting:
    """Which voice speaks, how fast and how loud.

    Parameters
    ----------
    kind
        Which voice.
    takes
        The folder of recordings.
    missing
        The voice for a beat without a recording; ``fail`` stops the run instead.
    command
        The program that speaks.
    timeout
        Seconds that a program may take over one line.
    words_a_minute
        Speed of the scratch voice.
    loudness
        Integrated loudness of each video, in LUFS.
    """

    kind: Kind = "silent"
    takes: Path = TAKES
    missing: Filler = "silent"
    command: str | None = None
    timeout: float = TIMEOUT
    words_a_minute: int = WORDS_A_MINUTE
    loudness: float = LOUDNESS


SILENT = Casting()
"""No voice speaks."""
