"""A voice by command: any program that turns a text file into a sound file."""

from __future__ import annotations

import shlex
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event as Flag

from pipeline.audio.voice import Spoken, SpokenLine, VoiceError, run
from pipeline.types import Json, UsageError

_TEXT, _WAV, _LANGUAGE = "{text}", "{wav}", "{language}"


@dataclass(frozen=True)
class Command:
    """Says lines by running a program, without a shell.

    Parameters
    ----------
    command
        The program and its arguments as one would type them, with ``{text}`` for the file that
        holds the words, ``{wav}`` for the file to write, and perhaps ``{language}``.
    timeout
        Seconds that one line may take.
    cancelled
        Set by another thread to stop it.

    Raises
    ------
    UsageError
        If a placeholder is missing, or there is no such program.
    """

    command: str
    timeout: float
    cancelled: Flag = field(default_factory=Flag)

    def __post_init__(self) -> None:
        for needed in (_TEXT, _WAV):
            if needed not in self.command:
                raise UsageError(
                    f"--voice-command lacks {needed}; "
                    f"write it as in 'prog --text-file {_TEXT} --out {_WAV}'"
                )
        if shutil.which(self._words[0]) is None:
            raise UsageError(f"--voice-command: there is no program {self._words[0]!r}")

    @property
    def _words(self) -> list[str]:
        try:
            return shlex.split(self.command)
        except ValueError as error:
            raise UsageError(f"--voice-command: {error}; check its quotation marks") from error

    def settings(self, _line: SpokenLine) -> Json:
        """Return the command."""
        return {"kind": "command", "command": self.command}

    def speak(self, line: SpokenLine, folder: Path) -> Spoken:
        """Say a line."""
        text, target = folder / "line.txt", folder / "spoken.wav"
        text.write_text(line.text + "\n", encoding="utf-8")
        named = {_TEXT: str(text), _WAV: str(target), _LANGUAGE: line.language}
        words = self._words
        for name, value in named.items():
            words = [word.replace(name, value) for word in words]
        run(words, self.timeout, self.cancelled, Path(words[0]).name, line)
        if not target.is_file():
            raise VoiceError(
                f"{words[0]} ended well at {line.name} but left no file where {_WAV} stands"
            )
        return Spoken(target)
