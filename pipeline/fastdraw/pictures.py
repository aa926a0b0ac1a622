"""A patch for images in a scene: manim 0.22 calls Pillow in a way that Pillow 13 refuses."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

import manim.camera.camera as manim_camera
import numpy as np
from PIL import Image


@contextmanager
def mended_pictures() -> Iterator[None]:
    """Let manim's camera show ``ImageMobject`` and ``ZoomedScene`` while the context is open.

    To put an image in its place, manim asks for an empty image by an array of zeros of type
    ``float64``. Pillow took such an array for RGBA up to version 12 and has refused it since.
    """
    names = vars(manim_camera)
    own = names["Image"]
    names["Image"] = _Pillow()
    try:
        yield
    finally:
        names["Image"] = own


class _Pillow(ModuleType):
    """Pillow's module ``Image`` with a ``fromarray`` that accepts what manim's camera gives it."""

    def __init__(self) -> None:
        super().__init__(Image.__name__)
        vars(self).update({**vars(Image), "fromarray": _from_array})


def _from_array(pixels: np.ndarray[Any, Any], mode: str | None = None) -> Image.Image:
    if mode == "RGBA" and pixels.dtype == np.float64:
        height, width = pixels.shape
        return Image.new("RGBA", (width, height))
    return Image.fromarray(pixels, mode)
