"""Finds a lesson by name, at run time: no scene depends on the words of another."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Mapping
from pathlib import Path

from lessons.exploration import Exploration
from lessons.model import Lesson
from lessons.parameters import ClipParameters
from lessons.publication import Publication


def load_lesson(name: str) -> Lesson:
    """Return the lesson called ``name``.

    Parameters
    ----------
    name
        A folder of ``lessons/``, or the dotted name of a package elsewhere, that has a module
        ``lesson`` with the lesson under the name ``LESSON``.

    Raises
    ------
    LookupError
        If there is no such lesson.
    """
    if not all(part.isidentifier() for part in name.split(".")):
        raise LookupError(f"there is no lesson {name!r}")
    module = _module(name)
    try:
        found = importlib.import_module(module)
    except ModuleNotFoundError as error:
        # Only the lesson itself may be missing: a broken import inside it is another matter.
        if error.name is None or not f"{module}.".startswith(f"{error.name}."):
            raise
        raise LookupError(f"there is no lesson {name!r}") from None
    lesson = found.LESSON
    if not isinstance(lesson, Lesson):
        raise TypeError(f"{module}.LESSON is not a Lesson")
    return lesson


def every_lesson() -> tuple[str, ...]:
    """Return the names of all lessons that lie in ``lessons/``, sorted."""
    return tuple(sorted(file.parent.name for file in Path(__file__).parent.glob("*/lesson.py")))


def forget_lesson(name: str) -> None:
    """Let the next ``load_lesson`` read the lesson's words anew, after a file was saved."""
    package = lesson_package(name)
    for module in list(sys.modules):
        if module.startswith(f"{package}.") and module.endswith((".lesson", ".script")):
            parent, _, child = module.rpartition(".")
            # An import statement takes a submodule from its parent before it asks for a new one.
            vars(sys.modules[parent]).pop(child, None)
            del sys.modules[module]


def word_files(name: str) -> tuple[Path, ...]:
    """Return the files that hold a lesson's words: its ``lesson.py`` and each ``script.py``.

    Raises
    ------
    LookupError
        If there is no such lesson.
    """
    spec = importlib.util.find_spec(_module(name))
    if spec is None or spec.origin is None:
        raise LookupError(f"there is no lesson {name!r}")
    lesson = Path(spec.origin)
    return (lesson, *sorted(lesson.parent.glob("*/script.py")))


def parameters_of(name: str) -> tuple[type[ClipParameters], ...]:
    """Return what may be changed in a lesson's clips: one kind of parameters for some clips each.

    They stand in the lesson's module ``parameters``, under the name ``PARAMETERS``; a lesson
    without that module has none.
    """
    module = f"{lesson_package(name)}.parameters"
    if importlib.util.find_spec(module) is None:
        return ()
    kinds: tuple[type[ClipParameters], ...] = importlib.import_module(module).PARAMETERS
    return kinds


def numbers_of(name: str, clip: str, parameters: ClipParameters | None = None) -> object | None:
    """Return every number of a clip; ``None`` for a clip that computes none.

    Those of the lesson's own example come from ``compute`` of the module ``numbers`` in the clip's
    folder, ``c05a`` for clip 05a.

    Parameters
    ----------
    name
        The lesson, as for ``load_lesson``.
    clip
        The number of the clip.
    parameters
        What was changed; nothing for the lesson's own example.

    Raises
    ------
    LookupError
        If parameters were changed that the clip does not take.
    """
    if parameters is not None and parameters.changed():
        return parameters.numbers_of(clip)
    folder = f"{lesson_package(name)}.c{clip}"
    module = f"{folder}.numbers"
    if importlib.util.find_spec(folder) is None or importlib.util.find_spec(module) is None:
        return None
    numbers: object = importlib.import_module(module).compute()
    return numbers


def explorations_of(name: str) -> Mapping[str, Exploration]:
    """Return by clip number how a lesson's numbers become states of the explorers.

    They stand in the lesson's module ``exploration``, under the name ``EXPLORATIONS``; a lesson
    without that module has none.
    """
    module = f"{lesson_package(name)}.exploration"
    if importlib.util.find_spec(module) is None:
        return {}
    explorations: Mapping[str, Exploration] = importlib.import_module(module).EXPLORATIONS
    return explorations


def openings_of(name: str) -> Mapping[str, str]:
    """Return by clip number the beat with whose first state an explorer of the lesson begins.

    They stand beside the explorations, under the name ``OPENINGS``; a lesson without that module
    has none.
    """
    module = f"{lesson_package(name)}.exploration"
    if importlib.util.find_spec(module) is None:
        return {}
    openings: Mapping[str, str] = getattr(importlib.import_module(module), "OPENINGS", {})
    return openings


def publication_of(name: str) -> Publication | None:
    """Return what a lesson says of itself where it is published; ``None`` where it says nothing.

    It stands in the lesson's module ``publication``, under the name ``PUBLICATION``.

    Raises
    ------
    PublicationError
        If it names a clip or a beat that the lesson does not have.
    """
    module = f"{lesson_package(name)}.publication"
    if importlib.util.find_spec(module) is None:
        return None
    publication: Publication = importlib.import_module(module).PUBLICATION
    publication.check_against(load_lesson(name))
    return publication


def lesson_package(name: str) -> str:
    """Return the dotted name of a lesson's package, which computes its examples."""
    return name if "." in name else f"lessons.{name}"


def _module(name: str) -> str:
    return f"{lesson_package(name)}.lesson"
