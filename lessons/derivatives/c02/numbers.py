"""Clip 02, When lines bend: the rises of x², the secant from 1 to 3, and three journeys."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import sympy as sp

from mathcore.formulas.functions import Function, function
from mathcore.formulas.symbolic import X
from mathcore.slopes import lines, quotients
from mathcore.slopes.lines import Line, SlopeTriangle
from mathcore.slopes.quotients import Secant, Tangent
from mathcore.values import FloatArray, frozen

ATTEMPTS = ((-3.0, 0.0), (0.0, 3.0), (-1.0, 3.0))
FIRST, LAST = -3, 3
START, GAP = 1.0, 2.0
LEFT_GAP = -1.5
WAVE_GAP = 1.0
WIGGLE = sp.Rational(3, 2)


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every number of clip 02.

    Attributes
    ----------
    parabola
        f(x) = x².
    sine
        sin x, whose slopes repeat; it is drawn as a ghost.
    rows
        The table (x, x²) from −3 to 3, shape (7, 2): between two rows there is a unit run.
    attempts
        Lines through two of the seven points each: none of them meets the other five.
    rises
        Rises over the six unit runs from −3 to 3, shape (6,): −5, −3, −1, 1, 3, 5.
    chords
        The same as triangles along the curve.
    repeated
        Secants of the sine one whole turn apart: the same slope again and again.
    secant
        The secant over 1 and 3: run 2, rise 8, slope 4.
    left_gap
        h = −1.5, the far end of the drag to the left.
    left_secant
        The secant for it.
    straight, winding
        The two other journeys between the same ends: 4x − 3 and 4x − 3 + 1.5·sin π(x − 1).
    journeys
        Parabola, straight and winding, in the order shown.
    averages
        Their average rates over [1, 3], shape (3,): 4, 4, 4.
    kissing
        The tangent at x = 2 that is parallel to the secant.
    """

    parabola: Function
    sine: Function
    rows: FloatArray
    attempts: tuple[Line, ...]
    rises: FloatArray
    chords: tuple[SlopeTriangle, ...]
    repeated: tuple[Secant, ...]
    secant: Secant
    left_gap: float
    left_secant: Secant
    straight: Function
    winding: Function
    journeys: tuple[Function, ...]
    averages: FloatArray
    kissing: Tangent

    def unit_triangle_at(self, x: float) -> SlopeTriangle:
        """Return the triangle of a unit run that begins at any x, for walking."""
        return lines.triangle(self.parabola, x, x + 1)

    def secant_with_gap(self, h: float) -> Secant:
        """Return the secant over 1 and 1 + h, for any h ≠ 0."""
        return quotients.secant(self.parabola, START, h)

    def parallel_at(self, height: float) -> Line:
        """Return the line parallel to the secant with this height over x = 0, for sliding."""
        return lines.line(self.secant.slope, height)


@cache
def compute() -> Numbers:
    """Compute the numbers of clip 02, once."""
    parabola, sine = function(X**2), function(sp.sin(X))
    secant = quotients.secant(parabola, START, GAP)
    chord = sp.Rational(secant.slope) * X + sp.Rational(secant.intercept)
    straight = function(chord)
    # One whole turn of the sine between the ends: it is zero at both.
    winding = function(chord + WIGGLE * sp.sin(2 * sp.pi * (X - int(START)) / int(GAP)))
    journeys = (parabola, straight, winding)
    touching = sp.solve(parabola.derivative_expression - sp.Rational(secant.slope), X)
    return Numbers(
        parabola=parabola,
        sine=sine,
        rows=lines.table(parabola, np.arange(FIRST, LAST + 1.0)),
        attempts=tuple(
            lines.line_through(triangle.p, triangle.slope)
            for triangle in (lines.triangle(parabola, *pair) for pair in ATTEMPTS)
        ),
        rises=lines.unit_rises(parabola, FIRST, LAST),
        chords=tuple(lines.triangle(parabola, x, x + 1) for x in range(FIRST, LAST)),
        repeated=tuple(quotients.secant(sine, x, WAVE_GAP) for x in 2 * np.pi * np.arange(3)),
        secant=secant,
        left_gap=LEFT_GAP,
        left_secant=quotients.secant(parabola, START, LEFT_GAP),
        straight=straight,
        winding=winding,
        journeys=journeys,
        averages=frozen([quotients.difference_quotient(f, START, GAP) for f in journeys]),
        kissing=quotients.tangent(parabola, float(touching[0])),
    )
