"""The words of the lesson that waits."""

from datetime import date

from lessons.model import Beat, Clip, Lesson

LESSON = Lesson(
    slug="held",
    title="A lesson that waits",
    subtitle="As long as it is told to",
    author="A. Teacher",
    publisher="A school",
    course="A course",
    language="en",
    published=date(2026, 4, 10),
    scenes="tests.pipeline.lessons.held.scenes",
    clips=(
        Clip("01", "quick", "Quick", "Quick", (Beat("show", 1.0, "A dot."),)),
        Clip("02", "waiting", "Waiting", "Waiting", (Beat("wait_here", 1.0, "It waits."),)),
    ),
)
