"""A camera that moves over a flat scene; while it rests, it paints only what has changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from manim import Mobject, MovingCamera

from pipeline.fastdraw.cameras.flat import DamageCamera, Pixels


class MovingFastCamera(DamageCamera, MovingCamera):
    """manim's camera with a moving frame, which keeps shapes while the frame stands still."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._view: tuple[float, ...] = ()
        super().__init__(*args, **kwargs)

    def paint(self, ground: Pixels, mobjects: Iterable[Mobject]) -> None:
        """Make the picture of ``mobjects`` over ``ground`` in the present frame."""
        view = (*self.frame_center.tolist(), self.frame_width, self.frame_height)
        if view != self._view:
            # Cairo rounds a path to a fraction of a pixel: in another frame it is another path.
            self._shapes.clear()
            self.forget()
            self._view = view
        super().paint(ground, mobjects)
