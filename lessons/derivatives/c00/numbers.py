"""Clip 00, One question: one knob of a model, nudged less and less."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import sympy as sp

from lessons.derivatives.c09a import numbers as c09a
from mathcore.formulas.functions import Function, function
from mathcore.optimization import regression
from mathcore.optimization.regression import Dataset
from mathcore.slopes import quotients
from mathcore.slopes.lines import Line, Point, SlopeTriangle
from mathcore.slopes.quotients import Secant, Tangent
from mathcore.values import FloatArray, frozen

KNOB, HELD = 2.0, 2.0
NUDGES = (0.1, 0.01, 0.001)
CROWD_ROWS, CROWD_COLUMNS = 5, 12
# Reciprocal powers of the plastic number: their multiples spread most evenly over a square.
SPREAD = (0.7548776662466927, 0.5698402909980532)


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every number of clip 00.

    Attributes
    ----------
    loss
        J(w) = 11(w − 3)²: the regression loss of clip 09a with b held at 2.
    knob
        w = 2.0, where the dial stands.
    nudges
        Δw = 0.1, 0.01, 0.001, shape (3,).
    before, after
        (w, J) before and after the first nudge: (2.0, 11.00) and (2.1, 8.91).
    triangle
        The first nudge's run Δw and rise ΔJ = −2.09.
    ratios
        ΔJ / Δw for each nudge, shape (3,): −20.9, −21.89, −21.989.
    slope
        −22, on which the ratios settle: the exact J′(2).
    tangent
        The tangent of the loss at the knob.
    data
        The five points that the model fits.
    best
        w = 3, where the loss is zero.
    crowd
        Where other knobs stand, as shares of their scales, shape (5, 12): they belong to no real
        model and are spread evenly, so that no two neighbours look alike.
    """

    loss: Function
    knob: float
    nudges: FloatArray
    before: Point
    after: Point
    triangle: SlopeTriangle
    ratios: FloatArray
    slope: float
    tangent: Tangent
    data: Dataset
    best: float
    crowd: FloatArray

    def fit(self, w: float) -> Line:
        """Return the model's line w x + 2 at any setting of the knob."""
        return Line(w, HELD)

    def at(self, w: float) -> Point:
        """Return (w, J) at any setting of the knob."""
        return Point(w, self.loss(w))

    def change(self, nudge: float) -> float:
        """Return ΔJ for any nudge Δw of the knob, zero included."""
        return self.at(self.knob + nudge).y - self.before.y

    def secant(self, nudge: float) -> Secant:
        """Return the secant of the loss over the knob and the knob plus any nudge."""
        return quotients.secant(self.loss, self.knob, nudge)


@cache
def compute() -> Numbers:
    """Compute the numbers of clip 00, once."""
    data = c09a.compute().data
    w = sp.Symbol("w", real=True)
    points = zip(data.xs.tolist(), data.ys.tolist(), strict=True)
    squares = [(w * sp.Rational(x) + sp.Rational(HELD) - sp.Rational(y)) ** 2 for x, y in points]
    loss = function(sp.factor(sp.Add(*squares) / len(squares)))
    first = quotients.secant(loss, KNOB, NUDGES[0])
    tangent = quotients.tangent(loss, KNOB)
    return Numbers(
        loss=loss,
        knob=KNOB,
        nudges=frozen(NUDGES),
        before=first.p,
        after=first.q,
        triangle=first.triangle,
        ratios=quotients.quotient_series(loss, KNOB, NUDGES),
        slope=tangent.slope,
        tangent=tangent,
        data=data,
        best=regression.normal_equations(data).w,
        crowd=frozen(
            np.add.outer(
                np.arange(CROWD_ROWS) * SPREAD[0], np.arange(1, CROWD_COLUMNS + 1) * SPREAD[1]
            )
            % 1.0
        ),
    )
