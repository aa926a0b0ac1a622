"""Finds a lesson by name, at run time: no scene depends on the words of another."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from pathlib import Path

from lessons.model import Lesson
from lessons.parameters import ClipParameters


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


def parameters_of(name: str) -> tuple[type[ClipParameters], ...]:
    """Return what may be changed in a lesson's clips: one kind of parameters for some clips each.

    They stand in the lesson's module ``parameters``, under the name ``PARAMETERS``; a lesson
    without that module has none.
    """
    module = f"{_package(name)}.parameters"
    if importlib.util.find_spec(module) is None:
        return ()
    kinds: tuple[type[ClipParameters], ...] = importlib.import_module(module).PARAMETERS
    return kinds


def numbers_package(name: str) -> str:
    """Return the dotted name of the package that computes a lesson's examples."""
    return f"{_package(name)}.numbers"


def _package(name: str) -> str:
    return name if "." in name else f"lessons.{name}"


def _script(name: str) -> str:
    return f"{_package(name)}.script"
