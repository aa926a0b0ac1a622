"""From a machine to what it has and lacks, in the order in which one would mend it."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.audio.espeak import PACKAGE
from pipeline.checks.folders import check_lock, check_writable
from pipeline.checks.packages import check_compiled, check_packages, check_voice
from pipeline.checks.system import check_disk, check_memory, check_python, check_tools
from pipeline.checks.typefaces import check_typefaces
from pipeline.flow.workshop import Workshop
from pipeline.types import Check
from pipeline.variants import theme_fonts


def examine(shop: Workshop) -> Iterator[Check]:
    """Yield one check after another: some take a moment."""
    store = shop.store_root.resolve()
    yield check_python()
    yield from check_tools()
    yield check_packages()
    yield check_compiled()
    yield check_typefaces(theme_fonts())
    yield check_voice(PACKAGE)
    yield check_writable("output folder", shop.folder)
    yield check_writable("store", store)
    yield check_lock("the output folder", shop.folder / ".lock")
    yield check_lock("the store", store / ".lock")
    yield check_disk(shop.folder)
    yield check_memory()
