"""Clip 04: it sleeps for ever."""

import time

from scenes.stage import LessonScene


class Sleeps(LessonScene):
    lesson_name = "tests.pipeline.lessons.broken"
    clip_number = "04"

    def act(self) -> None:
        while True:
            time.sleep(60)
