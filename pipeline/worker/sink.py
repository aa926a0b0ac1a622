"""Where manim's frames go: straight into one encoder per clip, without partial movie files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
from manim.scene.scene_file_writer import SceneFileWriter

from pipeline.fastdraw.paint.damage import Rect

Pixels = npt.NDArray[np.uint8]


class Sink(Protocol):
    """Takes pictures: an ``Encoder``, an ``Eye``, or something that throws them away."""

    frames: int

    def write(self, pixels: Pixels, repeat: int = 1, damage: Sequence[Rect] | None = None) -> None:
        """Take an RGBA picture, to be shown ``repeat`` frames long.

        It is lent, not given. ``damage`` says where it differs from the one before; ``None``, that
        nobody knows.
        """

    def mark(self) -> None:
        """Take note that a beat begins."""

    def close(self) -> None:
        """End."""


def stream_writer(sink: Sink, on_frame: Callable[[], None]) -> type[SceneFileWriter]:
    """Return a file writer class for ``CairoRenderer(file_writer_class=…)`` that feeds ``sink``.

    manim makes the writer itself and passes it only its own settings; hence a class that knows the
    sink. What it would keep, split, cache and join is left out: the store does that, verified.
    """

    class StreamWriter(SceneFileWriter):
        def add_partial_movie_file(self, _hash_animation: str | None) -> None:
            # The section must know that something was played in it, or manim drops the section.
            super().add_partial_movie_file(None)

        def is_already_cached(self, _hash_invocation: str) -> bool:
            return False

        def begin_animation(self, *args: Any, **kwargs: Any) -> None:
            """Do nothing: there is no file per animation."""

        def end_animation(self, *args: Any, **kwargs: Any) -> None:
            """Do nothing: there is no file per animation."""

        def write_frame(self, pixels: Any, *, repeat: int = 1, damage: Any = None) -> None:
            sink.write(pixels, repeat, damage)
            on_frame()

        def finish(self) -> None:
            """Do nothing: whoever opened the encoder closes it."""

    return StreamWriter
