"""One leg of the steps: a line with its length beside it."""

from __future__ import annotations

from manim import RIGHT, UP, Line, VGroup

from scenes import theme
from scenes.components.text.numeral import Numeral


class Leg(VGroup):
    """A horizontal or upright line, as long as a number says, and that number."""

    def __init__(self, length: float, *, upright: bool, color: str) -> None:
        way = UP if upright else RIGHT
        self.line = Line(-way * length / 2, way * length / 2, stroke_color=color)
        self.line.set_stroke(width=theme.CURVE_STROKE)
        number = Numeral(length, 0, size=theme.DIGIT_SIZE)
        number.next_to(self.line, RIGHT if upright else UP, buff=theme.CARD_GAP)
        super().__init__(self.line, number)
