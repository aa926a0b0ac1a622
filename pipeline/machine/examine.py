"""Examines a machine: all checks, in the order in which their faults should be mended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.machine.folders import check_lock, check_writable
from pipeline.machine.packages import check_compiled, check_packages, check_voice
from pipeline.machine.system import check_disk, check_memory, check_python, check_tools
from pipeline.machine.typefaces import check_typefaces
from pipeline.types import Check


def examine(output: Path, store: Path, fonts: Iterable[str], voice_package: str) -> Iterator[Check]:
    """Yield one check after another; some take a second.

    Parameters
    ----------
    output, store
        The folders that a render would write to.
    fonts
        The typefaces that it would set text in.
    voice_package
        The package of the scratch voice.
    """
    yield check_python()
    yield from check_tools()
    yield check_packages()
    yield check_compiled()
    yield check_typefaces(tuple(fonts))
    yield check_voice(voice_package)
    yield check_writable("output folder", output)
    yield check_writable("store", store)
    yield check_lock("the output folder", output / ".lock")
    yield check_lock("the store", store / ".lock")
    yield check_disk(output)
    yield check_memory()
