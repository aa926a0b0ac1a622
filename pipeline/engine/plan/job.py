"""Jobs: what is to be drawn, one video each, and everything that a worker may know of it."""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from lessons.library import lesson_package
from lessons.model import Beat, Clip, Lesson
from lessons.pacing import planned_frames, prolongs
from pipeline.protocol import ClipTask, SceneTask, Task, visible_script
from pipeline.types import Format, Json, Profile, Speech, Subject
from scenes.palette import DEFAULT

_STEP = 10
"""Steps a second in which a voice makes a beat longer: a retake that is a hair longer is not drawn
again."""


RENDER, SCENE = "render", "scene"
"""What a record of a video is the result of: a clip of a lesson, a scene of a user's file."""


PRELOADED = ("manim", "av")
"""Libraries that every worker imports: loaded before it is forked, for they do not change."""
LESSON_LIBRARIES = (*PRELOADED, "sympy")
"""Those of a lesson's workers, which compute as well."""


class Job(Protocol):
    """What the engine needs to know of a job, whatever it draws."""

    @property
    def name(self) -> str:
        """The stem of its files."""

    @property
    def subject(self) -> Subject:
        """What it is about, as people and machines are told."""

    @property
    def profile(self) -> Profile:
        """Size, rate and encoder."""

    @property
    def planned_frames(self) -> int | None:
        """How many frames it will have, as far as that is known."""

    @property
    def in_space(self) -> bool:
        """Whether it is in three dimensions, and a frame of it likely to take long."""

    @property
    def formulas(self) -> str:
        """What its compiled formulas are kept under."""

    @property
    def libraries(self) -> Sequence[str]:
        """The modules that its worker will import and that do not change while it runs."""

    @property
    def record_fields(self) -> Json:
        """What its record says of it: the kind of work, the clip or scene, the profile."""

    def task(self, output: Path) -> Task:
        """Return what a worker is told to play, and where to write the video."""


@dataclass(frozen=True, slots=True)
class LessonJob:
    """One clip of a lesson, to be drawn at one profile.

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
    theme
        The set of colours.
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
    theme: str = DEFAULT

    @property
    def name(self) -> str:
        """The stem of its files: the clip's name, and what was changed in it."""
        return self.clip.name + tag_of(self.parameters)

    @property
    def subject(self) -> Subject:
        """The clip."""
        return Subject.of(self.clip)

    @property
    def in_space(self) -> bool:
        """Return ``False``: the script says nothing of it before the clip is drawn."""
        return False

    @property
    def formulas(self) -> str:
        """The scene's module: its formulas are those of every profile."""
        return self.module

    @property
    def libraries(self) -> Sequence[str]:
        """What draws, and what computes."""
        return LESSON_LIBRARIES

    @property
    def record_fields(self) -> Json:
        """The clip of the lesson, at this profile, with these parameters."""
        return {
            "work": RENDER,
            "lesson": self.lesson_name,
            "clip": self.clip.number,
            "profile": self.profile.name,
            "theme": self.theme,
            "parameters": dict(self.parameters),
        }

    def task(self, output: Path) -> ClipTask:
        """Return what a worker is told to play, and where to write the video."""
        return ClipTask(
            lesson=self.lesson_name,
            module=self.module,
            scene=self.clip.scene,
            profile=self.profile,
            theme=self.theme,
            output=output,
            script=visible_script(self.lesson, self.clip),
            numbers=lesson_package(self.lesson_name),
            voice=self.voice_seconds,
            parameters=dict(self.parameters),
        )

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
            and prolongs(
                seconds=beat.seconds,
                voice=lengths[beat.name],
                spoken=beat.spoken_seconds,
                has_card=beat is first,
            )
        }

    @property
    def planned_frames(self) -> int:
        """How many frames the script and the voice ask for; motion may need a few more."""
        return self.frames_of(self.clip.beats)

    def frames_of(self, beats: Iterable[Beat]) -> int:
        """Return how many frames the script and the voice ask for in some beats of the clip."""
        voice, fps = self.voice_seconds, self.profile.fps
        return sum(
            planned_frames(seconds=beat.seconds, voice=voice.get(beat.name, 0.0), fps=fps)
            for beat in beats
        )


@dataclass(frozen=True, slots=True)
class SceneJob:
    """One scene of an ordinary manim file: no lesson, no words, no beats.

    Parameters
    ----------
    source
        The file.
    scene
        The name of the scene's class.
    profile
        Size, rate and encoder.
    place
        The folder that the scene plays in: what it reads by a relative name is looked for there.
    drawing
        Who draws: ``stock``, ``fast`` or ``auto``.
    inputs
        Files that the scene reads, and that its result depends on.
    planned_frames
        How many frames it had last time; ``None`` when it was never played.
    in_space
        Whether it asks for a camera in space.
    insists
        Whether the profile wins over a size and a rate that the file or the scene sets.
    format, transparent
        What kind of file it becomes, and whether what is not drawn on is seen through; ``None`` and
        ``False`` leave both to the file.
    """

    source: Path
    scene: str
    profile: Profile
    place: Path
    drawing: str = "auto"
    inputs: Sequence[Path] = ()
    planned_frames: int | None = None
    in_space: bool = False
    insists: bool = False
    format: Format | None = None
    transparent: bool = False

    @property
    def name(self) -> str:
        """The stem of its files."""
        return self.scene

    @property
    def module(self) -> str:
        """What the file is imported as."""
        return self.source.stem

    @property
    def subject(self) -> Subject:
        """The scene, by the name of its file and its own: each is unique in a run."""
        return Subject("scene", f"{self.module}.{self.scene}")

    @property
    def formulas(self) -> str:
        """The file and the scene: scenes of one file are played side by side."""
        return f"{self.source} {self.scene}"

    @property
    def libraries(self) -> Sequence[str]:
        """What draws."""
        return PRELOADED

    @property
    def record_fields(self) -> Json:
        """The scene of the file, at this profile."""
        return {
            "work": SCENE,
            "file": str(self.source),
            "scene": self.scene,
            "profile": self.profile.name,
        }

    def task(self, output: Path) -> SceneTask:
        """Return what a worker is told to play, and where to write the video."""
        return SceneTask(
            self.source,
            self.scene,
            self.place,
            self.profile,
            self.drawing,
            output,
            self.insists,
            self.format,
            self.transparent,
        )


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
