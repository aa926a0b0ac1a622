"""Loops: which beats' pictures may go round while the lecturer speaks."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Sequence

from lessons.library import lesson_package
from lessons.model import Clip
from pipeline.types import PipelineError


def loops_of(lesson_name: str, clip: Clip) -> frozenset[str]:
    """Return the names of a clip's beats whose picture may go round while the lecturer speaks.

    They stand under the name ``LOOPS`` in the module ``script`` of the clip's folder, beside the
    clip's words, and not in ``Beat``: every scene depends on that class, and a mark which no frame
    shows must not let clips be drawn again. A clip without that module or that name has none.

    Parameters
    ----------
    lesson_name
        The lesson, as for ``lessons.library.load_lesson``.
    clip
        The clip, as it was rendered.

    Raises
    ------
    PipelineError
        If a name is no beat's of the clip.
    """
    folder = f"{lesson_package(lesson_name)}.c{clip.number}"
    module = f"{folder}.script"
    if importlib.util.find_spec(folder) is None or importlib.util.find_spec(module) is None:
        return frozenset()
    named: Sequence[str] = getattr(importlib.import_module(module), "LOOPS", ())
    beats = [beat.name for beat in clip.beats]
    if strange := [name for name in named if name not in beats]:
        raise PipelineError(
            f"LOOPS of {module} names {', '.join(strange)}; clip {clip.number} has the beats "
            f"{', '.join(beats)}"
        )
    return frozenset(named)
