"""Plays a scene before a sink, and says how far two pictures of it are apart.

``python -m bench.tools.film MODULE:SCENE DRAWING PROFILE SCRATCH`` plays one in this process and
sends its pictures to standard output, before anything is encoded.
"""

from __future__ import annotations

import importlib
import os
import struct
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any

import manim
import numpy as np
import numpy.typing as npt

from pipeline.engine.plan.profiles import profile_named
from pipeline.fastdraw.paint.damage import Rect
from pipeline.worker.setup import configure_manim, patches_for, renderer_for
from pipeline.worker.sink import Pixels, Sink

MOST_PIXELS, MOST_DIFFERENCE = 0.001, 3
"""What fast drawing may differ by: the share of pixels that do at all, and by how much of 255."""

_COUNT = struct.Struct("<I")

Run = tuple[int, bytes]
"""A picture and for how many frames it is shown."""


def play_before(sink: Sink, scene_class: type[manim.Scene], drawing: str) -> None:
    """Play a scene, drawn by manim (``stock``) or by the fast drawing (``auto``), into a sink.

    A scene in which nothing is played is one picture.
    """
    renderer: Any = renderer_for(scene_class, sink, drawing, on_frame=lambda: None)
    with patches_for(drawing):
        scene = scene_class(renderer=renderer)
        scene.render()
        if not sink.frames:
            sink.write(np.asarray(renderer.still(scene)))


def apart(one: npt.NDArray[np.uint8], other: npt.NDArray[np.uint8]) -> tuple[float, int]:
    """Return the share of pixels that differ between two pictures, and by how much at most."""
    differs = (np.maximum(one, other) - np.minimum(one, other)).max(axis=2)
    return np.count_nonzero(differs) / differs.size, int(differs.max())


class Reel:
    """A sink that sends each picture on, once for as long as it stands."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.frames = 0
        self._stream, self._picture, self._count = stream, b"", 0

    def write(
        self,
        pixels: Pixels,
        repeat: int = 1,
        damage: Sequence[Rect] | None = None,  # noqa: ARG002 a sink is told
    ) -> None:
        """Send the picture before this one on, if this is another."""
        picture = pixels.tobytes()
        if picture != self._picture:
            self._send()
            self._picture, self._count = picture, 0
        self._count += repeat
        self.frames += repeat

    def mark(self) -> None:
        """No keyframes."""

    def close(self) -> None:
        """Send the last picture, and say that it was the last."""
        self._send()
        self._stream.write(_COUNT.pack(0))
        self._stream.flush()

    def _send(self) -> None:
        if self._count:
            self._stream.write(_COUNT.pack(self._count) + self._picture)


def runs(stream: IO[bytes], size: int) -> Iterator[Run]:
    """Yield what a reel has sent, pictures of ``size`` bytes.

    Raises
    ------
    EOFError
        If it broke off.
    """
    while True:
        head = stream.read(_COUNT.size)
        if len(head) < _COUNT.size:
            raise EOFError("the film broke off")
        (count,) = _COUNT.unpack(head)
        if not count:
            return
        picture = stream.read(size)
        if len(picture) < size:
            raise EOFError("the film broke off")
        yield count, picture


def main() -> int:
    """Play what the command line names."""
    target, drawing, profile, scratch = sys.argv[1:]
    # What a scene prints must not get between the pictures.
    stream = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    configure_manim(profile_named(profile), Path(scratch))
    module, _, name = target.partition(":")
    with stream:
        reel = Reel(stream)
        play_before(reel, getattr(importlib.import_module(module), name), drawing)
        reel.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
