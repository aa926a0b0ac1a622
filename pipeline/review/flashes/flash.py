"""Flashes that can bring on a seizure: the general and the red flash of WCAG 2.3.1.

Two opposing transitions in a cell are one flash. A cell flashes when more than three flashes begin
in it within one second; a film is harmful where flashing cells fill more than a quarter of any 10°
field, which is a third of the picture each way (341 × 256 of 1024 × 768), and where so much of the
field changes together each time: strokes of a formula that passes by change one cell after another
and are no flash. Everything is rounded to the safe side: a cell flashes as a whole, and a flash
counts from its beginning. A flash that never comes to the same place twice is not found.

Source: W3C, *WCAG 2.2*, "general flash and red flash thresholds" with its notes.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

import numpy as np

from pipeline.review.flashes.transitions import Grid, Luminance, Mask, Pixels, Redness

Kind: TypeAlias = Literal["general", "red"]

FLASHES: Final = 3
"""The number of flashes within a second that is allowed."""
FIELDS: Final = 3
"""How many 10° fields stand side by side in the picture."""
AREA: Final = 0.25
"""The share of a field that may flash without limit."""
TOGETHER: Final = 1 / 15
"""Seconds; changes within this time count as one moment."""


@dataclass(frozen=True, slots=True)
class Flash:
    """A stretch of the film in which some field flashes too often.

    Parameters
    ----------
    kind
        ``general`` for luminance, ``red`` for saturated red.
    first_frame, last_frame
        Where the light changes first and last.
    count
        Flashes in its worst second.
    share
        How much of the worst 10° field flashes, from 0 to 1.
    """

    kind: Kind
    first_frame: int
    last_frame: int
    count: int
    share: float


class FlashMeter:
    """Measures a film frame by frame and keeps the flashes; it remembers one second of frames.

    Parameters
    ----------
    fps
        Frames per second.
    width, height
        The size of every frame, in pixels.

    Raises
    ------
    ValueError
        If the rate is not positive, or a side is shorter than three pixels.
    """

    def __init__(self, fps: float, width: int, height: int) -> None:
        if not fps > 0 or min(width, height) < FIELDS:
            raise ValueError(f"cannot measure {width} × {height} pixels at {fps:g} frames a second")
        self._shape = (height, width, 4)
        self._grid = Grid(width, height, FIELDS)
        shape = self._grid.shape
        self._seconds = (
            (Luminance(shape), _Second("general", fps, shape)),
            (Redness(shape), _Second("red", fps, shape)),
        )
        self._frame = 0

    def see(self, pixels: Pixels, repeat: int = 1) -> None:
        """Measure the next frame.

        Parameters
        ----------
        pixels
            Opaque RGBA in sRGB, uint8, of shape (height, width, 4).
        repeat
            For how many frames it is shown; this costs nothing but time in the film.

        Raises
        ------
        ValueError
            If the picture has another size or type than announced, or is shown for no frame.
        """
        if pixels.shape != self._shape or pixels.dtype != np.uint8:
            raise ValueError(f"the picture is {pixels.dtype} {pixels.shape}, not {self._shape}")
        if repeat < 1:
            raise ValueError(f"repeat is {repeat}; a frame is shown at least once")
        light = self._grid.reduce(pixels)
        for transitions, second in self._seconds:
            second.add(self._frame, transitions.see(light))
        self._frame += repeat

    def flashes(self) -> list[Flash]:
        """Return what has flashed too often so far, by first frame; empty if the film is safe."""
        found = [flash for _, second in self._seconds for flash in second.found]
        return sorted(found, key=lambda flash: (flash.first_frame, flash.kind))


class _Second:
    """The transitions of one kind in the last second, and the flashes found so far."""

    def __init__(self, kind: Kind, fps: float, shape: tuple[int, int]) -> None:
        self.found: list[Flash] = []
        self._kind: Kind = kind
        self._fps = fps
        self._field = (shape[0] // FIELDS, shape[1] // FIELDS)
        self._counts = np.zeros(shape, np.int16)
        self._recent: deque[tuple[int, Mask]] = deque()

    def add(self, frame: int, changed: Mask) -> None:
        """Count the cells that have changed at a frame, and judge the second that it ends."""
        if not changed.any():
            return
        while self._recent and self._recent[0][0] <= frame - self._fps:
            self._counts -= self._recent.popleft()[1]
        self._recent.append((frame, changed))
        self._counts += changed
        self._judge(frame)

    def _judge(self, frame: int) -> None:
        counts = (self._counts + 1) // 2
        flashing = counts > FLASHES
        height, width = self._field
        if flashing.sum() <= AREA * height * width:
            return
        sums = np.pad(flashing.cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
        areas = sums[height:, width:] - sums[:-height, width:] - sums[height:, :-width]
        areas += sums[:-height, :-width]
        top, left = np.unravel_index(areas.argmax(), areas.shape)
        share = float(areas[top, left]) / (height * width)
        field = (slice(top, top + height), slice(left, left + width))
        if share <= AREA or self._moments(flashing, field) < 2 * FLASHES + 1:
            return
        # The count that more than the allowed area reaches; a faster small spot does not count.
        worst = np.sort(counts[field], axis=None)
        count = int(worst[-int(AREA * height * width) - 1])
        first = next(start for start, changed in self._recent if (changed & flashing).any())
        self._keep(Flash(self._kind, first, frame, count, share))

    def _moments(self, flashing: Mask, field: tuple[slice, slice]) -> int:
        """Return how often in this second more than the allowed area of a field changed at once."""
        height, width = self._field
        changes = [
            (frame, int((changed & flashing)[field].sum())) for frame, changed in self._recent
        ]
        moments, free = 0, -1.0
        for start, _ in changes:
            end = start + TOGETHER * self._fps
            together = sum(count for frame, count in changes if start <= frame < end)
            if start >= free and together > AREA * height * width:
                moments, free = moments + 1, end
        return moments

    def _keep(self, flash: Flash) -> None:
        """Add a finding, or make the last one longer where the two overlap."""
        last = self.found[-1] if self.found else None
        if last is None or flash.first_frame > last.last_frame:
            self.found.append(flash)
            return
        count, share = max(last.count, flash.count), max(last.share, flash.share)
        self.found[-1] = replace(last, last_frame=flash.last_frame, count=count, share=share)
