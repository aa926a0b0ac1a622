"""The lesson "Doubling": who made it, and its clips in order."""

from __future__ import annotations

from datetime import date

from lessons.doubling.c01 import script as c01
from lessons.doubling.c02 import script as c02

from lessons.model import Lesson

LESSON = Lesson(
    slug="doubling",
    title="Doubling",
    subtitle="Twice as much",
    author="A. Teacher",
    publisher="A school",
    course="A course",
    language="en",
    published=date(2026, 5, 1),
    scenes="scenes.doubling",
    clips=(c01.CLIP, c02.CLIP),
)
