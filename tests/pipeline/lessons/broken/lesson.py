"""The words of the broken lesson."""

from datetime import date

from lessons.model import Beat, Clip, Lesson

ENDS = (
    ("01", "good", "Good"),
    ("02", "raises", "Raises"),
    ("03", "crashes", "Crashes"),
    ("04", "sleeps", "Sleeps"),
    ("05", "leaves", "Leaves"),
    ("06", "eats", "Eats"),
    ("07", "nobody", "Nobody"),
    ("08", "latex", "Latex"),
)

LESSON = Lesson(
    slug="broken",
    title="A broken lesson",
    subtitle="All but one",
    author="A. Teacher",
    publisher="A school",
    course="A course",
    language="en",
    published=date(2026, 4, 10),
    scenes="tests.pipeline.lessons.broken.scenes",
    clips=tuple(
        Clip(number, slug, slug.capitalize(), scene, (Beat("act", 1.0, "It ends."),))
        for number, slug, scene in ENDS
    ),
)
