"""Clip 01: nothing is wrong with it."""

from manim import Dot

from scenes.stage import LessonScene


class Good(LessonScene):
    lesson_name = "tests.pipeline.lessons.broken"
    clip_number = "01"

    def act(self) -> None:
        self.add(Dot())
