"""Let every scene that this process makes be drawn fast, and by manim where that cannot be."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from functools import cache
from typing import Any

from manim import CairoRenderer, Camera, Scene, logger
from manim.renderer import cairo_renderer
from manim.scene import scene as manim_scene
from manim.scene.scene_file_writer import SceneFileWriter
from manim.utils.hashing import get_hash_from_play_call

from pipeline.fastdraw.patches.expected.table import why_stock
from pipeline.fastdraw.patches.install import patched_manim
from pipeline.fastdraw.pictures import mended_pictures
from pipeline.fastdraw.plugin.drawing import PlainFastRenderer
from pipeline.fastdraw.plugin.standby import OFF, Standby
from pipeline.fastdraw.reliance import LISTENERS
from pipeline.fastdraw.renderer import fast_camera
from pipeline.machine.variables import RUN

_FOR_GOOD = ExitStack()
"""Keeps what is patched in manim: it would be taken back when nobody held it any more."""
_STANDBY = Standby()


def install() -> None:
    """Put the fast renderer where a scene makes its own, for as long as this process lives.

    A worker of this project is left alone; it draws fast by itself.
    """
    if RUN in os.environ or OFF in os.environ:
        return
    vars(manim_scene)["CairoRenderer"] = make_renderer
    vars(cairo_renderer)["get_hash_from_play_call"] = hash_of_play


def make_renderer(
    file_writer_class: type[SceneFileWriter] = SceneFileWriter,
    camera_class: type[Camera] | None = None,
    skip_animations: bool = False,
    **settings: Any,
) -> CairoRenderer:
    """Return a renderer for what ``CairoRenderer`` would take: a fast one, if that can be.

    A scene calls this in its constructor.
    """
    wanted = camera_class or Camera
    fast = fast_camera(wanted)
    # manim is patched when the first scene is made, and not before: with OpenGL none comes here,
    # and what the user's file has changed in manim is seen.
    reason = _patch() if fast else f"the fast drawing knows no {wanted.__name__}"
    if reason:
        logger.warning("manim itself draws %s: %s", _name_of_scene(), reason)
    elif file_writer_class is SceneFileWriter and fast and (_is_notebook() or not _STANDBY.fork()):
        renderer = PlainFastRenderer(fast, wanted, skip_animations, **settings)
        LISTENERS[:] = [_HandOver(_name_of_scene(), renderer)]
        return renderer
    return CairoRenderer(file_writer_class, wanted, skip_animations, **settings)


class _HandOver:
    """Hands one scene over to manim, when it is told why."""

    def __init__(self, scene: str, renderer: PlainFastRenderer) -> None:
        self._scene, self._renderer = scene, renderer

    def __call__(self, reason: str) -> None:
        """Say so, take back what is half written, and let the process that stands by go on."""
        logger.warning("manim itself draws %s: %s", self._scene, reason)
        if _is_notebook():
            raise RuntimeError(
                f"{self._scene} cannot be drawn fast: {reason}; take language-of-change out of "
                "manim.cfg, and start the notebook's kernel again"
            )
        writer = vars(self._renderer).get("file_writer")
        if writer is not None:
            writer.abort_encode_jobs()
        _STANDBY.take_over()


@cache
def _patch() -> str:
    """Patch manim, once; return in one line why it has to stay as it is, or nothing."""
    reason = why_stock()
    if not reason:
        _FOR_GOOD.enter_context(patched_manim())
        _FOR_GOOD.enter_context(mended_pictures())
    return reason


def _is_notebook() -> bool:
    """Tell whether this is the kernel of a notebook, which can neither be forked nor replaced."""
    return "ipykernel" in sys.modules


def _name_of_scene() -> str:
    """Return the class of the scene whose constructor is running."""
    frame = sys._getframe()  # noqa: SLF001 what the scene calls learns of the scene only so
    while frame.f_back is not None and not isinstance(frame.f_locals.get("self"), Scene):
        frame = frame.f_back
    return type(frame.f_locals.get("self")).__name__


def hash_of_play(scene: Scene, camera: Camera, *others: Any, **settings: Any) -> str:
    """Return the name under which manim keeps a play's video: the same in each run.

    What a fast camera knows besides changes with every picture, and is left out.
    """
    renderer = scene.renderer
    seen = renderer.plain_camera() if isinstance(renderer, PlainFastRenderer) else camera
    name: str = get_hash_from_play_call(scene, seen, *others, **settings)
    return name
