"""Clip 01: a formula, two slopes, another formula."""

from manim import DOWN, FadeIn, VGroup

from scenes import theme
from scenes.components.text.formula import Formula
from scenes.components.text.readout import Readout
from scenes.components.text.text import Words
from scenes.stage import LessonScene
from tests.browser.lessons.small.c01.numbers import Numbers, compute


class Slopes(LessonScene):
    lesson_name = "tests.browser.lessons.small"
    clip_number = "01"

    def compute_numbers(self) -> Numbers:
        return compute()

    def square(self) -> None:
        self.formula = Formula("{{ f(x) : value }} = x^2", size=theme.KEY_SIZE)
        self.play(FadeIn(self.formula), run_time=0.4)

    def secant(self) -> None:
        slopes = [
            Readout("(Delta y) / (Delta x) =", slope, decimals=1) for slope in self.numbers.secants
        ]
        self.slopes = VGroup(Words("two slopes"), *slopes).arrange(DOWN)
        self.formula.shift(3 * DOWN)
        self.play(FadeIn(self.slopes), run_time=0.4)

    def cubic(self) -> None:
        self.clear()
        self.play(FadeIn(Formula("g(x) = x^3 - 3 x < 5", size=theme.KEY_SIZE)), run_time=0.4)
