"""The voice: whoever turns the words of a beat into sound."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event as Flag
from typing import Protocol

from pipeline.audio.loudness import level
from pipeline.audio.waves import RATE, WaveError, read_wave, trim, write_flac
from pipeline.types import Json, PipelineError

POLL = 0.2
"""Seconds between two looks at a program that speaks."""


@dataclass(frozen=True, slots=True)
class Line:
    """What is to be said: the words of a beat, in which language, and where they belong."""

    clip: str
    beat: str
    text: str
    language: str

    @property
    def name(self) -> str:
        """What people call it: ``03 points_fuse``."""
        return f"{self.clip} {self.beat}"


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a voice gave: a sound file, and when each word begins in it, where the voice knows."""

    file: Path
    said: tuple[float, ...] = ()


class VoiceError(PipelineError):
    """A line that could not be spoken."""


class Voice(Protocol):
    """Somebody who speaks."""

    def settings(self, line: Line) -> Json | None:
        """Return all that decides the sound of a line besides its words and its language.

        ``None`` says that the line stays silent: nobody asks for it to be spoken.
        """

    def speak(self, line: Line, folder: Path) -> Spoken:
        """Say a line, into a file of ``folder`` or one that is there already.

        Raises
        ------
        VoiceError
            If it cannot be said; names the line, says why, and the way out.
        """


class Silent:
    """Says nothing: the words are read, in the captions."""

    def settings(self, _line: Line) -> None:
        """Return that every line stays silent."""

    def speak(self, line: Line, _folder: Path) -> Spoken:
        """Refuse: there is no sound to give."""
        raise VoiceError(f"nobody speaks {line.name}")


def record(voice: Voice, line: Line, folder: Path) -> tuple[Path, float, tuple[float, ...]]:
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


def run(command: Sequence[str], seconds: float, cancelled: Flag, who: str, line: Line) -> str:
    """Run a program that speaks, without a shell, and return what it prints.

    Parameters
    ----------
    command
        The program and its arguments.
    seconds
        How long it may take.
    cancelled
        Set by somebody else to stop it.
    who, line
        For the message: who was to say what.

    Raises
    ------
    VoiceError
        If it does not end in time, or not well; in one line, with its own last words.
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
            with suppress(ProcessLookupError):  # it ended meanwhile
                os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
    if process.returncode:
        words = err.decode(errors="replace").strip().splitlines() or ["it printed nothing"]
        raise VoiceError(
            f"{who} failed at {line.name} with exit code {process.returncode}: {words[-1][:200]}"
        )
    return out.decode(errors="replace")
