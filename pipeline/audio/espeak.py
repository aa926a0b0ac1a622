"""The scratch voice: eSpeak NG, offline, with the time of every word."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from threading import Event as Flag

from pipeline.audio.voice import Spoken, SpokenLine, run
from pipeline.types import Json, UsageError

PACKAGE = "espeakng-loader"
"""The package with the library; it is under the GPL and is installed only on request."""


@dataclass(frozen=True)
class Espeak:
    """Says lines with eSpeak NG.

    Parameters
    ----------
    words_a_minute
        The speed.
    timeout
        Seconds that one line may take.
    cancelled
        Set by another thread to stop it.

    Raises
    ------
    UsageError
        If the package that carries eSpeak NG is not installed.
    """

    words_a_minute: int
    timeout: float
    cancelled: Flag = field(default_factory=Flag)

    def __post_init__(self) -> None:
        try:
            version(PACKAGE)
        except PackageNotFoundError:
            raise UsageError(
                f"--voice espeak needs the package {PACKAGE}, which is not installed; "
                "type: make lesson VOICE=espeak (or pip install '.[voice]')"
            ) from None

    def settings(self, _line: SpokenLine) -> Json:
        """Return the library's version and the speed."""
        return {"kind": "espeak", "version": version(PACKAGE), "rate": self.words_a_minute}

    def speak(self, line: SpokenLine, folder: Path) -> Spoken:
        """Say a line."""
        told, target = folder / "line.json", folder / "spoken.wav"
        told.write_text(
            json.dumps({"text": line.text, "language": line.language, "rate": self.words_a_minute}),
            encoding="utf-8",
        )
        program = str(Path(__file__).with_name("espeak_program.py"))
        command = [sys.executable, "-P", program, str(told), str(target)]
        printed = run(command, self.timeout, self.cancelled, "espeak", line)
        begins = [(int(letter), float(seconds)) for letter, seconds in json.loads(printed)]
        return Spoken(target, word_times(line.text, begins))


def word_times(text: str, begins: Sequence[tuple[int, float]]) -> tuple[float, ...]:
    """Return when each word of ``text`` begins.

    Parameters
    ----------
    text
        The words, with spaces between them.
    begins
        Numbers of letters, from 0, and the seconds at which the voice reaches them, in any order.
        The voice may say two words as one, or one word as several.

    Returns
    -------
    tuple
        Seconds, one number for each word, never falling. If the voice does not report a word, its
        time is interpolated between its neighbours by the number of letters.
    """
    words = [match.span() for match in re.finditer(r"\S+", text)]
    known: dict[int, float] = {}
    for letter, seconds in begins:
        for place, (start, end) in enumerate(words):
            if start <= letter < end:
                known[place] = min(seconds, known.get(place, seconds))
    known.setdefault(0, 0.0)
    times: list[float] = []
    for place, (start, _) in enumerate(words):
        if place in known:
            times.append(max(known[place], times[-1] if times else 0.0))
            continue
        left = max(other for other in known if other < place)
        after = [other for other in known if other > place]
        if not after:
            times.append(times[-1])
            continue
        right = min(after)
        share = (start - words[left][0]) / (words[right][0] - words[left][0])
        times.append(max(times[-1], known[left] + share * (known[right] - known[left])))
    return tuple(times)
