"""Clip 11, Next: the valley once more with many dials, and one slope to work out by hand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import sympy as sp

from lessons.derivatives.numbers.c09b import surprise
from mathcore import quotients, regression
from mathcore.contours import Contour
from mathcore.functions import Function, function
from mathcore.quotients import Tangent
from mathcore.regression import RegressionPath
from mathcore.symbolic import Expr, X

ALPHA = 0.01
SWARM = (0.002, 0.005, 0.02, 0.05, 0.07, 0.08)
STEPS = 60
PRACTICE_AT, TINY_NUDGE = 1.0, 0.001


@dataclass(frozen=True, slots=True)
class Next:
    """Every number of clip 11.

    Attributes
    ----------
    valley
        The contours of clip 09b.
    path
        One ball: α = 0.01, sixty steps from (0, 0).
    swarm
        The same with other dials.
    practice
        (2x² + 1)³.
    practice_slope
        12x(2x² + 1)² (SymPy).
    practice_tangent
        Its tangent at 1: slope 108.
    tiny_nudge, check
        dx = 0.001 and the quotient for it, close to 108.
    """

    valley: tuple[Contour, ...]
    path: RegressionPath
    swarm: tuple[RegressionPath, ...]
    practice: Function
    practice_slope: Expr
    practice_tangent: Tangent
    tiny_nudge: float
    check: float


@cache
def what_is_next() -> Next:
    """Compute the numbers of clip 11, once."""
    valley = surprise()
    practice = function((2 * X**2 + 1) ** 3)
    return Next(
        valley=valley.valley,
        path=regression.gd_regression(valley.data, ALPHA, STEPS),
        swarm=tuple(regression.gd_regression(valley.data, alpha, STEPS) for alpha in SWARM),
        practice=practice,
        practice_slope=sp.factor(practice.derivative_expression),
        practice_tangent=quotients.tangent(practice, PRACTICE_AT),
        tiny_nudge=TINY_NUDGE,
        check=quotients.difference_quotient(practice, PRACTICE_AT, TINY_NUDGE),
    )
