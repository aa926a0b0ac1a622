"""Clip 04, The derivative: slopes as a function, their signs and sizes, and where none exist."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
import sympy as sp

from mathcore.formulas import functions
from mathcore.formulas.functions import Function, function
from mathcore.formulas.symbolic import Expr, X
from mathcore.optimization import stationary
from mathcore.optimization.stationary import CriticalPoint, SignInterval
from mathcore.slopes import limits, lines, quotients
from mathcore.slopes.limits import OneSided
from mathcore.slopes.lines import Line, Point, SlopeTriangle
from mathcore.slopes.quotients import Secant, Tangent
from mathcore.values import FloatArray, frozen

PARABOLA_RANGE = (-2.5, 2.5)
READ_AT = (-2.0, 0.0, 1.5)
CUBIC_RANGE = (-2.1, 2.1)
FAST_AT, SLOW_AT = 2.0, 0.9
# All five places differ: two readings of one place would be one picture with two names.
FIVE_SLOPES = {"rising": 5.0, "slow": 0.5, "falling": -3.0, "level": 0.0, "fast": 9.0}
FIVE_SIDES = {"rising": -1, "slow": -1, "falling": 1, "level": 1, "fast": 1}
RECIPE_AT, RECIPE_GAP, SMALL_RUN = 1.3, 1.1, 0.9
GAPS = (1.0, 0.1, 0.01, 0.001)
RISER_RANGE = (-1.6, 1.6)
RISER_AT = (-1.2, 0.0, 1.2)
NEIGHBOURS, NEAR_PAIR = 0.4, 0.3
FAN = (1.0, 0.5, 0.25, 0.1)
DIPS = (1, 2, 3, 4, 5, 6)


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every number of clip 04.

    Attributes
    ----------
    recipe, recipe_gap, hair
        The tangent of x² at 1.3, the gap of the secant that closes in on it, and how far that gap
        is closed.
    small_run
        How short the run along that tangent becomes, as long as the gap at first.
    parabola, parabola_slope, parabola_range
        x² and its derivative 2x, on [−2.5, 2.5].
    readings
        Tangents at −2, 0 and 1.5: slopes −4, 0, 3.
    cubic, cubic_slope, cubic_range
        x³ − 3x and its derivative 3x² − 3, on [−2.1, 2.1].
    level_points
        Where the cubic is level: a maximum at (−1, 2), a minimum at (1, −2).
    signs
        Where it rises and falls: + before −1, − between, + after 1.
    candidates
        Where a viewer may look for a slope of zero: at −√3, −1, 0, 1 and √3, where the cubic
        crosses the axis or turns.
    fast, slow
        Tangents at 2 (slope 9) and at 0.9 (slope −0.57).
    unit_steps
        One unit of input along these two tangents: a run of 1 and a rise of the slope.
    five
        A tangent of the cubic for each of the five readings, by its word, from left to right.
    corner, corner_quotients
        |x| and its quotients at 0: right all 1, left all −1.
    root, root_inverse, root_quotients
        The cube root, its inverse y³ and its quotients at 0: 1, 4.64, 21.5, 100.
    jump, jump_quotients
        A step from 0 to 1 at 0 and its quotients there.
    root_rows
        The same quotients of the root, whose sides agree, as rows (h, quotient), shape (4, 2).
    jump_rows
        The quotients of the step from the left as such rows: −1, −0.1, −0.01, −0.001 and 1 to 1000.
    fan
        Gaps of the secants that stay in the picture while the step's slope runs away.
    wiggle
        x + 2x² sin(1/x), with slope 1 at 0.
    wiggle_rule
        The same as a formula, for x ≠ 0.
    wiggle_line
        The line of that slope through the origin.
    neighbours
        How far to either side of 0 all its neighbours are higher, or all lower.
    near_pair
        How far to either side of 0 the two of them lie that are drawn as points.
    riser, riser_range
        x + x³/3, whose slope 1 + x² is positive everywhere, on [−1.6, 1.6].
    riser_tangents
        Tangents at −1.2, 0 and 1.2: every one of them climbs.
    dips
        Points 1/(2πn), n = 1 … 6, where its slope is −1, shape (6,).
    dip_slopes
        Those slopes, shape (6,).
    """

    recipe: Tangent
    recipe_gap: float
    hair: float
    small_run: float
    parabola: Function
    parabola_slope: Function
    parabola_range: tuple[float, float]
    readings: tuple[Tangent, ...]
    cubic: Function
    cubic_slope: Function
    cubic_range: tuple[float, float]
    level_points: tuple[CriticalPoint, ...]
    signs: tuple[SignInterval, ...]
    candidates: tuple[float, ...]
    fast: Tangent
    slow: Tangent
    unit_steps: tuple[SlopeTriangle, SlopeTriangle]
    five: Mapping[str, Tangent]
    corner: Function
    corner_quotients: OneSided
    root: Function
    root_inverse: Function
    root_quotients: OneSided
    jump: Function
    jump_quotients: OneSided
    root_rows: FloatArray
    jump_rows: FloatArray
    fan: tuple[float, ...]
    wiggle: Function
    wiggle_rule: Expr
    wiggle_line: Line
    neighbours: float
    near_pair: float
    riser: Function
    riser_range: tuple[float, float]
    riser_tangents: tuple[Tangent, ...]
    dips: FloatArray
    dip_slopes: FloatArray

    @property
    def where_slopes_vanish(self) -> str | None:
        """Where the slope of the cubic is zero, if that is at its turning points and only there."""
        kinds = {point.kind for point in self.level_points}
        return "at its peak and its dip" if kinds == {"maximum", "minimum"} else None

    def recipe_secant(self, h: float) -> Secant:
        """Return the secant of the parabola over x and x + h at 1.3, for any h ≠ 0."""
        return quotients.secant(self.parabola, RECIPE_AT, h)

    def recipe_legs(self, run: float) -> SlopeTriangle:
        """Return the triangle of a run along the tangent of the parabola at 1.3."""
        return _along(self.recipe, run)

    def corner_secant(self, h: float) -> Secant:
        """Return the secant of |x| over 0 and h, for any h ≠ 0."""
        return quotients.secant(self.corner, 0.0, h)

    def root_secant(self, h: float) -> Secant:
        """Return the secant of the cube root over 0 and h, for any h ≠ 0."""
        return quotients.secant(self.root, 0.0, h)

    def jump_secant(self, h: float) -> Secant:
        """Return the secant of the step over 0 and h, for any h ≠ 0."""
        return quotients.secant(self.jump, 0.0, h)

    def parabola_tangent(self, x: float) -> Tangent:
        """Return the tangent of the parabola at any x, for sliding."""
        return quotients.tangent(self.parabola, x)

    def cubic_tangent(self, x: float) -> Tangent:
        """Return the tangent of the cubic at any x, for sliding."""
        return quotients.tangent(self.cubic, x)

    def riser_tangent(self, x: float) -> Tangent:
        """Return the tangent of the curve that rises all along, at any x, for sliding."""
        return quotients.tangent(self.riser, x)


@cache
def compute() -> Numbers:
    """Compute the numbers of clip 04, once."""
    parabola, cubic = function(X**2), function(X**3 - 3 * X)
    corner, root, wiggle = function(sp.Abs(X)), functions.steep_root(), functions.wiggle()
    jump = function(sp.Piecewise((0, X < 0), (1, True)), slope=sp.Piecewise((0, sp.Ne(X, 0))))
    riser = function(X + X**3 / 3)
    dips = 1 / (2 * np.pi * np.array(DIPS))
    sides = {f: limits.one_sided(f, 0.0, GAPS) for f in (corner, root, jump)}
    fast, slow = (quotients.tangent(cubic, x) for x in (FAST_AT, SLOW_AT))
    steep = sides[root]
    return Numbers(
        recipe=quotients.tangent(parabola, RECIPE_AT),
        recipe_gap=RECIPE_GAP,
        hair=GAPS[-1],
        small_run=SMALL_RUN,
        parabola=parabola,
        parabola_slope=parabola.derivative(),
        parabola_range=PARABOLA_RANGE,
        readings=tuple(quotients.tangent(parabola, x) for x in READ_AT),
        cubic=cubic,
        cubic_slope=cubic.derivative(),
        cubic_range=CUBIC_RANGE,
        level_points=stationary.stationary_points(cubic.expression, *CUBIC_RANGE),
        signs=stationary.sign_intervals(cubic.derivative_expression, *CUBIC_RANGE),
        candidates=tuple(
            sorted(
                float(root)
                for expression in (cubic.expression, cubic.derivative_expression)
                for root in sp.real_roots(expression)
            )
        ),
        fast=fast,
        slow=slow,
        unit_steps=(_along(fast, 1.0), _along(slow, 1.0)),
        five={
            word: quotients.tangent(cubic, FIVE_SIDES[word] * _where_cubic_climbs(slope))
            for word, slope in FIVE_SLOPES.items()
        },
        corner=corner,
        corner_quotients=sides[corner],
        root=root,
        root_inverse=function(X**3),
        root_quotients=steep,
        jump=jump,
        jump_quotients=sides[jump],
        root_rows=frozen(np.column_stack([steep.sizes, steep.right])),
        jump_rows=frozen(np.column_stack([-sides[jump].sizes, sides[jump].left])),
        fan=FAN,
        wiggle=wiggle,
        wiggle_rule=wiggle.expression.subs(X, sp.Symbol("x", nonzero=True)),
        wiggle_line=lines.line_through((0.0, wiggle(0.0)), wiggle.slope(0.0)),
        neighbours=NEIGHBOURS,
        near_pair=NEAR_PAIR,
        riser=riser,
        riser_range=RISER_RANGE,
        riser_tangents=tuple(quotients.tangent(riser, x) for x in RISER_AT),
        dips=frozen(dips),
        dip_slopes=frozen(wiggle.slope(dips)),
    )


def _where_cubic_climbs(slope: float) -> float:
    """Return the input x ≥ 0 at which the cubic has a slope: there 3x² − 3 is that slope."""
    return float(np.sqrt((slope + 3) / 3))


def _along(tangent: Tangent, run: float) -> SlopeTriangle:
    """Return the triangle of a run along a tangent, from its point of contact."""
    x = tangent.point.x + run
    return SlopeTriangle(tangent.point, Point(x, tangent.at(x)))
