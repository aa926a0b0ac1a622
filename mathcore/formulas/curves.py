"""Curves: a function sampled for drawing, broken where it jumps, escapes or does not exist."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mathcore.formulas.functions import Function
from mathcore.values import FloatArray, count, finite, frozen

_HALVINGS = 30
# After thirty halvings a continuous curve has closed all but a sliver of its step: even the cube
# root at 0 keeps a thousandth. A jump keeps all of it and a pole has grown.
_KEPT = 0.1


@dataclass(frozen=True, slots=True)
class Piece:
    """An unbroken stretch of a sampled curve.

    Attributes
    ----------
    xs, ys
        Coordinates, shape (N,), all finite.
    """

    xs: FloatArray
    ys: FloatArray


@dataclass(frozen=True, slots=True)
class Samples:
    """A curve sampled on an even grid.

    Attributes
    ----------
    xs
        Inputs, shape (N,), both ends included.
    ys
        Heights, shape (N,); NaN where the function has no finite value.
    pieces
        The unbroken stretches, from left to right, each of at least two points: what may be drawn
        with one stroke.
    """

    xs: FloatArray
    ys: FloatArray
    pieces: tuple[Piece, ...]


def sample(f: Function, a: float, b: float, n: int = 201) -> Samples:
    """Sample a function at ``n`` even points of [a, b] and break it where it is not continuous.

    Between neighbours the step is halved again and again towards its steepest part: where the
    difference in height does not shrink with it, the curve jumps or has a pole, and no stroke may
    join the two sides.

    Parameters
    ----------
    f
        The function.
    a, b
        Ends, a < b, lesson coordinates.
    n
        How many points, at least 2.

    Raises
    ------
    ValueError
        If a ≥ b, an end is not finite, or n < 2.
    """
    if not finite(a, "a") < finite(b, "b"):
        raise ValueError(f"the interval from {a:g} to {b:g} is empty")
    xs = np.linspace(a, b, count(n, "n", least=2))
    ys = f.value(xs)
    ys[~np.isfinite(ys)] = np.nan
    starts = np.flatnonzero(_is_broken(f, xs, ys)) + 1
    stretches = zip(np.split(xs, starts), np.split(ys, starts), strict=True)
    pieces = [_up_to_its_edges(f, xs, *stretch) for stretch in stretches if len(stretch[0]) > 1]
    return Samples(frozen(xs), frozen(ys), tuple(pieces))


def _is_broken(f: Function, xs: FloatArray, ys: FloatArray) -> npt.NDArray[np.bool_]:
    """Tell for each step between neighbours, shape (N − 1,), whether the curve breaks in it."""
    left, right = xs[:-1].copy(), xs[1:].copy()
    low, high = ys[:-1].copy(), ys[1:].copy()
    widest = np.abs(high - low)
    with np.errstate(invalid="ignore", over="ignore"):
        for _ in range(_HALVINGS):
            middle = (left + right) / 2
            height = f.value(middle)
            go_left = np.abs(height - low) >= np.abs(high - height)
            left, low = np.where(go_left, left, middle), np.where(go_left, low, height)
            right, high = np.where(go_left, middle, right), np.where(go_left, height, high)
            widest = np.fmax(widest, np.abs(high - low))
        left_over = np.abs(high - low)
        # Rounding alone keeps a difference of a few units in the last place on a flat stretch.
        noise = 1e-9 * (1 + np.abs(ys[:-1]) + np.abs(ys[1:]))
        whole = (left_over <= _KEPT * widest) | (widest <= noise)
    # What is undefined at an end compares false with everything and so counts as broken.
    return np.asarray(~(whole & np.isfinite(ys[:-1]) & np.isfinite(ys[1:])))


def _up_to_its_edges(f: Function, grid: FloatArray, xs: FloatArray, ys: FloatArray) -> Piece:
    """Lengthen a stretch to the edge of the domain, where the curve ends at a height there.

    The square root begins at 0, whatever the grid; the logarithm falls away before its edge and
    is left as sampled.
    """
    spacing = grid[1] - grid[0]
    for end, inner, outward in ((0, 1, -spacing), (-1, -2, spacing)):
        beyond = xs[end] + outward
        if not grid[0] <= beyond <= grid[-1] or np.isfinite(f.value(float(beyond))):
            continue
        inside, outside = float(xs[end]), float(beyond)
        for _ in range(2 * _HALVINGS):
            middle = (inside + outside) / 2
            inside, outside = (
                (middle, outside) if np.isfinite(f.value(middle)) else (inside, middle)
            )
        height = f.value(inside)
        if abs(height - ys[end]) <= 2 * abs(ys[end] - ys[inner]):
            place = 0 if end == 0 else len(xs)
            xs, ys = np.insert(xs, place, inside), np.insert(ys, place, height)
    return Piece(frozen(xs), frozen(ys))
