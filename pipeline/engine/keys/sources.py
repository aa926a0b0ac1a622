"""Which files of source a scene depends on, found by following its imports."""

from __future__ import annotations

import ast
import sys
import sysconfig
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from lessons.library import lesson_package
from pipeline.engine.plan.job import LessonJob

PROJECT = Path(__file__).resolve().parents[3]
"""The folder of the project's own packages."""

_PACKAGES = ("mathcore", "lessons", "scenes")
_INSTALLED = ("stdlib", "platstdlib", "purelib", "platlib")


def source_closure(job: LessonJob) -> tuple[Path, ...]:
    """Return the scene's file and every project file that it imports, directly or not.

    Imports are read from the syntax tree, wherever they stand in the file, so that planning needs
    neither manim nor any other import. An import by name at run time is not seen; the one that the
    stage makes, of the script, is meant not to be: a clip depends on its own words alone.
    """
    packages = {*_PACKAGES, job.module.partition(".")[0]}
    return _closure(job.module, (job.root, PROJECT), packages)


def words_closure(job: LessonJob) -> tuple[Path, ...]:
    """Return the files of the lesson's words: its script, and all that the script imports."""
    words = f"{lesson_package(job.lesson_name)}.lesson"
    return _closure(words, (job.root, PROJECT), {*_PACKAGES, words.partition(".")[0]})


def file_closure(source: Path) -> tuple[Path, ...]:
    """Return a file and every file that it imports which is not installed, directly or not.

    That is what lies beside it or below, and what a path of Python's leads to: all that the user
    may be writing. What is installed is known by its version.
    """
    installed = [Path(sysconfig.get_path(name)).resolve() for name in _INSTALLED]
    paths = [Path(entry).resolve() for entry in sys.path if Path(entry).is_dir()]
    own = [path for path in paths if not any(path.is_relative_to(place) for place in installed)]
    own.sort(key=lambda path: path == PROJECT)  # ours come last, as in the worker
    # The file itself is known: its name need not be one that Python would find by an import.
    return _closure(source.stem, (source.parent, *own), None, {source.stem: source})


def _closure(
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
        path = known.get(name) or (_module_file(name, roots) if ours else None)
        if path is None:
            continue
        found[name] = path
        waiting += [] if name in known else _parents(name)
        waiting += _imports(path.read_bytes(), name, is_package=path.name == "__init__.py")
    return tuple(sorted(found.values()))


def _module_file(name: str, roots: Iterable[Path]) -> Path | None:
    for root in roots:
        stem = root.joinpath(*name.split("."))
        for path in (stem / "__init__.py", stem.with_name(f"{stem.name}.py")):
            if path.is_file():
                return path
    return None


def _parents(name: str) -> list[str]:
    parts = name.split(".")
    return [".".join(parts[:length]) for length in range(1, len(parts))]


@cache
def _imports(source: bytes, module: str, *, is_package: bool) -> tuple[str, ...]:
    """Return every name that a source may import; those that are no modules are sorted out later.

    Most clips stand on the same files, and a syntax tree costs more than all the rest of a plan.
    A source that is no Python imports nothing: no result is ever filed under it, and the worker
    says what is wrong.
    """
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return ()
    names = []
    for node in _statements(tree):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(node, module, is_package=is_package)
            names += [base, *(f"{base}.{alias.name}" for alias in node.names)]
    return tuple(names)


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    """Walk the blocks of a syntax tree, however deep; no import hides in an expression."""
    yield node
    for block in ("body", "handlers", "cases", "orelse", "finalbody"):
        inner = getattr(node, block, ())
        for statement in inner if isinstance(inner, list) else ():
            yield from _statements(statement)


def _absolute(node: ast.ImportFrom, module: str, *, is_package: bool) -> str:
    if not node.level:
        return node.module or ""
    parts = module.split(".")
    kept = parts[: len(parts) - node.level + (1 if is_package else 0)]
    return ".".join([*kept, *([node.module] if node.module else [])])
