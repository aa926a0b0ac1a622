"""A parabola that opens upwards: its square completed, a program for it, and five dials."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import sympy as sp

from lessons.derivatives.c07.windows import telling_apart
from mathcore.formulas.functions import Function
from mathcore.formulas.symbolic import CompletedSquare, Expr, X, complete_square
from mathcore.formulas.window import Span, span
from mathcore.optimization import descent
from mathcore.optimization.descent import Contraction, Descent
from mathcore.optimization.stationary import CriticalPoint
from mathcore.slopes import quotients
from mathcore.slopes.lines import Point, SlopeTriangle
from mathcore.slopes.quotients import Tangent
from mathcore.values import FloatArray, frozen

SHARES, DIAL_STEPS, HILL_HALF = (0.1, 0.5, 0.9, 1.0, 1.1), 8, 1.95
"""Five dials as shares of the limit 2 / curvature; half the width of their windows."""
DIAL_SCALE, FACTOR_SCALE = (-0.07, 1.3), (-1.6, 1.0, 1.0)
"""The plot of the factors: the ends of its scale of dials in limits, and its scale of factors."""
BEND_SCALE = (-1.25, 2.0)
"""The ends of the plot of the curvature, in runs of its triangle beside the lowest point."""
LONGEST_LINE = 40
"""The most characters in a line of code: a longer one cannot be read in a film."""


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
    bend
        A triangle on the line of the slopes: its rise is f″ times its run (run 1, rise 2).
    bend_x, bend_y
        The window of that triangle.
    dial_span, factor_span
        The window in which factors are plotted over dials.
    factor_line
        The ends of the line 1 − α·f″ in it, from α = 0.
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
    bend: SlopeTriangle
    bend_x: Span
    bend_y: Span
    dial_span: Span
    factor_span: Span
    factor_line: tuple[Point, Point]

    @property
    def dial_decimals(self) -> int:
        """How many decimals tell the five dials apart."""
        return telling_apart(self.dials.tolist(), least=1)


def quadratic_of(
    f: Function, lowest: CriticalPoint, start: float, alpha: float, run: float
) -> Quadratic | None:
    """Return what is true of a parabola that opens upwards; ``None`` for another curve.

    The run of the triangle that shows its curvature is ``run``, in lesson coordinates.
    """
    coefficients = _coefficients(f)
    if coefficients is None:
        return None
    a, b, c = coefficients
    shift, rest = -b / (2 * a), c - b**2 / (4 * a)
    curvature = float(2 * a)
    dials = [2 * share / curvature for share in SHARES]
    paths = tuple(descent.descent_1d(f.slope, start, dial, DIAL_STEPS) for dial in dials)
    half = HILL_HALF * abs(start - lowest.x)
    top = float(a) * half**2
    code, printed = _program(a, b, c)
    below, above = (part * run for part in BEND_SCALE)
    first, last = (share * 2 / curvature for share in DIAL_SCALE)
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
        bend=SlopeTriangle(
            Point(lowest.x, f.slope(lowest.x)), Point(lowest.x + run, f.slope(lowest.x + run))
        ),
        bend_x=span(lowest.x + below, lowest.x + above, ticks=3),
        bend_y=span(below * curvature, above * curvature, ticks=3),
        dial_span=span(first, last, ticks=3),
        factor_span=FACTOR_SCALE,
        factor_line=(
            Point(0.0, 1.0),
            Point(last, float(descent.contraction(last, [curvature]).factors[0])),
        ),
    )


def _coefficients(f: Function) -> tuple[Expr, Expr, Expr] | None:
    if not f.expression.is_polynomial(X) or sp.degree(f.expression, X) != 2:
        return None
    a, b, c = sp.Poly(f.expression, X).all_coeffs()
    return (a, b, c) if a > 0 else None


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
