"""Files of source as they are now, each read once for all the jobs of one look."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from pipeline.engine.keys.imports import imported_names


class SourceFiles:
    """Files of source, as they are now.

    What was read once is not read again: fifteen clips stand on the same three hundred files. So an
    object serves one look at many jobs. A later look, for whether something has changed in between,
    takes another.
    """

    def __init__(self) -> None:
        self.digest = cache(self._digest)
        self.imports = cache(self._imports)
        self.module_file = cache(self._module_file)
        self.below = cache(self._below)
        self._bytes = cache(Path.read_bytes)

    def _digest(self, path: Path) -> str:
        """Return the SHA-256 of a file, in hexadecimal digits."""
        return hashlib.sha256(self._bytes(path)).hexdigest()

    def _imports(self, path: Path, module: str) -> tuple[str, ...]:
        """Return every name that a file, known as a module, may import."""
        is_package = path.name == "__init__.py"
        return imported_names(self._bytes(path), module, is_package=is_package)

    @staticmethod
    def _module_file(name: str, roots: tuple[Path, ...]) -> Path | None:
        """Return the file of a module below the first of several folders that has it."""
        for root in roots:
            stem = root.joinpath(*name.split("."))
            for path in (stem / "__init__.py", stem.with_name(f"{stem.name}.py")):
                if _is_file(path):
                    return path
        return None

    @staticmethod
    def _below(folder: Path) -> tuple[Path, ...]:
        """Return all files below a folder, sorted; none if there is no such folder."""
        return tuple(sorted(file for file in folder.rglob("*") if file.is_file()))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # what looked like an import is too long for the name of a file
        return False
