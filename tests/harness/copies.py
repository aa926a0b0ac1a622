"""Copies of the project that a test may edit."""

import compileall
import shutil
from pathlib import Path

from tests.harness.runs import PROJECT

PACKAGES = ("mathcore", "lessons", "scenes", "pipeline", "publish")


def copy_project(folder: Path, *more: str) -> Path:
    """Copy everything that draws, and ``more`` of the project, into ``folder``, compiled.

    The bytecode is copied too, and made where it is missing, because workers write none.
    """
    for package in (*PACKAGES, *more):
        shutil.copytree(PROJECT / package, folder / package, dirs_exist_ok=True)
    shutil.copy2(PROJECT / "render.py", folder)
    compileall.compile_dir(folder, quiet=2)
    return folder
