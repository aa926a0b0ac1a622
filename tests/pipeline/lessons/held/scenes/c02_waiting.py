"""Clip 02: a square, once the file named by HOLD is gone."""

import subprocess
import sys
import time
from pathlib import Path

from manim import Square

from scenes.stage import LessonScene


class Waiting(LessonScene):
    lesson_name = "tests.pipeline.lessons.held"
    clip_number = "02"

    def wait_here(self) -> None:
        # A clip must not depend on a variable, and is refused if it reads one: a program may.
        ask = [sys.executable, "-c", "import os; print(os.environ['HOLD'])"]
        told = subprocess.run(ask, capture_output=True, text=True, check=True)
        while Path(told.stdout.strip()).exists():
            time.sleep(0.02)
        self.add(Square())
