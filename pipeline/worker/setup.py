"""The set-up of a worker: manim's settings, and which renderer draws a scene."""

from __future__ import annotations

import configparser
import inspect
import math
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any

import manim
from manim.utils import tex_file_writing

from pipeline.fastdraw.patches.expected.table import why_stock
from pipeline.fastdraw.patches.install import patched_manim
from pipeline.fastdraw.renderer import FastRenderer, QuietRenderer, fast_camera
from pipeline.protocol import Remark
from pipeline.types import Profile
from pipeline.worker.channel import Channel
from pipeline.worker.sink import Sink, stream_writer

FRAME_HEIGHT = 8.0
_MANIMS_RATIO = 16 / 9
_NARROW = 4 / 3
"""The height of the scene in manim's units; the width follows from the picture's shape."""


def drawing_for(asked: str, channel: Channel) -> str:
    """Return how a scene is drawn: as ``asked``, or ``stock`` where the patches do not fit manim.

    Then manim draws by itself, and a remark says why.
    """
    if asked == "stock":
        return asked
    reason = why_stock()
    if not reason:
        return asked
    channel.send(Remark(f"manim itself draws it: {reason}"))
    return "stock"


def renderer_for(
    scene_class: type[manim.Scene],
    sink: Sink,
    drawing: str,
    *,
    on_frame: Callable[[], None],
    on_section: Callable[[int, str, str], None] = lambda *_: None,
    camera_class: type[manim.Camera] | None = None,
    segments: bool = False,
) -> QuietRenderer:
    """Return the renderer of a scene: the fast one if there is a fast camera, else manim's own.

    Parameters
    ----------
    scene_class
        The scene to be played.
    sink
        The sink that the pictures go to.
    drawing
        ``stock`` for manim's own drawing, ``fast`` or ``auto`` for the fast one.
    on_frame
        A function that is called after each picture.
    on_section
        A function that is called with number, name and kind of each section as it begins.
    camera_class
        The camera; by default the one that the scene's class names.
    segments
        Whether manim's own files of each animation are written besides.
    """
    writer = stream_writer(sink, on_frame, on_section, segments=segments)
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


def patches_for(drawing: str) -> AbstractContextManager[None]:
    """Return the context to draw a scene in: it installs the patches, or none for ``stock``."""
    return nullcontext() if drawing == "stock" else patched_manim()


@contextmanager
def refused_latex() -> Iterator[None]:
    """Let nothing start LaTeX: a clip must look the same on a machine that has none."""

    def refuse(*_arguments: object, **_settings: object) -> Path:
        raise RuntimeError("a lesson uses no LaTeX, which many machines lack; write it in Typst")

    own = tex_file_writing.compile_tex
    tex_file_writing.compile_tex = refuse
    try:
        yield
    finally:
        tex_file_writing.compile_tex = own


def configure_manim(profile: Profile, scratch: Path) -> None:
    """Set every option of manim that a picture depends on.

    manim reads a configuration file from the home folder: what it says must not reach the picture.
    The frame follows the shape of the picture.
    """
    parser = configparser.ConfigParser()
    with (Path(manim.__file__).parent / "_config" / "default.cfg").open(encoding="utf-8") as file:
        parser.read_file(file)
    manim.config.digest_parser(parser)
    insist(scratch)
    manim.config.format = "auto"  # manim refuses a scene without animations in any video format
    set_size(profile)
    manim.config.seed = 0
    manim.config.frame_width, manim.config.frame_height = frame_size(profile)


def frame_size(profile: Profile) -> tuple[float, float]:
    """Return the width and the height of the frame for a profile, in frame units.

    A frame that is at least as wide as 4:3 is as high as manim's. A narrower one has the area of
    manim's frame: its units are smaller on the picture, so that as much has room in it.
    """
    ratio = profile.width / profile.height
    if ratio >= _NARROW:
        return FRAME_HEIGHT * ratio, FRAME_HEIGHT
    height = FRAME_HEIGHT * math.sqrt(_MANIMS_RATIO / ratio)
    return height * ratio, height


def set_size(profile: Profile) -> None:
    """Let manim draw at the size and the rate of a profile."""
    manim.config.pixel_width = profile.width
    manim.config.pixel_height = profile.height
    manim.config.frame_rate = profile.fps


def insist(scratch: Path) -> None:
    """Set every option of manim that the run decides, even if a user's file has set it."""
    settings: dict[str, Any] = {
        "media_dir": str(scratch),
        "dry_run": False,
        "disable_caching": True,
        "progress_bar": "none",
        "verbosity": "WARNING",
    }
    for name, value in settings.items():
        setattr(manim.config, name, value)
