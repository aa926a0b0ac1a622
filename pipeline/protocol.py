"""What the engine and its workers say to each other, as JSON; long: every message stands here.

The engine writes one task into the worker's folder. The worker answers with messages, one a line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeAlias

import msgspec

from lessons.model import Clip, Lesson
from lessons.pacing import BeatSpan
from pipeline.types import Acceptance, Finding, Format, Json, Profile

TASK_FILE = "task.json"
"""What the engine calls the task, in the worker's folder."""

VIDEO = "video"
"""What a worker calls its video, in its folder; or the picture that is asked for in its place."""

SOUND = "sound.wav"
"""What a worker calls the sound of its video, in its folder."""


class ProtocolError(Exception):
    """A line is none of this protocol's."""


@dataclass(frozen=True, slots=True)
class ClipTask:
    """Play one clip of a lesson.

    Attributes
    ----------
    lesson
        What ``lessons.library.load_lesson`` calls it.
    module, scene
        Where the clip's class stands, and its name.
    profile, theme
        Size, rate and encoder; the set of colours.
    output
        The video to write; stills go beside it.
    script
        What ``visible_script`` returned when the clip was planned.
    numbers
        The package whose classes compute what may be shown.
    voice
        Seconds of voice by beat, where a voice makes the beat longer.
    parameters
        What the lecturer changed.
    beats
        The beats to draw, by name; ``None`` for all.
    stills
        Whether to write the last picture of each beat instead of a video.
    review
        Whether to review each picture instead of encoding it.
    samples
        How many pictures of each motion to draw in a review; ``None`` for all.
    """

    lesson: str
    module: str
    scene: str
    profile: Profile
    theme: str
    output: Path
    script: Json
    numbers: str
    voice: Mapping[str, float] = field(default_factory=dict)
    parameters: Mapping[str, Any] = field(default_factory=dict)
    beats: tuple[str, ...] | None = None
    stills: bool = False
    review: bool = False
    samples: int | None = None


class PieceKind(StrEnum):
    """What kind of file a piece of a lesson becomes, by the ending of its name."""

    PNG = "png"
    SVG = "svg"
    GIF = "gif"
    APNG = "apng"
    WEBM = "webm"
    MOV = "mov"
    MP4 = "mp4"

    @property
    def is_still(self) -> bool:
        """Whether it shows the last picture alone."""
        return self in (PieceKind.PNG, PieceKind.SVG)


@dataclass(frozen=True, slots=True)
class PieceTask(ClipTask):
    """Play some beats of one clip into files of several kinds; nothing is drawn for stills alone.

    Attributes
    ----------
    kinds
        The kinds of files, each once. ``path_of`` says where each is written.
    transparent
        Whether the ground of the stage is seen through.
    """

    kinds: tuple[PieceKind, ...] = ()
    transparent: bool = False

    def path_of(self, kind: PieceKind) -> Path:
        """Return where the file of one kind is written."""
        return self.output.with_name(f"{self.output.name}.{kind}")


@dataclass(frozen=True, slots=True)
class SceneTask:
    """Play one scene of a user's manim file.

    Attributes
    ----------
    source, scene
        The file, and the name of the scene's class.
    place
        The folder to play in.
    profile, insists
        Size, rate and encoder; where the profile insists, it wins over a size and a rate that the
        file or the scene sets.
    drawing
        ``stock``, ``fast`` or ``auto``.
    output
        The file to write.
    format, transparent
        Its kind, and whether what is not drawn on is seen through; ``None`` and ``False`` leave
        both to the file.
    segments
        Whether manim's own files of each animation are written besides, for a scene that reads
        them.
    """

    source: Path
    scene: str
    place: Path
    profile: Profile
    drawing: str
    output: Path
    insists: bool = False
    format: Format | None = None
    transparent: bool = False
    segments: bool = False


@dataclass(frozen=True, slots=True)
class ListTask:
    """List the scenes of a user's manim file."""

    source: Path
    place: Path
    profile: Profile
    output: Path


Task: TypeAlias = ClipTask | PieceTask | SceneTask | ListTask


@dataclass(frozen=True, slots=True)
class Started:
    """The worker lives, and ends with its parent."""


@dataclass(frozen=True, slots=True)
class Ready:
    """Everything is imported; playing begins."""


@dataclass(frozen=True, slots=True)
class BeatBegun:
    """A beat begins at this frame."""

    beat: str
    frame: int


@dataclass(frozen=True, slots=True)
class FrameDrawn:
    """So many frames are done."""

    frame: int


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that the user should read."""

    message: str


@dataclass(frozen=True, slots=True)
class Failed:
    """The task came to nothing: why, in one line, and whether the disk was full."""

    reason: str
    full: bool = False


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The fast drawing cannot follow the scene, and why: manim itself has to draw it.

    ``segments`` says that the scene reads manim's own files of each animation.
    """

    reason: str
    segments: bool = False


@dataclass(frozen=True, slots=True)
class Reads:
    """What was read on the way to a result.

    Attributes
    ----------
    files
        For each file, by its absolute path, its digest; ``None`` where there was no file.
    folders
        For each folder whose names were listed, the digest of the names.
    variables
        For each variable of the environment, the digest of its value; ``None`` if it was not set.
    relative
        Whether a file or a folder was looked for by a relative path.
    """

    files: Mapping[str, str | None] = field(default_factory=dict)
    folders: Mapping[str, str | None] = field(default_factory=dict)
    variables: Mapping[str, str | None] = field(default_factory=dict)
    relative: bool = False


@dataclass(frozen=True, slots=True)
class Subcaption:
    """A line that a scene shows below its picture, from one second to another."""

    start: float
    end: float
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a scene, from one frame to another.

    ``name`` and ``kind`` are manim's, and so is the ``number``, which counts skipped ones as well.
    """

    number: int
    name: str
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Played:
    """A clip or a scene was played.

    ``reads`` says what was read for it, ``beats`` where each beat lies and ``marks`` when it began,
    in seconds of work; ``seconds`` is how long all took. A review has ``findings`` and ``accepted``
    besides. A scene may have ``subcaptions``, ``sections``, and sound: a file ``SOUND`` beside its
    video. It settles the ``format``, and may give its file a ``name`` and ask for a video of each
    section.
    """

    frames: int
    seconds: float
    reads: Reads
    beats: tuple[BeatSpan, ...] = ()
    marks: tuple[float, ...] = ()
    findings: tuple[Finding, ...] = ()
    accepted: tuple[Acceptance, ...] = ()
    subcaptions: tuple[Subcaption, ...] = ()
    sections: tuple[Section, ...] = ()
    sound: bool = False
    format: Format = Format.MP4
    name: str = ""
    keeps_sections: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """The scenes of a file by name, and of each whether it is in space; what was read for it."""

    scenes: Mapping[str, bool]
    reads: Reads


Result: TypeAlias = Played | Listed
Ended: TypeAlias = Result | Failed | HandedOver
"""What a worker says last."""
Message: TypeAlias = Started | Ready | BeatBegun | FrameDrawn | Remark | Ended

_KINDS: dict[str, type] = {
    kind.__name__: kind
    for kind in (
        *(ClipTask, PieceTask, SceneTask, ListTask),
        *(Started, Ready, BeatBegun, FrameDrawn, Remark, Failed, HandedOver, Played, Listed),
    )
}


def encode(said: Task | Message) -> bytes:
    """Return a task or a message as one line of JSON, without the line's end."""
    return msgspec.json.encode({"kind": type(said).__name__, "body": said}, enc_hook=_plain)


def decode(line: bytes) -> Any:
    """Return the task or the message that a line holds.

    Raises
    ------
    ProtocolError
        If it holds none.
    """
    try:
        envelope = msgspec.json.decode(line)
        return msgspec.convert(envelope["body"], _KINDS[envelope["kind"]], dec_hook=_special)
    except (msgspec.MsgspecError, KeyError, TypeError, ValueError) as error:
        raise ProtocolError(f"not understood: {line[:80]!r}") from error


def plain(value: object) -> Any:
    """Return dataclasses as the lists and dictionaries that JSON knows."""
    return msgspec.to_builtins(value, enc_hook=_plain)


def read_spans(value: object) -> tuple[BeatSpan, ...]:
    """Return the beats that ``plain`` made a list of.

    Raises
    ------
    ValueError
        If they are none.
    """
    return msgspec.convert(value, tuple[BeatSpan, ...])


def read_review(
    value: object,
) -> tuple[tuple[BeatSpan, ...], tuple[Finding, ...], tuple[Acceptance, ...]]:
    """Return the beats, findings and acceptances that ``plain`` made lists of.

    Raises
    ------
    ValueError
        If they are none.
    """
    return msgspec.convert(
        value, tuple[tuple[BeatSpan, ...], tuple[Finding, ...], tuple[Acceptance, ...]]
    )


def read_extras(value: object) -> tuple[tuple[Subcaption, ...], tuple[Section, ...]]:
    """Return the subcaptions and sections that ``plain`` made lists of.

    Raises
    ------
    ValueError
        If they are none.
    """
    return msgspec.convert(value, tuple[tuple[Subcaption, ...], tuple[Section, ...]])


def visible_script(lesson: Lesson, clip: Clip) -> Json:
    """Return the part of the script that a clip's picture can depend on.

    That is what stands on a title card, and how long each beat lasts. The spoken seconds count for
    the first beat alone: ``lessons.pacing`` needs them only beside a title card. What the voice
    says is left out, for no frame shows it.
    """
    first, *_ = clip.beats
    return {
        "lesson": [lesson.title, lesson.subtitle, lesson.author, lesson.publisher, lesson.course],
        "clip": [clip.number, clip.title],
        "order": [beat.name for beat in clip.beats],
        "seconds": {beat.name: beat.seconds for beat in clip.beats},
        "spoken": first.spoken_seconds,
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise NotImplementedError(f"cannot send {value!r}")


def _special(kind: type, value: Any) -> Any:
    if issubclass(kind, Path):
        return Path(value)
    raise NotImplementedError(f"cannot read a {kind}")
