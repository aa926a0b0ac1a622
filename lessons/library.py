"""Finds a lesson by name, at run time: no scene depends on the words of another."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from pathlib import Path

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
    module = _script(name)
    try:
        script = importlib.import_module(module)
    except ModuleNotFoundError as error:
        # Only the lesson itself may be missing: a broken import inside it is another matter.
        if error.name is None or not f"{module}.".startswith(f"{error.name}."):
            raise
        raise LookupError(f"there is no lesson {name!r}") from None
    lesson = script.LESSON
    if not isinstance(lesson, Lesson):
        raise TypeError(f"{module}.LESSON is not a Lesson")
    return lesson


def forget_lesson(name: str) -> None:
    """Let the next ``load_lesson`` read the script anew: somebody may have changed it."""
    sys.modules.pop(_script(name), None)


def script_file(name: str) -> Path:
    """Return the file of a lesson's script.

    Raises
    ------
    LookupError
        If there is no such lesson.
    """
    spec = importlib.util.find_spec(_script(name))
    if spec is None or spec.origin is None:
        raise LookupError(f"there is no lesson {name!r}")
    return Path(spec.origin)


def _script(name: str) -> str:
    return f"{name}.script" if "." in name else f"lessons.{name}.script"
