"""Which files of source a scene depends on, found by following its imports."""

from __future__ import annotations

import sys
import sysconfig
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from lessons.library import lesson_package
from pipeline.engine.keys.source_files import SourceFiles
from pipeline.engine.plan.job import LessonJob

PROJECT = Path(__file__).resolve().parents[3]
"""The folder of the project's own packages."""

_PACKAGES = ("mathcore", "lessons", "scenes")
_INSTALLED = ("stdlib", "platstdlib", "purelib", "platlib")


def source_closure(job: LessonJob, files: SourceFiles | None = None) -> tuple[Path, ...]:
    """Return the scene's file and every project file that it imports, directly or not.

    Imports are read from the text, wherever they stand in the file, so that planning needs neither
    manim nor any other import. An import by name at run time is not seen; the one that the stage
    makes, of the script, is meant not to be: a clip depends on its own words alone.
    """
    packages = {*_PACKAGES, job.module.partition(".")[0]}
    return _closure(files or SourceFiles(), job.module, (job.root, PROJECT), packages)


def words_closure(job: LessonJob) -> tuple[Path, ...]:
    """Return the files of the lesson's words: its script, and all that the script imports."""
    words = f"{lesson_package(job.lesson_name)}.lesson"
    packages = {*_PACKAGES, words.partition(".")[0]}
    return _closure(SourceFiles(), words, (job.root, PROJECT), packages)


def file_closure(source: Path, files: SourceFiles | None = None) -> tuple[Path, ...]:
    """Return a file and every file that it imports which is not installed, directly or not.

    That is what lies beside it or below, and what a path of Python's leads to: all that the user
    may be writing. What is installed is known by its version.
    """
    installed = [Path(sysconfig.get_path(name)).resolve() for name in _INSTALLED]
    paths = [Path(entry).resolve() for entry in sys.path if Path(entry).is_dir()]
    own = [path for path in paths if not any(path.is_relative_to(place) for place in installed)]
    own.sort(key=lambda path: path == PROJECT)  # ours come last, as in the worker
    roots = (source.parent, *own)
    # The file itself is known: its name need not be one that Python would find by an import.
    return _closure(files or SourceFiles(), source.stem, roots, None, {source.stem: source})


def _closure(
    files: SourceFiles,
    module: str,
    roots: Iterable[Path],
    packages: Collection[str] | None,
    known: Mapping[str, Path] = MappingProxyType({}),
) -> tuple[Path, ...]:
    roots = tuple(dict.fromkeys(roots))
    found: dict[str, Path] = {}
    seen: set[str] = set()
    waiting = [module]
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        ours = packages is None or name.partition(".")[0] in packages
        path = known.get(name) or (files.module_file(name, roots) if ours else None)
        if path is None:
            continue
        found[name] = path
        waiting += [] if name in known else _parents(name)
        waiting += files.imports(path, name)
    return tuple(sorted(found.values()))


def _parents(name: str) -> list[str]:
    parts = name.split(".")
    return [".".join(parts[:length]) for length in range(1, len(parts))]
