"""Marks: beats that a clip's script names for a use outside of its video."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Sequence
from typing import Final

from lessons.library import lesson_package
from lessons.model import Clip
from pipeline.types import PipelineError

LOOPS: Final = "LOOPS"
"""Beats whose picture may go round while the lecturer speaks."""
SHORT: Final = "SHORT"
"""Beats, one after the other, that stand for a clip which is too long for a Short."""


def marked_beats(lesson_name: str, clip: Clip, mark: str) -> tuple[str, ...]:
    """Return the names of the beats that a clip's script marks, in the order of the clip.

    They stand in the module ``script`` of the clip's folder, beside the clip's words, and not in
    ``Beat``: every scene depends on that class, and a mark which no frame shows must not let clips
    be drawn again. A clip without that module or that mark has none.

    Parameters
    ----------
    lesson_name
        The lesson, as for ``lessons.library.load_lesson``.
    clip
        The clip, as it was rendered.
    mark
        The name of the mark: ``LOOPS`` or ``SHORT``.

    Raises
    ------
    PipelineError
        If a name is no beat's of the clip.
    """
    folder = f"{lesson_package(lesson_name)}.c{clip.number}"
    module = f"{folder}.script"
    if importlib.util.find_spec(folder) is None or importlib.util.find_spec(module) is None:
        return ()
    named: Sequence[str] = getattr(importlib.import_module(module), mark, ())
    beats = [beat.name for beat in clip.beats]
    if strange := [name for name in named if name not in beats]:
        raise PipelineError(
            f"{mark} of {module} names {', '.join(strange)}; clip {clip.number} has the beats "
            f"{', '.join(beats)}"
        )
    return tuple(name for name in beats if name in named)
