"""What Python code reads while it runs: files, names in folders, variables of the environment."""

from __future__ import annotations

import inspect
import os
import sys
import sysconfig
import threading
from collections.abc import Iterable
from pathlib import Path
from types import CodeType, TracebackType
from typing import Any, Final, Self

from pipeline.machine.contents import digest_now, listing_now, text_digest
from pipeline.protocol import Reads
from pipeline.worker import _audit

_ENGINE = Path(__file__).resolve().parents[1]
_SYSTEM = ("/bin", "/dev", "/etc", "/lib", "/proc", "/run", "/sbin", "/sys", "/usr")
_HOME = (".cache", ".config", ".local")
_COMPILED = (".pyc", ".pyo")
_HEARD = ("open", "exec", "os.listdir", "os.scandir")
"""The audit events that tell of reading."""
_WRITES = os.O_WRONLY | os.O_RDWR
_NOT_THE_SCENE = ("<frozen importlib", str(_ENGINE))
"""Code that lists folders for its own sake: what imports modules, and what plays the scene."""
_STANDARD = (f"{sysconfig.get_path('stdlib')}{os.sep}",)
_PASSED_ON = ("<frozen ", os.__file__)
"""Code through which a look at the environment passes on its way from the one who asks."""


class ReadsWatch:
    """Notes what is read between the two ends of a ``with`` statement.

    Python reports every file that it opens and every module whose body it runs to an audit hook
    (PEP 578). What C code opens by itself is not reported: fonts, and what FFmpeg decodes. What
    belongs to Python, to installed packages, to the system and to this project's engine is left
    out: it is known by its version or by its digest in the key.

    Parameters
    ----------
    near
        Folders whose files count wherever they lie.
    scratch
        The worker's own folder, whose files do not count.
    """

    def __init__(self, near: Iterable[Path], scratch: Path) -> None:
        near = [Path(os.path.abspath(folder)) for folder in near]  # noqa: PTH100 links stay links
        installed = {
            Path(place)
            for place in (sys.prefix, sys.base_prefix, *sysconfig.get_paths().values(), *_SYSTEM)
        }
        installed |= {Path(os.path.expanduser("~"), place) for place in _HOME}  # noqa: PTH111
        # A folder that holds what is near is no folder of installed files: one may work in /usr.
        left_out = {
            place for place in installed if not any(one.is_relative_to(place) for one in near)
        }
        left_out |= {Path(sysconfig.get_path(name)) for name in ("purelib", "platlib", "stdlib")}
        left_out |= {_ENGINE, scratch}
        self._left_out = tuple(
            f"{place}{os.sep}" for place in left_out | {place.resolve() for place in left_out}
        )
        self._files: dict[str, str | None] = {}
        self._folders: dict[str, str | None] = {}
        self._variables: dict[str, str | None] = {}
        self._written: set[str] = set()
        self._relative = self._listening = False
        self._own = threading.local()

    def __enter__(self) -> Self:
        self._listening = True
        _audit.add_hook(self._hear, _HEARD)
        self._look_up = _ENVIRONMENT.__getitem__

        def look_up(environment: Any, name: str | bytes) -> str | bytes:
            return self._variable(environment, name)

        _ENVIRONMENT.__getitem__ = look_up
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        # An audit hook cannot be taken away: from now on it does nothing.
        self._listening = False
        _ENVIRONMENT.__getitem__ = self._look_up

    @property
    def reads(self) -> Reads:
        """What was read until now."""
        return Reads(
            files=dict(sorted(self._files.items())),
            folders=dict(sorted(self._folders.items())),
            variables=dict(sorted(self._variables.items())),
            relative=self._relative,
        )

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self._listening or getattr(self._own, "busy", False):
            return
        self._own.busy = True  # to take a digest opens a file, too
        try:
            match event:
                case "open":
                    self._opened(*arguments)
                case "exec":
                    self._ran(*arguments)
                case "os.listdir" | "os.scandir":
                    self._listed(*arguments)
        finally:
            self._own.busy = False

    def _opened(self, path: object, _mode: object, flags: int) -> None:
        name = _name_of(path)
        if name is None or name.endswith(_COMPILED):
            return
        file = os.path.abspath(name)  # noqa: PTH100 links stay links
        if not self._counts(file) or file in self._files or file in self._written:
            return
        if flags & _WRITES:
            self._written.add(file)  # what is written here and read later is no input
            return
        if os.path.isdir(file):  # noqa: PTH112
            return
        self._relative |= not os.path.isabs(name)  # noqa: PTH117
        self._files[file] = digest_now(file)

    def _ran(self, code: CodeType) -> None:
        file = code.co_filename
        if file.endswith(".py") and os.path.isabs(file) and self._counts(file):  # noqa: PTH117
            self._files.setdefault(file, digest_now(file))

    def _listed(self, path: object) -> None:
        name = "." if path is None else _name_of(path)
        if name is None or self._asker(_STANDARD).startswith(_NOT_THE_SCENE):
            return
        folder = os.path.abspath(name)  # noqa: PTH100
        if self._counts(folder + os.sep) and folder not in self._folders:
            self._relative |= not os.path.isabs(name)  # noqa: PTH117
            self._folders[folder] = listing_now(folder)

    def _variable(self, environment: Any, name: str | bytes) -> str | bytes:
        asks = self._asker(_PASSED_ON)
        value: str | bytes | None = None
        try:
            value = self._look_up(environment, name)
            return value
        finally:
            if os.path.isabs(asks) and self._counts(asks):  # noqa: PTH117
                seen = None if value is None else text_digest(os.fsdecode(value))
                self._variables.setdefault(os.fsdecode(name), seen)  # bytes in ``os.environb``

    @staticmethod
    def _asker(passed_on: tuple[str, ...]) -> str:
        """Return the file of the innermost function that is not in these files, nor in this one."""
        frame = inspect.currentframe()
        while frame is not None and frame.f_code.co_filename.startswith((*passed_on, __file__)):
            frame = frame.f_back
        return "" if frame is None else frame.f_code.co_filename

    def _counts(self, path: str) -> bool:
        return not path.startswith(self._left_out)


_ENVIRONMENT: Final[Any] = type(os.environ)


def _name_of(path: object) -> str | None:
    """Return a path as text; ``None`` for a file that is open already, which was seen before."""
    if isinstance(path, str | bytes | os.PathLike):
        return os.fsdecode(path)
    return None
