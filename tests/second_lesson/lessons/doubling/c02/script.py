"""What the voice says in clip 02, One line."""

from __future__ import annotations

from lessons.model import Beat, Clip

CLIP = Clip(
    number="02",
    slug="one-line",
    title="One line",
    scene="OneLine",
    beats=(Beat("line_goes_on", 3, "The line goes on."), Beat("tile", 4, "So does the lesson.")),
)
