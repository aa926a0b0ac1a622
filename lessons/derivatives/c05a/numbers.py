"""Clip 05a, Rules I: squares, cubes, sums and products that grow under a nudge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

import numpy as np
import sympy as sp

from mathcore.formulas.functions import Function, function
from mathcore.formulas.symbolic import Expr, X
from mathcore.optimization.stationary import CriticalPoint, stationary_points
from mathcore.slopes import lines, rules
from mathcore.slopes.lines import Point, SlopeTriangle
from mathcore.slopes.rules import CubeNudge, ProductNudge, SquareNudge, TermRises
from mathcore.values import FloatArray, frozen

SIDE = 3.0
NUDGES = (0.5, 0.1, 0.01)
CUBE_NUDGE = 0.5
HOPS = (2, 3, 10)
BRACKETS = 4
FLAT = 2
STRETCH = 3
FLAT_FROM, FLAT_RUN = 1.0, 2.0
STRETCHED_AT, STRETCHED_RUN = 1.5, 1.0
SUM_AT = 2.0
BRANCHES = ((-6.4, -0.2), (0.2, 6.4))
"""The two pieces over which 1/x is drawn: it runs away towards zero."""
ROOT_END = 6.0
"""Where the drawn square root ends."""
PRODUCT_AT = 1.2


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every number of clip 05a.

    Attributes
    ----------
    squares
        The square of side 3 under Δx = 0.5, 0.1, 0.01; corner shares 7.69 %, 1.64 %, 0.166 %.
    area, grown_area
        Its area 9 and, under the first nudge, 12.25.
    nudge_shrinks
        How many times smaller each nudge is than the one before it: 5 and 10.
    cube
        The cube of side 3 under Δx = 0.5.
    expansions
        Coefficients of (x + Δx)ⁿ by powers of Δx, by n = 2, 3, 10.
    picks
        How many picks from four brackets have 0, 1, 2, 3 and 4 nudges: 1, 4, 6, 4, 1.
    powers
        For n = 2, 3, 10, xⁿ as a function with its slope n·xⁿ⁻¹.
    reciprocal, root
        1/x and √x, two powers that the hop serves as well, each where it has a slope.
    branches
        The two pieces over which 1/x is drawn.
    root_end
        Where the drawn square root ends.
    nudges
        Δx = 0.5, 0.1, 0.01, shape (3,).
    flat_triangle
        A run of 2 under the constant, and no rise.
    flat
        The constant 2, which has no rise.
    stretch
        3, the factor of the stretched parabola.
    parabola, stretched
        x² and 3x².
    triangle, stretched_triangle
        The same run of 1 under both: the rise triples, from 4 to 12.
    stretch_factors
        How many times larger rise, run and slope become: 3, 1, 3.
    total
        x³ + 5x² − 2x + 7.
    sums
        Its terms at x = 2 under Δx = 0.5, 0.1, 0.01: heights 8, 20, −4, 7; rises 7.625, 11.25,
        −1, 0 for the first, and rates 12.06, 20.05, −2, 0 for the last.
    layers
        The same sum as three layers that all stand upright: x³, 5x² and 7 − 2x.
    sum_at
        x = 2, where the heights are stacked.
    total_slope
        f′(2) = 30.
    level_points
        Where the sum is level: x = −3.5226 and 0.1893.
    left_factor, right_factor
        u = x² and v = x³.
    product_at
        x = 1.2.
    products
        The rectangle u by v at x = 1.2 under Δx = 0.5, 0.1, 0.01.
    product_terms
        u·v′ and v·u′ as SymPy expressions: 3x⁴ and 2x⁴.
    product_power
        u·v as one power, x⁵ (SymPy).
    product_slope
        Their sum, 5x⁴ (SymPy), which is the slope of x⁵.
    """

    squares: tuple[SquareNudge, ...]
    area: float
    grown_area: float
    nudge_shrinks: tuple[float, ...]
    cube: CubeNudge
    expansions: Mapping[int, FloatArray]
    picks: FloatArray
    powers: Mapping[int, Function]
    reciprocal: Function
    root: Function
    branches: tuple[tuple[float, float], tuple[float, float]]
    root_end: float
    nudges: FloatArray
    flat_triangle: SlopeTriangle
    flat: Function
    stretch: float
    parabola: Function
    stretched: Function
    triangle: SlopeTriangle
    stretched_triangle: SlopeTriangle
    stretch_factors: tuple[float, float, float]
    total: Function
    sums: tuple[TermRises, ...]
    layers: tuple[Function, ...]
    sum_at: float
    total_slope: float
    level_points: tuple[CriticalPoint, ...]
    left_factor: Function
    right_factor: Function
    product_at: float
    products: tuple[ProductNudge, ...]
    product_terms: tuple[Expr, Expr]
    product_power: Expr
    product_slope: Expr

    @property
    def corner_shrinks(self) -> float:
        """How many times smaller the corner is under the second nudge than under the first: 25."""
        return self.corner_shrink_steps[0]

    @property
    def corner_shrink_steps(self) -> tuple[float, ...]:
        """How many times smaller the corner is under each nudge than under the one before it."""
        return tuple(a.corner / b.corner for a, b in pairwise(self.squares))

    @property
    def slope_when_stretched(self) -> str:
        """What the stretch does to the slope."""
        grows = round(self.stretch_factors[2])
        words = {1: "it stays", self.stretch: "it triples", self.stretch**2: "it grows ninefold"}
        return words[grows]

    @property
    def products_multiply_slopes(self) -> Literal["yes", "no"]:
        """Whether the slope of u·v is the product of their slopes."""
        multiplied = (
            self.left_factor.derivative_expression * self.right_factor.derivative_expression
        )
        return "yes" if sp.expand(multiplied - self.product_slope) == 0 else "no"

    def square(self, dx: float) -> SquareNudge:
        """Return the square under any nudge."""
        return rules.square_nudge(SIDE, dx)

    def flat_step(self, at: float) -> SlopeTriangle:
        """Return the same run under the constant that begins at any input."""
        return lines.triangle(self.flat, at, at + self.flat_triangle.run)

    def foot_triangle(self, f: Function, at: float) -> SlopeTriangle:
        """Return the triangle from where the tangent of ``f`` meets the axis to where it touches.

        For a power xⁿ the run is x / n.
        """
        height = f.value(at)
        return SlopeTriangle(Point(at - height / f.slope(at), 0.0), Point(at, height))

    @property
    def layer_heights(self) -> FloatArray:
        """How high each layer of the sum is at x = 2: 8, 20 and 3, shape (3,)."""
        return frozen([layer.value(SUM_AT) for layer in self.layers])

    @property
    def layer_slopes(self) -> FloatArray:
        """How steep each layer is there: 12, 20 and −2, shape (3,)."""
        return frozen([layer.slope(SUM_AT) for layer in self.layers])

    def layer_gains(self, shares: FloatArray, dx: float) -> FloatArray:
        """Return what each layer gains over some shares, shape (N,), of a nudge, shape (3, N)."""
        inputs = SUM_AT + shares * dx
        return np.array([layer.value(inputs) - layer.value(SUM_AT) for layer in self.layers])

    def product(self, dx: float) -> ProductNudge:
        """Return the rectangle under any nudge but 0."""
        return rules.product_nudge(self.left_factor, self.right_factor, PRODUCT_AT, dx)


@cache
def compute() -> Numbers:
    """Compute the numbers of clip 05a, once."""
    parabola, stretched = function(X**2), function(STRETCH * X**2)
    total = function(X**3 + 5 * X**2 - 2 * X + 7)
    u, v = function(X**2), function(X**3)
    flat = function(sp.Integer(FLAT))
    terms = (u.expression * v.derivative_expression, v.expression * u.derivative_expression)
    squares = tuple(rules.square_nudge(SIDE, dx) for dx in NUDGES)
    ends = STRETCHED_AT, STRETCHED_AT + STRETCHED_RUN
    before, after = (lines.triangle(f, *ends) for f in (parabola, stretched))
    return Numbers(
        squares=squares,
        area=SIDE**2,
        grown_area=(SIDE + NUDGES[0]) ** 2,
        nudge_shrinks=tuple(before / after for before, after in pairwise(NUDGES)),
        cube=rules.cube_nudge(SIDE, CUBE_NUDGE),
        expansions={n: rules.power_expansion(n) for n in HOPS},
        picks=rules.power_expansion(BRACKETS),
        powers={n: function(X**n) for n in HOPS},
        reciprocal=function(1 / X),
        root=function(sp.sqrt(X)),
        branches=BRANCHES,
        root_end=ROOT_END,
        nudges=frozen(NUDGES),
        flat_triangle=lines.triangle(flat, FLAT_FROM, FLAT_FROM + FLAT_RUN),
        flat=flat,
        stretch=float(STRETCH),
        parabola=parabola,
        stretched=stretched,
        triangle=before,
        stretched_triangle=after,
        stretch_factors=(
            after.rise / before.rise,
            after.run / before.run,
            after.slope / before.slope,
        ),
        total=total,
        sums=tuple(rules.term_rises(total, SUM_AT, dx) for dx in NUDGES),
        layers=(function(X**3), function(5 * X**2), function(7 - 2 * X)),
        sum_at=SUM_AT,
        total_slope=total.slope(SUM_AT),
        level_points=stationary_points(total.expression, -5.0, 5.0),
        left_factor=u,
        right_factor=v,
        product_at=PRODUCT_AT,
        products=tuple(rules.product_nudge(u, v, PRODUCT_AT, dx) for dx in NUDGES),
        product_terms=terms,
        product_power=u.expression * v.expression,
        product_slope=sp.Add(*terms),
    )
