"""Clip 07, Downhill in one dimension: level points told apart, and steps against the slope."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
import sympy as sp

from mathcore import descent, quotients, stationary
from mathcore.descent import Contraction, Descent
from mathcore.expression import read_function
from mathcore.functions import Function, function
from mathcore.landscape import W1, W2, Landscape, landscape
from mathcore.lines import Point
from mathcore.panel import exact_slope
from mathcore.quotients import Tangent
from mathcore.stationary import CriticalPoint, SignInterval
from mathcore.symbolic import CompletedSquare, Expr, X, complete_square
from mathcore.values import FloatArray, frozen
from mathcore.window import Span, piece_about, span

FORMULA, START, ALPHA, STEPS = "x**2 - 4*x + 5", 5.0, 0.1, 5
PANEL_RANGE = (-2.0, 2.0)
SHELF = sp.Rational(1, 2)
"""Half the width of the level stretch."""
SADDLE_RANGE = (-1.0, 1.0)
SEARCH = 10.0
"""How far a level point is looked for, where it cannot be solved for."""
HALF_WINDOW, FARTHEST = 7 / 6, 8.0
"""Half the width of a window about the lowest point, and how far from it a step may land and still
be seen: in distances from the start to the lowest point."""
BELOW, ABOVE = 2 / 9, 1 / 9
"""Room below and above the heights in a window."""
MIRROR, BESIDE = -2 / 3, 1 / 3
"""Where the second tangent of the compass stands, and where signs are read: in the same unit."""
LEAP_FROM, LEAP, HOP = 0.1, 1.0, 0.1
"""In thirds of that unit."""
FEWER_TICKS = 5
WIGGLE = 2.5
"""How far the dial is turned before it comes back, in learning rates."""
SHARES, DIAL_STEPS, HILL_HALF = (0.1, 0.5, 0.9, 1.0, 1.1), 8, 1.95
"""Five dials as shares of the limit 2 / curvature; half the width of their windows."""
BALLS, BALL_ALPHA, BALL_STEPS, TWO_VALLEYS_RANGE = 11, 0.1, 100, (-2.2, 2.2)
STALL_FROM, STALL_ALPHA, STALL_SHOWN = 1.0, 0.1, (0, 1, 2, 3, 20)
MOST_DECIMALS = 6
MOST_SHOWN = 7
"""Rows of a table of steps."""
LONGEST_LINE = 40
"""Of code, in characters: more cannot be read in a film."""
_HALVINGS, _LEVEL = 8, 1e-12


@dataclass(frozen=True, slots=True)
class Quadratic:
    """What is true of a parabola that opens upwards; in brackets the lesson's own example.

    Attributes
    ----------
    completed
        a, shift and rest of a·(x − shift)² + rest (1, 2, 1).
    square, rest, shift, limit
        Exact, as SymPy expressions: the two terms (x − 2)² and 1, the lowest point (2), and the
        learning rate below which steps settle (1).
    code, printed
        A program that finds the lowest point, and what it prints; none where a line is too long.
    sides
        The tangents that it reads, one unit to the left and to the right (slopes −2 and 2).
    mirror
        Where the curve is as high as at the start (−1).
    curvature
        f″ (2).
    contraction
        What a step of size α keeps: the factor 0.8, and the limit α < 1.
    dials
        Five learning rates, shape (5,): 0.1, 0.5, 0.9, 1.0, 1.1.
    dial_paths
        Eight steps from the start with each.
    dial_factors
        1 − α·f″ for each, shape (5,): 0.8, 0, −0.8, −1, −1.2.
    dial_distances
        Signed distances to the lowest point, shape (5, 9).
    hill_x, hill_y
        The window of the five dials.
    """

    completed: CompletedSquare
    square: Expr
    rest: Expr
    shift: Expr
    limit: Expr
    code: tuple[str, ...]
    printed: str
    sides: tuple[Tangent, Tangent]
    mirror: float
    curvature: float
    contraction: Contraction
    dials: FloatArray
    dial_paths: tuple[Descent, ...]
    dial_factors: FloatArray
    dial_distances: FloatArray
    hill_x: Span
    hill_y: Span

    @property
    def dial_decimals(self) -> int:
        """How many decimals tell the five dials apart."""
        return _telling_apart(self.dials.tolist(), least=1)


@dataclass(frozen=True, slots=True)
class Valley:
    """A lowest point downhill from the start, and how steps find or miss it.

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
        From (2.1, 1.01): one long step to (1.1, 1.81), higher; a short one to (2, 1), lower. Two
        points each; ``None`` where the long step does not land higher.
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
        return _telling_apart([self.leap[0].y, self.leap[1].y, self.hop[1].y], least=2)


@dataclass(frozen=True, slots=True)
class Downhill:
    """Every number of clip 07; in brackets those of the lesson's own example.

    Attributes
    ----------
    panels
        The five panels by name, minimum, maximum, inflection, shelf and corner: x², −x², x³, a
        flat shelf between two cubics, |x|.
    panel_points
        The critical point of each, with its kind, its signs and whether it is stationary.
    panel_signs
        Where each slope is positive and negative, for the sign strips.
    saddle, saddle_plane
        A surface with a true saddle, and the range of both its parameters.
    f, slope
        The function (x² − 4x + 5) and f′ (2x − 4).
    start, tangent
        Where descent begins (5) and the tangent there (slope 6).
    found
        The lowest point downhill from there; ``None`` where there is none.
    quadratic
        What is true of a parabola; ``None`` for another curve.
    descent
        The path (α = 0.1: 5, 4.4, 3.92, 3.536, 3.2288, 2.98304).
    heights
        f along it, shape (N,).
    seen
        How many of its points stand in the window (6).
    rows
        Which of its steps are listed (0 … 5).
    distances
        To the lowest point, shape (N,) (× 0.8 each); empty where there is none.
    path_x, path_y
        The window of the path.
    wiggle
        The learning rate to which the dial is turned and back (0.25).
    two_valleys, two_valleys_range
        g = x⁴/4 − x² + x/4, on [−2.2, 2.2].
    valleys
        Its two minima, (−1.473, −1.361) and (1.347, −0.655).
    watershed
        The maximum between them, at 0.126.
    balls
        Eleven descents from −2.2 to 2.2 with α = 0.1.
    stall, stall_shown
        Descent on x³ from 1 with α = 0.1, 20 steps, and which are told: 1, 0.7, 0.553, 0.461 …
        0.130.
    """

    panels: Mapping[str, Function]
    panel_points: Mapping[str, CriticalPoint]
    panel_signs: Mapping[str, tuple[SignInterval, ...]]
    saddle: Landscape
    saddle_plane: tuple[float, float]
    f: Function
    slope: Function
    start: float
    tangent: Tangent
    found: Valley | None
    quadratic: Quadratic | None
    descent: Descent
    heights: FloatArray
    seen: int
    rows: tuple[int, ...]
    distances: FloatArray
    path_x: Span
    path_y: Span
    wiggle: float
    two_valleys: Function
    two_valleys_range: tuple[float, float]
    valleys: tuple[CriticalPoint, ...]
    watershed: CriticalPoint
    balls: tuple[Descent, ...]
    stall: Descent
    stall_shown: tuple[int, ...]

    @property
    def is_default(self) -> bool:
        """Whether this is the lesson's own curve."""
        return bool(self.f.expression == read_function(FORMULA).expression)

    @property
    def leaves(self) -> bool:
        """Whether the path leaves its window."""
        return self.seen <= self.descent.steps or self.descent.diverged_at is not None

    @property
    def valley(self) -> Valley:
        """The lowest point and its surroundings; ``ValueError`` where there is none."""
        if self.found is None:
            raise ValueError("there is no lowest point downhill from the start")
        return self.found

    @property
    def parabola(self) -> Quadratic:
        """What is true of a parabola; ``ValueError`` for another curve."""
        if self.quadratic is None:
            raise ValueError("this curve is no parabola that opens upwards")
        return self.quadratic

    def tangent_at(self, x: float) -> Tangent:
        """Return the tangent of the curve at any x."""
        return quotients.tangent(self.f, x)

    def panel_tangent(self, panel: str, x: float) -> Tangent:
        """Return the tangent of one of the five panels; ``ValueError`` at the corner."""
        return quotients.tangent(self.panels[panel], x)

    def step(self, alpha: float, x: float) -> Point:
        """Return where one step of size α leads from x."""
        return _on(self.f, float(descent.descent_1d(self.f.slope, x, alpha, 1).end))

    def square_at(self, x: float) -> tuple[float, float]:
        """Return what is left of a parabola without its square, and the whole, at x."""
        return self.parabola.completed.rest, self.f(x)

    def ball_at(self, ball: int, step: float) -> Point:
        """Return where one of the eleven balls is; between two steps it rolls along the curve."""
        return _on(self.two_valleys, _between(self.balls[ball], step))

    def stall_at(self, step: float) -> Point:
        """Return where the ball on x³ is; between two steps it rolls along the curve."""
        return _on(self.panels["inflection"], _between(self.stall, step))


@cache
def downhill(
    formula: str = FORMULA, start: float = START, alpha: float = ALPHA, steps: int = STEPS
) -> Downhill:
    """Compute the numbers of clip 07, once for each example.

    Raises
    ------
    ValueError
        If the function has no slope at the start.
    """
    panels = {
        "minimum": function(X**2),
        "maximum": function(-(X**2)),
        "inflection": function(X**3),
        "shelf": function(
            sp.Piecewise(
                (2 * (X + SHELF) ** 3, X < -SHELF), (0, X <= SHELF), (2 * (X - SHELF) ** 3, True)
            )
        ),
        "corner": function(sp.Abs(X)),
    }
    f = read_function(formula)
    tangent = quotients.tangent(f, start)
    lowest = _lowest(f, start, tangent.slope)
    path = descent.descent_1d(f.slope, start, alpha, steps)
    reach = _reach(path) if lowest is None else abs(start - lowest.x)
    middle = start if lowest is None else lowest.x
    far = np.abs(path.points - middle) > FARTHEST * reach
    seen = int(far.argmax()) if far.any() else len(path.points)
    parabola = _parabola(f) if lowest is not None else None
    found = None if lowest is None else _valley(f, lowest, start)
    window = found.x_span[:2] if found is not None else (middle - reach, middle + reach)
    inside = path.points[:seen].tolist()
    path_x = _inputs(f, start, inside, window, reach)
    between = f(np.linspace(min(inside), max(inside), 201))
    path_y = _heights([f(x) for x in (*inside, middle)], float(np.nanmin(between)))
    two_valleys = function(X**4 / 4 - X**2 + X / 4)
    level = stationary.stationary_points(two_valleys.expression, *TWO_VALLEYS_RANGE)
    turned = start - WIGGLE * alpha * tangent.slope
    cubic = panels["inflection"]
    return Downhill(
        panels=panels,
        panel_points={
            name: stationary.critical_points(g.expression, *PANEL_RANGE)[0]
            for name, g in panels.items()
        },
        panel_signs={
            name: stationary.sign_intervals(g.derivative_expression, *PANEL_RANGE)
            for name, g in panels.items()
        },
        saddle=landscape((W1**2 - W2**2) / 2),
        saddle_plane=SADDLE_RANGE,
        f=f,
        slope=f.derivative(),
        start=start,
        tangent=tangent,
        found=found,
        quadratic=None
        if parabola is None or found is None
        else _quadratic(f, parabola, found.lowest, start, alpha),
        descent=path,
        heights=frozen(f(path.points)),
        seen=seen,
        rows=_rows(min(seen + 1, len(path.points))),
        distances=frozen([] if lowest is None else np.abs(path.points - lowest.x)),
        path_x=path_x,
        path_y=path_y,
        wiggle=WIGGLE * alpha if path_x[0] < turned < path_x[1] else alpha,
        two_valleys=two_valleys,
        two_valleys_range=TWO_VALLEYS_RANGE,
        valleys=tuple(point for point in level if point.kind == "minimum"),
        watershed=next(point for point in level if point.kind == "maximum"),
        balls=descent.basins(
            two_valleys.slope, np.linspace(*TWO_VALLEYS_RANGE, BALLS), BALL_ALPHA, BALL_STEPS
        ),
        stall=descent.descent_1d(cubic.slope, STALL_FROM, STALL_ALPHA, STALL_SHOWN[-1]),
        stall_shown=STALL_SHOWN,
    )


def _telling_apart(values: list[float], least: int) -> int:
    """Return how many decimals show all values as different ones, six at most."""
    counts = range(least, MOST_DECIMALS)
    different = (n for n in counts if len({f"{value:.{n}f}" for value in values}) == len(values))
    return next(different, MOST_DECIMALS)


def _on(f: Function, x: float) -> Point:
    return Point(x, f(x))


def _between(path: Descent, step: float) -> float:
    return float(np.interp(step, np.arange(len(path.points)), path.points))


def _rows(count: int) -> tuple[int, ...]:
    """Return which points are listed: all, or the first few and the last."""
    return tuple(range(count)) if count <= MOST_SHOWN else (*range(MOST_SHOWN - 1), count - 1)


def _reach(path: Descent) -> float:
    """Return how wide a window a path without a goal needs: some of its first steps."""
    first = float(np.abs(path.points[1:2] - path.points[0]).sum())
    return max(4 * first, _LEVEL)


def _lowest(f: Function, start: float, slope: float) -> CriticalPoint | None:
    """Return the first level point downhill from the start, if it is a minimum."""
    if f.expression.is_polynomial(X) and f.expression.has(X):
        roots = sp.real_roots(sp.Poly(f.derivative_expression, X)) if _bends(f) else []
        reach = 2 * max([abs(float(root) - start) for root in roots], default=SEARCH)
    else:
        reach = SEARCH
    reach = max(reach, SEARCH)
    piece = piece_about(f, start, reach)
    low, high = float(piece.xs[0]), float(piece.xs[-1])
    try:
        critical = stationary.critical_points(f.expression, low, high)
    except (ValueError, NotImplementedError):  # SymPy cannot solve f′ = 0 here
        return None
    below = [p for p in critical if p.x < start] if slope > 0 else None
    above = [p for p in critical if p.x > start] if slope < 0 else None
    first = below[-1] if below else above[0] if above else None
    return first if first is not None and first.stationary and first.kind == "minimum" else None


def _bends(f: Function) -> bool:
    return bool(f.derivative_expression.has(X))


def _valley(f: Function, lowest: CriticalPoint, start: float) -> Valley:
    """Return the surroundings of the lowest point, as far as they belong to it on both sides."""
    at, way = lowest.x, start - lowest.x
    reach, side = abs(way), math.copysign(1.0, way)
    highest = 2 * f(start) - lowest.value
    opposite = at + _belonging(f, at, MIRROR * way, highest)
    near = abs(_belonging(f, at, -BESIDE * way, highest))
    piece = piece_about(f, at, HALF_WINDOW * reach)
    low, high = float(piece.xs[0]), float(piece.xs[-1])
    x_span = _window(low, high, ticks=7)
    unit = reach * BESIDE
    points = [at + side * part * unit for part in (LEAP_FROM, LEAP_FROM - LEAP, LEAP_FROM - HOP)]
    begin, far, close = (_on(f, x) for x in points)
    leaps = math.isfinite(far.y) and highest > far.y > begin.y > close.y
    right, left = (start, opposite) if side > 0 else (opposite, start)
    compass = quotients.tangent(f, right), quotients.tangent(f, left)
    steep = HALF_WINDOW * max(abs(tangent.slope) for tangent in compass)
    return Valley(
        lowest=lowest,
        x_span=x_span,
        y_span=_heights([lowest.value, f(start), f(opposite)]),
        slope_span=span(-steep, steep),
        signs=stationary.sign_intervals(f.derivative_expression, low, high),
        sign_tangents=(quotients.tangent(f, at - near), quotients.tangent(f, at + near)),
        compass=compass,
        leap=(begin, far) if leaps else None,
        hop=(begin, close) if leaps else None,
        close_x=_window(at - 1.6 * unit, at + 1.6 * unit, ticks=6),
        close_y=_heights([lowest.value, far.y]) if leaps else span(0.0, 1.0),
    )


def _belonging(f: Function, at: float, away: float, highest: float) -> float:
    """Return the way, or a half, a quarter … of it, that leads up from a minimum all along.

    Not too high up, though: beside a pole nothing else could be seen.
    """
    for halvings in range(_HALVINGS):
        reach = away * 0.5**halvings
        way = np.linspace(at, at + reach, 41)
        rises = bool(np.all(np.diff(f(way)) > 0)) and bool(np.all(np.isfinite(f.slope(way[1:]))))
        if rises and f(at + reach) <= highest:
            return reach
    return away * 0.5**_HALVINGS


def _heights(values: list[float], lowest: float = math.inf) -> Span:
    """Return a window for some heights, and for the lowest of a curve if that is near them."""
    low, high = min(values), max(values)
    size = high - low or max(1.0, abs(high))
    if low - size < lowest < low:
        low, size = lowest, high - lowest
    return _window(low - BELOW * size, high + ABOVE * size, ticks=6)


def _window(low: float, high: float, ticks: int) -> Span:
    """Return a scale; where it does not hold 0, its end nearest to 0 is one of its ticks."""
    low, high, step = span(low, high, ticks)
    if step != int(step):  # numbers with decimals take more room
        low, high, step = span(low, high, FEWER_TICKS)
    if low > 0:
        low = math.floor(low / step) * step
    if high < 0:
        high = math.ceil(high / step) * step
    return low, high, step


def _inputs(
    f: Function, start: float, seen: list[float], window: tuple[float, float], reach: float
) -> Span:
    """Return the inputs of the path's window, as far as there is a curve."""
    low, high = min([window[0], *seen]), max([window[1], *seen])
    margin = reach / 6
    low -= margin if low < window[0] else 0.0
    high += margin if high > window[1] else 0.0
    piece = piece_about(f, start, max(high - start, start - low))
    return _window(max(low, float(piece.xs[0])), min(high, float(piece.xs[-1])), ticks=7)


def _parabola(f: Function) -> tuple[Expr, Expr, Expr] | None:
    if not f.expression.is_polynomial(X) or sp.degree(f.expression, X) != 2:
        return None
    a, b, c = sp.Poly(f.expression, X).all_coeffs()
    return (a, b, c) if a > 0 else None


def _quadratic(
    f: Function,
    coefficients: tuple[Expr, Expr, Expr],
    lowest: CriticalPoint,
    start: float,
    alpha: float,
) -> Quadratic:
    a, b, c = coefficients
    shift, rest = -b / (2 * a), c - b**2 / (4 * a)
    curvature = float(2 * a)
    dials = [2 * share / curvature for share in SHARES]
    paths = tuple(descent.descent_1d(f.slope, start, dial, DIAL_STEPS) for dial in dials)
    half = HILL_HALF * abs(start - lowest.x)
    top = float(a) * half**2
    code, printed = _program(a, b, c)
    return Quadratic(
        completed=complete_square(float(a), float(b), float(c)),
        square=sp.Mul(a, sp.Pow(X - shift, 2, evaluate=False), evaluate=a == 1),
        rest=rest,
        shift=shift,
        limit=1 / a,
        code=code,
        printed=printed,
        sides=(quotients.tangent(f, lowest.x - 1), quotients.tangent(f, lowest.x + 1)),
        mirror=2 * lowest.x - start,
        curvature=curvature,
        contraction=descent.contraction(alpha, [curvature]),
        dials=frozen(dials),
        dial_paths=paths,
        dial_factors=frozen([descent.contraction(a, [curvature]).factors[0] for a in dials]),
        dial_distances=frozen(np.array([path.points - lowest.x for path in paths])),
        hill_x=span(lowest.x - half, lowest.x + half),
        hill_y=span(lowest.value - top / 12, lowest.value + top),
    )


def _program(a: Expr, b: Expr, c: Expr) -> tuple[tuple[str, ...], str]:
    """Return a program for SymPy that finds where the slope vanishes, and what it prints."""
    f = sp.Lambda(X, a * X**2 + b * X + c)
    slope = sp.Lambda(X, sp.diff(f(X), X))
    (at,) = sp.solve(slope(X), X)
    left, right = slope(at - 1), slope(at + 1)
    code = (
        'x = symbols("x")',
        f"f = Lambda(x, {f(X)})",
        "slope = Lambda(x, diff(f(x), x))",
        "a = solve(slope(x), x)[0]",
        "left, right = slope(a - 1), slope(a + 1)",
        'print(f"x = {a}, f = {f(a)}", end=", ")',
        'print("slope", left, "to", right)',
    )
    printed = f"x = {at}, f = {f(at)}, slope {left} to {right}"
    exact = all(number.is_rational for number in (a, b, c)) and not sp.sympify(at).has(sp.Float)
    short = max(map(len, (*code, printed))) <= LONGEST_LINE
    return (code, printed) if exact and short else ((), "")


def fault(formula: str, start: float, alpha: float, steps: int, largest: float) -> str:
    """Say why this descent cannot be shown, or nothing: no slope on the way, or numbers too large.

    Raises
    ------
    ValueError
        If the formula is none.
    """
    f = read_function(formula)
    if not math.isfinite(f(start)) or not math.isfinite(exact_slope(f, start)):
        return f"has no slope at start = {start:g}; choose a start where it has one"
    if max(abs(f(start)), abs(f.slope(start))) > largest:
        return (
            f"is too high or too steep at start = {start:g}: only values up to {largest:g} "
            "have room on screen"
        )
    if abs(f.slope(start)) < _LEVEL:
        return f"is level at start = {start:g}: no step leads away; choose another start"
    numbers = downhill(formula, start, alpha, steps)
    way = abs(alpha * f.slope(start))
    if way > largest:
        return (
            f"is so steep that alpha = {alpha:g} leads {way:.3g} away in one step; "
            "choose a smaller alpha"
        )
    if way < (numbers.path_x[1] - numbers.path_x[0]) / _SHORTEST:
        return (
            f"is so flat that alpha = {alpha:g} leads only {way:.3g} away in one step, too little "
            "to be seen; choose a larger alpha"
        )
    for step, x in enumerate(numbers.descent.points.tolist()[: numbers.seen + 1]):
        if not (math.isfinite(f(x)) and math.isfinite(exact_slope(f, x))):
            return (
                f"has no slope at x = {x:g}, where step {step} lands; "
                "choose a smaller alpha, fewer steps or another start"
            )
    return ""


_SHORTEST = 500.0
