"""Clip 06: it takes ever more memory, up to a bound that spares the machine."""

import time

from scenes.stage import LessonScene


class Eats(LessonScene):
    lesson_name = "tests.pipeline.lessons.broken"
    clip_number = "06"

    def act(self) -> None:
        eaten = []
        for _ in range(100):
            eaten.append(bytearray(b"x") * 2**24)
            time.sleep(0.02)
        time.sleep(3600)
