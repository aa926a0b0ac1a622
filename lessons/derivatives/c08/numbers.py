"""Clip 08, Many knobs: partial slopes, the gradient, a saddle and a bowl."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

import numpy as np
import sympy as sp

from mathcore.formulas import symbolic
from mathcore.formulas.functions import Function, function
from mathcore.optimization import descent, landscape
from mathcore.optimization.contours import Contour, contours
from mathcore.optimization.descent import Contraction, Descent
from mathcore.optimization.landscape import W1, W2, Curvatures, Landscape
from mathcore.slopes import quotients
from mathcore.slopes.lines import Point
from mathcore.slopes.quotients import Tangent
from mathcore.values import FloatArray, frozen

WINDOW = ((-4.0, 4.0), (-3.0, 3.0))
LEVELS = (-5.0, 0.0, 5.0, 11.0, 20.0, 40.0)
GRID = 160  # even: with the centre between its lines, the contour through it meets there
AT = (2.0, 1.0)
NEEDLE_DEGREES = 30.0
SADDLE_START, SADDLE_ALPHA, SADDLE_STEPS = (1.5, 1.0), 0.1, 25
DIAGONAL_START, DIAGONAL_STEPS = (1.0, 1.0), 8
BOWL_START, BOWL_ALPHA, BOWL_STEPS = (2.0, 1.0), 0.2, 12
COUPLINGS = (3.0, 1.0)
MANY = (0.9, -0.4, 0.1, 1.2, -0.7, 0.3, -1.1, 0.5)
MANY_ALPHA = 0.2
BOWL_LEVELS, BOWL_BETWEEN = 5, (3.0, 12.0)
BOWL_WINDOW = ((-0.95, 2.65), (-0.95, 1.75))
UPRIGHT_WINDOW, UPRIGHT_BOWL_WINDOW = ((-2.0, 4.0), WINDOW[1]), ((-0.95, 2.35), (-1.25, 2.05))
SADDLE_SHOWN, BOWL_SHOWN = (0, 1, 2, 3, 5, 10, 20, 25), 5
MANY_SPAN = (-1.5, 1.5)
S = sp.Symbol("s", real=True)


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every number of clip 08.

    Attributes
    ----------
    window
        The first parameter runs over [−4, 4] and the second over [−3, 3]: the gradient at (2, 1)
        has room there at a fifth of its length.
    levels
        The heights between the bands of every landscape over this window; 11 is one of them.
    saddle
        J = w₁² + 3w₁w₂ + w₂²; ``partial_expressions`` are 2w₁ + 3w₂ and 3w₁ + 2w₂.
    at, height
        (2, 1) and J there, 11.
    slices
        The cut w₂ = 1, w₁² + 3w₁ + 1, and the cut w₁ = 2, w₂² + 6w₂ + 4.
    slice_tangents
        Their tangents at the point: slopes 7 and 8.
    gradient
        ∇J(2, 1) = (7, 8), shape (2,).
    gradient_length, gradient_degrees
        10.63 and 48.8°.
    needle_degrees, needle_slopes
        0°, 30°, 48.8°, 90°, 138.8°, 228.8° and the slope in each direction: 7, 10.06, 10.63, 8, 0,
        −10.63; shapes (6,).
    map
        Contours of J at these levels.
    upright_window, upright_map
        The part of the window that is as high as wide, and the contours in it: an upright frame
        shows it larger. All points, arrows and paths lie in it.
    saddle_descent
        From (1.5, 1) with α = 0.1: (0.9, 0.35), (0.615, 0.01), …, 25 steps.
    saddle_heights
        J along it, shape (26,): 7.75, 1.88, 0.40, 0.01, … −7.34.
    saddle_shown
        Which of them are written down.
    saddle_curvatures
        5 along (1, 1) and −1 along (1, −1).
    diagonal_cuts
        J along the diagonals, functions of the length s along each: 5s²/2 and −s²/2, whose bending
        is the curvature.
    diagonal_descent
        From (1, 1): halves each step.
    bowl
        J = w₁² + w₁w₂ + w₂², with weaker coupling.
    bowl_curvatures
        3 and 1.
    couplings
        The factor of w₁w₂, before and after: 3 and 1.
    bowl_descent
        From (2, 1) with α = 0.2: (1, 0.2), (0.56, −0.08), (0.352, −0.16), …
    bowl_heights
        J along it: 7, 1.24, 0.2752, 0.09318, 0.04637, 0.02755, …
    bowl_distances
        How far it is from the lowest point: 2.24, 1.02, 0.57, 0.39, 0.29, 0.23, …, shape (13,).
    bowl_gradients
        ∇J along it, shape (13, 2).
    bowl_shown
        How many steps are drawn, arrow by arrow.
    bowl_window
        The part of the plane in which they lie.
    bowl_map
        Contours of that J in it, through the first points of the path, and two
        levels between which the outer part is divided.
    upright_bowl_window, upright_bowl_map
        The same for a window that is as high as wide.
    contraction
        Factors 0.4 and 0.8; limit α < 2/3.
    modes
        What is left of the distance along both directions after 0, 1, 2, … steps, shape (13, 2).
    many_parameters, many_partials
        Eight knobs and the slope for each, shapes (8,), of the bowl with eight parameters.
    many_span
        The scale of those knobs.
    many_after
        The knobs after one step, shape (8,).
    """

    window: tuple[tuple[float, float], tuple[float, float]]
    levels: FloatArray
    saddle: Landscape
    at: Point
    height: float
    slices: tuple[Function, Function]
    slice_tangents: tuple[Tangent, Tangent]
    gradient: FloatArray
    gradient_length: float
    gradient_degrees: float
    needle_degrees: FloatArray
    needle_slopes: FloatArray
    map: tuple[Contour, ...]
    upright_window: tuple[tuple[float, float], tuple[float, float]]
    upright_map: tuple[Contour, ...]
    saddle_descent: Descent
    saddle_heights: FloatArray
    saddle_shown: tuple[int, ...]
    saddle_curvatures: Curvatures
    diagonal_cuts: tuple[Function, Function]
    diagonal_descent: Descent
    bowl: Landscape
    bowl_curvatures: Curvatures
    couplings: tuple[float, float]
    bowl_descent: Descent
    bowl_heights: FloatArray
    bowl_distances: FloatArray
    bowl_gradients: FloatArray
    bowl_shown: int
    bowl_window: tuple[tuple[float, float], tuple[float, float]]
    bowl_map: tuple[Contour, ...]
    upright_bowl_window: tuple[tuple[float, float], tuple[float, float]]
    upright_bowl_map: tuple[Contour, ...]
    contraction: Contraction
    modes: FloatArray
    many_parameters: FloatArray
    many_partials: FloatArray
    many_span: tuple[float, float]
    many_after: FloatArray

    @property
    def starts_that_reach_the_centre(self) -> str:
        """Which starts lead to the centre of the saddle: those where every bend is upward."""
        along, across = (cut.derivative().slope(0.0) > 0 for cut in self.diagonal_cuts)
        if along and across:
            return "all of them"
        return "only those on the diagonal that dips" if along or across else "none of them"

    def directional_slope(self, degrees: float) -> float:
        """Return the slope of J at (2, 1) in any direction, for the turning needle."""
        return float(landscape.directional_slope(self.gradient, math.radians(degrees)))

    def with_coupling(self, coupling: float) -> Landscape:
        """Return w₁² + c·w₁w₂ + w₂² for any c, for the bending surface."""
        return _coupled(coupling)

    def curvatures_at(self, coupling: float) -> Curvatures:
        """Return the curvatures of that landscape: 2 + c and 2 − c."""
        return landscape.curvatures(_coupled(coupling))


@cache
def compute() -> Numbers:
    """Compute the numbers of clip 08, once."""
    saddle, bowl = _coupled(COUPLINGS[0]), _coupled(COUPLINGS[1])
    first = landscape.slice_curve(saddle, W2, AT[1])
    second = landscape.slice_curve(saddle, W1, AT[0])
    gradient = frozen(saddle.gradient(AT))
    steepest = math.degrees(math.atan2(gradient[1], gradient[0]))
    degrees = frozen([0, NEEDLE_DEGREES, steepest, 90, steepest + 90, steepest + 180])
    saddle_path = descent.descent_nd(saddle.gradient, SADDLE_START, SADDLE_ALPHA, SADDLE_STEPS)
    bowl_path = descent.descent_nd(bowl.gradient, BOWL_START, BOWL_ALPHA, BOWL_STEPS)
    heights = saddle.value(saddle_path.points)
    bowl_heights = bowl.value(bowl_path.points)
    bowl_levels = landscape.contour_levels([*bowl_heights[:BOWL_LEVELS], *BOWL_BETWEEN])
    many = sp.symbols(f"w_1:{len(MANY) + 1}", real=True)
    sum_of_bowls = sp.Add(*(w**2 for w in many), *(v * w for v, w in pairwise(many)))
    here = dict(zip(many, MANY, strict=True))
    many_partials = frozen(
        [float(slope.subs(here)) for slope in symbolic.partials(sum_of_bowls, many)]
    )
    contraction = descent.contraction(BOWL_ALPHA, landscape.curvatures(bowl).values)
    return Numbers(
        window=WINDOW,
        levels=frozen(LEVELS),
        saddle=saddle,
        at=Point(*AT),
        height=saddle.height(AT),
        slices=(first, second),
        slice_tangents=(quotients.tangent(first, AT[0]), quotients.tangent(second, AT[1])),
        gradient=gradient,
        gradient_length=float(np.hypot(*gradient)),
        gradient_degrees=steepest,
        needle_degrees=degrees,
        needle_slopes=frozen(landscape.directional_slope(gradient, np.radians(degrees))),
        map=contours(saddle, LEVELS, *WINDOW, GRID),
        upright_window=UPRIGHT_WINDOW,
        upright_map=contours(saddle, LEVELS, *UPRIGHT_WINDOW, GRID),
        saddle_descent=saddle_path,
        saddle_heights=frozen(heights),
        saddle_shown=SADDLE_SHOWN,
        saddle_curvatures=landscape.curvatures(saddle),
        diagonal_cuts=(_diagonal_cut(saddle, 1), _diagonal_cut(saddle, -1)),
        diagonal_descent=descent.descent_nd(
            saddle.gradient, DIAGONAL_START, SADDLE_ALPHA, DIAGONAL_STEPS
        ),
        bowl=bowl,
        bowl_curvatures=landscape.curvatures(bowl),
        couplings=COUPLINGS,
        bowl_descent=bowl_path,
        bowl_heights=frozen(bowl_heights),
        bowl_distances=frozen(np.linalg.norm(bowl_path.points, axis=1)),
        bowl_gradients=frozen(bowl.gradient(bowl_path.points)),
        bowl_shown=BOWL_SHOWN,
        bowl_window=BOWL_WINDOW,
        bowl_map=contours(bowl, bowl_levels, *BOWL_WINDOW),
        upright_bowl_window=UPRIGHT_BOWL_WINDOW,
        upright_bowl_map=contours(bowl, bowl_levels, *UPRIGHT_BOWL_WINDOW),
        contraction=contraction,
        modes=frozen(contraction.factors ** np.arange(BOWL_STEPS + 1)[:, None]),
        many_parameters=frozen(MANY),
        many_partials=many_partials,
        many_span=MANY_SPAN,
        many_after=frozen(np.array(MANY) - MANY_ALPHA * many_partials),
    )


@lru_cache(1)  # a frame of the surface that bends asks for its heights and for its curvatures
def _coupled(coupling: float) -> Landscape:
    return landscape.landscape(W1**2 + sp.nsimplify(coupling, rational=True) * W1 * W2 + W2**2)


def _diagonal_cut(land: Landscape, way: int) -> Function:
    """Return a landscape along w₂ = w₁, or along w₂ = −w₁, as a function of the length."""
    across = S / sp.sqrt(2)
    return function(sp.expand(land.expression.subs({W1: across, W2: way * across})))
