"""Clip 10, The whole story on one page: the states that its tiles take from the other clips."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from lessons.derivatives.c01 import numbers as c01
from lessons.derivatives.c02 import numbers as c02
from lessons.derivatives.c03 import numbers as c03
from lessons.derivatives.c05a import numbers as c05a
from lessons.derivatives.c05b import numbers as c05b
from lessons.derivatives.c08 import numbers as c08
from lessons.derivatives.c09b import numbers as c09b
from mathcore.formulas.functions import Function, function
from mathcore.formulas.symbolic import X
from mathcore.optimization import descent
from mathcore.optimization.contours import Contour, contours
from mathcore.optimization.descent import Descent
from mathcore.slopes import lines, quotients
from mathcore.slopes.lines import Point, SlopeTriangle
from mathcore.slopes.quotients import Tangent
from mathcore.values import FloatArray, frozen

HUNDREDTHS = 50
"""Travelling inputs are whole fiftieths: half of their difference then has two decimals as well."""
TRAVEL = (-3.3, 1.3)
"""Where a triangle of run 1 begins at first and at last, on its way along the line."""
GROWN = (-3.1, 3.1)
"""Between which inputs that triangle stands when it has grown."""
NEAR_GAPS = (1.0, 0.001)
CLOSE_WIDTHS = (3.0, 0.1)
MACHINE = X**2
"""The outer machine; at 1, which the inner one, 3x + 1, gives for x = 0, it magnifies by 2."""
GRADIENT_AT = (1.0, 0.5)
GRADIENT_RINGS = 2
GRADIENT_WINDOW = ((-2.2, 3.4), (-1.9, 1.9))
VALLEY = X**2 - 4 * X + 5
VALLEY_START, VALLEY_ALPHA, VALLEY_STEPS = 5.0, 0.2, 4
REBEL_ALPHA, REBEL_STEPS = 1.05, 2


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every number of clip 10; most are those of the clips that its tiles stand for.

    Attributes
    ----------
    line
        For the travelling triangle.
    secant
        For the average rate.
    limit
        For the hole with its shrinking band, and for the tangent.
    rules
        For the exponent hop and the stacked bars.
    chain
        For the two lenses.
    gradient
        For the slices and the arrow.
    valley
        For the path in the narrow valley.
    near_gaps
        From the gap at which the tangent's secant begins to the one at which it ends.
    close_widths
        Widths of the window through which the tangent is seen up close, the first and the last.
    machines
        Two machines in a chain, 3x + 1 and u², and how much each magnifies at x = 0: 3 and 2.
    magnifications, magnification
        These two, shape (2,), and their product, 6.
    uphill_at
        (1, 0.5), a point of the bowl of clip 08.
    uphill
        Its two slopes there, shape (2,): 2.5 and 2.
    uphill_map
        Contours of the bowl, the one through the point the last among them.
    uphill_window
        The part of the plane in which they lie.
    hill
        x² − 4x + 5, the valley of clip 07.
    walk
        Four steps in it from 5 with α = 0.2.
    rebel
        Two steps from there with α = 1.05, more than the curvature allows.
    """

    line: c01.Numbers
    secant: c02.Numbers
    limit: c03.Numbers
    rules: c05a.Numbers
    chain: c05b.Numbers
    gradient: c08.Numbers
    valley: c09b.Numbers
    near_gaps: tuple[float, float]
    close_widths: tuple[float, float]
    machines: tuple[Function, Function]
    magnifications: FloatArray
    magnification: float
    uphill_at: Point
    uphill: FloatArray
    uphill_map: tuple[Contour, ...]
    uphill_window: tuple[tuple[float, float], tuple[float, float]]
    hill: Function
    walk: Descent
    rebel: Descent

    def travelling(self, slope: float, share: float) -> SlopeTriangle:
        """Return a triangle of run 1 a share of its way along the line of a slope."""
        start = TRAVEL[0] + share * (TRAVEL[1] - TRAVEL[0])
        return self._triangle(slope, start, start + 1)

    def growing(self, slope: float, share: float) -> SlopeTriangle:
        """Return that triangle a share of the way from there to its full size."""
        first, last = TRAVEL[1], TRAVEL[1] + 1
        low, high = GROWN
        return self._triangle(slope, first + share * (low - first), last + share * (high - last))

    def _triangle(self, slope: float, start: float, end: float) -> SlopeTriangle:
        x1, x2 = (round(x * HUNDREDTHS) / HUNDREDTHS for x in (start, end))
        return lines.triangle(self.line.line_at(slope), x1, x2)

    def close_gap(self, width: float) -> float:
        """Return the largest gap between parabola and tangent in a window about x = 1."""
        return quotients.max_gap(self.limit.parabola, self.limit.tangent, width)

    def tangent_on_hill(self, x: float) -> Tangent:
        """Return the tangent of the hill at any x."""
        return quotients.tangent(self.hill, x)


@cache
def compute() -> Numbers:
    """Gather the numbers of clip 10, once."""
    chain, gradient = c05b.compute(), c08.compute()
    outer = function(MACHINE)
    magnifications = frozen([chain.inner.slope(0.0), outer.slope(chain.inner.value(0.0))])
    hill, at = function(VALLEY), Point(*GRADIENT_AT)
    top = gradient.bowl.height(at)
    # Heights grow with the square of the distance: these rings are evenly apart.
    levels = [top * (ring / GRADIENT_RINGS) ** 2 for ring in range(1, GRADIENT_RINGS + 1)]
    return Numbers(
        line=c01.compute(),
        secant=c02.compute(),
        limit=c03.compute(),
        rules=c05a.compute(),
        chain=chain,
        gradient=gradient,
        valley=c09b.compute(),
        near_gaps=NEAR_GAPS,
        close_widths=CLOSE_WIDTHS,
        machines=(chain.inner, outer),
        magnifications=magnifications,
        magnification=float(magnifications.prod()),
        uphill_at=at,
        uphill=frozen(gradient.bowl.gradient(at)),
        uphill_map=contours(gradient.bowl, levels, *GRADIENT_WINDOW),
        uphill_window=GRADIENT_WINDOW,
        hill=hill,
        walk=descent.descent_1d(hill.slope, VALLEY_START, VALLEY_ALPHA, VALLEY_STEPS),
        rebel=descent.descent_1d(hill.slope, VALLEY_START, REBEL_ALPHA, REBEL_STEPS),
    )
