"""Clip 02: a formula appears and turns round."""

from manim import PI, MathTypst, Rotate

from scenes.stage import LessonScene


class Formula(LessonScene):
    lesson_name = "tests.pipeline.lessons.tiny"
    clip_number = "02"

    def show(self) -> None:
        self.formula = MathTypst("f(x) = x^2").scale(3)
        self.add(self.formula)

    def turn(self) -> None:
        self.play(Rotate(self.formula, PI), run_time=1)
