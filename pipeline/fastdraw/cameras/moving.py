"""A camera that moves over a flat scene, and while it rests paints only what has changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from manim import Mobject, MovingCamera

from pipeline.fastdraw.cameras.flat import DamageCamera, Pixels


class RovingCamera(DamageCamera, MovingCamera):
    """Manim's camera of a moving frame, with a memory for as long as the frame stands still."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._view: tuple[float, ...] = ()
        super().__init__(*args, **kwargs)

    def paint(self, ground: Pixels, mobjects: Iterable[Mobject]) -> None:
        """Make the picture of ``mobjects`` over ``ground``, as the frame lies now."""
        view = (*self.frame_center.tolist(), self.frame_width, self.frame_height)
        if view != self._view:
            # Cairo rounds a path to a part of a pixel: from nearer, it must be laid again.
            self._shapes.clear()
            self.forget()
            self._view = view
        super().paint(ground, mobjects)
