"""The fast renderer with manim's own file writer: the same files, drawn faster."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from types import SimpleNamespace
from typing import Any

from manim import Camera, Scene, config
from manim.scene.scene_file_writer import SceneFileWriter
from manim.typing import RGBAPixelArray

from pipeline.fastdraw.cameras.flat import DamageCamera
from pipeline.fastdraw.renderer import FastRenderer
from pipeline.machine.x264 import CAREFUL, LARGE

_X264 = "libx264"
_ALL_CORES = {"threads": "0"}
"""One process draws one scene after the other here, so that the other cores have nothing to do."""
_ROWS = 1080
"""A higher picture is encoded with the options for large ones, which take less memory."""


class _CopyingWriter(SceneFileWriter):
    """manim's file writer, for a renderer that paints every picture into the same array."""

    def write_frame(
        self,
        pixels: RGBAPixelArray,
        *,
        repeat: int = 1,
        damage: object = None,  # noqa: ARG002 manim converts all of a picture
    ) -> None:
        """Write a picture, which is copied: manim encodes it in a thread of its own, later."""
        super().write_frame(pixels.copy(), repeat=repeat)


class PlainFastRenderer(FastRenderer):
    """Draws the frames of a ``CairoRenderer`` fast, into manim's own files.

    manim encodes with x264 as it comes, which takes longer than to draw. Where the user has set no
    options, those of this project's ``final`` or ``uhd`` take their place.

    Parameters
    ----------
    camera_class
        A fast camera.
    drawn_for
        manim's own camera in whose place it draws.
    skip_animations
        As for ``CairoRenderer``.
    """

    def __init__(
        self,
        camera_class: type[DamageCamera],
        drawn_for: type[Camera],
        skip_animations: bool = False,
        **settings: Any,
    ) -> None:
        self._drawn_for = drawn_for
        super().__init__(_CopyingWriter, camera_class, skip_animations, **settings)

    def init_scene(self, scene: Scene, session_spec: Any, file_writer_settings: Any) -> None:
        """Make the file writer, with options of x264 that take less time."""
        encoder = session_spec.video_encoder
        if encoder and encoder.codec == _X264 and not config.video_encoder_options:
            options = CAREFUL if min(encoder.width, encoder.height) <= _ROWS else LARGE
            encoder = replace(encoder, options=tuple({**options, **_ALL_CORES}.items()))
            scene.session_spec = replace(session_spec, video_encoder=encoder)
            file_writer_settings = replace(file_writer_settings, video_encoder=encoder)
        super().init_scene(scene, session_spec, file_writer_settings)

    def update_frame(self, scene: Scene, *args: Any, **settings: Any) -> None:
        """Draw the scene, also where animations are skipped: it may look at the picture."""
        self.draw(scene, *args, **settings)

    def plain_camera(self) -> Any:
        """Return what manim's own camera would hold: all that its cache may take as the camera."""
        own = vars(self.camera)
        names = _names_of(self._drawn_for)  # type: ignore[arg-type]  # a class can be hashed
        return SimpleNamespace(**{name: own[name] for name in names if name in own})


@cache
def _names_of(camera_class: type[Camera]) -> tuple[str, ...]:
    """Return the attributes that a camera has before it has drawn anything."""
    return tuple(vars(camera_class()))
