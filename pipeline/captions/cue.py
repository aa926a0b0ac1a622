"""A cue: a few words, on screen for a moment; and the limits that keep it readable."""

from __future__ import annotations

from dataclasses import dataclass

MOST_LINES, LONGEST_LINE = 2, 42
SHORTEST, LONGEST = 1.0, 7.0
"""Seconds on screen."""
FASTEST, HURRIED = 20.0, 17.0
"""Characters a second: more cannot be read; above the second it is a hurry."""
FEWEST_FRAMES = 2
"""A gap between two cues is none at all, or at least this long: a shorter one flickers."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Text between two moments.

    Attributes
    ----------
    start, end
        Seconds from the start of the video.
    lines
        What stands on screen.
    """

    start: float
    end: float
    lines: tuple[str, ...]

    @property
    def seconds(self) -> float:
        """How long it stands."""
        return self.end - self.start

    @property
    def text(self) -> str:
        """Its words in one line."""
        return " ".join(self.lines)

    @property
    def rate(self) -> float:
        """Characters a second, line breaks not counted."""
        return sum(map(len, self.lines)) / self.seconds
