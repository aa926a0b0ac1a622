"""Pictures in a scene: manim 0.22 asks of Pillow what Pillow 13 no longer does."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import manim.camera.camera as manim_camera
import numpy as np
from PIL import Image


def mend_pictures() -> None:
    """Let manim's camera show ``ImageMobject`` and ``ZoomedScene`` again.

    To put a picture in its place, it asks for an empty one by way of an array of zeros of another
    kind, which Pillow took for RGBA up to version 12 and refuses since.
    """
    vars(manim_camera)["Image"] = _Pillow()


class _Pillow(ModuleType):
    """Pillow's module of pictures, as manim's camera takes it to be."""

    def __init__(self) -> None:
        super().__init__(Image.__name__)
        vars(self).update({**vars(Image), "fromarray": _from_array})


def _from_array(pixels: np.ndarray[Any, Any], mode: str | None = None) -> Image.Image:
    if mode == "RGBA" and pixels.dtype == np.float64:
        height, width = pixels.shape
        return Image.new("RGBA", (width, height))
    return Image.fromarray(pixels, mode)
