"""The number sources: every number that the lesson's mathematics has returned to a scene."""

from __future__ import annotations

import functools
import inspect
import sys
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from numbers import Real
from types import FunctionType, ModuleType
from typing import Any

import numpy as np
import sympy as sp

DEPTH = 5
"""How many levels of a nested result are searched for numbers."""
SHORT = 64
"""A longer array that a method returns is a curve; its numbers may not be shown."""


class NumberSources:
    """Knows which numbers may be shown: those that ``numbers`` holds or has returned.

    A scene may show a number without its sign, and a share in per cent.
    """

    def __init__(self) -> None:
        self._known = [0.0]
        self._seen = {0.0}

    def watch(self, package: str) -> None:
        """Remember from now on what the methods of a package's classes return.

        The classes are changed in place, in this process, which writes no video.
        """
        for name, module in list(sys.modules.items()):
            if name == package or name.startswith(f"{package}."):
                for made in _classes_of(module):
                    self._watch_class(made)

    def hear(self, value: object, depth: int = DEPTH, longest: int | None = SHORT) -> None:
        """Remember every number in ``value``."""
        if depth < 0 or isinstance(value, str | bool | type(None)):
            return
        if isinstance(value, np.ndarray):
            if value.dtype.kind in "if" and (longest is None or value.size <= longest):
                self._remember(value.ravel().tolist())
        elif isinstance(value, Real):
            self._remember([float(value)])
        elif isinstance(value, sp.Basic):
            self._remember(float(atom) for atom in value.atoms(sp.Number) if atom.is_finite)
        elif is_dataclass(value) and not isinstance(value, type):
            for field in fields(value):
                self.hear(getattr(value, field.name), depth - 1, longest)
        elif isinstance(value, dict):
            self._hear_all([*value, *value.values()], depth, longest)
        elif isinstance(value, list | tuple):
            self._hear_all(value, depth, longest)

    def knows(self, value: float, decimals: int) -> bool:
        """Whether a number that may be shown looks like ``value`` at this many decimals."""
        half = 0.5000001 * 10.0**-decimals
        return any(self._holds_between(abs(value) / unit, half / unit) for unit in (1.0, 100.0))

    def _hear_all(self, values: Iterable[object], depth: int, longest: int | None) -> None:
        for value in values:
            self.hear(value, depth - 1, longest)

    def _remember(self, values: Iterable[float]) -> None:
        for value in values:
            size = abs(float(value))
            if size not in self._seen and np.isfinite(size):
                self._seen.add(size)
                insort(self._known, size)

    def _holds_between(self, value: float, half: float) -> bool:
        place = bisect_left(self._known, value - half)
        return place < len(self._known) and self._known[place] <= value + half

    def _watch_class(self, made: type) -> None:
        for name, attribute in list(vars(made).items()):
            if isinstance(attribute, FunctionType) and (
                not name.startswith("_") or name == "__call__"
            ):
                setattr(made, name, self._heard(attribute))
            elif isinstance(attribute, property) and attribute.fget is not None:
                setattr(made, name, property(self._heard(attribute.fget)))

    def _heard(self, function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def heard(*args: Any, **kwargs: Any) -> Any:
            result = function(*args, **kwargs)
            self.hear(result)
            return result

        return heard


def _classes_of(module: ModuleType) -> list[type]:
    return [
        value
        for value in vars(module).values()
        if inspect.isclass(value) and value.__module__ == module.__name__ and is_dataclass(value)
    ]
