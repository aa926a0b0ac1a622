"""Fast patches for the places of numbers on number lines and of coordinates on axes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from manim import Axes, LinearBase, NumberLine, ThreeDAxes
from manim.mobject.geometry.arc import TipableVMobject

from pipeline.fastdraw.patches.numbers import NUMBERS

_AXES = frozenset({Axes, ThreeDAxes})
_TIPS = frozenset({"tip", "start_tip"})

_coords_to_point = Axes.coords_to_point
_number_to_point = NumberLine.number_to_point


def fast_number_to_point(line: NumberLine, number: Any) -> Any:
    """Do what ``NumberLine.number_to_point`` does: one number, of a linear scale, without tips."""
    if type(number) not in NUMBERS or not _is_plain(line):
        return _number_to_point(line, number)
    try:
        return np.array(_place(line, number))
    except ZeroDivisionError:  # manim divides arrays: a range without length gives NaN there
        return _number_to_point(line, number)


def fast_coords_to_point(axes: Axes, *coords: Any) -> Any:
    """Do what ``Axes.coords_to_point`` does: one point, on plain axes without tips."""
    if type(axes) not in _AXES or not coords:
        return _coords_to_point(axes, *coords)
    lines: list[Any] = axes.axes.submobjects
    if lines[0] is not axes.x_axis:
        return _coords_to_point(axes, *coords)
    # These are loops and not calls of ``all``: a scene asks for thousands of points a second, and
    # these checks take most of the time of each.
    for number in coords:
        if type(number) not in NUMBERS:
            return _coords_to_point(axes, *coords)
    for line in lines:
        if type(line) is not NumberLine or not _is_plain(line):
            return _coords_to_point(axes, *coords)
    try:
        return _place_all(lines, coords)
    except ZeroDivisionError:
        return _coords_to_point(axes, *coords)


def _place_all(lines: Sequence[Any], coords: Sequence[Any]) -> Any:
    """Return where a point stands on plain axes."""
    first = lines[0]
    # manim makes an array of the coordinates, and so turns each integer into a float.
    x, y, z = _place(first, float(coords[0]))
    if len(coords) > 1:
        low, high = float(first.x_min), float(first.x_max)
        a, b, c = _place(first, low if low > 0 else min(high, 0.0))
        for line, number in zip(lines[1:], coords[1:], strict=False):
            p, q, r = _place(line, float(number))
            x, y, z = x + (p - a), y + (q - b), z + (r - c)
    return np.array((x, y, z))


def _is_plain(line: NumberLine) -> bool:
    """Tell whether a line has a linear scale and no tips, so that it ends where it is drawn to."""
    return (
        type(line.scaling) is LinearBase
        and type(line.x_range) is np.ndarray
        and type(line).get_start is TipableVMobject.get_start
        and type(line).get_end is TipableVMobject.get_end
        and _TIPS.isdisjoint(vars(line))
        and len(line.points) > 0
    )


def _place(line: NumberLine, number: float) -> tuple[float, float, float]:
    """Return where a number stands on a plain line."""
    scaling: Any = line.scaling
    # Python's own floats are as exact as numpy's, and several times as fast.
    low, high, *_ = line.x_range.tolist()
    after = float((number / scaling.scale_factor - low) / (high - low))
    before = 1 - after
    (a, b, c), (p, q, r) = line.points[0].tolist(), line.points[-1].tolist()
    return before * a + after * p, before * b + after * q, before * c + after * r
