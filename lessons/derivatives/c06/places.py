"""Where clip 06 looks: ever smaller gaps, a walk through a level point, and a window for all."""

from __future__ import annotations

import math

from mathcore.formulas.functions import Function
from mathcore.formulas.window import Span, piece_about, span
from mathcore.optimization.stationary import stationary_points
from mathcore.values import FloatArray

SMALLER_GAPS = (1.0, 0.5, 0.1, 0.01, 0.001)
OPPOSITE = -0.75
"""How far beyond the level point the sweep goes, as a share of the way from x₀ to it."""
SEARCH = 4.0
"""How far a level point is looked for, in gaps."""
MARGIN = 0.25
_HALVINGS = 12


def gaps_from(h: float) -> list[float]:
    """Return h and ever smaller gaps of its sign."""
    smaller = [gap for gap in SMALLER_GAPS if gap < abs(h)] or [abs(h) / 10, abs(h) / 100]
    return [h, *(math.copysign(gap, h) for gap in smaller)]


def sweep_through(f: Function, x0: float, gap: float) -> tuple[float, ...]:
    """Return x₀, the nearest level point and one beyond it, or one on either side, in order.

    Each has a value, and so has the point that lies the gap further.
    """
    h = abs(gap)
    piece = piece_about(f, x0, SEARCH * max(h, 1.0))
    low, high = float(piece.xs[0]), float(piece.xs[-1])
    points = stationary_points(f.expression, low, high)
    level = [point.x for point in points if abs(point.x - x0) > h / 100]
    if level:
        nearest = min(level, key=lambda x: abs(x - x0))
        beyond = nearest + OPPOSITE * (x0 - nearest)
        way = (x0, nearest, min(max(beyond, low), high))
        if all(_has_values(f, x, gap) for x in way):
            return tuple(sorted(way))
    for halvings in range(1, _HALVINGS):
        step = h * 0.5**halvings
        inside = [x for x in (x0 + step, x0 - step) if low < x < high and _has_values(f, x, gap)]
        if inside:
            return tuple(sorted((x0, *inside)))
    return (x0,)


def _has_values(f: Function, x: float, gap: float) -> bool:
    return math.isfinite(f(x)) and math.isfinite(f(x + gap))


def reach_both_ways(xs: FloatArray, x0: float, h: float) -> float:
    """Return the longest reach h, h/2, h/4 … that stays on the curve to both sides; 0 for none."""
    for halvings in range(_HALVINGS):
        reach = h * 0.5**halvings
        if float(xs[0]) < x0 - reach and x0 + reach < float(xs[-1]):
            return reach
    return 0.0


def inputs(seen: list[float], x0: float, window: float) -> Span:
    """Return the window's inputs: all that is seen with a margin, or as wide as is asked for."""
    if window:
        return span(x0 - window / 2, x0 + window / 2)
    low, high = min(seen), max(seen)
    margin = MARGIN / 2 * (high - low)
    return span(low - margin, high + margin)
