"""The lesson "Derivatives: the language of change": who made it, and its clips in order."""

from __future__ import annotations

from datetime import date

from lessons.derivatives.c00 import script as c00
from lessons.derivatives.c01 import script as c01
from lessons.derivatives.c02 import script as c02
from lessons.derivatives.c03 import script as c03
from lessons.derivatives.c04 import script as c04
from lessons.derivatives.c05a import script as c05a
from lessons.derivatives.c05b import script as c05b
from lessons.derivatives.c05c import script as c05c
from lessons.derivatives.c06 import script as c06
from lessons.derivatives.c07 import script as c07
from lessons.derivatives.c08 import script as c08
from lessons.derivatives.c09a import script as c09a
from lessons.derivatives.c09b import script as c09b
from lessons.derivatives.c10 import script as c10
from lessons.derivatives.c11 import script as c11
from lessons.model import Lesson

LESSON = Lesson(
    slug="derivatives",
    title="Derivatives",
    subtitle="The language of change",
    author="Chau Dara",
    publisher="TFDevs",
    course="AI & ML Bootcamp",
    language="en",
    published=date(2026, 4, 10),
    scenes="scenes.derivatives",
    clips=(
        c00.CLIP,
        c01.CLIP,
        c02.CLIP,
        c03.CLIP,
        c04.CLIP,
        c05a.CLIP,
        c05b.CLIP,
        c05c.CLIP,
        c06.CLIP,
        c07.CLIP,
        c08.CLIP,
        c09a.CLIP,
        c09b.CLIP,
        c10.CLIP,
        c11.CLIP,
    ),
)
