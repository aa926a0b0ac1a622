"""One leg of the steps: a line with its length beside it."""

from __future__ import annotations

from manim import RIGHT, UP, Line, VGroup
from manim.typing import Point3D

from scenes import theme
from scenes.components.text.numeral import Numeral


class Leg(VGroup):
    """A horizontal or upright line between two places, and the number it stands for."""

    def __init__(
        self, start: Point3D, end: Point3D, length: float, *, upright: bool, color: str
    ) -> None:
        self.line = Line(start, end, stroke_color=color, stroke_width=theme.CURVE_STROKE)
        number = Numeral(length, 0, size=theme.DIGIT_SIZE)
        number.next_to(self.line, RIGHT if upright else UP, buff=theme.CARD_GAP)
        super().__init__(self.line, number)
