"""A performance: sets manim up, plays one clip, and measures how long each beat took."""

from __future__ import annotations

import importlib
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from manim.utils.exceptions import EndSceneEarlyException
from PIL import Image

from lessons.library import load_lesson
from lessons.model import Beat
from pipeline.fastdraw.paint.damage import Rect
from pipeline.protocol import BeatBegun, ClipTask, Played, Ready, visible_script
from pipeline.types import Acceptance, Finding
from pipeline.worker.channel import Channel
from pipeline.worker.encoder import Encoder, count_frames
from pipeline.worker.reads import ReadsWatch
from pipeline.worker.setup import (
    configure_manim,
    drawing_for,
    patches_for,
    refused_latex,
    renderer_for,
)
from pipeline.worker.sink import Pixels, Sink
from scenes.stage import Direction, LessonScene

if TYPE_CHECKING:
    from pipeline.review.reviewer import Reviewer


class _NullSink:
    """A sink that drops all pictures, for a run that only writes stills."""

    frames = 0

    def write(self, pixels: Pixels, repeat: int = 1, damage: Sequence[Rect] | None = None) -> None:
        """Drop the picture."""

    def mark(self) -> None:
        """Do nothing: there are no keyframes."""

    def close(self) -> None:
        """Do nothing: there is no file to close."""


@dataclass
class Performance:
    """One clip, played once.

    Parameters
    ----------
    task
        The clip to play, and how.
    channel
        The channel that progress is sent to.
    """

    task: ClipTask
    channel: Channel
    marks: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.profile, self.output = self.task.profile, self.task.output
        self.reviewer = self._open_review() if self.task.review else None
        self.sink: Sink = self.reviewer or (_NullSink() if self.task.stills else self.open_sink())

    def open_sink(self) -> Sink:
        """Open what takes the pictures of a motion."""
        return Encoder(self.output, self.profile)

    def play(self) -> Played:
        """Play the clip and return what was measured."""
        drawing = drawing_for("auto", self.channel)
        watch = self.watch = ReadsWatch((), self.output.parent)
        with watch, patches_for(drawing), refused_latex():
            # A review keeps pictures and paints shape by shape, which manim's own camera allows.
            return self._play("stock" if self.task.review else drawing)

    def _play(self, drawing: str) -> Played:
        task = self.task
        configure_manim(self.profile, self.output.parent)
        self.started = time.monotonic()
        scene_class = getattr(importlib.import_module(task.module), task.scene)
        self.renderer = renderer_for(scene_class, self.sink, drawing, on_frame=self._report)
        self.scene: LessonScene = scene_class(
            renderer=self.renderer,
            direction=Direction(
                voice_seconds=task.voice,
                beats=() if task.stills else task.beats,
                on_beat=self._begin,
                parameters=scene_class.parameters_kind.read(task.parameters),
                samples=task.samples,
            ),
        )
        self._check_script()
        self.channel.send(Ready())
        if self.reviewer:
            self.reviewer.attend(self.scene)
        self.scene.render()
        self._end_beat()
        self.sink.close()
        findings, accepted = self._judge()
        return Played(
            frames=self._count(),
            seconds=time.monotonic() - self.started,
            reads=self.watch.reads,
            beats=self.scene.timeline,
            marks=tuple(self.marks),
            findings=findings,
            accepted=accepted,
        )

    def _open_review(self) -> Reviewer:
        """Open the review in place of the encoder, before any number is computed."""
        from pipeline.review.number_sources import NumberSources
        from pipeline.review.reviewer import Reviewer

        profile, sources = self.profile, NumberSources()
        importlib.import_module(self.task.module)
        for package in ("mathcore", self.task.numbers):
            sources.watch(package)
        sampled = self.task.samples is not None
        return Reviewer(profile.fps, profile.width, profile.height, sources, sampled=sampled)

    def _judge(self) -> tuple[tuple[Finding, ...], tuple[Acceptance, ...]]:
        """Return the findings of the review, and those that the clip accepts."""
        from pipeline.review.suppressions import suppress_accepted

        if self.reviewer is None:
            return (), ()
        scene, reviewer = self.scene, self.reviewer
        # A review of samples may miss a finding that the clip accepts.
        unused = self.task.samples is None
        return suppress_accepted(reviewer.findings, scene.accepted, scene.clip, unused=unused)

    def _begin(self, beat: Beat) -> None:
        """Note that a beat begins, and that the one before it has ended."""
        self._end_beat()
        played = {span.name for span in self.scene.timeline}
        if self.task.beats is not None and played.issuperset(self.task.beats):
            raise EndSceneEarlyException
        if not played:
            self.prepare_stage()
        self.marks.append(time.monotonic() - self.started)
        self.sink.mark()
        self.channel.send(BeatBegun(beat.name, self.scene.frame))

    def prepare_stage(self) -> None:
        """Change nothing about the stage that the clip has dressed, before its first beat."""

    def _end_beat(self) -> None:
        """Keep the last frame of the beat that has just ended, if there is one and it is wanted."""
        if not self.scene.timeline:
            return
        name = self.scene.timeline[-1].name
        if self.task.beats is None or name in self.task.beats:
            self.keep_still(name)

    def keep_still(self, beat: str) -> None:
        """Write the last frame of a beat, which stands on stage, if stills are asked for."""
        path = self.output.with_name(f"{beat}.png")
        if self.task.stills and not path.exists():
            Image.fromarray(self.renderer.still(self.scene)).convert("RGB").save(path)

    def _report(self) -> None:
        self.channel.frame(self.scene.frame)

    def _check_script(self) -> None:
        """Refuse to play another script than the one that is in the key of the result."""
        lesson = load_lesson(self.task.lesson)
        if visible_script(lesson, self.scene.clip) != self.task.script:
            raise RuntimeError("the script changed since this run began; run it again")

    def _count(self) -> int:
        """Return how many frames were made; for a video, they are counted in its file."""
        if self.task.stills:
            return 0
        if self.reviewer:
            return self.reviewer.frames
        drawn = sum(
            span.frames
            for span in self.scene.timeline
            if self.task.beats is None or span.name in self.task.beats
        )
        found = self.count_written()
        if not drawn == self.sink.frames == found:
            raise RuntimeError(
                f"the beats hold {drawn} frames, {self.sink.frames} were drawn, "
                f"{found} are in the file: something was played outside of a beat"
            )
        return found

    def count_written(self) -> int:
        """Return how many frames are in what was written, as it is found when it is reopened."""
        return count_frames(self.output, self.profile)
