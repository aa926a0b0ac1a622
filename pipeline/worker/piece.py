"""A piece of a clip: some beats of it as files of several kinds, from one performance."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import manim
import numpy as np

from pipeline.fastdraw.paint.damage import Rect
from pipeline.machine.videos import measure_video
from pipeline.protocol import PieceKind, PieceTask
from pipeline.types import Format, Profile
from pipeline.worker.films import check_film, open_animated_png, open_film
from pipeline.worker.performance import Performance
from pipeline.worker.piece_vectors import write_vectors
from pipeline.worker.sink import Pixels, Sink


class PiecePerformance(Performance):
    """Plays some beats of a clip and writes what the task asks for: films, stills or both."""

    task: PieceTask

    def open_sink(self) -> Sink:
        """Open a file for each kind that moves."""
        task = self.task
        return _Sinks(
            [
                _open_film(task.path_of(kind), self.profile, kind, alpha=task.transparent)
                for kind in task.kinds
                if not kind.is_still
            ]
        )

    def prepare_stage(self) -> None:
        """Take the ground away, if it is to be seen through."""
        if self.task.transparent:
            camera = self.renderer.camera
            # Black: where nothing is painted a picture with opacity has no colour.
            camera.background_opacity, camera.background_color = 0.0, manim.BLACK

    def keep_still(self, beat: str) -> None:
        """Write the stills of the last beat that is wanted."""
        wanted = self.task.beats or [one.name for one in self.scene.clip.beats]
        for kind in self.task.kinds:
            path = self.task.path_of(kind)
            if not kind.is_still or beat != wanted[-1] or path.exists():
                continue
            picture = np.asarray(self.renderer.still(self.scene))
            if kind is PieceKind.SVG:
                write_vectors(path, self.scene, self.renderer)
                continue
            sink = open_film(path, self.profile, Format.PNG, alpha=self.task.transparent)
            sink.write(picture)
            sink.close()

    def count_written(self) -> int:
        """Return how many frames were drawn, after every film was reopened and found whole."""
        drawn = self.sink.frames
        for kind in self.task.kinds:
            if not kind.is_still:
                _check_film(self.task.path_of(kind), self.profile, kind, drawn)
        return drawn


class _Sinks:
    """Hands each picture to several sinks."""

    def __init__(self, sinks: Sequence[Sink]) -> None:
        self.frames = 0
        self._sinks = sinks

    def write(self, pixels: Pixels, repeat: int = 1, damage: Sequence[Rect] | None = None) -> None:
        """Hand on a picture."""
        for sink in self._sinks:
            sink.write(pixels, repeat, damage)
        self.frames += repeat

    def mark(self) -> None:
        """Hand on that a beat begins."""
        for sink in self._sinks:
            sink.mark()

    def close(self) -> None:
        """Close all of them."""
        for sink in self._sinks:
            sink.close()


def _open_film(path: Path, profile: Profile, kind: PieceKind, *, alpha: bool) -> Sink:
    if kind is PieceKind.APNG:
        return open_animated_png(path, profile, alpha=alpha)
    return open_film(path, profile, Format(kind.value), alpha=alpha)


def _check_film(path: Path, profile: Profile, kind: PieceKind, drawn: int) -> None:
    if kind is not PieceKind.APNG:
        check_film(path, profile, Format(kind.value), drawn)
        return
    found = measure_video(path).frames
    if found != drawn:
        raise RuntimeError(f"{drawn} frames were drawn, {found} are in the {kind}")
