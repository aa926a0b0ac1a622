"""Sinks: manim's frames go straight into one encoder per clip, without partial movie files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
from manim.scene.scene_file_writer import SceneFileWriter
from manim.scene.section import Section

from pipeline.fastdraw.paint.damage import Rect
from pipeline.fastdraw.reliance import SegmentsAskedFor, refuse_strangers

Pixels = npt.NDArray[np.uint8]

_READS_FILES = "the scene reads manim's own video files"


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
    *,
    segments: bool = False,
) -> type[SceneFileWriter]:
    """Return a file writer class for ``CairoRenderer(file_writer_class=…)`` that feeds ``sink``.

    manim makes the writer itself and passes only its own settings; hence the class holds the sink.
    manim's partial files, its cache and its joining of files are left out: the store replaces them.
    A scene that reads the names of such files is handed over, and then drawn with ``segments``:
    manim writes its files besides, into the scratch folder.
    """

    class StreamWriter(SceneFileWriter):
        def next_section(self, name: str, type_: str, skip_animations: bool) -> None:
            super().next_section(name, type_, skip_animations)
            on_section(len(self.sections) - 1, name, type_)

        def add_partial_movie_file(self, hash_animation: str | None) -> None:
            # manim drops a section in which no animation was registered.
            super().add_partial_movie_file(hash_animation if segments else None)

        def is_already_cached(self, _hash_invocation: str) -> bool:
            return False

        is_open = False
        """Whether a play is being written; as in manim, pictures between plays go nowhere."""

        def begin_animation(self, allow_write: bool = False, **settings: Any) -> None:
            self.is_open = allow_write
            if segments:
                super().begin_animation(allow_write, **settings)

        def end_animation(self, allow_write: bool = False) -> None:
            self.is_open = False
            if segments:
                super().end_animation(allow_write)

        def write_frame(self, pixels: Any, *, repeat: int = 1, damage: Any = None) -> None:
            if not self.is_open:
                return
            sink.write(pixels, repeat, damage)
            on_frame()
            if segments:
                super().write_frame(pixels, repeat=repeat)

        def save_image(self, _pixels: Any) -> None:
            """Do nothing: the last picture is taken where the sink was opened."""

        def finish(self) -> None:
            """Write manim's own files, if the scene reads them; the sink is closed elsewhere."""
            if segments:
                super().finish()

        @property
        def partial_movie_files(self) -> list[str | None]:
            """The files of each animation, for a scene that asks."""
            if not segments:
                refuse_strangers(_READS_FILES, SegmentsAskedFor)
            return self._partial_movie_files

        @partial_movie_files.setter
        def partial_movie_files(self, files: list[str | None]) -> None:
            self._partial_movie_files = files

        @property
        def sections(self) -> list[Section]:
            """The sections, which name their files, for a scene that asks."""
            if not segments:
                refuse_strangers(_READS_FILES, SegmentsAskedFor)
            return self._sections

        @sections.setter
        def sections(self, sections: list[Section]) -> None:
            self._sections = sections

        @property
        def movie_file_path(self) -> Path:
            """The file of the whole, for a scene that asks."""
            if not segments:
                refuse_strangers(_READS_FILES, SegmentsAskedFor)
            return super().movie_file_path

    return StreamWriter
