"""Stationary points: where a slope vanishes, and what its signs on either side say about it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
import sympy as sp

from mathcore.formulas.functions import Function, function
from mathcore.formulas.symbolic import Expr, Symbol, derivative, only_variable
from mathcore.values import FloatArray, finite

Kind = Literal["minimum", "maximum", "inflection", "shelf"]
"""A flat point by the slope's signs: − +, + −, the same twice, or flat over a whole stretch."""

_GRID = 4001
_HALVINGS = 80
_DIGITS, _MOST_STEPS, _REAL = 30, 200, 1e-12
_MOST_EXACT = 16
"""The highest degree of a polynomial whose zeros are computed exactly."""
_MOST_RUNS = 500
"""How often a function may change its sign in an interval; beyond that the grid is too coarse."""
_TOUCHES = 1e-9  # a slope this small, next to its largest size, touches zero without crossing it


@dataclass(frozen=True, slots=True)
class SignInterval:
    """A stretch on which a function keeps its sign.

    Attributes
    ----------
    left, right
        Its ends.
    sign
        1, −1, or 0 where the function vanishes on the whole stretch.
    """

    left: float
    right: float
    sign: int


@dataclass(frozen=True, slots=True)
class CriticalPoint:
    """A point where the slope vanishes (stationary) or does not exist.

    Attributes
    ----------
    x, value
        The point; the middle of a shelf.
    kind
        By the sign change of the slope, never by the second derivative alone.
    stationary
        Whether f′ = 0 there; ``False`` at a corner.
    left, right
        Ends of the shelf; both x for a single point.
    signs
        Sign of the slope before and after.
    """

    x: float
    value: float
    kind: Kind
    stationary: bool
    left: float
    right: float
    signs: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Border:
    """Where a function may change sign: a zero, a stretch of zeros, or a break."""

    left: float
    right: float
    zero: bool


def sign_intervals(
    expression: Expr, a: float, b: float, variable: Symbol | None = None
) -> tuple[SignInterval, ...]:
    """Split [a, b] where a function vanishes or breaks, and tell its sign on each part.

    The zeros of a polynomial up to degree 16 are its exact real roots; those of any other function
    are looked for on a grid of 4001 points, so that two zeros closer than (b − a)/4000 may be
    missed.

    Raises
    ------
    ValueError
        If a ≥ b, the function vanishes nowhere and is nowhere defined, or changes its sign more
        than 500 times.
    """
    f = _on(expression, a, b, variable)
    edge = float(a)
    parts = []
    for border in (*_borders(f, a, b), _Border(float(b), float(b), zero=False)):
        if border.left > edge:
            parts.append(SignInterval(edge, border.left, _sign(f, edge, border.left)))
        if border.right > border.left:
            parts.append(SignInterval(border.left, border.right, 0))
        edge = border.right
    return tuple(parts)


def critical_points(
    expression: Expr, a: float, b: float, variable: Symbol | None = None
) -> tuple[CriticalPoint, ...]:
    """Return where f′ vanishes or does not exist though f does, in the open interval (a, b).

    The ends of the interval are not among them: they are to be looked at separately.

    Raises
    ------
    ValueError
        If a ≥ b.
    """
    f = _on(expression, a, b, variable)
    slope = function(f.derivative_expression, f.variable)
    borders = [p for p in _borders(slope, a, b) if p.right > a and p.left < b]
    ends = [float(a), *(end for p in borders for end in (p.left, p.right)), float(b)]
    points = []
    for place, border in enumerate(borders):
        before = _sign(slope, ends[2 * place], border.left)
        after = _sign(slope, border.right, ends[2 * place + 3])
        x = (border.left + border.right) / 2
        if math.isfinite(f.value(x)) and _is_unbroken(f, border):
            kind = _kind(before, after, shelf=border.right > border.left)
            points.append(
                CriticalPoint(
                    x, f.value(x), kind, border.zero, border.left, border.right, (before, after)
                )
            )
    return tuple(points)


def stationary_points(
    expression: Expr, a: float, b: float, variable: Symbol | None = None
) -> tuple[CriticalPoint, ...]:
    """Return where f′ = 0 in the open interval (a, b), each with its kind by the sign change.

    Raises
    ------
    ValueError
        If a ≥ b.
    """
    return tuple(p for p in critical_points(expression, a, b, variable) if p.stationary)


def _on(expression: Expr, a: float, b: float, variable: Symbol | None) -> Function:
    if not finite(a, "a") < finite(b, "b"):
        raise ValueError(f"the interval from {a:g} to {b:g} is empty")
    expression = sp.sympify(expression, strict=True)
    variable = only_variable(expression) if variable is None else variable
    # Only the value matters for signs; the slope is taken once more where it is needed.
    return function(expression, variable, derivative(expression, variable))


def _kind(before: int, after: int, *, shelf: bool) -> Kind:
    if shelf:
        return "shelf"
    if before == after:
        return "inflection"
    return "minimum" if before < after else "maximum"


def _sign(f: Function, left: float, right: float) -> int:
    value = f.value((left + right) / 2)
    return int(np.sign(value)) if math.isfinite(value) else 0


def _is_unbroken(f: Function, border: _Border) -> bool:
    """Tell whether f itself runs through a place where its slope does not exist."""
    if border.zero:
        return True
    step = 1e-9 * (1 + abs(border.left))
    sides = (f.value(border.left - step), f.value(border.left), f.value(border.left + step))
    return max(sides) - min(sides) <= 1e-3 * (1 + abs(sides[1]))


def _borders(f: Function, a: float, b: float) -> list[_Border]:
    polynomial = f.expression.is_polynomial(f.variable) and f.expression.has(f.variable)
    # The exact zeros of a polynomial of degree 50 take SymPy many seconds.
    if polynomial and sp.degree(f.expression, f.variable) <= _MOST_EXACT:
        inside = (root for root in real_zeros(f.expression, f.variable) if a <= root <= b)
        return [_Border(root, root, zero=True) for root in inside]
    return _searched(f, np.linspace(a, b, _GRID))


def real_zeros(polynomial: Expr, variable: Symbol) -> tuple[float, ...]:
    """Return the real zeros of a polynomial that is not constant, each once, in rising order.

    SymPy isolates them exactly where the coefficients are rational. For others, such as √2, all
    complex zeros are computed to thirty digits, and those without an imaginary part are taken.
    """
    poly = sp.Poly(polynomial, variable)
    try:
        return tuple(float(root) for root, _ in sp.real_roots(poly, multiple=False))
    except NotImplementedError:
        found = poly.nroots(n=_DIGITS, maxsteps=_MOST_STEPS)
        real = sorted(
            float(sp.re(root)) for root in found if abs(sp.im(root)) <= _REAL * (1 + abs(root))
        )
        # A double zero comes out twice, and not quite the same.
        return tuple(
            root
            for place, root in enumerate(real)
            if not place or root - real[place - 1] > _REAL * (1 + abs(root))
        )


def _searched(f: Function, xs: FloatArray) -> list[_Border]:
    """Find zeros, stretches of zeros and breaks from samples, each refined by bisection."""
    ys = f.value(xs)
    scale = float(np.nanmax(np.abs(np.where(np.isfinite(ys), ys, np.nan)), initial=0.0))
    signs = np.where(np.isfinite(ys), np.sign(ys), np.nan)
    borders: list[_Border] = []
    edges = np.flatnonzero(~((signs[:-1] == signs[1:]) & np.isfinite(signs[1:]))) + 1
    runs = [(run[0], run[-1]) for run in np.split(np.arange(len(xs)), edges)]
    if len(runs) > _MOST_RUNS:
        raise ValueError(
            f"{f.expression} changes its sign more than {_MOST_RUNS} times between {xs[0]:g} and "
            f"{xs[-1]:g}"
        )
    for number, (first, last) in enumerate(runs):
        if signs[first] == 0 or not np.isfinite(signs[first]):
            left, right = float(xs[first]), float(xs[last])
            if first:
                left = _flip(f, left, float(xs[first - 1]))
            if last + 1 < len(xs):
                right = _flip(f, right, float(xs[last + 1]))
            if first == last:
                left = right = float(xs[first])
            borders.append(_Border(left, right, zero=bool(signs[first] == 0)))
        elif number + 1 < len(runs) and signs[runs[number + 1][0]] == -signs[first]:
            left = _flip(f, float(xs[last]), float(xs[last + 1]))
            height = max(abs(f.value(left)), abs(f.value(np.nextafter(left, xs[last + 1]))))
            borders.append(_Border(left, left, zero=bool(height <= 1e-6 * (1 + scale))))
    borders += [_Border(x, x, zero=True) for x in _touching(f, xs, ys, scale)]
    return sorted(borders, key=lambda border: border.left)


def _flip(f: Function, inside: float, outside: float) -> float:
    """Return where, between two points, the sign of f changes from that at ``inside``."""
    wanted = np.sign(f.value(inside))
    for _ in range(_HALVINGS):
        middle = (inside + outside) / 2
        same = np.sign(f.value(middle))
        if same == wanted or (np.isnan(same) and np.isnan(wanted)):
            inside = middle
        else:
            outside = middle
    return inside


def _touching(f: Function, xs: FloatArray, ys: FloatArray, scale: float) -> list[float]:
    """Return where f comes down to zero and turns back, by golden-section search."""
    sizes = np.abs(ys)
    with np.errstate(invalid="ignore"):
        dips = (sizes[1:-1] < sizes[:-2]) & (sizes[1:-1] <= sizes[2:]) & (sizes[1:-1] > 0)
        dips &= (np.sign(ys[:-2]) == np.sign(ys[1:-1])) & (np.sign(ys[2:]) == np.sign(ys[1:-1]))
    golden = (math.sqrt(5) - 1) / 2
    touches = []
    for place in (np.flatnonzero(dips) + 1).tolist():
        left, right = float(xs[place - 1]), float(xs[place + 1])
        for _ in range(_HALVINGS):
            inner = right - golden * (right - left), left + golden * (right - left)
            if abs(f.value(inner[0])) <= abs(f.value(inner[1])):
                right = inner[1]
            else:
                left = inner[0]
        lowest = (left + right) / 2
        if abs(f.value(lowest)) <= _TOUCHES * scale:
            touches.append(lowest)
    return touches
