"""Clip 04, The derivative: slopes as a function, their signs and sizes, and where none exist."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
import sympy as sp

from mathcore import functions, limits, lines, quotients, stationary
from mathcore.functions import Function, function
from mathcore.limits import OneSided
from mathcore.lines import Line
from mathcore.quotients import Tangent
from mathcore.stationary import CriticalPoint, SignInterval
from mathcore.symbolic import X
from mathcore.values import FloatArray, frozen

PARABOLA_RANGE = (-2.5, 2.5)
READ_AT = (-2.0, 0.0, 1.5)
CUBIC_RANGE = (-2.3, 2.3)
FAST_AT, SLOW_AT = 2.0, 0.9
FIVE_AT = {"rising": 2.0, "falling": -0.5, "level": 1.0, "fast": 2.0, "slow": 0.9}
GAPS = (1.0, 0.1, 0.01, 0.001)
DIPS = (1, 2, 3, 4, 5, 6)


@dataclass(frozen=True, slots=True)
class TheDerivative:
    """Every number of clip 04.

    Attributes
    ----------
    parabola, parabola_slope, parabola_range
        x² and its derivative 2x, on [−2.5, 2.5].
    readings
        Tangents at −2, 0 and 1.5: slopes −4, 0, 3.
    cubic, cubic_slope, cubic_range
        x³ − 3x and its derivative 3x² − 3, on [−2.3, 2.3].
    level_points
        Where the cubic is level: a maximum at (−1, 2), a minimum at (1, −2).
    signs
        Where it rises and falls: + before −1, − between, + after 1.
    fast, slow
        Tangents at 2 (slope 9) and at 0.9 (slope −0.57).
    five
        A tangent of the cubic for each of the five readings, by its word.
    corner, corner_quotients
        |x| and its quotients at 0: right all 1, left all −1.
    root, root_quotients
        The cube root and its quotients at 0: 1, 4.64, 21.5, 100.
    jump, jump_quotients
        A step from 0 to 1 at 0 and its quotients there.
    wiggle
        x + 2x² sin(1/x), with slope 1 at 0.
    wiggle_line
        The line of that slope through the origin.
    dips
        Points 1/(2πn), n = 1 … 6, where its slope is −1, shape (6,).
    dip_slopes
        Those slopes, shape (6,).
    """

    parabola: Function
    parabola_slope: Function
    parabola_range: tuple[float, float]
    readings: tuple[Tangent, ...]
    cubic: Function
    cubic_slope: Function
    cubic_range: tuple[float, float]
    level_points: tuple[CriticalPoint, ...]
    signs: tuple[SignInterval, ...]
    fast: Tangent
    slow: Tangent
    five: Mapping[str, Tangent]
    corner: Function
    corner_quotients: OneSided
    root: Function
    root_quotients: OneSided
    jump: Function
    jump_quotients: OneSided
    wiggle: Function
    wiggle_line: Line
    dips: FloatArray
    dip_slopes: FloatArray

    def parabola_tangent(self, x: float) -> Tangent:
        """Return the tangent of the parabola at any x, for sliding."""
        return quotients.tangent(self.parabola, x)

    def cubic_tangent(self, x: float) -> Tangent:
        """Return the tangent of the cubic at any x, for sliding."""
        return quotients.tangent(self.cubic, x)


@cache
def the_derivative() -> TheDerivative:
    """Compute the numbers of clip 04, once."""
    parabola, cubic = function(X**2), function(X**3 - 3 * X)
    corner, root, wiggle = function(sp.Abs(X)), functions.steep_root(), functions.wiggle()
    jump = function(sp.Piecewise((0, X < 0), (1, True)), slope=sp.Piecewise((0, sp.Ne(X, 0))))
    dips = 1 / (2 * np.pi * np.array(DIPS))
    return TheDerivative(
        parabola=parabola,
        parabola_slope=parabola.derivative(),
        parabola_range=PARABOLA_RANGE,
        readings=tuple(quotients.tangent(parabola, x) for x in READ_AT),
        cubic=cubic,
        cubic_slope=cubic.derivative(),
        cubic_range=CUBIC_RANGE,
        level_points=stationary.stationary_points(cubic.expression, *CUBIC_RANGE),
        signs=stationary.sign_intervals(cubic.derivative_expression, *CUBIC_RANGE),
        fast=quotients.tangent(cubic, FAST_AT),
        slow=quotients.tangent(cubic, SLOW_AT),
        five={word: quotients.tangent(cubic, x) for word, x in FIVE_AT.items()},
        corner=corner,
        corner_quotients=limits.one_sided(corner, 0.0, GAPS),
        root=root,
        root_quotients=limits.one_sided(root, 0.0, GAPS),
        jump=jump,
        jump_quotients=limits.one_sided(jump, 0.0, GAPS),
        wiggle=wiggle,
        wiggle_line=lines.line_through((0.0, wiggle(0.0)), wiggle.slope(0.0)),
        dips=frozen(dips),
        dip_slopes=frozen(wiggle.slope(dips)),
    )
