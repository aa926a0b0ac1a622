"""The packages: what is installed, what requirements.lock pins, and our own C extensions."""

from __future__ import annotations

import re
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from packaging.requirements import Requirement

from pipeline.types import Check, Need

LOCK = Path(__file__).resolve().parents[2] / "requirements.lock"

COMPILED = (
    "pipeline.fastdraw.paint._faces",
    "pipeline.fastdraw.paint._convert",
    "pipeline.worker._audit",
)
"""The extensions in C."""

_PIN = re.compile(r"^([a-z0-9][^\\\n]*==[^\\\n]*)", re.MULTILINE)
_SHOWN = 3
_MEND = "make test, which installs what the lock says"


def check_packages(lock: Path = LOCK) -> Check:
    """Compare every pin that applies here."""
    subject = "packages of requirements.lock"
    try:
        text = lock.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Check(subject, False, f"there is no {lock}", "work in a checkout", Need.ADVISED)
    pins = [Requirement(line) for line in _PIN.findall(text)]
    applying = [pin for pin in pins if pin.marker is None or pin.marker.evaluate()]
    missing = [pin.name for pin in applying if _found(pin) is None]
    if missing:
        return Check(subject, False, f"missing: {_some(missing)}", _MEND)
    # Another version may work too, but the pictures are only promised for the pinned ones.
    others = [
        f"{pin.name} is {found}"
        for pin in applying
        if (found := _found(pin)) and not pin.specifier.contains(found, prereleases=True)
    ]
    if others:
        return Check(subject, False, f"not as pinned: {_some(others)}", _MEND, Need.ADVISED)
    return Check(subject, True, f"all {len(applying)} as pinned", "")


def check_compiled(*modules: str) -> Check:
    """Import modules that the set-up compiles; all of ``COMPILED`` if none is named."""
    subject = "compiled parts"
    names = []
    for module in modules or COMPILED:
        try:
            names.append(Path(str(import_module(module).__file__)).name)
        except ImportError as error:
            return Check(subject, False, str(error), "make test, which compiles it")
    return Check(subject, True, ", ".join(names), "")


def check_voice(package: str) -> Check:
    """Look for the package of the scratch voice; all other voices work without it."""
    subject = "scratch voice"
    try:
        return Check(subject, True, f"{package} {version(package)}", "")
    except PackageNotFoundError:
        mend = "make lesson VOICE=espeak, which installs it; only --voice espeak needs it"
        return Check(subject, False, f"no {package}", mend, Need.ADVISED)


def _found(pin: Requirement) -> str | None:
    try:
        return version(pin.name)
    except PackageNotFoundError:
        return None


def _some(names: list[str]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more
