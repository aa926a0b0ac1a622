"""Sinks: manim's frames go straight into one encoder per clip, without partial movie files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
from manim.scene.scene_file_writer import SceneFileWriter

from pipeline.fastdraw.paint.damage import Rect

Pixels = npt.NDArray[np.uint8]


class Sink(Protocol):
    """Takes pictures: an ``Encoder``, a ``Reviewer``, or a sink that drops them."""

    frames: int

    def write(self, pixels: Pixels, repeat: int = 1, damage: Sequence[Rect] | None = None) -> None:
        """Take an RGBA picture that is shown for ``repeat`` frames.

        The array is valid only until the method returns. ``damage`` says where the picture differs
        from the one before; ``None`` says that this is unknown.
        """

    def mark(self) -> None:
        """Note that a beat begins."""

    def close(self) -> None:
        """Finish: no more pictures come."""


def stream_writer(
    sink: Sink,
    on_frame: Callable[[], None],
    on_section: Callable[[int, str, str], None] = lambda *_: None,
) -> type[SceneFileWriter]:
    """Return a file writer class for ``CairoRenderer(file_writer_class=…)`` that feeds ``sink``.

    manim makes the writer itself and passes only its own settings; hence the class holds the sink.
    manim's partial files, its cache and its joining of files are left out: the store replaces them.
    """

    class StreamWriter(SceneFileWriter):
        def next_section(self, name: str, type_: str, skip_animations: bool) -> None:
            super().next_section(name, type_, skip_animations)
            on_section(len(self.sections) - 1, name, type_)

        def add_partial_movie_file(self, _hash_animation: str | None) -> None:
            # manim drops a section in which no animation was registered.
            super().add_partial_movie_file(None)

        def is_already_cached(self, _hash_invocation: str) -> bool:
            return False

        is_open = False
        """Whether a play is being written; as in manim, pictures between plays go nowhere."""

        def begin_animation(self, allow_write: bool = False, **_settings: Any) -> None:
            self.is_open = allow_write

        def end_animation(self, *_args: Any, **_settings: Any) -> None:
            self.is_open = False

        def write_frame(self, pixels: Any, *, repeat: int = 1, damage: Any = None) -> None:
            if not self.is_open:
                return
            sink.write(pixels, repeat, damage)
            on_frame()

        def finish(self) -> None:
            """Do nothing: the encoder is closed where it was opened."""

    return StreamWriter
