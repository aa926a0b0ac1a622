"""One row of the table of patches: a function of manim, and whether it is the expected one."""

from __future__ import annotations

import hashlib
import inspect
import linecache
from dataclasses import dataclass
from pkgutil import resolve_name
from types import FunctionType

DIGITS = 16
"""Hexadecimal digits of a SHA-256 that a row keeps."""


@dataclass(frozen=True, slots=True)
class Patched:
    """One function of manim whose source this project relies on or replaces.

    Attributes
    ----------
    owner
        The module, or the module and class, that the function belongs to, as a dotted path.
    name
        The function's name in its owner; a property is named with ``.fget`` or ``.fset``.
    digest
        The first ``DIGITS`` digits of the SHA-256 of its source.
    why
        What in this project depends on it, in one sentence.
    """

    owner: str
    name: str
    digest: str
    why: str

    @property
    def path(self) -> str:
        """The dotted path of the function."""
        return f"{self.owner}.{self.name}"

    @property
    def label(self) -> str:
        """The name that a remark uses: class and function, without the module."""
        return f"{self.owner.rpartition('.')[2]}.{self.name}"

    @property
    def matches(self) -> bool:
        """Whether the manim of this machine has the source that the digest was taken of."""
        try:
            source = source_of(resolve_name(self.path))
        except (AttributeError, ImportError, OSError, TypeError):
            return False
        return digest_of(source) == self.digest


def digest_of(source: str) -> str:
    """Return the digest that a row keeps of a source."""
    return hashlib.sha256(source.encode()).hexdigest()[:DIGITS]


def source_of(function: object) -> str:
    """Return what ``inspect.getsource`` returns of a function, found by its indentation.

    ``inspect`` splits the source into tokens, which takes 60 ms for the whole table; this takes 2.

    Raises
    ------
    OSError
        If the file of the source cannot be read.
    TypeError
        If it is no function that is written in Python.
    """
    plain = inspect.unwrap(function) if callable(function) else function
    if not isinstance(plain, FunctionType):
        raise TypeError(f"{function!r} is no function")
    code = plain.__code__
    lines, start = linecache.getlines(code.co_filename), code.co_firstlineno - 1
    if start >= len(lines):
        raise OSError(f"{code.co_filename} cannot be read")
    stop = start + 1
    while stop < len(lines) and not _begins_another(lines, start, stop):
        stop += 1
    while not lines[stop - 1].strip():
        stop -= 1
    return "".join(lines[start:stop])


def _begins_another(lines: list[str], start: int, place: int) -> bool:
    """Tell whether a line lies outside of the function that begins at ``start``."""
    text = lines[place].lstrip()
    if not text or text[0] in ")]}" or lines[place - 1].lstrip().startswith("@"):
        return False
    return _indentation(lines[place]) <= _indentation(lines[start])


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip())
