"""States made of the numbers of a clip: on a curve, on a line, on a cut through a landscape."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import sympy as sp

from lessons.exploration import CurveState, DescentState, RegressionState
from mathcore.formulas.functions import Function, function
from mathcore.formulas.symbolic import Expr, X
from mathcore.formulas.writing import write_formula
from mathcore.optimization.landscape import Landscape
from mathcore.optimization.regression import Dataset
from mathcore.slopes.lines import Line, SlopeTriangle

NEAR = 0.5
"""The gap where a beat shows none of its own: large enough that the secant is seen."""
_DIGITS = 9
"""Decimals of a coefficient that has no short form."""
_LARGEST_BELOW = 1000
"""The largest number below the line of a fraction that is written as one."""

States = tuple[CurveState | DescentState | RegressionState, ...]


def text_of(curve: Function | Line | str) -> str:
    """Return a curve's formula; text is taken as it is."""
    if isinstance(curve, str):
        return curve
    if isinstance(curve, Line):
        return write_formula(function(short(curve.slope) * X + short(curve.intercept), X))
    return write_formula(curve)


def exact(number: float) -> Expr:
    """Return a number as the fraction that its decimals spell."""
    return sp.Rational(str(round(float(number), _DIGITS)))


def short(number: Expr | float) -> Expr:
    """Return a number as a fraction that can be read at a glance, or else with its decimals."""
    fraction = number if isinstance(number, sp.Rational) else exact(float(number))
    return fraction if fraction.q <= _LARGEST_BELOW else sp.Float(round(float(number), _DIGITS))


def at(curve: Function | Line | str, x0: float, h: float = NEAR) -> CurveState:
    """Return the state at a point with a gap."""
    return CurveState(text_of(curve), float(x0), float(h))


def at_each(curve: Function | Line | str, points: Iterable[float], h: float = NEAR) -> States:
    """Return a state at each of some points, all with one gap."""
    return tuple(at(curve, x, h) for x in points)


def closing(curve: Function | Line | str, x0: float, gaps: Iterable[float]) -> States:
    """Return a state for each of some gaps at one point."""
    return tuple(at(curve, x0, gap) for gap in gaps)


def over(curve: Function | Line | str, *triangles: SlopeTriangle) -> States:
    """Return a state for each triangle under a curve: its run is the gap."""
    return tuple(at(curve, triangle.p.x, triangle.run) for triangle in triangles)


def rolled(curve: Function | str, start: float, alpha: float, steps: int) -> DescentState:
    """Return the state of a descent after some steps."""
    return DescentState(text_of(curve), float(start), float(alpha), int(steps))


def fitted(data: Dataset, alpha: float, *epochs: int) -> States:
    """Return the states of a regression after some numbers of epochs."""
    points = tuple(zip(data.xs.tolist(), data.ys.tolist(), strict=True))
    return tuple(RegressionState(points, float(alpha), int(epoch)) for epoch in epochs)


def cut(land: Landscape, through: Sequence[float], way: Sequence[Expr]) -> Function:
    """Return a landscape along a straight way through one of its points, as a function of x.

    The input x is 0 at that point, and counts in lengths of ``way``.
    """
    places = (exact(place) + step * X for place, step in zip(through, way, strict=True))
    changed = dict(zip(land.variables, places, strict=True))
    return _rounded(land.expression.subs(changed, simultaneous=True))


def slice_at(land: Landscape, knob: int, through: Sequence[float]) -> Function:
    """Return a landscape as a function of one knob, 0 or 1, the other held where it stands."""
    held = 1 - knob
    changed = {land.variables[knob]: X, land.variables[held]: exact(through[held])}
    return _rounded(land.expression.subs(changed, simultaneous=True))


def _rounded(expression: Expr) -> Function:
    """Return a polynomial in x whose coefficients have a form that is short enough to be read."""
    terms = sp.Poly(sp.expand(expression), X).terms()
    return function(sp.Add(*(short(factor) * X**power for (power,), factor in terms)), X)
