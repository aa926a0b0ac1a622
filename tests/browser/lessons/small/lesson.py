"""The words of the small lesson."""

from datetime import date

from lessons.model import Lesson
from tests.browser.lessons.small.c01 import script as c01
from tests.browser.lessons.small.c02 import script as c02

LESSON = Lesson(
    slug="small",
    title="A small lesson",
    subtitle="Slopes & steps",
    author="A. Teacher",
    publisher="A school",
    course="A course <for all>",
    language="en",
    published=date(2026, 4, 10),
    scenes="tests.browser.lessons.small.scenes",
    clips=(c01.CLIP, c02.CLIP),
)
