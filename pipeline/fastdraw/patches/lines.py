"""A fast patch for lines: a scene that redraws itself makes thousands of them a second.

Everything about a line except its place is decided by the style arguments of its constructor. manim
makes the first line of each style; every other line gets copies of its attributes, and its own
points.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from typing import Any

import numpy as np
import numpy.typing as npt
from manim import OUT, Line, ManimColor, Mobject, VMobject
from manim.mobject.geometry.arc import TipableVMobject

_PLAIN = frozenset({str, float, int, bool, type(None)})
_OWN = frozenset({"start", "end", "buff", "path_arc", "target"})
"""Arguments that belong to a single line, or that bend it or shorten it."""

_MOST = 64
"""How many styles are kept; a scene with a new colour for each line gains nothing from them."""

_ANCESTORS = (TipableVMobject, VMobject, Mobject)

_init = Line.__init__
_generate_points = Line.generate_points


@dataclass(frozen=True, slots=True)
class _Pattern:
    """The attributes that all lines of a style have.

    Attributes
    ----------
    shared
        Values that are never changed in place.
    arrays
        Values of which each line has its own copy.
    before, after
        The weights of its start and of its end in each of a line's four points, ``(4, 1)``.
    style
        The style arguments. They are kept so that no other object gets the ``id`` of one of them.
    """

    shared: Mapping[str, Any]
    arrays: Mapping[str, npt.NDArray[Any]]
    before: npt.NDArray[np.float64]
    after: npt.NDArray[np.float64]
    style: Mapping[str, Any]

    @classmethod
    def of(cls, line: Line, style: Mapping[str, Any]) -> _Pattern:
        """Return the pattern of a line that manim has just made."""
        values = dict(vars(line))
        for name in ("points", "start", "end", "submobjects", "updaters", "tip_style"):
            del values[name]
        arrays = {
            name: value.copy()
            for name, value in values.items()
            if isinstance(value, np.ndarray) and value is not OUT
        }
        shared = {name: value for name, value in values.items() if name not in arrays}
        after = arrays["_bezier_t_values"][:, None]
        return cls(shared, arrays, 1 - after, after, style)

    def make(self, line: Line, start: npt.NDArray[Any], end: npt.NDArray[Any]) -> None:
        """Make a line like those, from one point to another."""
        values = vars(line)
        values.update(self.shared)
        for name, array in self.arrays.items():
            values[name] = array.copy()
        values.update(
            start=start.copy(),
            end=end.copy(),
            submobjects=[],
            updaters=[],
            tip_style={},
            points=self.before * start + self.after * end,
        )


@contextmanager
def fast_lines() -> Iterator[None]:
    """Let lines be made fast in this process while the context is open."""
    patterns: dict[tuple[Any, ...], _Pattern] = {}

    def make(line: Line, *points: Any, **style: Any) -> None:
        key = _key(line, points, style)
        if key is None:
            _init(line, *points, **style)
        elif key in patterns:
            patterns[key].make(line, *points)
        else:
            _init(line, *points, **style)
            if len(patterns) == _MOST:
                patterns.clear()
            patterns[key] = _Pattern.of(line, style)

    # Lines that were given other defaults by ``set_default`` are left alone.
    if vars(Line)["__init__"] is _init:
        Line.__init__ = make  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        if vars(Line)["__init__"] is make:
            Line.__init__ = _init  # type: ignore[method-assign]


def _key(line: Line, points: tuple[Any, ...], style: Mapping[str, Any]) -> tuple[Any, ...] | None:
    """Return the key of a style; ``None`` for any line that does not run from point to point."""
    if (
        type(line) is not Line
        or Line.generate_points is not _generate_points
        or len(points) != 2
        or not all(
            type(point) is np.ndarray and point.shape == (3,) and point.dtype == np.float64
            for point in points
        )
        or not _OWN.isdisjoint(style)
    ):
        return None
    # The constructors belong to the key: ``set_default`` may replace any of them.
    key: list[Any] = [vars(ancestor)["__init__"] for ancestor in _ANCESTORS]
    for name, value in style.items():
        kind = type(value)
        if kind is ManimColor:
            key += [name, id(value)]  # manim takes colours as equal that are only near each other
        elif kind in _PLAIN or isinstance(value, Enum):
            key += [name, kind, value]
        else:
            return None
    return tuple(key)
