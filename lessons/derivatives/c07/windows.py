"""Windows in which a curve and its points are well seen, and decimals that tell values apart."""

from __future__ import annotations

import math

import numpy as np

from mathcore.formulas.functions import Function
from mathcore.formulas.window import Span, piece_about, span
from mathcore.optimization.descent import Descent

BELOW, ABOVE = 2 / 9, 1 / 9
"""Room below and above the heights in a window, as shares of their range."""
FEWER_TICKS = 5
MOST_DECIMALS = 6
SMALLEST = 1e-12
"""The least reach of a window."""


def telling_apart(values: list[float], least: int) -> int:
    """Return how many decimals show all values as different ones, six at most."""
    counts = range(least, MOST_DECIMALS)
    different = (n for n in counts if len({f"{value:.{n}f}" for value in values}) == len(values))
    return next(different, MOST_DECIMALS)


def window_of_heights(values: list[float], lowest: float = math.inf) -> Span:
    """Return a window for some heights, and for the lowest of a curve if that is near them."""
    low, high = min(values), max(values)
    size = high - low or max(1.0, abs(high))
    if low - size < lowest < low:
        low, size = lowest, high - lowest
    return window_of(low - BELOW * size, high + ABOVE * size, ticks=3)


def window_of(low: float, high: float, ticks: int) -> Span:
    """Return a scale; where it does not hold 0, its end nearest to 0 is one of its ticks."""
    low, high, step = span(low, high, ticks)
    if step != int(step):  # numbers with decimals take more room
        low, high, step = span(low, high, min(ticks + 1, FEWER_TICKS))
    if low > 0:
        low = math.floor(low / step) * step
    if high < 0:
        high = math.ceil(high / step) * step
    return low, high, step


def window_of_path(
    f: Function, start: float, seen: list[float], window: tuple[float, float], reach: float
) -> Span:
    """Return the inputs of the path's window, as far as there is a curve."""
    low, high = min([window[0], *seen]), max([window[1], *seen])
    margin = reach / 6
    low -= margin if low < window[0] else 0.0
    high += margin if high > window[1] else 0.0
    piece = piece_about(f, start, max(high - start, start - low))
    return window_of(max(low, float(piece.xs[0])), min(high, float(piece.xs[-1])), ticks=7)


def reach_of_path(path: Descent) -> float:
    """Return how wide a window a path without a goal needs: some of its first steps."""
    first = float(np.abs(path.points[1:2] - path.points[0]).sum())
    return max(4 * first, SMALLEST)
