"""The fingerprint: everything that decides a clip's frames, and a digest of it."""

from __future__ import annotations

import ast
import hashlib
import json
import platform
import sys
import sysconfig
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from importlib.machinery import EXTENSION_SUFFIXES
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pipeline.job import Job, LessonJob, SceneJob
from pipeline.types import Fingerprint, Json

SCHEMA = 2
"""Goes up when the meaning of a key or of a stored record changes."""

PROJECT = Path(__file__).resolve().parents[1]
"""The folder of the project's own packages."""

_PACKAGES = ("mathcore", "lessons", "scenes")
_ENGINE = tuple(Path(__file__).resolve().parent / name for name in ("drawing", "worker"))
_EYE = Path(__file__).resolve().parent / "eye"
_AUDIO = Path(__file__).resolve().parent / "audio"
_TOOLS = ("manim", "typst", "manimpango", "pycairo", "av", "numpy", "sympy")
_DATA_FOLDERS = ("assets", "fonts")
_INSTALLED = ("stdlib", "platstdlib", "purelib", "platlib")


def take_fingerprint(job: Job) -> Fingerprint:
    """Read everything that decides the job's frames, and digest it.

    Each file is read once; whoever renders takes the fingerprint again afterwards and throws the
    result away if a file changed in between.
    """
    match job:
        case LessonJob():
            own = _of_clip(job)
        case SceneJob():
            own = _of_scene(job)
        case _:
            raise TypeError(f"nobody knows what decides the frames of {job!r}")
    ingredients: Json = {
        "schema": SCHEMA,
        **own,
        "engine": _digests(_engine(), PROJECT),
        "profile": {
            "size": [job.profile.width, job.profile.height],
            "fps": job.profile.fps,
            "gop": job.profile.gop,
            "encoder": dict(job.profile.encoder),
        },
        "versions": tool_versions(),
    }
    return Fingerprint(digest(ingredients), ingredients)


def _of_clip(job: LessonJob) -> Json:
    sources = source_closure(job)
    return {
        "scene": {"module": job.module, "class": job.clip.scene},
        "sources": _digests(sources, job.root),
        "script": _script(job),
        "lesson": _metadata(job),
        "voice": dict(job.voice_seconds),
        "parameters": dict(job.parameters),
        "variant": job.variant,
        **{name: _digests(_data_files(sources, name), job.root) for name in _DATA_FOLDERS},
    }


def _of_scene(job: SceneJob) -> Json:
    folder = job.source.parent
    return {
        "scene": {"module": job.module, "class": job.scene},
        "sources": _digests(file_closure(job.source), folder),
        "inputs": _digests(job.inputs, folder),
        "fonts": {},  # a scene takes those of the machine
        "drawing": job.drawing,
    }


def list_key(source: Path, inputs: Iterable[Path]) -> str:
    """Return the key of the list of a file's scenes: all that decides what importing it gives."""
    folder = source.parent
    return digest(
        {
            "scenes of": source.name,
            "sources": _digests(file_closure(source), folder),
            "inputs": _digests(inputs, folder),
            "engine": _digests(_engine(), PROJECT),
            "versions": tool_versions(),
        }
    )


def check_key(fingerprint: Fingerprint) -> str:
    """Return the key of what the eye says of a clip: its frames, and the eye itself."""
    eye = _digests(sorted(_EYE.rglob("*.py")), PROJECT)
    return digest({"clip": fingerprint.key, "eye": eye, "coloraide": version("coloraide")})


@cache
def audio_sources() -> Json:
    """Return what decides how a line sounds besides its voice: the code that records and mixes."""
    return {"sources": _digests(sorted(_AUDIO.glob("*.py")), PROJECT), "av": version("av")}


def digest(value: Any) -> str:
    """Return the SHA-256 of ``value`` as canonical JSON."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


@cache
def tool_versions() -> dict[str, str]:
    """Return the versions of everything outside the project that draws, compiles or encodes."""
    return {"python": platform.python_version(), **{tool: version(tool) for tool in _TOOLS}}


def source_closure(job: LessonJob) -> tuple[Path, ...]:
    """Return the scene's file and every project file that it imports, directly or not.

    Imports are read from the syntax tree, wherever they stand in the file, so that planning needs
    neither manim nor any other import. An import by name at run time is not seen; the one that the
    stage makes, of the script, is meant not to be: a clip depends on its own words alone.
    """
    packages = {*_PACKAGES, job.module.partition(".")[0]}
    return _closure(job.module, (job.root, PROJECT), packages)


def file_closure(source: Path) -> tuple[Path, ...]:
    """Return a file and every file that it imports which is not installed, directly or not.

    That is what lies beside it or below, and what a path of Python's leads to: all that somebody
    may be writing. What is installed is known by its version.
    """
    installed = [Path(sysconfig.get_path(name)).resolve() for name in _INSTALLED]
    paths = [Path(entry).resolve() for entry in sys.path if Path(entry).is_dir()]
    own = [path for path in paths if not any(path.is_relative_to(place) for place in installed)]
    return _closure(source.stem, (source.parent, *own), None)


def _closure(
    module: str, roots: Iterable[Path], packages: Collection[str] | None
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
        path = _module_file(name, roots) if ours else None
        if path is None:
            continue
        found[name] = path
        waiting += _parents(name)
        waiting += _imports(path.read_bytes(), name, is_package=path.name == "__init__.py")
    return tuple(sorted(found.values()))


def differences(old: Json, new: Json) -> list[str]:
    """Return one line for each ingredient in which two fingerprints differ."""
    lines = []
    before, after = dict(_leaves(old)), dict(_leaves(new))
    for path in sorted({*before, *after}):
        if before.get(path) == after.get(path):
            continue
        lines.append(_difference(path, before.get(path), after.get(path)))
    return lines


def _difference(path: tuple[str, ...], old: Any, new: Any) -> str:
    group, *rest = path
    name = " ".join(rest)
    verb = "is new" if old is None else "is gone" if new is None else "changed"
    if group in ("sources", "engine", "inputs", *_DATA_FOLDERS):
        return f"{group}: {name} {verb}"
    if verb == "changed" and len(f"{old}{new}") < 60:
        return f"{group}: {name} was {old}, is {new}".replace(":  ", ": ")
    return f"{group}: {name} {verb}".replace(":  ", ": ")


def _leaves(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _leaves(item, (*path, key))
    else:
        yield path, value


def _script(job: LessonJob) -> Json:
    return {
        "number": job.clip.number,
        "slug": job.clip.slug,
        "title": job.clip.title,
        "order": [beat.name for beat in job.clip.beats],
        "beats": {
            beat.name: {"seconds": beat.seconds, "narration": beat.narration}
            for beat in job.clip.beats
        },
    }


def _metadata(job: LessonJob) -> Json:
    """Return what any scene may show of the lesson: the title card, the map of all clips."""
    lesson = job.lesson
    return {
        "title": lesson.title,
        "subtitle": lesson.subtitle,
        "author": lesson.author,
        "publisher": lesson.publisher,
        "course": lesson.course,
        "language": lesson.language,
        "published": lesson.published.isoformat(),
        "clips": {clip.number: clip.title for clip in lesson.clips},
    }


def _engine() -> list[Path]:
    """Return what draws and encodes: of the part in C what was compiled, for that is what runs."""
    endings = (".py", EXTENSION_SUFFIXES[0])
    files = (file for folder in _ENGINE for file in folder.iterdir())
    return sorted(file for file in files if file.name.endswith(endings))


def _digests(paths: Iterable[Path], root: Path) -> dict[str, str]:
    return {_label(path, root): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def _label(path: Path, root: Path) -> str:
    """Name a file the same in every checkout."""
    for base in (root, PROJECT):
        if path.is_relative_to(base):
            return path.relative_to(base).as_posix()
    return path.as_posix()


def _data_files(sources: Iterable[Path], folder: str) -> list[Path]:
    """Return the files of the folders called ``folder`` that lie beside a module of the closure."""
    beside = {path.parent / folder for path in sources}
    return sorted(file for place in beside for file in place.rglob("*") if file.is_file())


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
