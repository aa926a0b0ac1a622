"""What the stages hand to one another: one frozen dataclass per stage, and the ways to fail."""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path
from typing import Any, TypeAlias

from lessons.model import BREATH, Clip, Lesson

Json: TypeAlias = dict[str, Any]
"""An object as JSON knows it."""


class ExitCode(IntEnum):
    """What the program tells the shell: the one place where exit codes are chosen."""

    OK = 0
    FAILED = 1
    USAGE = 2
    MACHINE = 3
    INTERRUPTED = 130


class PipelineError(Exception):
    """Something a user can mend, said in one line: what, why, and the way out."""

    exit_code = ExitCode.FAILED


class UsageError(PipelineError):
    """The command asked for something that does not exist."""

    exit_code = ExitCode.USAGE


class MachineError(PipelineError):
    """The machine cannot do it now: a folder that cannot be written, a full disk, a busy lock."""

    exit_code = ExitCode.MACHINE


@dataclass(frozen=True, slots=True)
class Profile:
    """How large, how often and how carefully.

    Parameters
    ----------
    name
        Its name in paths and on the command line.
    width, height
        Of the picture, in pixels.
    fps
        Frames per second.
    encoder
        Options for x264.
    """

    name: str
    width: int
    height: int
    fps: int
    encoder: Mapping[str, str]

    @property
    def gop(self) -> int:
        """The longest way from one keyframe to the next, in frames: two seconds."""
        return 2 * self.fps


LEAD = 0.1
"""Seconds from its cue to the first word of a beat: the eye is there before the ear."""

_STEP = 10
"""Steps a second in which a voice makes a beat longer: a retake that is a hair longer is not drawn
again."""


@dataclass(frozen=True, slots=True)
class Speech:
    """The voice of one beat.

    Attributes
    ----------
    blob
        Its sound in the store.
    seconds
        How long it is.
    said
        When each word begins, in seconds from its start; empty where nobody knows.
    """

    blob: str
    seconds: float
    said: tuple[float, ...] = ()

    @property
    def until(self) -> float:
        """When it is over, in seconds from its cue."""
        return LEAD + self.seconds


@dataclass(frozen=True, slots=True)
class RenderJob:
    """One clip to be drawn at one profile: everything a worker may know.

    Parameters
    ----------
    lesson_name
        What ``lessons.library.load_lesson`` calls the lesson.
    lesson, clip
        The words and their planned seconds.
    module, source, root
        The scene file: its dotted name, its path, and the folder its top package lies in.
    profile
        Size, rate and encoder.
    speeches
        The voice of each beat that has one, by its name.
    parameters
        What the lecturer changed.
    variant
        The theme's set of colours.
    """

    lesson_name: str
    lesson: Lesson
    clip: Clip
    module: str
    source: Path
    root: Path
    profile: Profile
    speeches: Mapping[str, Speech] = field(default_factory=dict)
    parameters: Mapping[str, Any] = field(default_factory=dict)
    variant: str = "dark"

    @property
    def name(self) -> str:
        """The stem of its files: the clip's name, and what was changed in it."""
        return self.clip.name + tag_of(self.parameters)

    @property
    def voice_seconds(self) -> dict[str, float]:
        """When the voice is over, by beat, where that makes the beat longer than planned.

        Where it does not, the voice changes no frame.
        """
        lengths = {
            name: math.ceil(speech.until * _STEP) / _STEP for name, speech in self.speeches.items()
        }
        first = self.clip.beats[0]  # has a card before its words, and is given time for them
        return {
            beat.name: lengths[beat.name]
            for beat in self.clip.beats
            if beat.name in lengths
            and (
                lengths[beat.name] + BREATH > beat.seconds
                or (beat is first and lengths[beat.name] > beat.spoken_seconds)
            )
        }

    @property
    def planned_frames(self) -> int:
        """How many frames the script and the voice ask for; motion may need a few more."""
        voice = self.voice_seconds
        lengths = [
            max(beat.seconds, voice[beat.name] + BREATH if beat.name in voice else 0)
            for beat in self.clip.beats
        ]
        return sum(max(1, round(seconds * self.profile.fps)) for seconds in lengths)


def tag_of(parameters: Mapping[str, Any]) -> str:
    """Return what a file's name says of parameters: nothing of none, else all of them, in short.

    The digits at the end tell apart what the short form does not.
    """
    if not parameters:
        return ""
    shown = (f"{name}={_UNSAFE.sub('', str(value))[:_SHORT]}" for name, value in parameters.items())
    text = json.dumps(parameters, sort_keys=True)
    return "~".join(["", *shown, hashlib.sha256(text.encode()).hexdigest()[:6]])


_UNSAFE = re.compile(r"[^A-Za-z0-9.+-]")
_SHORT = 24


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Everything that decides a clip's frames, and its digest.

    ``ingredients`` is kept beside the result so that a later run can say what changed.
    """

    key: str
    ingredients: Json


@dataclass(frozen=True, slots=True)
class Span:
    """A beat as it was played.

    First frame, the one from which the voice may speak, first still frame, frame after the last;
    and what could be read meanwhile: the kind of each text, words, formula or number, and what it
    says.
    """

    name: str
    start: int
    cue: int
    still: int
    end: int
    shown: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """A clip's video in the store: verified, whole, ready to be joined."""

    name: str
    clip: Clip
    key: str
    blob: str
    size: int
    frames: int
    beats: tuple[Span, ...]
    speeches: Mapping[str, Speech] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A named stretch of a video, in frames."""

    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Video:
    """A file under its final name."""

    path: Path
    frames: int
    seconds: float
    sha256: str
    written: bool


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a clip has no video: said in one line, with the log that says more."""

    clip: Clip
    reason: str
    log: Path
    attempts: int


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one worker may take before it is stopped.

    Parameters
    ----------
    memory_mb
        Resident memory, in megabytes.
    wall_seconds
        From start to end.
    stall_seconds
        Without a sign of progress.
    """

    memory_mb: int = 4000
    wall_seconds: float = 4 * 3600
    stall_seconds: float = 180


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, for whoever watches.

    ``kind`` is one of ``undrawn``, ``hit``, ``seen``, ``queued``, ``started``, ``beat``, ``frame``,
    ``retried``, ``finished``, ``failed`` (each about a clip), ``spoken`` (about the lines of the
    voice), ``remark``, ``damaged``, ``written`` and ``unchanged`` (about a file).
    """

    kind: str
    clip: Clip | None = None
    data: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a viewer would stumble over.

    Attributes
    ----------
    rule
        Which rule found it.
    beat, seconds
        Where: the beat, and the time from the start of the clip.
    what
        What is wrong, in one line.
    objects
        What it is about.
    grave
        Whether it is an error, not a warning.
    """

    rule: str
    beat: str
    seconds: float
    what: str
    objects: tuple[str, ...] = ()
    grave: bool = True


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A rule that a clip silences at one beat, why, and how many findings that answers."""

    beat: str
    rule: str
    reason: str
    count: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the eye says of a clip."""

    clip: Clip
    frames: int
    findings: tuple[Finding, ...]
    accepted: tuple[Acceptance, ...]

    @property
    def errors(self) -> int:
        """How many of the findings are errors."""
        return sum(finding.grave for finding in self.findings)


class Need(IntEnum):
    """How much depends on a part of the machine."""

    TO_RENDER = 0
    TO_INSTALL = 1
    ADVISED = 2


@dataclass(frozen=True, slots=True)
class Check:
    """One look at the machine: what for, whether all is well, what was found, what mends it."""

    subject: str
    ok: bool
    found: str
    mend: str
    need: Need = Need.TO_RENDER


Listener: TypeAlias = Callable[[Event], None]
"""Whoever watches a run."""


def ignore(_event: Event) -> None:
    """Watch nothing."""
