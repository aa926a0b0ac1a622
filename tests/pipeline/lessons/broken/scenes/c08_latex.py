"""Clip 08: it needs LaTeX."""

from manim import MathTex

from scenes.stage import LessonScene


class Latex(LessonScene):
    lesson_name = "tests.pipeline.lessons.broken"
    clip_number = "08"

    def act(self) -> None:
        self.add(MathTex("x^2"))
