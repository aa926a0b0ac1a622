"""User scenes: which scenes a user's manim file holds, and how one of them is played."""

from __future__ import annotations

import importlib.util
import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

import manim
import numpy as np
from manim.constants import RendererType
from manim.scene import scene as manim_scene

from pipeline.fastdraw.renderer import FastRenderer, QuietRenderer
from pipeline.protocol import Listed, ListTask, Played, Ready, Remark, SceneTask
from pipeline.types import PipelineError, Profile
from pipeline.worker.channel import Channel
from pipeline.worker.encoder import Encoder, count_frames
from pipeline.worker.pictures import mended_pictures
from pipeline.worker.reads import ReadsWatch
from pipeline.worker.setup import (
    camera_for,
    configure_manim,
    drawing_for,
    insist,
    patches_for,
    renderer_for,
)

_PROJECT = Path(__file__).resolve().parents[2]
_LATEX = {"latex", "pdflatex", "xelatex", "lualatex", "dvisvgm"}
_ALIKE = 0.01
"""By this share two aspect ratios may differ before the difference is seen."""
_LEFT_OUT = {
    "add_sound": "its sounds are left out; a scene is drawn silent",
    "embed": "embed is left out: a render takes no typing",
    "interactive_embed": "interactive_embed is left out: a render takes no typing",
}
"""Methods of a scene that do nothing here, and the remark about each."""


def list_scenes(task: ListTask) -> Listed:
    """Return the scenes that a file holds itself, in its order, and which of them are in space."""
    with _watch(task) as watch, mended_pictures():
        module = _read(task.source, task.place, task.profile, task.output.parent)
    return Listed(
        {
            scene.__name__: issubclass(camera_for(scene), manim.ThreeDCamera)
            for scene in _scenes_of(module)
        },
        watch.reads,
    )


def play_scene(task: SceneTask, channel: Channel) -> Played:
    """Play one scene of a file into a video and return what was measured."""
    return _UserPerformance(task, channel).play()


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

    def play(self) -> Played:
        # Before the file is imported: the file may change functions of manim itself.
        drawing = drawing_for(self.task.drawing, self.channel)
        with patches_for(drawing), mended_pictures(), _watch(self.task) as watch:
            return self._play(drawing, watch)

    def _play(self, drawing: str, watch: ReadsWatch) -> Played:
        started = time.monotonic()
        profile, output = self.task.profile, self.task.output
        module = _read(self.task.source, self.task.place, profile, output.parent)
        self._check_settings(profile)
        sink = self.sink = Encoder(output, profile)
        scene = self._make(getattr(module, self.task.scene), drawing)
        # These are replaced on the scene: manim opens a sound file before its writer is called.
        for name, remark in _LEFT_OUT.items():
            vars(scene)[name] = partial(self._leave_out, remark)
        self.channel.send(Ready())
        with _latex_missed():
            scene.render()
        if sink.frames == 0:  # nothing was played: the video is one picture of the stage
            assert isinstance(scene.renderer, QuietRenderer)  # noqa: S101 made below; tells mypy so
            sink.write(scene.renderer.still(scene))
        sink.close()
        found = count_frames(output, profile)
        if found != sink.frames:
            raise RuntimeError(f"{sink.frames} frames were drawn, {found} are in the file")
        seconds = time.monotonic() - started
        return Played(found, seconds, watch.reads)

    def _make(self, scene_class: type[manim.Scene], drawing: str) -> manim.Scene:
        """Make the scene as manim's own command does: with no argument.

        The constructor of a user scene need not take a renderer, and it may name its camera only
        when it calls the constructor of ``Scene``. Hence our renderer is put where ``Scene`` would
        make its own.
        """

        def renderer(*, camera_class: type[manim.Camera], **_others: Any) -> QuietRenderer:
            made = renderer_for(
                scene_class, self.sink, drawing, on_frame=self._report, camera_class=camera_class
            )
            if drawing != "stock" and not isinstance(made, FastRenderer):
                self.channel.send(
                    Remark(
                        f"manim itself draws it: the fast drawing knows no {camera_class.__name__}"
                    )
                )
            return made

        with _in_place_of(manim_scene, "CairoRenderer", renderer), _latex_missed():
            return scene_class()

    def _report(self) -> None:
        self.channel.frame(self.sink.frames)

    def _leave_out(self, remark: str, *_args: Any, **_kwargs: Any) -> None:
        if remark not in self._said:
            self._said.add(remark)
            self.channel.send(Remark(remark))

    def _check_settings(self, profile: Profile) -> None:
        """Check the settings of manim that the file has left."""
        config = manim.config
        if config.renderer != RendererType.CAIRO:
            raise PipelineError("asks for OpenGL; only what Cairo draws can be played")
        shape = profile.width / profile.height
        if abs(config.frame_width / config.frame_height / shape - 1) > _ALIKE:
            size = f"{config.frame_width:.4g} × {config.frame_height:.4g}"
            self.channel.send(
                Remark(
                    f"its frame of {size} units is stretched to {profile.width} × "
                    f"{profile.height} pixels; give a --profile of its shape, as WIDTHxHEIGHT@FPS"
                )
            )


def _watch(task: SceneTask | ListTask) -> ReadsWatch:
    return ReadsWatch((task.source.parent, task.place), task.output.parent)


def _read(source: Path, place: Path, profile: Profile, scratch: Path) -> ModuleType:
    """Import a file as manim would, in the folder where the user typed the command.

    The file's changes to manim's settings stay, except for settings that the run decides.
    """
    configure_manim(profile, scratch)
    manim.config.input_file = source
    # A file may draw random numbers while it is imported: they are the same at every run.
    random.seed(0)
    np.random.seed(0)  # noqa: NPY002 such a file uses this generator
    os.chdir(place)
    _make_way(source.parent)
    sys.path.insert(0, str(source.parent))
    # The name by which files beside it import it, unless a module of that name is loaded.
    name = source.stem if source.stem not in sys.modules else f"{source.stem}_file"
    spec = importlib.util.spec_from_file_location(name, source)
    if spec is None or spec.loader is None:
        raise ImportError(f"{source.name} is no Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    with _latex_missed():
        spec.loader.exec_module(module)
    insist(profile, scratch)
    manim.config.format = "auto"  # manim refuses a scene without animations in any other format
    return module


def _make_way(folder: Path) -> None:
    """Unload those of our packages that have the name of a file or folder beside the file.

    Otherwise its ``import scenes`` would import our package.
    """
    beside = {path.stem for path in folder.iterdir()}
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None)
        ours = file is not None and Path(file).is_relative_to(_PROJECT)
        if ours and name.partition(".")[0] in beside and "site-packages" not in str(file):
            del sys.modules[name]


def _scenes_of(module: ModuleType) -> list[type[manim.Scene]]:
    return [
        value
        for value in vars(module).values()
        if isinstance(value, type)
        and issubclass(value, manim.Scene)
        and value.__module__ == module.__name__
    ]


@contextmanager
def _in_place_of(module: ModuleType, name: str, other: Callable[..., Any]) -> Iterator[None]:
    own = getattr(module, name)
    setattr(module, name, other)
    try:
        yield
    finally:
        setattr(module, name, own)


@contextmanager
def _latex_missed() -> Iterator[None]:
    """Say in one line that a scene needs LaTeX, if LaTeX is not installed."""
    try:
        yield
    except FileNotFoundError as error:
        if error.filename not in _LATEX:
            raise
        raise PipelineError(
            f"needs LaTeX, and there is no program {error.filename} here; "
            "install TeX Live, or write it with manim's MathTypst"
        ) from error
