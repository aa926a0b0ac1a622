"""A fake sink: keeps the pictures that it is lent instead of encoding them."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt


class FakeSink:
    """Copies each picture, and counts those that change outside of their damage.

    Attributes
    ----------
    pictures
        The pictures, RGBA, in order; one for each call.
    frames
        For how many frames they are shown in all.
    marks
        Before which picture each beat began.
    lies
        How many pictures differ from the one before where their damage does not say so.
    """

    def __init__(self) -> None:
        self.pictures: list[npt.NDArray[np.uint8]] = []
        self.frames = 0
        self.marks: list[int] = []
        self.lies = 0

    def write(self, pixels: Any, repeat: int = 1, damage: Any = None) -> None:
        """Keep a copy of a picture."""
        if damage is not None and self.pictures:
            differs = (pixels != self.pictures[-1]).any(axis=2)
            for rect in damage:
                differs[rect.top : rect.bottom, rect.left : rect.right] = False
            self.lies += bool(differs.any())
        self.pictures.append(pixels.copy())
        self.frames += repeat

    def mark(self) -> None:
        """Note that a beat begins."""
        self.marks.append(len(self.pictures))

    def close(self) -> None:
        """Do nothing: all pictures are kept already."""
