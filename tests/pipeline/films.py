"""Films: scenes and clips played into memory, and how far their pictures differ."""

import importlib
from collections.abc import Iterator
from functools import cache
from typing import Any

import manim
import numpy as np
import numpy.typing as npt

from bench.film import apart, play_before
from lessons.library import load_lesson

WIDTH, HEIGHT, FPS = 256, 144, 3
SIZE = {"pixel_width": WIDTH, "pixel_height": HEIGHT, "frame_height": 8.0, "frame_width": 128 / 9}
LESSON = load_lesson("derivatives")


class Film:
    """A sink that copies its pictures, and counts those that change outside of their damage."""

    def __init__(self) -> None:
        self.pictures: list[npt.NDArray[np.uint8]] = []
        self.lies = 0
        self.frames = 0

    def write(self, pixels: Any, repeat: int = 1, damage: Any = None) -> None:
        if damage is not None and self.pictures:
            differs = (pixels != self.pictures[-1]).any(axis=2)
            for rect in damage:
                differs[rect.top : rect.bottom, rect.left : rect.right] = False
            self.lies += bool(differs.any())
        self.pictures.append(pixels.copy())
        self.frames += repeat

    def mark(self) -> None:
        """No keyframes."""

    def close(self) -> None:
        """Nothing to end."""


@cache
def film(number: str, drawing: str) -> Film:
    """Play a clip of the lesson into a film."""
    clip = LESSON[number]
    module = importlib.import_module(f"{LESSON.scenes}.{clip.module}.clip")
    return film_of(getattr(module, clip.scene), drawing)


def film_of(scene_class: type[manim.Scene], drawing: str) -> Film:
    """Play a scene into a film."""
    kept = Film()
    settings = {
        "pixel_width": WIDTH,
        "pixel_height": HEIGHT,
        "frame_rate": FPS,
        "disable_caching": True,
        "verbosity": "ERROR",
        "progress_bar": "none",
    }
    with manim.tempconfig(settings):
        play_before(kept, scene_class, drawing)
    return kept


def differences(one: Film, other: Film) -> Iterator[tuple[float, int]]:
    """For each frame the share of pixels that differ, and by how much at most."""
    assert len(one.pictures) == len(other.pictures)
    for a, b in zip(one.pictures, other.pictures, strict=True):
        yield apart(a, b)
