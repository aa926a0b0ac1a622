"""Clip 02: a square, once the file named by HOLD is gone."""

import os
import time
from pathlib import Path

from manim import Square

from scenes.stage import LessonScene


class Waiting(LessonScene):
    lesson_name = "tests.pipeline.lessons.held"
    clip_number = "02"

    def wait_here(self) -> None:
        while Path(os.environ["HOLD"]).exists():
            time.sleep(0.02)
        self.add(Square())
