"""A user's manim file: how it is imported, and which scenes it holds."""

from __future__ import annotations

import builtins
import importlib.util
import os
import random
import re
import sys
import warnings
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType

import manim
import numpy as np
from manim._config.output import OutputFormat

from pipeline.machine.variables import WARNINGS
from pipeline.types import Format, PipelineError, Profile
from pipeline.worker.setup import FRAME_HEIGHT, configure_manim, insist, set_size

_PROJECT = Path(__file__).resolve().parents[2]
_SHAPE, _ALIKE = 16 / 9, 0.01
"""The shape of manim's own frame, and the share by which another may differ and count as that."""
_LATEX = {"latex", "pdflatex", "xelatex", "lualatex", "dvisvgm"}


def read_file(source: Path, place: Path, profile: Profile, scratch: Path) -> ModuleType:
    """Import a file as manim would, in the folder where the user typed the command.

    The file's changes to manim's settings stay, except for settings that the run decides. What it
    asks for in size and rate is settled by ``settled_profile``.
    """
    configure_manim(profile, scratch)
    if abs(profile.width / profile.height / _SHAPE - 1) < _ALIKE:
        # 854 × 480 pixels are hardly wider than 16 : 9, and manim's own frame stays as it is.
        manim.config.frame_width = FRAME_HEIGHT * _SHAPE
    manim.config.input_file = source
    # A file may draw random numbers while it is imported: they are the same at every run.
    random.seed(0)
    np.random.seed(0)  # noqa: NPY002 such a file uses this generator
    os.chdir(place)
    _make_way()
    sys.path.insert(0, str(source.parent))
    # The name by which files beside it import it, unless a module of that name is loaded.
    name = source.stem if source.stem not in sys.modules else f"{source.stem}_file"
    spec = importlib.util.spec_from_file_location(name, source)
    if spec is None or spec.loader is None:
        raise ImportError(f"{source.name} is no Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    heed_warnings()
    with latex_missed():
        spec.loader.exec_module(module)
    insist(scratch)
    return module


def settled_profile(profile: Profile, *, insists: bool) -> tuple[Profile, str]:
    """Return the profile to draw with, after code of the user's has run, and a remark about it.

    A size or a rate that the code has set counts, unless the profile insists; then manim is set
    back to the profile, and the remark says so.

    Raises
    ------
    PipelineError
        If no video can have that size or rate.
    """
    config = manim.config
    asked = (config.pixel_width, config.pixel_height, config.frame_rate)
    own = (profile.width, profile.height, profile.fps)
    if asked == own:
        return profile, ""
    name = f"{asked[0]}x{asked[1]}@{asked[2]:g}"
    if insists:
        set_size(profile)
        return profile, f"it asks for {name}; --profile {profile.name} wins"
    width, height, fps = map(int, asked)
    if (width, height, fps) != asked or width % 2 or height % 2 or min(width, height, fps) < 1:
        raise PipelineError(
            f"asks for {name}; a video has an even width and height, and whole frames a second: "
            "set others, or give a --profile, which wins"
        )
    return replace(profile, name=name, width=width, height=height, fps=fps), ""


def settled_format(asked: Format | None, *, transparent: bool) -> Format:
    """Return what kind of file a scene becomes, after code of the user's has run.

    What the command asks for wins over what the code has set. As in manim, the default is a video
    for everybody, and a film with alpha for what is seen through.

    Raises
    ------
    PipelineError
        If that kind of file is not written here, or knows no transparency.
    """
    config = manim.config
    if transparent:
        config.transparent = True
    own = OutputFormat.parse(config.format)
    if asked is None and own is OutputFormat.PNG_SEQUENCE:
        raise PipelineError(
            "asks for a PNG of every frame, which is not written here; "
            f"say --format {'|'.join(Format)}, which wins"
        )
    settled = asked
    if settled is None and own.value in tuple(Format):
        settled = Format(own.value)
    if settled is None:
        settled = Format.MOV if config.transparent else Format.MP4
    if settled is Format.MP4 and config.transparent:
        raise PipelineError(
            "is transparent, which MP4 does not know; say --format mov, webm, gif or png"
        )
    # manim itself draws nothing but the end of a scene that becomes a picture.
    config.format = "png" if settled is Format.PNG else "auto"
    return settled


def heed_warnings() -> None:
    """Let warnings do what the user has set PYTHONWARNINGS to, except those of this project."""
    wish = os.environ.pop(WARNINGS, None)
    if wish is None:
        return
    os.environ["PYTHONWARNINGS"] = wish
    for option in wish.split(","):
        # The parts of an option: what to do, and of which message, category, module and line.
        action, message, category, module, line, *_ = [*option.strip().split(":"), *[""] * 5]
        kind = getattr(builtins, category or "Warning", Warning)
        names = ("default", "error", "ignore", "always", "module", "once")
        meant = next((name for name in names if action and name.startswith(action)), None)
        if meant is not None and isinstance(kind, type) and issubclass(kind, Warning):
            warnings.filterwarnings(
                meant,  # type: ignore[arg-type]
                re.escape(message),
                kind,
                re.escape(module) + r"\Z" if module else "",
                int(line or 0),
            )
    warnings.filterwarnings("ignore", module=r"(pipeline|mathcore|lessons|scenes)\b")


def _make_way() -> None:
    """Let a user's packages come before those of this project that have the same names.

    Ours are forgotten, though whoever holds one keeps it, and are looked for last: a file that
    imports ``scenes`` gets the package beside it, or on its path, and ours only if there is none.
    """
    project = str(_PROJECT)
    ours = {path.stem for path in _PROJECT.iterdir() if path.suffix == ".py" or _is_package(path)}
    for name, module in list(sys.modules.items()):
        file = str(getattr(module, "__file__", None) or "")
        if name.partition(".")[0] in ours and file.startswith(project):
            del sys.modules[name]
    # Off the path: a folder without __init__.py, however early, would lose against our packages.
    sys.path[:] = [entry for entry in sys.path if entry != project]
    sys.meta_path.append(_LastResort(ours))


class _LastResort(MetaPathFinder):
    """Finds this project's packages where nobody else has found one of that name."""

    def __init__(self, ours: Collection[str]) -> None:
        self._ours = ours

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return where a package of ours is; ``None`` for any other."""
        if path is not None or name not in self._ours:
            return None
        return PathFinder.find_spec(name, [str(_PROJECT)], target)


def _is_package(folder: Path) -> bool:
    return (folder / "__init__.py").is_file()


def scenes_of(module: ModuleType) -> dict[str, type[manim.Scene]]:
    """Return the scenes that a file holds itself, in its order, by the names of their classes.

    Classes that a function of the file has made may share a name; then the variables that hold them
    tell them apart.
    """
    own = {
        variable: value
        for variable, value in vars(module).items()
        if isinstance(value, type)
        and issubclass(value, manim.Scene)
        and value.__module__ == module.__name__
    }
    classes = dict.fromkeys(own.values())
    names = [scene.__name__ for scene in classes]
    if len(set(names)) == len(names):
        return dict(zip(names, classes, strict=True))
    return own


@contextmanager
def latex_missed() -> Iterator[None]:
    """Say in one line that a scene needs LaTeX, if LaTeX is not installed."""
    try:
        yield
    except FileNotFoundError as error:
        if error.filename not in _LATEX:
            raise
        raise PipelineError(
            f"needs LaTeX, and there is no program {error.filename} here; "
            "install TeX Live, or write it with manim's MathTypst"
        ) from error
