"""Clip 01: a dot appears, moves and stays."""

from manim import RIGHT, FadeIn

from scenes.stage import LessonScene
from tests.pipeline.lessons.tiny.scenes.shapes import big_dot


class MovingDot(LessonScene):
    lesson_name = "tests.pipeline.lessons.tiny"
    clip_number = "01"

    def appear(self) -> None:
        self.dot = big_dot()
        self.play(FadeIn(self.dot), run_time=0.4)

    def move(self) -> None:
        self.play(self.dot.animate.shift(3 * RIGHT), run_time=1)

    def stay(self) -> None:
        """Nothing moves."""
