"""Symbolic steps: exact derivatives and the algebra that the lesson shows line by line.

SymPy ships no types, so its expressions are ``Any`` to the type checker.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import sympy as sp

from mathcore.values import finite

Expr = Any
"""A SymPy expression."""

Symbol = Any
"""A SymPy symbol."""

X: Symbol = sp.Symbol("x", real=True)
"""The lesson's input: a real variable."""

H: Symbol = sp.Symbol("h", real=True)
"""The lesson's gap: a real variable."""


# |u| under another name, with the derivative that the lesson means.
_SIZE: Any = type("size", (sp.Function,), {"fdiff": lambda u, _=1: u.args[0] / sp.Abs(u.args[0])})


class QuotientSteps(NamedTuple):
    """The difference quotient of a polynomial, one line of algebra after the other.

    Attributes
    ----------
    quotient
        [f(x + h) − f(x)] / h as it is written down.
    expanded
        The same with the numerator multiplied out, the equal and opposite terms still there.
    cancelled
        The same without those terms: every term of the numerator carries an h.
    divided
        The same after division by h, which is allowed because h ≠ 0.
    limit
        What stays when h → 0: f′(x).
    """

    quotient: Expr
    expanded: Expr
    cancelled: Expr
    divided: Expr
    limit: Expr


class Meeting(NamedTuple):
    """A point where a curve and its tangent meet.

    Attributes
    ----------
    x
        Where, exactly (a SymPy number).
    multiplicity
        2 or more where the curve touches the line; odd where it also crosses it.
    """

    x: Expr
    multiplicity: int


class CompletedSquare(NamedTuple):
    """A quadratic as a square plus a number: a·(x − shift)² + rest.

    Attributes
    ----------
    a
        The leading coefficient.
    shift
        −b / (2a), where the square is zero.
    rest
        c − b² / (4a), the lowest value if a > 0.
    """

    a: float
    shift: float
    rest: float


def only_variable(expression: Expr) -> Symbol:
    """Return the free symbol of an expression, or ``X`` if it is constant.

    Raises
    ------
    ValueError
        If there are several.
    """
    symbols = expression.free_symbols
    if len(symbols) > 1:
        raise ValueError(f"{expression} has several variables; say which one is meant")
    return next(iter(symbols)) if symbols else X


def derivative(expression: Expr, variable: Symbol | None = None) -> Expr:
    """Return the exact derivative, undefined (NaN) at corners and jumps.

    SymPy gives |x| the derivative sign(x), which is 0 at 0, and gives a jump a Dirac delta. Neither
    is a derivative at that point: |u| is given the slope u′·u/|u|, which is 0/0 there, and a jump
    one that leaves the point out.

    Parameters
    ----------
    expression
        f.
    variable
        What to differentiate by; by default the only free symbol.
    """
    expression = sp.sympify(expression, strict=True)
    variable = only_variable(expression) if variable is None else variable
    slope = sp.diff(expression.replace(sp.Abs, _SIZE), variable).replace(_SIZE, sp.Abs)
    return slope.replace(sp.DiracDelta, lambda a, *_: sp.Piecewise((0, sp.Ne(a, 0))))


def partials(expression: Expr, variables: Sequence[Symbol]) -> tuple[Expr, ...]:
    """Return ∂f/∂v for each variable, in order.

    Raises
    ------
    ValueError
        If no variable is named.
    """
    if not variables:
        raise ValueError("no variables; a gradient has at least one entry")
    return tuple(sp.diff(expression, variable) for variable in variables)


def hessian(expression: Expr, variables: Sequence[Symbol]) -> Expr:
    """Return the matrix of second partials ∂²f/∂vᵢ∂vⱼ, a SymPy matrix of shape (n, n)."""
    if not variables:
        raise ValueError("no variables; a Hessian has at least one row")
    return sp.hessian(expression, list(variables))


def expand_quotient(
    expression: Expr, variable: Symbol | None = None, gap: Symbol = H
) -> QuotientSteps:
    """Return the algebra from the difference quotient of a polynomial to its derivative.

    Parameters
    ----------
    expression
        A polynomial f.
    variable
        Its variable; by default the only free symbol.
    gap
        The symbol for h.

    Raises
    ------
    ValueError
        If f is not a polynomial: h does not divide out of the numerator by algebra alone.
    """
    expression = sp.sympify(expression, strict=True)
    variable = only_variable(expression) if variable is None else variable
    if not expression.is_polynomial(variable):
        raise ValueError(f"{expression} is not a polynomial in {variable}; its h does not cancel")
    moved = expression.subs(variable, variable + gap)
    there, here = sp.expand(moved), sp.expand(expression)
    terms = (*sp.Add.make_args(there), *(-term for term in sp.Add.make_args(here)))
    rise = sp.expand(there - here)
    divided = sp.expand(rise / gap)
    return QuotientSteps(
        quotient=_over(_sum(moved, -expression), gap),
        expanded=_over(_sum(*terms), gap),
        cancelled=_over(rise, gap),
        divided=divided,
        limit=divided.subs(gap, 0),  # a polynomial in h has its own value for its limit
    )


def tangent_line(expression: Expr, x0: float | Expr, variable: Symbol | None = None) -> Expr:
    """Return the tangent f(x₀) + f′(x₀)·(x − x₀) as an exact expression in the variable."""
    expression = sp.sympify(expression, strict=True)
    variable = only_variable(expression) if variable is None else variable
    at = sp.nsimplify(finite(x0, "x₀"), rational=True)
    slope = derivative(expression, variable).subs(variable, at)
    return sp.expand(expression.subs(variable, at) + slope * (variable - at))


def tangent_meets(
    expression: Expr, x0: float | Expr, variable: Symbol | None = None
) -> tuple[Meeting, ...]:
    """Return where a polynomial meets its tangent at x₀, from left to right.

    The real roots of f(x) − [f(x₀) + f′(x₀)·(x − x₀)] with their multiplicities; x₀ itself is
    always among them, at least twice.

    Raises
    ------
    ValueError
        If f is not a polynomial, or is a straight line (its tangent meets it everywhere).
    """
    expression = sp.sympify(expression, strict=True)
    variable = only_variable(expression) if variable is None else variable
    if not expression.is_polynomial(variable):
        raise ValueError(f"{expression} is not a polynomial in {variable}")
    difference = sp.expand(expression - tangent_line(expression, x0, variable))
    if difference == 0:
        raise ValueError(f"{expression} is straight; it meets its tangent everywhere")
    roots = sp.real_roots(sp.Poly(difference, variable), multiple=False)
    return tuple(Meeting(root, int(times)) for root, times in roots)


def complete_square(a: float, b: float, c: float) -> CompletedSquare:
    """Write a·x² + b·x + c as a·(x − shift)² + rest.

    Raises
    ------
    ValueError
        If a = 0 (there is no square) or a number is not finite.
    """
    if finite(a, "a") == 0:
        raise ValueError("a is 0; a straight line has no square to complete")
    shift = -finite(b, "b") / (2 * a)
    return CompletedSquare(float(a), shift, finite(c, "c") - a * shift**2)


def _sum(*terms: Expr) -> Expr:
    """Write a sum down as it stands, without terms that are 0."""
    return sp.Add(*(term for term in terms if term != 0), evaluate=False)


def _over(numerator: Expr, gap: Symbol) -> Expr:
    return sp.Mul(numerator, sp.Pow(gap, -1, evaluate=False), evaluate=False)
