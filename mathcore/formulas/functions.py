"""Functions: a formula with its value and its exact derivative, and the named ones of the lesson.

SymPy derives once, NumPy evaluates. No slope here is a finite difference.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, overload

import numpy as np
import sympy as sp

from mathcore.formulas.symbolic import Expr, Symbol, X, derivative, only_variable
from mathcore.values import FloatArray


@dataclass(frozen=True, slots=True)
class Function:
    """A real function of one real variable that knows its exact derivative.

    Outside its domain it is NaN, silently: a picture leaves a gap there.

    Attributes
    ----------
    expression
        f as a SymPy expression.
    derivative_expression
        f′ as a SymPy expression.
    variable
        The symbol both are written in.
    """

    expression: Expr
    derivative_expression: Expr
    variable: Symbol
    _value: Callable[[FloatArray], Any] = field(repr=False, compare=False)
    _slope: Callable[[FloatArray], Any] = field(repr=False, compare=False)

    @overload
    def value(self, x: float) -> float: ...

    @overload
    def value(self, x: FloatArray) -> FloatArray: ...

    def value(self, x: float | FloatArray) -> float | FloatArray:
        """Return f(x) for a number or, elementwise, for an array of any shape."""
        return _evaluate(self._value, x)

    @overload
    def slope(self, x: float) -> float: ...

    @overload
    def slope(self, x: FloatArray) -> FloatArray: ...

    def slope(self, x: float | FloatArray) -> float | FloatArray:
        """Return f′(x), exact up to rounding; NaN where f has no derivative."""
        return _evaluate(self._slope, x)

    @overload
    def __call__(self, x: float) -> float: ...

    @overload
    def __call__(self, x: FloatArray) -> FloatArray: ...

    def __call__(self, x: float | FloatArray) -> float | FloatArray:
        """Return f(x), so that a function may stand wherever a curve is asked for."""
        return self.value(x)

    def derivative(self) -> Function:
        """Return f′ as a function of its own."""
        return function(self.derivative_expression, self.variable)


def function(
    expression: Expr, variable: Symbol | None = None, slope: Expr | None = None
) -> Function:
    """Make a function from a SymPy expression.

    Parameters
    ----------
    expression
        f, with at most one free symbol.
    variable
        Its variable; by default the free symbol, or ``symbolic.X`` for a constant.
    slope
        f′, only where SymPy's own is wrong at a seam: it differentiates each piece of a
        ``Piecewise`` and knows nothing of the limit at the point between.

    Raises
    ------
    ValueError
        If the expression has another free symbol.
    """
    expression = sp.sympify(expression, strict=True)
    variable = only_variable(expression) if variable is None else variable
    others = sorted(map(str, expression.free_symbols - {variable}))
    if others:
        raise ValueError(f"{expression} depends on {', '.join(others)} besides {variable}")
    slope = derivative(expression, variable) if slope is None else slope
    return Function(
        expression, slope, variable, numeric(expression, variable), numeric(slope, variable)
    )


def numeric(expression: Expr, *variables: Symbol) -> Callable[..., Any]:
    """Return a NumPy callable for a SymPy expression in the given variables."""
    evaluator: Callable[..., Any] = sp.lambdify(variables, expression, modules="numpy")
    return evaluator


def _evaluate(evaluator: Callable[[FloatArray], Any], x: float | FloatArray) -> float | FloatArray:
    at = np.asarray(x, dtype=np.float64)
    # Poles, overflow and what lies outside the domain are values here (inf, NaN), not accidents.
    with np.errstate(all="ignore"):
        result = np.asarray(evaluator(at))
        if np.iscomplexobj(result):
            result = np.where(result.imag == 0, result.real, np.nan)
    result = result.astype(np.float64) + 0.0  # turns −0.0, which no readout should show, into 0.0
    if at.ndim == 0:
        return float(result)
    return np.array(np.broadcast_to(result, at.shape))


def sigmoid(x: float | FloatArray) -> FloatArray:
    """Return σ(x) = 1 / (1 + e⁻ˣ), for inputs of any size.

    The exponent is never positive, so that nothing overflows: for x < 0 the equal form
    eˣ / (1 + eˣ) is used.
    """
    at = np.asarray(x, dtype=np.float64)
    decay = np.exp(-np.abs(at))
    return np.where(at >= 0, 1.0, decay) / (1.0 + decay)


def sigmoid_prime(x: float | FloatArray) -> FloatArray:
    """Return σ′(x) = σ(x)·(1 − σ(x)), for inputs of any size.

    1 − σ(x) is taken as σ(−x), which keeps all its digits where σ is nearly 1.
    """
    at = np.asarray(x, dtype=np.float64)
    return sigmoid(at) * sigmoid(-at)


def wiggle() -> Function:
    """Return x + 2x²·sin(1/x), with 0 at 0.

    Its derivative at 0 is 1, the limit of the quotient 1 + 2h·sin(1/h); yet near 0 it is
    1 + 4x·sin(1/x) − 2·cos(1/x), which takes both signs in every neighbourhood.
    """
    away = X + 2 * X**2 * sp.sin(1 / X)
    return function(
        sp.Piecewise((away, sp.Ne(X, 0)), (0, True)),
        slope=sp.Piecewise((sp.diff(away, X), sp.Ne(X, 0)), (1, True)),
    )


def steep_root() -> Function:
    """Return the real cube root of x: defined everywhere, with a vertical tangent at 0."""
    return function(sp.sign(X) * sp.Abs(X) ** sp.Rational(1, 3))
