"""The renderer: manim's own, which also leaves undrawn what nobody will see."""

from __future__ import annotations

import inspect
from typing import Any

import numpy as np
import numpy.typing as npt
from manim import CairoRenderer, Camera, Scene


class QuietRenderer(CairoRenderer):
    """Draws nothing while animations are skipped, so that earlier beats pass in no time."""

    def update_frame(self, scene: Scene, *args: Any, **kwargs: Any) -> None:
        """Draw the scene, unless nobody will see it."""
        if not self.skip_animations:
            super().update_frame(scene, *args, **kwargs)

    def still(self, scene: Scene) -> npt.NDArray[np.uint8]:
        """Draw the scene as it stands, skipped or not."""
        self.static_image = None
        super().update_frame(scene)
        return np.asarray(self.get_frame())


def camera_for(scene_class: type[Scene]) -> type[Camera]:
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
    return Camera
