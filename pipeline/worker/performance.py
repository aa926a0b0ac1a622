"""A performance: sets manim up, plays one clip, and measures what really happened."""

from __future__ import annotations

import importlib
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from manim.utils.exceptions import EndSceneEarlyException
from PIL import Image

from lessons.library import load_lesson
from lessons.model import Beat
from pipeline.drawing.damage import Rect
from pipeline.types import Json, Profile
from pipeline.worker.channel import Channel
from pipeline.worker.encoder import Encoder, count_frames
from pipeline.worker.rigging import configure_manim, renderer_for, shortcuts_for
from pipeline.worker.writer import Pixels, Sink
from scenes.stage import Direction, LessonScene

if TYPE_CHECKING:
    from pipeline.eye.eye import Eye


class _Nowhere:
    """A sink for a run that only wants stills."""

    frames = 0

    def write(self, pixels: Pixels, repeat: int = 1, damage: Sequence[Rect] | None = None) -> None:
        """Throw the picture away."""

    def mark(self) -> None:
        """No keyframes either."""

    def close(self) -> None:
        """Nothing to end."""


@dataclass
class Performance:
    """One clip, played once.

    Parameters
    ----------
    spec
        What to play, as the parent wrote it.
    channel
        Where progress is told.
    """

    spec: Json
    channel: Channel
    marks: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.profile = Profile(**self.spec["profile"])
        self.output = Path(self.spec["output"])
        self.stills: bool = self.spec["stills"]
        self.wanted: list[str] | None = self.spec["beats"]
        self.eye = self._open_eye() if self.spec["eye"] else None
        self.sink: Sink = self.eye or (
            _Nowhere() if self.stills else Encoder(self.output, self.profile)
        )

    def play(self) -> Json:
        """Play the clip and return what was measured."""
        # The eye keeps pictures and looks at the stage while they go out: it is given copies.
        drawing = "stock" if self.eye else "auto"
        with shortcuts_for(drawing):
            return self._play(drawing)

    def _play(self, drawing: str) -> Json:
        configure_manim(self.profile, self.output.parent)
        self.started = time.monotonic()
        scene_class = getattr(importlib.import_module(self.spec["module"]), self.spec["scene"])
        self.renderer = renderer_for(scene_class, self.sink, drawing, on_frame=self._report)
        self.scene: LessonScene = scene_class(
            renderer=self.renderer,
            direction=Direction(
                voice_seconds=self.spec["voice"],
                beats=() if self.stills else self.wanted,
                on_beat=self._begin,
                parameters=scene_class.parameters_kind.read(self.spec["parameters"]),
            ),
        )
        self._check_script()
        self.channel.send("ready")
        if self.eye:
            self.eye.attend(self.scene)
        self.scene.render()
        self._keep_still()
        self.sink.close()
        return {
            "frames": 0 if self.stills else self.eye.frames if self.eye else self._count(),
            **(self._judge(self.eye) if self.eye else {}),
            "beats": [asdict(span) for span in self.scene.timeline],
            "seconds": time.monotonic() - self.started,
            "marks": self.marks,
        }

    def _open_eye(self) -> Eye:
        """Open the eye in place of the encoder, before any number is computed."""
        from pipeline.eye.eye import Eye
        from pipeline.eye.witness import Witness

        profile, witness = self.profile, Witness()
        importlib.import_module(self.spec["module"])
        for package in ("mathcore", self.spec["numbers"]):
            witness.watch(package)
        return Eye(profile.fps, profile.width, profile.height, witness)

    def _judge(self, eye: Eye) -> Json:
        """Return what the eye found, apart from what the clip has answered for."""
        from pipeline.eye.answers import answer

        return answer(eye.findings, self.scene.accepted, self.scene.clip)

    def _begin(self, beat: Beat) -> None:
        """Listen to the stage: a beat begins, so the one before it has just ended."""
        self._keep_still()
        played = {span.name for span in self.scene.timeline}
        if self.wanted is not None and played.issuperset(self.wanted):
            raise EndSceneEarlyException
        self.marks.append(time.monotonic() - self.started)
        self.sink.mark()
        self.channel.send("beat", beat=beat.name, frame=self.scene.frame)

    def _keep_still(self) -> None:
        """Write the last frame of the beat that has just ended, where it is wanted."""
        if not self.stills or not self.scene.timeline:
            return
        name = self.scene.timeline[-1].name
        path = self.output.with_name(f"{name}.png")
        if (self.wanted is None or name in self.wanted) and not path.exists():
            Image.fromarray(self.renderer.still(self.scene)).convert("RGB").save(path)

    def _report(self) -> None:
        self.channel.frame(self.scene.frame)

    def _check_script(self) -> None:
        """Refuse to play other words than those that the result will be filed under."""
        lesson = load_lesson(self.spec["lesson"])
        if repr(replace(lesson, clips=(self.scene.clip,))) != self.spec["script"]:
            raise RuntimeError("the script changed since this run began; run it again")

    def _count(self) -> int:
        drawn = sum(
            span.end - span.start
            for span in self.scene.timeline
            if self.wanted is None or span.name in self.wanted
        )
        found = count_frames(self.output, self.profile)
        if not drawn == self.sink.frames == found:
            raise RuntimeError(
                f"the beats hold {drawn} frames, {self.sink.frames} were drawn, "
                f"{found} are in the file: something was played outside of a beat"
            )
        return found
