"""A user's manim files: which of them are meant, and which of their scenes. Imports none."""

from __future__ import annotations

import ast
import difflib
import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from pipeline.types import UsageError


def split_wanted(wanted: Iterable[str]) -> tuple[list[Path], list[str]]:
    """Return the files and the scenes' names that a command was given.

    Raises
    ------
    UsageError
        If there is no such file, it cannot be read or is no Python, or no file is named.
    """
    files: dict[Path, None] = {}
    names: dict[str, None] = {}
    for word in wanted:
        # A folder may have the name of a scene; one that is meant is typed with its separator.
        if word.endswith(".py") or os.sep in word or Path(word).is_file():
            files[find_file(word)] = None
        else:
            names[word] = None
    if not files:
        for folder in filter(os.path.isdir, names):
            find_file(folder)  # says that it is a folder
        raise UsageError("name a file of manim scenes, as in: render.py scenes waves.py")
    stems = [file.stem for file in files]
    for file in files:
        if stems.count(file.stem) > 1:
            raise UsageError(
                f"two of the files are called {file.name}: their videos would be, too; "
                "draw one after the other, with --out"
            )
    return list(files), list(names)


def find_file(word: str) -> Path:
    """Return the file that a word names, its path in full.

    Raises
    ------
    UsageError
        If there is none, or it is no Python.
    """
    path = Path(word)
    if path.is_dir():
        raise UsageError(f"{word} is a folder; name a file in it")
    if not path.is_file():
        beside = path.parent.glob("*.py") if path.parent.is_dir() else ()
        near = difflib.get_close_matches(path.name, [file.name for file in beside], 1, 0.4)
        hint = f"did you mean {path.with_name(near[0])}?" if near else "look where it lies"
        raise UsageError(f"there is no file {word}; {hint}")
    if path.suffix != ".py":
        raise UsageError(f"{word} is no Python file; scenes are written in one that ends in .py")
    try:
        ast.parse(path.read_bytes())
    except SyntaxError as error:
        place = f"{word}:{error.lineno}" if error.lineno else word
        raise UsageError(f"{place} is no Python: {error.msg}; mend it and run again") from error
    except (ValueError, OSError) as error:
        raise UsageError(f"{word} cannot be read: {error}") from error
    # A link stays a link: Python looks for what it imports beside the link.
    return path.absolute()


def choose_scenes(
    listed: Mapping[Path, Collection[str]], names: Sequence[str], *, every: bool
) -> list[tuple[Path, str]]:
    """Return the scenes that are meant, each with its file, in the files' order.

    Parameters
    ----------
    listed
        The scenes of each file.
    names
        Those that are asked for; if none is, the only one of each file.
    every
        All of every file.

    Raises
    ------
    UsageError
        If a file has no scene, there is no scene of a name, or it was not said which of several.
    """
    for file, scenes in listed.items():
        if not scenes:
            raise UsageError(
                f"{file.name} has no scene: no class of its own derives from manim's Scene; "
                "name the file that has one"
            )
        if len(scenes) > 1 and not names and not every:
            raise UsageError(
                f"{file.name} has several scenes, {', '.join(scenes)}; name some, or all with -a"
            )
    known = {scene for scenes in listed.values() for scene in scenes}
    for name in names:
        if name not in known:
            (near,) = difflib.get_close_matches(name, sorted(known), 1, 0.0)
            files = " or ".join(file.name for file in listed)
            raise UsageError(f"there is no scene {name!r} in {files}; did you mean {near!r}?")
    return [
        (file, scene)
        for file, scenes in listed.items()
        for scene in scenes
        if every or not names or scene in names
    ]
