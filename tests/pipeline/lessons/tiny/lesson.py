"""The words of the tiny lesson."""

from datetime import date

from lessons.model import Beat, Clip, Lesson

LESSON = Lesson(
    slug="tiny",
    title="A tiny lesson",
    subtitle="As small as can be",
    author="A. Teacher",
    publisher="A school",
    course="A course",
    language="en",
    published=date(2026, 4, 10),
    scenes="tests.pipeline.lessons.tiny.scenes",
    clips=(
        Clip(
            number="01",
            slug="moving-dot",
            title="A moving dot",
            scene="MovingDot",
            beats=(
                Beat("appear", 1.0, "A dot."),
                Beat("move", 2.0, "It moves.", "The dot goes to the right."),
                Beat("stay", 1.0, "It stays."),
            ),
        ),
        Clip(
            number="02",
            slug="formula",
            title="A formula",
            scene="Formula",
            beats=(Beat("show", 1.0, "A formula."), Beat("turn", 1.6, "It turns round.")),
        ),
        Clip(
            number="03",
            slug="not-yet",
            title="Not yet",
            scene="NotYet",
            beats=(Beat("nothing", 1.0, "Nothing."),),
        ),
    ),
)
