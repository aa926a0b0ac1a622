"""Cues: words that are shown for a time; and the limits that keep them readable."""

from __future__ import annotations

from dataclasses import dataclass

MOST_LINES, LONGEST_LINE = 2, 42
SHORTEST, LONGEST = 1.0, 7.0
"""Seconds for which a cue is shown, at least and at most."""
FASTEST, HURRIED = 20.0, 17.0
"""Characters a second: the limit of reading, and the rate above which reading is a hurry."""
FEWEST_FRAMES = 2
"""Frames; a shorter gap between two cues would flicker."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Text that is shown from one time to another.

    Attributes
    ----------
    start, end
        Seconds from the start of the video.
    lines
        The lines on screen.
    """

    start: float
    end: float
    lines: tuple[str, ...]

    @property
    def seconds(self) -> float:
        """For how many seconds it is shown."""
        return self.end - self.start

    @property
    def text(self) -> str:
        """All lines joined to one."""
        return " ".join(self.lines)

    @property
    def rate(self) -> float:
        """Characters a second, line breaks not counted."""
        return sum(map(len, self.lines)) / self.seconds
