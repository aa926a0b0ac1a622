"""The valley downhill from a start: its lowest point, its window, and steps about it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from lessons.derivatives.c07.windows import telling_apart, window_of, window_of_heights
from mathcore.formulas.functions import Function
from mathcore.formulas.symbolic import X
from mathcore.formulas.window import Span, piece_about, span
from mathcore.optimization import stationary
from mathcore.optimization.stationary import CriticalPoint, SignInterval, real_zeros
from mathcore.slopes import quotients
from mathcore.slopes.lines import Point
from mathcore.slopes.quotients import Tangent

SEARCH = 10.0
"""How far a level point is looked for, where it cannot be solved for."""
HALF_WINDOW = 7 / 6
"""Half the width of a window about the lowest point: in distances from the start to it."""
MIRROR, BESIDE = -2 / 3, 1 / 3
"""Where the second tangent of the compass stands, and where signs are read, in that distance."""
LEAP_FROM, LEAP, HOP = 0.3, 1.0, 0.1
"""Where the leap begins, and how long the leap and the hop are, in thirds of that distance."""
BEYOND, BEHIND = 1.6, 2.6
"""How far a window about them reaches past the lowest point and behind the start, likewise."""
_HALVINGS = 8


@dataclass(frozen=True, slots=True)
class ValleyView:
    """The valley downhill from the start as it is shown: its lowest point, windows and steps.

    Attributes
    ----------
    lowest
        The level point: x = 2, f = 1, sign − to +.
    x_span, y_span, slope_span
        The window about it: inputs, heights and slopes.
    signs
        Where f falls and rises in that window.
    sign_tangents
        Tangents on both sides (at 1 and 3: slopes −2 and +2).
    compass
        Tangents on the right and on the left (at 5 and 0: slopes 6 and −4).
    leap, hop
        From (2.3, 1.09): one long step to (1.3, 1.49), higher; a short one to (2.2, 1.04), lower.
        Two points each; ``None`` where the long step does not land higher.
    close_x, close_y
        The window about the leap.
    """

    lowest: CriticalPoint
    x_span: Span
    y_span: Span
    slope_span: Span
    signs: tuple[SignInterval, ...]
    sign_tangents: tuple[Tangent, Tangent]
    compass: tuple[Tangent, Tangent]
    leap: tuple[Point, Point] | None
    hop: tuple[Point, Point] | None
    close_x: Span
    close_y: Span

    @property
    def decimals(self) -> int:
        """How many decimals tell the three heights of the leap and the hop apart."""
        if self.leap is None or self.hop is None:
            return 0
        return telling_apart([self.leap[0].y, self.leap[1].y, self.hop[1].y], least=2)


def lowest_downhill(f: Function, start: float, slope: float) -> CriticalPoint | None:
    """Return the first level point downhill from the start, if it is a minimum."""
    if f.expression.is_polynomial(X) and f.expression.has(X):
        roots = real_zeros(f.derivative_expression, X) if _bends(f) else ()
        reach = 2 * max((abs(root - start) for root in roots), default=SEARCH)
    else:
        reach = SEARCH
    reach = max(reach, SEARCH)
    piece = piece_about(f, start, reach)
    low, high = float(piece.xs[0]), float(piece.xs[-1])
    critical = stationary.critical_points(f.expression, low, high)
    below = [p for p in critical if p.x < start] if slope > 0 else None
    above = [p for p in critical if p.x > start] if slope < 0 else None
    first = below[-1] if below else above[0] if above else None
    return first if first is not None and first.stationary and first.kind == "minimum" else None


def _bends(f: Function) -> bool:
    return bool(f.derivative_expression.has(X))


def valley_about(f: Function, lowest: CriticalPoint, start: float) -> ValleyView:
    """Return the valley about a lowest point, as far as it rises on both sides."""
    at, way = lowest.x, start - lowest.x
    reach, side = abs(way), math.copysign(1.0, way)
    highest = 2 * f(start) - lowest.value
    opposite = at + _belonging(f, at, MIRROR * way, highest)
    near = abs(_belonging(f, at, -BESIDE * way, highest))
    piece = piece_about(f, at, HALF_WINDOW * reach)
    low, high = float(piece.xs[0]), float(piece.xs[-1])
    x_span = window_of(low, high, ticks=7)
    unit = reach * BESIDE
    points = [at + side * part * unit for part in (LEAP_FROM, LEAP_FROM - LEAP, LEAP_FROM - HOP)]
    begin, far, close = (point_on(f, x) for x in points)
    leaps = math.isfinite(far.y) and highest > far.y > begin.y > close.y
    right, left = (start, opposite) if side > 0 else (opposite, start)
    compass = quotients.tangent(f, right), quotients.tangent(f, left)
    steep = HALF_WINDOW * max(abs(tangent.slope) for tangent in compass)
    ends = [at + side * part * unit for part in (-BEYOND, BEHIND)]
    return ValleyView(
        lowest=lowest,
        x_span=x_span,
        y_span=window_of_heights([lowest.value, f(start), f(opposite)]),
        slope_span=span(-steep, steep, ticks=3),
        signs=stationary.sign_intervals(f.derivative_expression, low, high),
        sign_tangents=(quotients.tangent(f, at - near), quotients.tangent(f, at + near)),
        compass=compass,
        leap=(begin, far) if leaps else None,
        hop=(begin, close) if leaps else None,
        close_x=window_of(min(ends), max(ends), ticks=3),
        close_y=window_of_heights([lowest.value, far.y]) if leaps else span(0.0, 1.0),
    )


def _belonging(f: Function, at: float, away: float, highest: float) -> float:
    """Return the way, or a half, a quarter … of it, that leads up from a minimum all along.

    The way ends no higher than ``highest``: beside a pole nothing else could be seen.
    """
    for halvings in range(_HALVINGS):
        reach = away * 0.5**halvings
        way = np.linspace(at, at + reach, 41)
        rises = bool(np.all(np.diff(f(way)) > 0)) and bool(np.all(np.isfinite(f.slope(way[1:]))))
        if rises and f(at + reach) <= highest:
            return reach
    return away * 0.5**_HALVINGS


def point_on(f: Function, x: float) -> Point:
    """Return the point of a curve above x."""
    return Point(x, f(x))
