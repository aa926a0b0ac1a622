"""Clip 05: it leaves as if all were well."""

import os

from scenes.stage import LessonScene


class Leaves(LessonScene):
    lesson_name = "tests.pipeline.lessons.broken"
    clip_number = "05"

    def act(self) -> None:
        os._exit(0)
