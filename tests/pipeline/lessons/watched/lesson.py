"""The words of the watched lesson: both clips have the same beats, one for each thing to see."""

from datetime import date

from lessons.model import Beat, Clip, Lesson

SEEN = (
    ("leaves_the_frame", 3),
    ("meets_the_subtitles", 3),
    ("text_on_text", 3),
    ("line_through_text", 3),
    ("text_too_small", 3),
    ("text_on_its_own_colour", 3),
    ("line_on_its_own_colour", 3),
    ("finite_line", 3),
    ("limit_line", 3),
    ("text_leaves", 5),
    ("things_move", 4),
    ("things_stand", 4),
    ("picture_blinks", 4),
    ("number_is_shown", 4),
    ("number_is_none", 4),
    ("zero_is_shown", 4),
    ("picture_is_small", 3),
    ("text_on_a_phone", 3),
    ("text_is_dimmed", 3),
    ("axis_is_named", 3),
    ("axis_stands", 3),
    ("sign_has_a_colour", 3),
)
BEATS = (
    *(Beat(name, seconds, "Look here.") for name, seconds in SEEN),
    Beat("question_is_asked", 6, "This line climbs. How steep is it?"),
    Beat("number_is_said", 5, "It falls at minus two point five."),
    Beat("beat_opens", 3, "Look here."),
)


def clip(number: str, slug: str, scene: str, last: Beat) -> Clip:
    """A clip of all these beats, and one to end with."""
    return Clip(number, slug, slug, scene, (*BEATS, last))


LESSON = Lesson(
    slug="watched",
    title="A watched lesson",
    subtitle="Each fault once",
    author="A. Teacher",
    publisher="A school",
    course="A course",
    language="en",
    published=date(2026, 4, 10),
    scenes="tests.pipeline.lessons.watched.scenes",
    clips=(
        # Nine words in four seconds leave hardly half a second of quiet.
        clip(
            "01",
            "faulty",
            "Faulty",
            Beat("ends", 4, "We speak until the very end of this beat."),
        ),
        clip("02", "sound", "Sound", Beat("ends", 5, "We speak, and leave time to think.")),
    ),
)
