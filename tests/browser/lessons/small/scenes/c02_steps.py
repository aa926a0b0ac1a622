"""Clip 02: where descent comes to, and a line that fits itself."""

from manim import DOWN, FadeIn, VGroup

from scenes.components.text.formula import Formula
from scenes.components.text.readout import Readout
from scenes.stage import LessonScene
from tests.browser.lessons.small.c02.numbers import Numbers, compute


class Steps(LessonScene):
    lesson_name = "tests.browser.lessons.small"
    clip_number = "02"

    def compute_numbers(self) -> Numbers:
        return compute()

    def downhill(self) -> None:
        n = self.numbers
        rows = [Readout("x =", place, decimals=3) for place in n.places[1:3]]
        self.rows = VGroup(*rows).arrange(DOWN)
        self.play(FadeIn(self.rows), run_time=0.4)

    def fit(self) -> None:
        self.remove(self.rows)
        misses = " + ".join(f"(w dot {x:g} - {y:g})^2" for x, y in self.numbers.points)
        formula = Formula(f"J(w) = 1 / {len(self.numbers.points)} ({misses}) >= 0")
        rows = VGroup(formula, Readout("w =", self.numbers.w)).arrange(DOWN)
        self.play(FadeIn(rows), run_time=0.4)
