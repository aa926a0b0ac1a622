"""Somebody's file: any manim file, the scenes that it holds, and how one of them is played."""

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
from pipeline.worker.pictures import mend_pictures
from pipeline.worker.setup import (
    camera_for,
    configure_manim,
    insist,
    renderer_for,
    shortcuts_for,
)

_PROJECT = Path(__file__).resolve().parents[2]
_LATEX = {"latex", "pdflatex", "xelatex", "lualatex", "dvisvgm"}
_ALIKE = 0.01
"""How far two shapes may differ before anybody sees it."""
_LEFT_OUT = {
    "add_sound": "its sounds are left out; a scene is drawn silent",
    "embed": "embed is left out; nobody is there to type",
    "interactive_embed": "interactive_embed is left out; nobody is there to type",
}
"""What a scene may call in vain, and what is said of it."""


def list_scenes(task: ListTask) -> Listed:
    """Return the scenes that a file holds itself, in its order, and which of them are in space."""
    module = _read(task.source, task.place, task.profile, task.output.parent)
    return Listed(
        {
            scene.__name__: issubclass(camera_for(scene), manim.ThreeDCamera)
            for scene in _scenes_of(module)
        }
    )


def play_scene(task: SceneTask, channel: Channel) -> Played:
    """Play one scene of a file into a video and return what was measured."""
    return _Showing(task, channel).play()


@dataclass
class _Showing:
    """One scene, played once.

    Parameters
    ----------
    task
        What to play.
    channel
        Where progress is told.
    """

    task: SceneTask
    channel: Channel
    _said: set[str] = field(default_factory=set)

    def play(self) -> Played:
        with shortcuts_for(self.task.drawing):
            return self._play()

    def _play(self) -> Played:
        started = time.monotonic()
        profile, output = self.task.profile, self.task.output
        module = _read(self.task.source, self.task.place, profile, output.parent)
        self._check_settings(profile)
        sink = self.sink = Encoder(output, profile)
        scene = self._make(getattr(module, self.task.scene))
        # On the scene, not in the file writer: manim opens a sound before the writer hears of it.
        for name, remark in _LEFT_OUT.items():
            vars(scene)[name] = partial(self._leave_out, remark)
        self.channel.send(Ready())
        with _latex_missed():
            scene.render()
        if sink.frames == 0:  # nothing was played: what stands on the stage is the video
            assert isinstance(scene.renderer, QuietRenderer)  # noqa: S101 made below; tells mypy so
            sink.write(scene.renderer.still(scene))
        sink.close()
        found = count_frames(output, profile)
        if found != sink.frames:
            raise RuntimeError(f"{sink.frames} frames were drawn, {found} are in the file")
        seconds = time.monotonic() - started
        return Played(found, seconds)

    def _make(self, scene_class: type[manim.Scene]) -> manim.Scene:
        """Make the scene as manim's own command does: with no argument.

        A constructor of somebody's need not take a renderer, and may name a camera only when it
        calls that of ``Scene``. Hence ours is put where ``Scene`` would make its own.
        """

        def renderer(*, camera_class: type[manim.Camera], **_others: Any) -> QuietRenderer:
            drawing = self.task.drawing
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
        """Look at what the file made of manim's settings."""
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


def _read(source: Path, place: Path, profile: Profile, scratch: Path) -> ModuleType:
    """Import a file as manim would, in the folder that the command was given in.

    What it makes of manim's settings stays, but for those that are the run's own.
    """
    configure_manim(profile, scratch)
    mend_pictures()
    manim.config.input_file = source
    # The same at every run, for a file that draws lots while it is imported.
    random.seed(0)
    np.random.seed(0)  # noqa: NPY002 the generator that such a file uses
    os.chdir(place)
    _make_way(source.parent)
    sys.path.insert(0, str(source.parent))
    # Called as its neighbours would import it, unless Python has something of that name.
    name = source.stem if source.stem not in sys.modules else f"{source.stem}_file"
    spec = importlib.util.spec_from_file_location(name, source)
    if spec is None or spec.loader is None:
        raise ImportError(f"{source.name} is no Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    with _latex_missed():
        spec.loader.exec_module(module)
    insist(profile, scratch)
    manim.config.format = "auto"  # any other would refuse a scene that plays nothing
    return module


def _make_way(folder: Path) -> None:
    """Forget those of our packages that bear the name of something beside the file.

    Else ``import scenes`` would give it ours.
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
    """Say in one line that a scene needs LaTeX where there is none."""
    try:
        yield
    except FileNotFoundError as error:
        if error.filename not in _LATEX:
            raise
        raise PipelineError(
            f"needs LaTeX, and there is no program {error.filename} here; "
            "install TeX Live, or write it with manim's MathTypst"
        ) from error
