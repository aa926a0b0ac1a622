"""A fast patch for copies of mobjects.

Each animation copies its mobject, and a number that changes copies its digits at every frame.
``copy.deepcopy`` examines each value in general terms, while nearly all of them are numbers, names,
colours and arrays. Most of its time goes into the drawing that each letter was read from, which
nothing reads any more.
"""

from __future__ import annotations

import copy
import types
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import PosixPath
from typing import Any

import manim
import numpy as np
import svgelements
from manim import ManimColor, Mobject

_SHARED = {
    bool,
    bytes,
    float,
    int,
    str,
    type,
    type(None),
    types.BuiltinFunctionType,
    types.FunctionType,
    np.bool_,
    np.float64,
    np.int64,
    ManimColor,  # no method of it changes it
    PosixPath,
    svgelements.Path,  # the outline that a letter was read from
    *(
        value
        for value in vars(manim).values()
        if isinstance(value, type) and issubclass(value, Enum)
    ),
}
"""Types whose values a copy may share with its original."""


@contextmanager
def fast_copies() -> Iterator[None]:
    """Let mobjects be copied fast in this process while the context is open."""
    Mobject.__deepcopy__ = _copy_mobject  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        Mobject.__deepcopy__ = _deepcopy  # type: ignore[method-assign]


_deepcopy = Mobject.__deepcopy__


def _copy_mobject(mobject: Mobject, memo: dict[int, Any]) -> Mobject:
    """Do what ``Mobject.__deepcopy__`` does."""
    kind = type(mobject)
    if kind.__setattr__ is not object.__setattr__:  # it wants to hear of each attribute
        return _deepcopy(mobject, memo)
    result: Mobject = kind.__new__(kind)
    memo[id(mobject)] = result
    values = vars(result)
    for name, value in vars(mobject).items():
        values[name] = value if type(value) in _SHARED else _copy(value, memo)
    values["original_id"] = str(id(mobject))
    return result


def _copy(value: Any, memo: dict[int, Any]) -> Any:
    known = memo.get(id(value))
    if known is not None:
        return known
    kind = type(value)
    if kind is np.ndarray and not value.dtype.hasobject:
        memo[id(value)] = result = value.copy()
        return result
    if kind is list:
        items: list[Any] = []
        memo[id(value)] = items
        items += [item if type(item) in _SHARED else _copy(item, memo) for item in value]
        return items
    if kind is dict:
        table: dict[Any, Any] = {}
        memo[id(value)] = table
        for key, item in value.items():
            own = key if type(key) in _SHARED else _copy(key, memo)
            table[own] = item if type(item) in _SHARED else _copy(item, memo)
        return table
    if getattr(kind, "__deepcopy__", None) is _copy_mobject and "__deepcopy__" not in vars(value):
        return _copy_mobject(value, memo)
    return copy.deepcopy(value, memo)
