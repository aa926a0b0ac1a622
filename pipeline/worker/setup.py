"""The rigging: what stands before the first frame, manim's settings and whoever draws."""

from __future__ import annotations

import configparser
import inspect
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

import manim

from pipeline.fastdraw.patches.shortcuts import shortcuts
from pipeline.fastdraw.renderer import FastRenderer, QuietRenderer, fast_camera
from pipeline.types import Profile
from pipeline.worker.sink import Sink, stream_writer

FRAME_HEIGHT = 8.0
"""Of the scene, in manim's units; the width follows from the picture's shape."""


def renderer_for(
    scene_class: type[manim.Scene],
    sink: Sink,
    drawing: str,
    *,
    on_frame: Callable[[], None],
    camera_class: type[manim.Camera] | None = None,
) -> QuietRenderer:
    """Return the renderer of a scene: the fast one where its camera allows, else manim's own.

    Parameters
    ----------
    scene_class
        What will be played.
    sink
        Where the pictures go.
    drawing
        Who draws: ``stock`` for manim itself, ``fast`` or ``auto`` for whoever is faster.
    on_frame
        Called after each picture.
    camera_class
        The camera; by default the one that the scene's class names.
    """
    writer = stream_writer(sink, on_frame)
    camera = camera_class or camera_for(scene_class)
    fast = None if drawing == "stock" else fast_camera(camera)
    if fast is None:
        return QuietRenderer(file_writer_class=writer, camera_class=camera)
    return FastRenderer(file_writer_class=writer, camera_class=fast)


def camera_for(scene_class: type[manim.Scene]) -> type[manim.Camera]:
    """Return the camera that a scene class asks for.

    manim reads it from the constructor's default only where the scene makes its own renderer.
    """
    for ancestor in scene_class.__mro__:
        constructor = ancestor.__dict__.get("__init__")
        if constructor is None:
            continue
        parameter = inspect.signature(constructor).parameters.get("camera_class")
        if parameter is not None and isinstance(parameter.default, type):
            return parameter.default
    return manim.Camera


def shortcuts_for(drawing: str) -> AbstractContextManager[None]:
    """Return the shortcuts that manim takes while somebody draws: none where it is to do all."""
    return nullcontext() if drawing == "stock" else shortcuts()


def configure_manim(profile: Profile, scratch: Path) -> None:
    """Set every option of manim that a picture depends on.

    manim reads a configuration file from the home folder: what it says must not reach the picture.
    """
    parser = configparser.ConfigParser()
    with (Path(manim.__file__).parent / "_config" / "default.cfg").open(encoding="utf-8") as file:
        parser.read_file(file)
    manim.config.digest_parser(parser)
    insist(profile, scratch)
    manim.config.seed = 0
    manim.config.frame_height = FRAME_HEIGHT
    manim.config.frame_width = FRAME_HEIGHT * profile.width / profile.height


def insist(profile: Profile, scratch: Path) -> None:
    """Set every option of manim that is the run's own, whatever a scene's file has made of it."""
    settings: dict[str, Any] = {
        "media_dir": str(scratch),
        "format": "mp4",
        "dry_run": False,
        "save_sections": False,
        "from_animation_number": 0,
        "upto_animation_number": -1,
        "disable_caching": True,
        "progress_bar": "none",
        "verbosity": "WARNING",
        "pixel_width": profile.width,
        "pixel_height": profile.height,
        "frame_rate": profile.fps,
    }
    for name, value in settings.items():
        setattr(manim.config, name, value)
