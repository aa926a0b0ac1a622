"""Clip 03: it dies of a signal."""

import os
import signal

from scenes.stage import LessonScene


class Crashes(LessonScene):
    lesson_name = "tests.pipeline.lessons.broken"
    clip_number = "03"

    def act(self) -> None:
        os.kill(os.getpid(), signal.SIGSEGV)
