"""A line through one point only: nothing holds it, so it turns as it likes."""

from __future__ import annotations

from manim import LEFT, PI, RIGHT, Rotate, VGroup
from manim.typing import Point3D

from scenes import theme
from scenes.components.marks.dashes import Dashes
from scenes.components.motion.attention import dimmed_opacity
from scenes.components.text.text import HeadingLines

COUNT, REACH = 5, 1.05
"""How many of its places are kept, and half its length in frame units."""
SPIN = 1.2
"""How long it takes for half a turn, in seconds."""


class FreeLine:
    """A line that turns about a point, the places that it has passed, and what they say.

    Attributes
    ----------
    line
        The line, level at first.
    places
        Some of its places, dimmed.
    words
        What is said of them.

    Parameters
    ----------
    point
        The point that it goes through, a frame point.
    said_at
        Where the words begin, a frame point.
    width
        How wide they may be, in frame units: they take as few lines as that allows.
    """

    def __init__(self, point: Point3D, said_at: Point3D, width: float) -> None:
        self.point, reach = point, REACH * RIGHT
        self.line = Dashes(point - reach, point + reach, anchor=point)
        self.places = VGroup(
            *(
                self.line.copy().rotate(PI * place / COUNT, about_point=point)
                for place in range(COUNT)
            )
        ).set_stroke(opacity=dimmed_opacity(theme.APPROX))
        self.words = HeadingLines("one point, no line", width, theme.KEY_SIZE)
        self.words.move_to(said_at, aligned_edge=LEFT)

    def spin(self) -> Rotate:
        """Let the line turn about the point, once by half a turn."""
        return Rotate(self.line, PI, about_point=self.point, run_time=SPIN, rate_func=theme.TRAVEL)
