"""A fake voice: hums each line, or fails as told, and keeps what it was asked to say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.audio.voice import Spoken, SpokenLine
from pipeline.types import Json
from tests.pipeline.audio.voices import hum, write_wav


class FakeVoice:
    """Speaks every line for the same time.

    Parameters
    ----------
    seconds
        How long a line takes.
    before
        Called with each line before it is spoken; may wait or raise.
    """

    def __init__(
        self, seconds: float = 0.4, before: Callable[[SpokenLine], None] | None = None
    ) -> None:
        self.seconds = seconds
        self.before = before
        self.asked: list[SpokenLine] = []

    def settings(self, line: SpokenLine) -> Json | None:
        """Return what decides the sound of a line."""
        return {"kind": "fake", "words": line.text, "seconds": self.seconds}

    def speak(self, line: SpokenLine, folder: Path) -> Spoken:
        """Write a hum."""
        self.asked.append(line)
        if self.before is not None:
            self.before(line)
        return Spoken(write_wav(folder / "hum.wav", hum(self.seconds)))
