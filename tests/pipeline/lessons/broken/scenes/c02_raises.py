"""Clip 02: it raises."""

from scenes.stage import LessonScene


class Raises(LessonScene):
    lesson_name = "tests.pipeline.lessons.broken"
    clip_number = "02"

    def act(self) -> None:
        raise ValueError("the slope of a vertical line")
