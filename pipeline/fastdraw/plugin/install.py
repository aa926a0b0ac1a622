"""Let every scene that this process makes be drawn fast, and by manim where that cannot be."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from manim import CairoRenderer, Camera, Scene, config, logger
from manim.manager import Manager
from manim.renderer import cairo_renderer
from manim.scene import scene as manim_scene
from manim.scene.scene_file_writer import SceneFileWriter
from manim.utils.hashing import get_hash_from_play_call

from pipeline.fastdraw.patches.expected.table import why_stock
from pipeline.fastdraw.patches.install import install_patches
from pipeline.fastdraw.plugin.drawing import PlainFastRenderer
from pipeline.fastdraw.reliance import HandedToManim
from pipeline.fastdraw.renderer import fast_camera
from pipeline.machine.variables import RUN


def install() -> None:
    """Put the fast renderer where a scene makes its own, for as long as this process lives.

    The patches come first: the user's file, which is imported later, may change manim itself. A
    worker of this project is left alone; it draws fast by itself.
    """
    if RUN in os.environ:
        return
    if reason := why_stock():
        logger.warning("manim itself draws: %s", reason)
        return
    install_patches()
    vars(manim_scene)["CairoRenderer"] = make_renderer
    vars(cairo_renderer)["get_hash_from_play_call"] = hash_of_play
    Manager.render = _rendered_by(Manager.render)  # type: ignore[method-assign]


def make_renderer(
    file_writer_class: type[SceneFileWriter] = SceneFileWriter,
    camera_class: type[Camera] | None = None,
    skip_animations: bool = False,
    **settings: Any,
) -> CairoRenderer:
    """Return a renderer for what ``CairoRenderer`` would take: a fast one, if that can be."""
    wanted = camera_class or Camera
    fast = fast_camera(wanted)
    if fast is None:
        logger.warning("manim itself draws: the fast drawing knows no %s", wanted.__name__)
    elif file_writer_class is SceneFileWriter:
        return PlainFastRenderer(fast, wanted, skip_animations, **settings)
    return CairoRenderer(file_writer_class, wanted, skip_animations, **settings)


def hash_of_play(scene: Scene, camera: Camera, *others: Any, **settings: Any) -> str:
    """Return the name under which manim keeps a play's video: that of manim's own drawing.

    What a fast camera knows besides changes with every picture.
    """
    renderer = scene.renderer
    seen = renderer.plain_camera() if isinstance(renderer, PlainFastRenderer) else camera
    name: str = get_hash_from_play_call(scene, seen, *others, **settings)
    return name


def _rendered_by(render: Callable[[Manager[Any], bool], bool]) -> Callable[..., bool]:
    """Return a method of the manager that plays a scene once more if it was handed to manim."""

    def render_or_hand_over(manager: Manager[Any], preview: bool = False) -> bool:
        renderer = manager.scene.renderer
        try:
            return render(manager, preview)
        except HandedToManim as reason:
            scene = type(manager.scene)
            logger.warning("manim itself draws %s: %s", scene.__name__, reason)
        # As the scene has found them: what it has changed so far, it changes once more.
        config.update(renderer.settings)
        make = vars(manim_scene)
        make["CairoRenderer"] = CairoRenderer
        try:
            again: bool = scene().render(preview)
        finally:
            make["CairoRenderer"] = make_renderer
        return again

    return render_or_hand_over
