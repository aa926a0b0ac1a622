"""User scenes: which scenes a user's manim file holds, and how one of them is played."""

from __future__ import annotations

import inspect
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

import manim
import numpy as np
from manim.constants import RendererType
from manim.scene import scene as manim_scene
from manim.scene.scene_file_writer import SceneFileWriter

from pipeline.fastdraw.pictures import mended_pictures
from pipeline.fastdraw.reliance import HandedToManim, SegmentsAskedFor
from pipeline.fastdraw.renderer import FastRenderer, QuietRenderer
from pipeline.protocol import (
    SOUND,
    HandedOver,
    Listed,
    ListTask,
    Played,
    Ready,
    Remark,
    SceneTask,
    Section,
    Subcaption,
)
from pipeline.types import PipelineError
from pipeline.worker.channel import Channel
from pipeline.worker.films import check_film, open_film
from pipeline.worker.reads import ReadsWatch
from pipeline.worker.setup import (
    camera_for,
    drawing_for,
    patches_for,
    renderer_for,
)
from pipeline.worker.sink import Pixels, stream_writer
from pipeline.worker.user_file import (
    latex_missed,
    read_file,
    scenes_of,
    settled_format,
    settled_profile,
)

_LEFT_OUT = {
    "embed": "embed is left out: a render takes no typing",
    "interactive_embed": "interactive_embed is left out: a render takes no typing",
}
"""Methods of manim's scene that do nothing here, and the remark about each."""


def list_scenes(task: ListTask) -> Listed:
    """Return the scenes that a file holds itself, in its order, and which of them are in space."""
    with _watch(task) as watch, mended_pictures():
        module = read_file(task.source, task.place, task.profile, task.output.parent)
    scenes = scenes_of(module).items()
    return Listed(
        {name: issubclass(camera_for(scene), manim.ThreeDCamera) for name, scene in scenes},
        watch.reads,
    )


def play_scene(task: SceneTask, channel: Channel) -> Played | HandedOver:
    """Play one scene of a file into a video and return what was measured, or who has to draw it."""
    try:
        return _UserPerformance(task, channel).play()
    except HandedToManim as reason:
        return HandedOver(str(reason), segments=isinstance(reason, SegmentsAskedFor))


@dataclass
class _UserPerformance:
    """One scene, played once.

    Parameters
    ----------
    task
        The scene to play, and how.
    channel
        The channel that progress is sent to.
    """

    task: SceneTask
    channel: Channel
    _said: set[str] = field(default_factory=set)
    _begun: list[tuple[int, str, str, int]] = field(default_factory=list)

    def play(self) -> Played:
        # Before the file is imported: the file may change functions of manim itself.
        drawing = drawing_for(self.task.drawing, self.channel)
        with patches_for(drawing), mended_pictures(), _watch(self.task) as watch:
            return self._play(drawing, watch)

    def _play(self, drawing: str, watch: ReadsWatch) -> Played:
        started = time.monotonic()
        output = self.task.output
        module = read_file(self.task.source, self.task.place, self.task.profile, output.parent)
        self._check_settings()
        scene = self._make(scenes_of(module)[self.task.scene], drawing)
        sink = self.sink
        self.channel.send(Ready())
        with ExitStack() as stack:
            # On manim's own class: a scene's own method of that name is the scene's.
            for name, remark in _LEFT_OUT.items():
                stack.enter_context(
                    _in_place_of(manim.Scene, name, partial(self._remark_once, remark))
                )
            stack.enter_context(latex_missed())
            scene.render()
        if sink.frames == 0:  # nothing was played: the video is one picture of the stage
            sink.write(_still_of(scene))
        sink.close()
        found = check_film(output, self.profile, self.format, sink.frames)
        seconds = time.monotonic() - started
        writer = scene.renderer.file_writer
        return Played(
            found,
            seconds,
            watch.reads,
            subcaptions=_subcaptions_of(writer),
            sections=self._sections(),
            sound=_keep_sound(writer, output.with_name(SOUND)),
            format=self.format,
            name=Path(manim.config.output_file).stem,
            keeps_sections=manim.config.save_sections,
        )

    def _make(self, scene_class: type[manim.Scene], drawing: str) -> manim.Scene:
        """Make the scene as manim's own command does: with no argument.

        The constructor of a user scene need not take a renderer, and it may name its camera only
        when it calls the constructor of ``Scene``. Hence our renderer is put where ``Scene`` would
        make its own.
        """

        def renderer(*, camera_class: type[manim.Camera], **_others: Any) -> QuietRenderer:
            self._open_sink()
            made = renderer_for(
                scene_class,
                self.sink,
                drawing,
                on_frame=self._report,
                on_section=self._begin_section,
                camera_class=camera_class,
                segments=self.task.segments,
            )
            if drawing != "stock" and not isinstance(made, FastRenderer):
                self.channel.send(
                    Remark(
                        f"manim itself draws it: the fast drawing knows no {camera_class.__name__}"
                    )
                )
            return made

        try:
            inspect.signature(scene_class).bind()
        except TypeError as error:
            line = inspect.getsourcelines(scene_class)[1]
            raise PipelineError(
                f"{scene_class.__name__} cannot be made: {error}, and manim makes a scene with no "
                f"argument ({self.task.source.name}:{line})"
            ) from None
        begin = manim.CairoRenderer.init_scene

        def init_scene(own: manim.CairoRenderer, *arguments: Any, **settings: Any) -> None:
            if not isinstance(own, QuietRenderer):
                self._open_sink()
                self.channel.send(Remark("manim itself draws it: it brings its own renderer"))
                vars(own)["_file_writer_class"] = stream_writer(
                    self.sink, self._report, self._begin_section, segments=self.task.segments
                )
            begin(own, *arguments, **settings)

        with (
            _in_place_of(manim_scene, "CairoRenderer", renderer),
            _in_place_of(manim.CairoRenderer, "init_scene", init_scene),
            latex_missed(),
        ):
            return scene_class()

    def _report(self) -> None:
        self.channel.frame(self.sink.frames)

    def _begin_section(self, number: int, name: str, kind: str) -> None:
        """Note at which frame a section begins, and let it begin with a keyframe."""
        self._begun.append((number, name, str(kind), self.sink.frames))
        self.sink.mark()

    def _sections(self) -> tuple[Section, ...]:
        """Return the sections in which something was drawn, each until the next one begins."""
        ends = [start for *_, start in self._begun[1:]] + [self.sink.frames]
        return tuple(
            Section(number, name, kind, start, end)
            for (number, name, kind, start), end in zip(self._begun, ends, strict=True)
            if end > start
        )

    def _remark_once(self, remark: str, *_args: Any, **_kwargs: Any) -> None:
        if remark not in self._said:
            self._said.add(remark)
            self.channel.send(Remark(remark))

    def _open_sink(self) -> None:
        """Open the file, as file and scene have settled on by now."""
        self.format = settled_format(self.task.format, transparent=self.task.transparent)
        self.profile, remark = settled_profile(self.task.profile, insists=self.task.insists)
        if remark:
            self._remark_once(remark)
        alpha = manim.config.transparent
        self.sink = open_film(self.task.output, self.profile, self.format, alpha=alpha)

    @staticmethod
    def _check_settings() -> None:
        """Check the settings of manim that the file has left."""
        if manim.config.renderer != RendererType.CAIRO:
            raise PipelineError("asks for OpenGL; only what Cairo draws can be played")


def _still_of(scene: manim.Scene) -> Pixels:
    """Return the picture of a stage on which nothing was played."""
    renderer = scene.renderer
    if isinstance(renderer, QuietRenderer):
        return np.asarray(renderer.still(scene))
    assert isinstance(renderer, manim.CairoRenderer)  # noqa: S101 no other passes the checks; tells mypy so
    renderer.update_frame(scene)
    return np.asarray(renderer.get_frame())


def _subcaptions_of(writer: SceneFileWriter) -> tuple[Subcaption, ...]:
    return tuple(
        Subcaption(line.start.total_seconds(), line.end.total_seconds(), line.content)
        for line in writer.subcaptions
    )


def _keep_sound(writer: SceneFileWriter, path: Path) -> bool:
    """Write the sound that manim has mixed, if there is any, and return whether there is."""
    if not writer.includes_sound:
        return False
    writer.audio_segment.export(path, format="wav")
    return True


def _watch(task: SceneTask | ListTask) -> ReadsWatch:
    return ReadsWatch((task.source.parent, task.place), task.output.parent)


@contextmanager
def _in_place_of(module: ModuleType | type, name: str, other: Callable[..., Any]) -> Iterator[None]:
    own = getattr(module, name)
    setattr(module, name, other)
    try:
        yield
    finally:
        setattr(module, name, own)
