"""Films: scenes and clips played into memory, and how far their pictures differ."""

import importlib
from collections.abc import Iterator
from functools import cache

import manim

from bench.tools.film import apart, play_before
from lessons.library import load_lesson
from tests.harness.fake_sink import FakeSink

WIDTH, HEIGHT, FPS = 256, 144, 3
CLIP_FPS = 2
"""Frames per second of a whole clip, which has hundreds of pictures even so."""
SIZE = {"pixel_width": WIDTH, "pixel_height": HEIGHT, "frame_height": 8.0, "frame_width": 128 / 9}
LESSON = load_lesson("derivatives")


@cache
def film(number: str, drawing: str) -> FakeSink:
    """Play a clip of the lesson into a film."""
    clip = LESSON[number]
    module = importlib.import_module(f"{LESSON.scenes}.{clip.module}.clip")
    return film_of(getattr(module, clip.scene), drawing, CLIP_FPS)


def film_of(scene_class: type[manim.Scene], drawing: str, fps: int = FPS) -> FakeSink:
    """Play a scene into a film."""
    kept = FakeSink()
    settings = {
        "pixel_width": WIDTH,
        "pixel_height": HEIGHT,
        "frame_rate": fps,
        "disable_caching": True,
        "verbosity": "ERROR",
        "progress_bar": "none",
    }
    with manim.tempconfig(settings):
        play_before(kept, scene_class, drawing)
    return kept


def differences(one: FakeSink, other: FakeSink) -> Iterator[tuple[float, int]]:
    """Return for each frame the share of pixels that differ, and by how much at most."""
    assert len(one.pictures) == len(other.pictures)
    for a, b in zip(one.pictures, other.pictures, strict=True):
        yield apart(a, b)
