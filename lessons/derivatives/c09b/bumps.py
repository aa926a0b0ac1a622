"""A loss with dips for whose lowest point no formula exists, and a descent that finds it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import sympy as sp

from mathcore.formulas.curves import Samples, sample
from mathcore.formulas.functions import Function, function
from mathcore.formulas.symbolic import Expr, X
from mathcore.optimization.descent import descent_1d
from mathcore.slopes import quotients
from mathcore.slopes.quotients import Tangent
from mathcore.values import FloatArray, frozen

ALPHA, START, STEPS = 0.015, -2.25, 22
REACH = (-4.0, 4.0)
LOSS = X**2 / 2 + 4 * sp.sin(2 * X) + 4 * sp.cos(3 * X) / 3
"""Its slope is zero where x + 8·cos 2x = 4·sin 3x, which no algebra solves."""


@dataclass(frozen=True, slots=True)
class Bumps:
    """A curve with dips, and a descent on it.

    Attributes
    ----------
    loss, slope
        The loss, and the rule of its slope, in w.
    curve
        The loss, over [-4, 4].
    xs, heights
        Where the descent was after 0, 1, 2, … steps, shapes (N,).
    """

    loss: Function
    slope: Expr
    curve: Samples
    xs: FloatArray
    heights: FloatArray

    def tangent(self, w: float) -> Tangent:
        """Return the tangent of the loss at an input."""
        return quotients.tangent(self.loss, w)


@cache
def bumps() -> Bumps:
    """Return the curve and its descent."""
    loss = function(LOSS)
    path = descent_1d(loss.slope, START, ALPHA, STEPS).points
    slope = loss.derivative_expression.subs(X, sp.Symbol("w"))
    return Bumps(loss, slope, sample(loss, *REACH), path, frozen(loss.value(path)))
