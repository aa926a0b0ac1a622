"""Cuts: a beat begins as the one before it ended, and the clip's end is held."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from pipeline.review.rule import Frame, Rule, Show
from pipeline.types import Finding
from scenes import theme

SEEN = 96
"""From 0 to 255: a pixel jumps if one of its colours changes by more than this. The soft edge of a
letter changes less when a copy of the letter covers it."""
SHARE = 0.0003
"""The share of pixels that may jump; a small label that pops in changes more."""


class CutsRule(Rule):
    """No picture jumps between two beats, except where the scene has said so."""

    name = "cuts"

    def __init__(self) -> None:
        self._last: NDArray[np.uint8] | None = None

    def watch(self, frame: Frame) -> Iterator[Finding]:
        """Compare the first picture of a beat with the last one of the beat before it."""
        if frame.opens and self._last is not None:
            change = np.abs(frame.pixels[..., :3].astype(np.int16) - self._last[..., :3])
            share = float((change.max(axis=2) > SEEN).mean())
            if share > SHARE:
                what = f"{share:.1%} of the picture jumps where the beat begins"
                yield Finding(self.name, frame.beat, frame.seconds, what)
        self._last = frame.pixels

    def conclude(self, show: Show) -> Iterator[Finding]:
        """Return whether the clip's last picture was taken away too soon."""
        held = show.rested / show.fps
        if held < theme.CLIP_END - 0.5 / show.fps:
            beat = show.clip.beats[-1]
            what = f"the last picture is held {held:.2f} s, below {theme.CLIP_END:g}"
            yield Finding(self.name, beat.name, show.spans[beat.name].start / show.fps, what)
