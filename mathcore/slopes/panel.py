"""The panel: six numbers about one point, and how the error of the quotient depends on the gap."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import sympy as sp
from mpmath import isfinite, mpf, workdps

from mathcore.formulas.functions import Function
from mathcore.slopes.limits import Verdict, one_sided
from mathcore.slopes.quotients import difference_quotient
from mathcore.values import FloatArray, Numbers, finite, finite_array, frozen

State = Literal["rising", "level", "falling", "undefined"]
"""What the sign of the slope says, in words."""

LEVEL_BAND = 0.05
"""Slopes smaller than this in size read as level: a slider never stops exactly on zero."""

_DIGITS = 60


@dataclass(frozen=True, slots=True)
class Panel:
    """The explorer's readings at one point, in the lesson's order.

    Attributes
    ----------
    x0
        The point, x₀.
    value
        f(x₀).
    slope
        f′(x₀), exact; NaN where there is no derivative.
    h
        The gap.
    quotient
        [f(x₀ + h) − f(x₀)] / h.
    error
        quotient − slope, signed.
    state
        The meaning of the slope.
    """

    x0: float
    value: float
    slope: float
    h: float
    quotient: float
    error: float
    state: State


def panel(f: Function, x0: float, h: float) -> Panel:
    """Read the panel at x₀ with the gap h.

    Raises
    ------
    ValueError
        If h = 0, a number is not finite, or f has no value at x₀ or x₀ + h.
    """
    quotient = difference_quotient(f, x0, h)
    slope = exact_slope(f, float(x0))
    error = quotient - slope
    return Panel(float(x0), f.value(float(x0)), slope, float(h), quotient, error, state_of(slope))


def exact_slope(f: Function, x0: float) -> float:
    """Return f′(x₀), or NaN where f has none.

    SymPy derives |x| to sign(x), which is 0 at the corner: where a formula is made of pieces, the
    quotients from both sides are compared.
    """
    slope = f.slope(x0)
    if not math.isfinite(slope) or why_no_slope(f, x0) is not None:
        return math.nan
    return slope


def why_no_slope(f: Function, x0: float) -> Verdict | Literal["edge"] | None:
    """Say why f has no derivative at x₀; ``None`` if it has one.

    ``"edge"`` where f has values on one side only; else the verdict of the quotients from both
    sides.
    """
    smooth = not f.expression.has(*_MADE_OF_PIECES)
    # A formula for the slope may have values where the function has none: 1/x beside ln x.
    if smooth and math.isfinite(f.slope(x0)) and math.isfinite(f.value(x0)):
        return None
    try:
        verdict = one_sided(f, x0, JUDGING_GAPS).verdict
    except ValueError:
        return "edge"
    return None if verdict == "limit" else verdict


_MADE_OF_PIECES = (sp.Abs, sp.sign, sp.Piecewise, sp.Min, sp.Max)
JUDGING_GAPS = (1e-2, 3e-3, 1e-3, 3e-4, 1e-4, 3e-5, 1e-5)


def state_of(slope: float, level_band: float = LEVEL_BAND) -> State:
    """Say whether a slope is rising, level or falling; no finite slope is undefined."""
    if not math.isfinite(slope):
        return "undefined"
    if abs(slope) < level_band:
        return "level"
    return "rising" if slope > 0 else "falling"


def error_curve(f: Function, x0: float, hs: Numbers) -> FloatArray:
    """Return the error of the quotient for each gap in exact arithmetic, signed, shape (N,).

    Every number is taken as the float64 it is and the quotient worked out to sixty digits: this is
    the error of the formula alone, about (h/2)·f″(x₀).

    Raises
    ------
    ValueError
        If a gap is 0 or f or f′ has no value where it is needed.
    """
    at = sp.Rational(finite(x0, "x₀"))
    here, slope = _exactly(f, f.expression, at), _exactly(f, f.derivative_expression, at)
    errors = []
    for h in finite_array(hs, "hs").tolist():
        if h == 0:
            raise ValueError("h is 0; two points in the same place have no line between them")
        gap = sp.Rational(h)
        there = _exactly(f, f.expression, at + gap)
        with workdps(2 * _DIGITS):
            quotient = (there - here) * int(gap.q) / int(gap.p)
            errors.append(float(quotient - slope))
    return frozen(errors)


def float_error(f: Function, x0: float, hs: Numbers) -> FloatArray:
    """Return the error of the quotient for each gap in true float64, signed, shape (N,).

    Below a gap of about 10⁻⁸ the subtraction f(x₀ + h) − f(x₀) loses its digits and the error
    grows again; where x₀ + h rounds to x₀ the quotient is 0 and the error the whole slope.

    Raises
    ------
    ValueError
        If a gap is 0 or f or f′ has no value where it is needed.
    """
    slope = finite(f.slope(finite(x0, "x₀")), f"f′({x0:g})")
    return frozen([difference_quotient(f, x0, h) - slope for h in finite_array(hs, "hs").tolist()])


def _exactly(f: Function, expression: sp.Expr, at: sp.Rational) -> mpf:
    """Return an expression's value at a rational input, to ``_DIGITS`` digits (mpmath).

    SymPy would first put the number into the formula, where it multiplies exact powers out: a
    number to the power of a fraction of sixty digits takes it for ever.
    """
    compute = sp.lambdify(f.variable, expression, "mpmath")
    with workdps(2 * _DIGITS):  # as many again may be lost where near numbers are subtracted
        try:
            number = mpf(1) * compute(mpf(int(at.p)) / int(at.q))
        except (ArithmeticError, ValueError, TypeError, NameError):
            number = mpf("nan")
    if not (isinstance(number, mpf) and isfinite(number)):
        raise ValueError(f"{expression} has no value at {float(at):g}")
    return number
