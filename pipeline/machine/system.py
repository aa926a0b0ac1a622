"""The system: the interpreter, the tools for installing, the disk and the memory."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Callable
from pathlib import Path

from pipeline.types import Check, Need

_OLDEST = (3, 11)
_DISK_GB, _MEMORY_GB = 2.0, 2.0
_PATIENCE = 30

_MAC_TOOLS = "xcode-select --install"
_MEND = {
    "apt-get": {
        "compiler": "sudo apt-get install -y build-essential",
        "pkg-config": "sudo apt-get install -y pkg-config",
        "pango": "sudo apt-get install -y libpango1.0-dev libcairo2-dev",
        "python": "sudo apt-get install -y python3-dev",
    },
    "brew": {
        "compiler": _MAC_TOOLS,
        "pkg-config": "brew install pkgconf",
        "pango": "brew install pango cairo",
        "python": "brew install python@3.13",
    },
    "dnf": {
        "compiler": "sudo dnf install -y gcc",
        "pkg-config": "sudo dnf install -y pkgconf-pkg-config",
        "pango": "sudo dnf install -y pango-devel cairo-devel",
        "python": "sudo dnf install -y python3-devel",
    },
    "pacman": {
        "compiler": "sudo pacman -S --needed base-devel",
        "pkg-config": "sudo pacman -S --needed pkgconf",
        "pango": "sudo pacman -S --needed pango cairo",
        "python": "sudo pacman -S --needed python",
    },
    "zypper": {
        "compiler": "sudo zypper install gcc",
        "pkg-config": "sudo zypper install pkg-config",
        "pango": "sudo zypper install pango-devel cairo-devel",
        "python": "sudo zypper install python3-devel",
    },
}


def check_python() -> Check:
    """Check the version of the running interpreter."""
    oldest = ".".join(map(str, _OLDEST))
    return Check(
        f"Python {oldest} or newer",
        sys.version_info >= _OLDEST,
        platform.python_version(),
        "make test PYTHON=/path/to/a/newer/python3",
    )


def check_tools(run: Callable[[list[str]], bool] | None = None) -> list[Check]:
    """Look for the tools that building a package from its sources needs.

    Parameters
    ----------
    run
        A function that runs a command and tells whether it succeeded.
    """
    run = run or _succeeds
    headers = Path(sysconfig.get_path("include"), "Python.h")
    return [
        _tool("C compiler", _compiles(run), "compiler"),
        _tool("pkg-config", run(["pkg-config", "--version"]), "pkg-config"),
        _tool(
            "Pango and Cairo headers",
            run(["pkg-config", "--exists", "pango", "pangocairo", "cairo"]),
            "pango",
        ),
        _tool("Python headers", headers.is_file(), "python"),
    ]


def check_disk(folder: Path) -> Check:
    """Check how much room the disk of the videos has."""
    place = next(parent for parent in (folder, *folder.parents) if parent.is_dir())
    free = shutil.disk_usage(place).free / 1e9
    return Check(
        f"{_DISK_GB:g} GB of disk",
        free >= _DISK_GB,
        f"{free:.1f} GB free at {place}",
        "render.py gc --max-size 500MB, or another place with --out and --store",
        Need.ADVISED,
    )


def check_memory() -> Check:
    """Check how much memory is free for the workers."""
    free = _free_memory_gb()
    return Check(
        f"{_MEMORY_GB:g} GB of memory",
        free is None or free >= _MEMORY_GB,
        "unknown" if free is None else f"{free:.1f} GB free",
        "end other programs, or draw one clip at a time: render.py render --jobs 1",
        Need.ADVISED,
    )


def _tool(subject: str, found: bool, name: str) -> Check:
    return Check(subject, found, "found" if found else "not found", _line(name), Need.TO_INSTALL)


def _line(name: str) -> str:
    """Return the command that installs a tool with this system's package manager."""
    for manager, lines in _MEND.items():
        if shutil.which(manager):
            line = lines[name]
            return line.removeprefix("sudo ") if os.geteuid() == 0 else line
    return "see README.md, What your system needs"


def _compiles(run: Callable[[list[str]], bool]) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "empty.c")
        source.write_text("int nothing;\n", encoding="ascii")
        compiler = os.environ.get("CC", "cc").split()
        return run([*compiler, "-c", str(source), "-o", str(source.with_suffix(".o"))])


def _succeeds(command: list[str]) -> bool:
    try:
        done = subprocess.run(  # noqa: S603 fixed commands; CC is the user's own
            command, capture_output=True, check=False, timeout=_PATIENCE
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _free_memory_gb() -> float | None:
    """Return the memory that is available without swapping; ``None`` if the system does not say."""
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    values = dict(line.split(":", 1) for line in lines)
    return int(values["MemAvailable"].split()[0]) * 1024 / 1e9
