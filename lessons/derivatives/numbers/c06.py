"""Clip 06, The explorer: six numbers about one point, and what the gap does to the error."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import sympy as sp

from mathcore import lines, panel, quotients
from mathcore.functions import Function, function
from mathcore.lines import Line
from mathcore.panel import Panel
from mathcore.quotients import Secant, Tangent
from mathcore.symbolic import Expr, H, X, expand_quotient
from mathcore.timing import log_time
from mathcore.values import FloatArray, frozen

AT, GAP = 2.0, 1.5
GAPS = (1.5, 1.0, 0.5, 0.1, 0.01, 0.001)
CUBIC_AT = 1
SWEEP = (2.0, 0.0, -1.5)
ALPHA = 0.1
FLOAT_GAPS = (1e-6, 1e-8, 1e-12, 1e-16)
V_DECADES = (-16, 0)
V_POINTS = 97


@dataclass(frozen=True, slots=True)
class Explorer:
    """Every number of clip 06.

    Attributes
    ----------
    parabola
        f(x) = x².
    panel
        The readings at x₀ = 2, h = 1.5: 2, 4, 4, 1.5, 5.5, +1.5.
    secant, tangent
        y = 5.5x − 7 and y = 4x − 4.
    gaps
        h = 1.5, 1, 0.5, 0.1, 0.01, 0.001, shape (6,).
    panels
        The readings for each; quotients 5.5, 5, 4.5, 4.1, 4.01, 4.001.
    errors
        The errors of the formula alone (no rounding), shape (6,): h itself.
    error_formula, cubic_error_formula
        quotient − slope as SymPy expressions in h: h for x² at 2, h² + 3h for x³ at 1.
    cubic
        x³.
    central
        The two-sided quotient, 4: (12.25 − 0.25)/3.
    central_line
        The two-sided secant.
    central_ends
        Its ends (0.5, 0.25) and (3.5, 12.25), shape (2, 2).
    sweep
        The readings at x₀ = 2, 0, −1.5: slopes 4, 0, −3; rising, level, falling.
    steps
        The descent steps −α·f′(x₀) there, shape (3,).
    float_gaps, float_errors
        h = 10⁻⁶, 10⁻⁸, 10⁻¹², 10⁻¹⁶ and the signed errors in true float64, shapes (4,).
    v_gaps, v_errors
        The V-shaped plot: gaps from 10⁻¹⁶ to 1 and sizes of the float64 errors, shapes (97,).
    """

    parabola: Function
    panel: Panel
    secant: Secant
    tangent: Tangent
    gaps: FloatArray
    panels: tuple[Panel, ...]
    errors: FloatArray
    error_formula: Expr
    cubic_error_formula: Expr
    cubic: Function
    central: float
    central_line: Line
    central_ends: FloatArray
    sweep: tuple[Panel, ...]
    steps: FloatArray
    float_gaps: FloatArray
    float_errors: FloatArray
    v_gaps: FloatArray
    v_errors: FloatArray

    def panel_at(self, x0: float, h: float) -> Panel:
        """Return the readings at any point with any gap h ≠ 0."""
        return panel.panel(self.parabola, x0, h)

    def secant_at(self, h: float) -> Secant:
        """Return the secant over 2 and 2 + h."""
        return quotients.secant(self.parabola, AT, h)

    def gap(self, t: float) -> float:
        """Return the gap at share ``t`` of the sweep from 1.5 to 0.001, decades equally long."""
        return log_time(GAPS[0], GAPS[-1], t)


@cache
def explorer() -> Explorer:
    """Compute the numbers of clip 06, once."""
    parabola, cubic = function(X**2), function(X**3)
    left, right = parabola(AT - GAP), parabola(AT + GAP)
    central = quotients.central_quotient(parabola, AT, GAP)
    sweep = tuple(panel.panel(parabola, x0, GAP) for x0 in SWEEP)
    v_gaps = np.logspace(*V_DECADES, V_POINTS)
    return Explorer(
        parabola=parabola,
        panel=panel.panel(parabola, AT, GAP),
        secant=quotients.secant(parabola, AT, GAP),
        tangent=quotients.tangent(parabola, AT),
        gaps=frozen(GAPS),
        panels=tuple(panel.panel(parabola, AT, h) for h in GAPS),
        errors=panel.error_curve(parabola, AT, GAPS),
        error_formula=_error_formula(parabola, int(AT)),
        cubic_error_formula=_error_formula(cubic, CUBIC_AT),
        cubic=cubic,
        central=central,
        central_line=lines.line_through((AT - GAP, left), central),
        central_ends=frozen([(AT - GAP, left), (AT + GAP, right)]),
        sweep=sweep,
        steps=frozen([0.0 - ALPHA * reading.slope for reading in sweep]),
        float_gaps=frozen(FLOAT_GAPS),
        float_errors=panel.float_error(parabola, AT, FLOAT_GAPS),
        v_gaps=frozen(v_gaps),
        v_errors=frozen(np.abs(panel.float_error(parabola, AT, v_gaps))),
    )


def _error_formula(f: Function, at: int) -> Expr:
    algebra = expand_quotient(f.expression, gap=H)
    return sp.expand((algebra.divided - algebra.limit).subs(f.variable, at))
