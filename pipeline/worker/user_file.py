"""A user's manim file: how it is imported, and which scenes it holds."""

from __future__ import annotations

import builtins
import importlib.util
import os
import random
import re
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import manim
import numpy as np

from pipeline.machine.variables import WARNINGS
from pipeline.types import PipelineError, Profile
from pipeline.worker.setup import configure_manim, insist

_PROJECT = Path(__file__).resolve().parents[2]
_LATEX = {"latex", "pdflatex", "xelatex", "lualatex", "dvisvgm"}


def read_file(source: Path, place: Path, profile: Profile, scratch: Path) -> ModuleType:
    """Import a file as manim would, in the folder where the user typed the command.

    The file's changes to manim's settings stay, except for settings that the run decides.
    """
    configure_manim(profile, scratch)
    manim.config.input_file = source
    # A file may draw random numbers while it is imported: they are the same at every run.
    random.seed(0)
    np.random.seed(0)  # noqa: NPY002 such a file uses this generator
    os.chdir(place)
    _make_way(source.parent)
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
    insist(profile, scratch)
    manim.config.format = "auto"  # manim refuses a scene without animations in any other format
    return module


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


def _make_way(folder: Path) -> None:
    """Unload those of our packages that have the name of a file or folder beside the file.

    Otherwise its ``import scenes`` would import our package.
    """
    beside = {path.stem for path in folder.iterdir()}
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None)
        ours = file is not None and Path(file).is_relative_to(_PROJECT)
        if ours and name.partition(".")[0] in beside and "site-packages" not in str(file):
            del sys.modules[name]


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
