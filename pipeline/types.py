"""What the rooms hand to one another, and the ways to fail; long: every room takes from here."""

from __future__ import annotations

import errno
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import Any, TypeAlias

from lessons.model import Clip
from lessons.pacing import BeatSpan

Json: TypeAlias = dict[str, Any]
"""An object as JSON knows it."""


class ExitCode(IntEnum):
    """What the program tells the shell: the one place where exit codes are chosen."""

    OK = 0
    FAILED = 1
    USAGE = 2
    MACHINE = 3
    INTERRUPTED = 130

    @classmethod
    def of(cls, *failed: object) -> ExitCode:
        """Return ``FAILED`` if any argument is true, else ``OK``."""
        return cls.FAILED if any(failed) else cls.OK


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


@dataclass(frozen=True, slots=True)
class Subject:
    """What a job is about, as it is told: a clip of a lesson, or a scene of a user's file.

    Attributes
    ----------
    kind
        What machines are told it is: ``clip`` or ``scene``.
    name
        Its own in a run: a clip's number, a scene's file and class.
    title, beats
        What it is called besides, and its parts, in order; a scene has neither.
    """

    kind: str
    name: str
    title: str = ""
    beats: tuple[str, ...] = ()

    @classmethod
    def of(cls, clip: Clip) -> Subject:
        """Return what is told of a clip."""
        return cls("clip", clip.number, clip.title, tuple(beat.name for beat in clip.beats))

    def __str__(self) -> str:
        return f"{self.name} {self.title}".strip()


class Format(StrEnum):
    """What kind of file a scene becomes, by the ending of its name."""

    MP4 = "mp4"
    MOV = "mov"
    WEBM = "webm"
    GIF = "gif"
    PNG = "png"


MP4 = {"use_editlist": "0", "movflags": "+negative_cts_offsets"}
"""How every MP4 file is written. It has no edit list, which some players ignore, while others shift
the picture by it."""


LEAD = 0.1
"""Seconds from its cue to the first word of a beat: the eye is there before the ear."""


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
        When each word begins, in seconds from its start; empty where that is unknown.
    """

    blob: str
    seconds: float
    said: tuple[float, ...] = ()

    @property
    def until(self) -> float:
        """When it is over, in seconds from its cue."""
        return LEAD + self.seconds


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Everything that decides a clip's frames, and its digest.

    ``ingredients`` is kept beside the result so that a later run can say what changed.
    """

    key: str
    ingredients: Json


@dataclass(frozen=True, slots=True)
class Segment:
    """A clip's video in the store: verified, whole, ready to be joined."""

    name: str
    clip: Clip
    key: str
    blob: str
    size: int
    frames: int
    beats: tuple[BeatSpan, ...]
    speeches: Mapping[str, Speech] = field(default_factory=dict)

    @property
    def subject(self) -> Subject:
        """The clip."""
        return Subject.of(self.clip)


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
    """Why a job came to nothing: said in one line, with the log that says more."""

    subject: Subject
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
    """One thing that happened, for the listener of a run.

    ``kind`` is one of ``without_scene``, ``hit``, ``seen``, ``queued``, ``started``, ``beat``,
    ``frame``, ``retried``, ``finished``, ``failed`` (each about a subject), ``spoken`` (about the
    lines of the voice), ``remark``, ``damaged``, ``written`` and ``unchanged`` (about a file).
    """

    kind: str
    subject: Subject | None = None
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
    """What the review says of a clip.

    Attributes
    ----------
    clip, frames, beats
        What was played: its length, and when each beat is played and what it shows.
    findings, accepted
        What a viewer would stumble over, and what the clip accepts of that.
    """

    clip: Clip
    frames: int
    beats: tuple[BeatSpan, ...]
    findings: tuple[Finding, ...]
    accepted: tuple[Acceptance, ...]

    @property
    def subject(self) -> Subject:
        """The clip."""
        return Subject.of(self.clip)

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
"""A function that is told of each event of a run."""


def ignore(_event: Event) -> None:
    """Watch nothing."""


def explain(error: OSError) -> MachineError:
    """Say what the machine refused, in one line, with the way out."""
    where = f" {error.filename}" if error.filename else ""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return MachineError(
            f"no space left on the disk{where}; free some (render.py gc helps) and run it again"
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return MachineError(f"cannot write{where}: {error.strerror}; choose another with --out")
    return MachineError(f"{error.strerror or error}{where}")
