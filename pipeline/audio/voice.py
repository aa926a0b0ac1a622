"""Voices: what turns the words of a beat into sound."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event as Flag
from typing import Protocol

from pipeline.audio.loudness import level
from pipeline.audio.waves import RATE, WaveError, read_wave, trim, write_flac
from pipeline.machine.processes import end_group
from pipeline.types import Json, PipelineError

POLL = 0.2
"""Seconds between two checks of a program that speaks."""


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """The words of a beat that are to be spoken, their language, and the clip and beat."""

    clip: str
    beat: str
    text: str
    language: str

    @property
    def name(self) -> str:
        """The name in messages: ``03 points_fuse``."""
        return f"{self.clip} {self.beat}"


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sound file from a voice, and the seconds at which each word begins, if the voice knows."""

    file: Path
    said: tuple[float, ...] = ()


class VoiceError(PipelineError):
    """A line could not be spoken."""


class Voice(Protocol):
    """A voice that speaks lines."""

    def settings(self, line: SpokenLine) -> Json | None:
        """Return everything that decides the sound of a line, except its words and its language.

        ``None`` says that the line stays silent.
        """

    def speak(self, line: SpokenLine, folder: Path) -> Spoken:
        """Say a line, into a file of ``folder`` or one that is there already.

        Raises
        ------
        VoiceError
            If it cannot be said; names the line, says why, and the way out.
        """


class Silent:
    """A voice that says nothing; the words are read in the captions."""

    def settings(self, _line: SpokenLine) -> None:
        """Return that every line stays silent."""

    def speak(self, line: SpokenLine, _folder: Path) -> Spoken:
        """Refuse: there is no sound to give."""
        raise VoiceError(f"no voice speaks {line.name}")


def record(voice: Voice, line: SpokenLine, folder: Path) -> tuple[Path, float, tuple[float, ...]]:
    """Let a voice say a line, and make it ready for the mix: trimmed, resampled, levelled.

    Returns
    -------
    tuple
        A FLAC file in ``folder``, its length in seconds, and when each word begins in it.

    Raises
    ------
    VoiceError
        If the line cannot be said, or what came out is no voice.
    """
    spoken = voice.speak(line, folder)
    try:
        samples, before = trim(read_wave(spoken.file))
    except WaveError as error:
        raise VoiceError(f"the voice of {line.name} {error}; file: {spoken.file}") from error
    target = folder / "line.flac"
    write_flac(target, level(samples))
    seconds = samples.size / RATE
    said = tuple(min(seconds, max(0.0, moment - before)) for moment in spoken.said)
    return target, seconds, said


def run(command: Sequence[str], seconds: float, cancelled: Flag, who: str, line: SpokenLine) -> str:
    """Run a program that speaks, without a shell, and return what it prints.

    Parameters
    ----------
    command
        The program and its arguments.
    seconds
        How long it may take.
    cancelled
        Set by another thread to stop the program.
    who, line
        The name of the program and its line, for the message.

    Raises
    ------
    VoiceError
        If it does not end in time, or fails; the message is one line with its last output.
    """
    process = subprocess.Popen(  # noqa: S603 what the user asked for, or our own module
        list(command),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    deadline = time.monotonic() + seconds
    try:
        while True:
            try:
                out, err = process.communicate(timeout=POLL)
                break
            except subprocess.TimeoutExpired:
                if cancelled.is_set():
                    raise VoiceError(f"{who} was stopped over {line.name}") from None
                if time.monotonic() > deadline:
                    raise VoiceError(
                        f"{who} took more than {seconds:g} s over {line.name}; "
                        "allow more with --voice-timeout"
                    ) from None
    finally:
        if process.poll() is None:
            end_group(process.pid)
            process.communicate()
    if process.returncode:
        words = err.decode(errors="replace").strip().splitlines() or ["it printed nothing"]
        raise VoiceError(
            f"{who} failed at {line.name} with exit code {process.returncode}: {words[-1][:200]}"
        )
    return out.decode(errors="replace")
