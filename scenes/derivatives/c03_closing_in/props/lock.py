"""A padlock that a condition opens."""

from __future__ import annotations

from manim import PI, RIGHT, UP, Animation, AnimationGroup, Arc, Rotate, RoundedRectangle, VGroup

from scenes import theme
from scenes.components.text.formula import Formula

LOCK_SIZE = 0.7
"""The width of the padlock, in frame units."""


class Padlock(VGroup):
    """A padlock beside the condition that opens it.

    Parameters
    ----------
    condition
        Typst mathematics.
    color
        Named in the theme, by the role of what the condition is about.
    """

    def __init__(self, condition: str, color: str = theme.RUN) -> None:
        size = LOCK_SIZE
        self.body = RoundedRectangle(
            corner_radius=size / 6,
            width=size,
            height=size * 0.75,
            stroke_color=color,
            stroke_width=theme.FRAME_STROKE,
            fill_color=color,
            fill_opacity=theme.FILL,
        )
        self.shackle = Arc(
            radius=size * 0.3,
            start_angle=0,
            angle=PI,
            stroke_color=color,
            stroke_width=theme.CURVE_STROKE,
        ).next_to(self.body, UP, buff=0)
        self.condition = Formula(condition, size=theme.KEY_SIZE, color=color)
        self.condition.next_to(self.body, RIGHT, buff=theme.GUTTER)
        super().__init__(self.shackle, self.body, self.condition)

    def open(self) -> Animation:
        """Lift the shackle and turn it away."""
        hinge = self.shackle.get_start()
        return AnimationGroup(
            Rotate(self.shackle, angle=-PI / 4, about_point=hinge), run_time=theme.POINT
        )
