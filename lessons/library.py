"""Finds a lesson by name, at run time: no scene depends on the words of another."""

from __future__ import annotations

import importlib

from lessons.model import Lesson


def load_lesson(name: str) -> Lesson:
    """Return the lesson called ``name``.

    Parameters
    ----------
    name
        A folder of ``lessons/``, or the dotted name of a package elsewhere, that has a module
        ``script`` with the lesson under the name ``LESSON``.

    Raises
    ------
    LookupError
        If there is no such lesson.
    """
    if not all(part.isidentifier() for part in name.split(".")):
        raise LookupError(f"there is no lesson {name!r}")
    package = name if "." in name else f"lessons.{name}"
    try:
        script = importlib.import_module(f"{package}.script")
    except ModuleNotFoundError as error:
        # Only the lesson itself may be missing: a broken import inside it is another matter.
        if error.name is None or not f"{package}.script.".startswith(f"{error.name}."):
            raise
        raise LookupError(f"there is no lesson {name!r}") from None
    lesson = script.LESSON
    if not isinstance(lesson, Lesson):
        raise TypeError(f"{package}.script.LESSON is not a Lesson")
    return lesson
