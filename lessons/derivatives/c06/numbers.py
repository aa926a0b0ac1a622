"""Clip 06, The explorer: a point, a gap and its error; long: a third of it explains fields."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np
import sympy as sp

from lessons.derivatives.c06.places import (
    SMALLER_GAPS,
    gaps_from,
    inputs,
    reach_both_ways,
    sweep_through,
)
from mathcore.formulas.expression import read_function
from mathcore.formulas.functions import Function, function
from mathcore.formulas.symbolic import Expr, H, X, expand_quotient
from mathcore.formulas.window import Span, fit_heights, piece_about, span
from mathcore.slopes import lines, panel, quotients
from mathcore.slopes.limits import OneSided, Verdict, one_sided
from mathcore.slopes.lines import Line, SlopeTriangle
from mathcore.slopes.panel import Panel
from mathcore.slopes.quotients import Secant, Tangent
from mathcore.timing import log_time
from mathcore.values import FloatArray, frozen, scientific

FORMULA, AT, GAP = "x**2", 2.0, 1.5
SIDES = (1.0, 0.1, 0.01, 0.001)
CUBIC_AT = 1
ALPHA = 0.1
FLOAT_GAPS = (1e-6, 1e-8, 1e-12, 1e-16)
V_DECADES, V_POINTS = (-16, 0), 97
UNIT_GAPS = (1.0, 3.0)
"""Between these gaps, a run of one is large enough, and inside the gap, to read slopes over it."""
MOST_TERMS = 8  # the highest degree of a polynomial whose error is written as a formula in h
HARDLY_OFF = 0.25
"""How far the power of the gap by which an error shrinks may be off 1."""
LENS_MARGIN = 1.35
"""How much more than both gaps, and than both rises, the first window of the lens shows."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every number of clip 06; the values in brackets are those of the lesson's own example.

    Attributes
    ----------
    formula, f
        The function as text and as a function (x²).
    x_span, y_span
        The window: first, last, step between ticks.
    panel
        The readings at x₀ = 2, h = 1.5 (2, 4, 4, 1.5, 5.5, +1.5).
    secant, tangent
        y = 5.5x − 7 and y = 4x − 4; no tangent where there is no derivative.
    reason
        Why there is no derivative; ``None`` where there is one.
    sides
        Quotients from the right and from the left, where they disagree.
    gaps
        h and ever smaller gaps of its sign (1.5, 1, 0.5, 0.1, 0.01, 0.001), shape (N,).
    panels
        The readings for each (quotients 5.5, 5, 4.5, 4.1, 4.01, 4.001).
    errors
        The errors of the formula alone (no rounding), shape (N,) (h itself).
    bending
        f″(x₀) (2); NaN where f has none.
    is_straight, is_parabola
        Whether no gap has an error, and whether f is a polynomial of degree two.
    halves
        (h/2)·f″(x₀) for each gap, shape (N,): what the error is roughly.
    error_formula
        quotient − slope as a SymPy expression in h (h). ``None`` for what is no polynomial.
    cubic, cubic_at, cubic_errors
        x³, where it is looked at (1), and the errors of its quotients there for gaps of these
        sizes, shape (N,).
    central, central_gap
        The two-sided quotient (4 = (12.25 − 0.25)/3) and its reach to either side; ``None`` where
        the curve ends too near.
    central_line, central_ends, central_triangle
        The two-sided secant, its ends, shape (2, 2), and its run and rise.
    sweep
        The readings on a walk to the right (x₀ = −1.5, 0, 2: falling, level, rising).
    steps
        The descent steps −α·f′(x₀) there, shape (3,).
    float_gaps, float_powers, float_errors, float_digits
        h = 10⁻⁶, 10⁻⁸, 10⁻¹², 10⁻¹⁶ and the signed errors in true float64, shapes (4,); the size
        of each error as digits and power of ten.
    v_gaps, v_errors
        The V-shaped plot: gaps from 10⁻¹⁶ to 1 and sizes of the float64 errors, shapes (97,).
    """

    formula: str
    f: Function
    x_span: Span
    y_span: Span
    panel: Panel
    secant: Secant
    tangent: Tangent | None
    reason: Verdict | Literal["edge", "unknown"] | None
    sides: OneSided | None
    gaps: FloatArray
    panels: tuple[Panel, ...]
    errors: FloatArray
    bending: float
    is_straight: bool
    is_parabola: bool
    halves: FloatArray
    error_formula: Expr | None
    cubic: Function
    cubic_at: int
    cubic_errors: FloatArray
    central: float | None
    central_gap: float
    central_line: Line | None
    central_ends: FloatArray
    central_triangle: SlopeTriangle | None
    sweep: tuple[Panel, ...]
    steps: FloatArray
    float_gaps: FloatArray
    float_powers: tuple[int, ...]
    float_errors: FloatArray
    float_digits: tuple[tuple[float, int], ...]
    v_gaps: FloatArray
    v_errors: FloatArray

    @property
    def central_error(self) -> float:
        """Two-sided quotient − slope; NaN where there is no such quotient."""
        return math.nan if self.central is None else self.central - self.panel.slope

    @property
    def central_run(self) -> float:
        """How far the ends of the two-sided secant are apart."""
        return 2 * self.central_gap

    @property
    def has_unit_run(self) -> bool:
        """Whether both slopes are read over a run of one: then the rises are the slopes."""
        return UNIT_GAPS[0] <= abs(self.panel.h) <= UNIT_GAPS[1]

    @property
    def run(self) -> float:
        """The run over which both slopes are read: 1 with the sign of h, or else h itself."""
        return math.copysign(1.0, self.panel.h) if self.has_unit_run else self.panel.h

    @property
    def opening(self) -> float:
        """How far secant and tangent are apart at the end of that run: error · run (1.5)."""
        return self.panel.error * self.run

    @property
    def climb(self) -> float:
        """How far the tangent climbs over that run (4)."""
        return self.panel.slope * self.run

    @property
    def turning(self) -> FloatArray:
        """The slopes on the way of the tangent that turns, shape (N,) (4 to 6)."""
        return self.f.slope(np.linspace(self.panel.x0, self.turned_at))

    @property
    def turned_at(self) -> float:
        """Where the tangent has turned over that run (3), or over its half at a steep end."""
        end = self.panel.x0 + self.run
        return end if math.isfinite(self.f.slope(end)) else end - self.run / 2

    @property
    def cubic_bending(self) -> float:
        """The bending of x³ where it is looked at (6)."""
        return self.cubic.derivative().slope(float(self.cubic_at))

    @property
    def lens_size(self) -> tuple[float, float]:
        """Width and height of the first window of the lens, which holds the gap on both sides."""
        rise = max(abs(self.secant.triangle.rise), abs(self.panel.slope * self.panel.h))
        width = 2 * LENS_MARGIN * abs(self.panel.h)
        return width, 2 * LENS_MARGIN * rise or width

    @property
    def zooms(self) -> tuple[float, ...]:
        """For each gap, the power of ten that the lens magnifies it by (1, 1, 1, 10, 100, 1000)."""
        shares = (float(self.gaps[0] / gap) for gap in self.gaps)
        return tuple(10.0 ** math.floor(math.log10(share) + 1e-9) for share in shares)

    @property
    def leap(self) -> tuple[int, int]:
        """The places of two gaps between which the error is compared (0.1 and 0.01)."""
        first = max(0, len(self.gaps) - 3)
        return first, first + 1

    @property
    def leap_factors(self) -> tuple[float, float]:
        """How many times the gap and the error shrink from the one to the other (10, 10)."""
        first, second = self.leap
        gaps, errors = self.gaps, np.abs(self.errors)
        return float(gaps[first] / gaps[second]), float(errors[first] / errors[second])

    @property
    def error_shrinks(self) -> str | None:
        """What becomes of the error where the gap shrinks tenfold; ``None`` if there is none."""
        if self.tangent is None or self.is_straight:
            return None
        by_gap, by_error = self.leap_factors
        power = math.log(by_error) / math.log(by_gap)
        if power < 1 - HARDLY_OFF:
            return "it hardly shrinks"
        return "it shrinks about tenfold" if power < 1 + HARDLY_OFF else "it shrinks even faster"

    @property
    def downhill_at_the_end(self) -> str | None:
        """Which way is downhill at the end of the walk; ``None`` where there is no walk."""
        if not self.sweep:
            return None
        words = {"rising": "to the left", "falling": "to the right"}
        return words.get(self.sweep[-1].state, "neither, it is level")

    @property
    def least(self) -> int:
        """The place of the float64 gap whose error is the smallest (1, for 10⁻⁸)."""
        return int(np.abs(self.float_errors).argmin())

    @property
    def is_default(self) -> bool:
        """Whether the lesson's own function is read at its own point."""
        return bool(self.f.expression == X**2 and self.panel.x0 == AT)

    def panel_at(self, x0: float, h: float) -> Panel:
        """Return the readings at any point with any gap h ≠ 0."""
        return panel.panel(self.f, x0, h)

    def secant_at(self, h: float) -> Secant:
        """Return the secant over x₀ and x₀ + h."""
        return quotients.secant(self.f, self.panel.x0, h)

    def tangent_at(self, x0: float) -> Tangent:
        """Return the tangent at any point that has one."""
        return quotients.tangent(self.f, x0)

    def gap(self, t: float) -> float:
        """Return the gap at share ``t`` of the sweep through all gaps, decades equally long."""
        return log_time(float(self.gaps[0]), float(self.gaps[-1]), t)


@cache
def compute(formula: str = FORMULA, x0: float = AT, h: float = GAP, window: float = 0.0) -> Numbers:
    """Compute the numbers of clip 06, once for each example.

    Raises
    ------
    ValueError
        If the function has no value at x₀ or x₀ + h.
    """
    f, cubic = read_function(formula), function(X**3)
    reading = panel.panel(f, x0, h)
    smooth = math.isfinite(reading.slope)
    reason = None if smooth else panel.why_no_slope(f, x0) or "unknown"
    degree = sp.degree(f.expression, X) if f.expression.is_polynomial(X) else None
    gaps = gaps_from(h)
    sweep_at = sweep_through(f, x0, h) if smooth else (x0 - abs(h), x0 + abs(h))
    reach = max(abs(h), *(abs(x - x0) for x in sweep_at))
    piece = piece_about(f, x0, 2 * reach)
    central_gap = reach_both_ways(piece.xs, x0, abs(h)) if smooth else 0.0
    ends = [(x, f(x)) for x in (x0 - central_gap, x0 + central_gap)]
    central = quotients.central_quotient(f, x0, central_gap) if central_gap else None
    seen = [x0, x0 + h, *(x for x, _ in ends), *sweep_at]
    x_span = inputs(seen, x0, window)
    others = [reading.value, f(x0 + h)]
    others += [quotients.tangent(f, x0).at(x0 + h)] if smooth else []
    heights = fit_heights(piece, min(seen), max(seen), *others)
    bending = f.derivative().slope(x0)
    sweep = tuple(panel.panel(f, x, h) for x in sweep_at) if smooth else ()
    room = max(float(piece.xs[-1]) - x0, SMALLER_GAPS[-1])
    v_gaps = np.logspace(V_DECADES[0], min(V_DECADES[1], math.floor(math.log10(room))), V_POINTS)
    errors = panel.error_curve(f, x0, gaps) if smooth else frozen(gaps)
    float_errors = panel.float_error(f, x0, FLOAT_GAPS) if smooth else frozen(FLOAT_GAPS)
    return Numbers(
        formula=formula,
        f=f,
        x_span=x_span,
        y_span=span(*heights),
        panel=reading,
        secant=quotients.secant(f, x0, h),
        tangent=quotients.tangent(f, x0) if smooth else None,
        reason=reason,
        sides=one_sided(f, x0, SIDES) if reason not in (None, "edge", "unknown") else None,
        gaps=frozen(gaps),
        panels=tuple(panel.panel(f, x0, gap) for gap in gaps),
        errors=errors,
        bending=bending,
        is_straight=smooth and not np.any(errors),
        is_parabola=degree == 2,
        halves=frozen([gap / 2 * bending for gap in gaps]),
        error_formula=_error_formula(f, sp.Rational(str(x0))),
        cubic=cubic,
        cubic_at=CUBIC_AT,
        cubic_errors=panel.error_curve(cubic, CUBIC_AT, [abs(gap) for gap in gaps]),
        central=central,
        central_gap=central_gap,
        central_line=None if central is None else lines.line_through(ends[0], central),
        central_ends=frozen(ends),
        central_triangle=None if central is None else lines.triangle(f, ends[0][0], ends[1][0]),
        sweep=sweep,
        steps=frozen([0.0 - ALPHA * reading.slope for reading in sweep]),
        float_gaps=frozen(FLOAT_GAPS),
        float_powers=tuple(scientific(gap)[1] for gap in FLOAT_GAPS),
        float_errors=float_errors,
        float_digits=tuple(scientific(abs(error)) for error in float_errors.tolist()),
        v_gaps=frozen(v_gaps),
        v_errors=frozen(np.abs(panel.float_error(f, x0, v_gaps)) if smooth else v_gaps),
    )


def _error_formula(f: Function, at: Expr) -> Expr | None:
    if not f.expression.is_polynomial(X) or sp.degree(f.expression, X) > MOST_TERMS:
        return None
    algebra = expand_quotient(f.expression, gap=H)
    return sp.expand((algebra.divided - algebra.limit).subs(f.variable, at))
