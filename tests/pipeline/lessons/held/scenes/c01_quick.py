"""Clip 01: a dot, at once."""

from manim import Dot

from scenes.stage import LessonScene


class Quick(LessonScene):
    lesson_name = "tests.pipeline.lessons.held"
    clip_number = "01"

    def show(self) -> None:
        self.add(Dot(radius=2))
