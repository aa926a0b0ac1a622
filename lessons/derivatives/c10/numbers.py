"""Clip 10, The whole story on one page: what its pictures take from the other clips."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np

from lessons.derivatives.c03 import numbers as c03
from lessons.derivatives.c05b import numbers as c05b
from lessons.derivatives.c08 import numbers as c08
from mathcore.formulas.functions import Function, function
from mathcore.formulas.symbolic import X
from mathcore.formulas.window import Span
from mathcore.optimization import descent
from mathcore.optimization.contours import Contour, contours
from mathcore.optimization.descent import Descent
from mathcore.optimization.landscape import Landscape
from mathcore.slopes import lines, quotients
from mathcore.slopes.lines import Line, Point, SlopeTriangle
from mathcore.slopes.quotients import Tangent
from mathcore.values import FloatArray, frozen

LINE_SLOPE = 0.8
FIFTIETHS = 50
"""Travelling inputs are whole fiftieths, so that a run has two decimals."""
TRAVEL = (-1.3, 1.1)
"""Where a triangle of run 1 begins at first and at last, on its way along the line."""
GROWN = (-1.1, 2.1)
"""Between which inputs that triangle stands when it has grown."""
SHOWN_GAPS = (0.8, 0.6, 0.3)
"""The gaps whose averages are shown, one after the other."""
NEAR_GAP = 0.001
"""The gap at which the secant gives way to the tangent."""
POWER = 3
"""The power whose exponent steps down."""
MACHINE = X**2
"""The outer machine; at 1, which the inner one, 3x + 1, gives for x = 0, it magnifies by 2."""
VALLEY = X**2
VALLEY_START, VALLEY_ALPHA, VALLEY_STEPS = 1.8, 0.2, 4
REBEL_ALPHA, REBEL_STEPS = 1.05, 2
GRADIENT_AT = (1.0, 0.5)
GRADIENT_RINGS = (0.5, 1.0, 1.5)
"""Distances of the contours from the middle, as shares of the distance of the point."""
PLANE = ((-2.9, 2.9, 1), (-1.6, 1.6, 1))
SQUARE_PLANE = ((-2.6, 2.9, 1), (-2.4, 2.6, 1))
HIGH_PLANE = ((-2.4, 2.9, 1), (-3.3, 3.3, 2))
"""The part of the plane for an upright frame, where one more contour can be seen."""
HIGH_RINGS = (*GRADIENT_RINGS, 2.0)
PLANE_STEPS = 4


@dataclass(frozen=True, slots=True)
class BowlWindow:
    """A part of the plane of the bowl, and the contours in it.

    Attributes
    ----------
    plane
        The part, across and up, with the steps of its scales.
    rings
        Contours of the bowl, the second one through the point.
    """

    plane: tuple[Span, Span]
    rings: tuple[Contour, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every number of clip 10; most are those of the clips that its pictures stand for.

    Attributes
    ----------
    limit
        For the parabola, its secants from x = 1 on, the limit 2 and the tangent.
    line
        y = 0.8x + 0.2, which meets the parabola at x = 1.
    gaps
        0.8, 0.6 and 0.3, the gaps of the secants that are shown.
    near_gap
        0.001, the last gap before the tangent.
    averages
        Points (h, average) near the hole, from the outside to the inside, shape (N, 2).
    power
        3, the exponent that steps down.
    machines
        Two machines in a chain, 3x + 1 and u², and how much each magnifies at x = 0: 3 and 2.
    magnifications, magnification
        These two, shape (2,), and their product, 6.
    hill
        x², the valley in which a ball descends.
    walk
        Four steps in it from 1.8 with α = 0.2.
    rebel
        Two steps from there with α = 1.05, more than the curvature allows.
    bowl
        The bowl of clip 08, w₁² + w₁w₂ + w₂²; for w₂ = 0 its slice is that valley.
    uphill_at
        (1, 0.5), a point of the bowl.
    uphill
        Its two slopes there, shape (2,): 2.5 and 2.
    flat, square, high
        Its contours in a wide part of the plane, in one as high as wide, and in a higher one.
    many
        Four steps against the gradient from that point with α = 0.2.
    """

    limit: c03.Numbers
    line: Line
    gaps: tuple[float, ...]
    near_gap: float
    averages: FloatArray
    power: int
    machines: tuple[Function, Function]
    magnifications: FloatArray
    magnification: float
    hill: Function
    walk: Descent
    rebel: Descent
    bowl: Landscape
    uphill_at: Point
    uphill: FloatArray
    flat: BowlWindow
    square: BowlWindow
    high: BowlWindow
    many: Descent

    def travelling(self, share: float) -> SlopeTriangle:
        """Return a triangle of run 1 a share of its way along the line."""
        start = TRAVEL[0] + share * (TRAVEL[1] - TRAVEL[0])
        return self._triangle(start, start + 1)

    def growing(self, share: float) -> SlopeTriangle:
        """Return that triangle a share of the way from there to its full size."""
        return self._triangle(*_between((TRAVEL[1], TRAVEL[1] + 1), GROWN, share))

    def bent(self, share: float) -> Callable[[FloatArray], FloatArray]:
        """Return the curve a share of the way from the line to the parabola."""

        def height(x: FloatArray) -> FloatArray:
            return (1 - share) * self.line.at(x) + share * self.limit.parabola.value(x)

        return height

    def bent_triangle(self, share: float) -> SlopeTriangle:
        """Return the triangle of that curve, on its way from its full size to the first gap."""
        at = self.limit.at
        ends = _between(GROWN, (at, at + self.gaps[0]), share)
        p, q = (Point(x, float(self.bent(share)(np.array(x)))) for x in ends)
        return SlopeTriangle(p, q)

    def averaged(self, share: float) -> Callable[[FloatArray], FloatArray]:
        """Return the curve a share of the way from the parabola to the averages from x = 1 on."""

        def height(x: FloatArray) -> FloatArray:
            averages = self.limit.quotient_line.at(x - self.limit.at)
            return (1 - share) * self.limit.parabola.value(x) + share * averages

        return height

    def tangent_on_hill(self, x: float) -> Tangent:
        """Return the tangent of the hill at any x."""
        return quotients.tangent(self.hill, x)

    def _triangle(self, start: float, end: float) -> SlopeTriangle:
        x1, x2 = (round(x * FIFTIETHS) / FIFTIETHS for x in (start, end))
        return lines.triangle(self.line, x1, x2)


def _between(
    start: tuple[float, float], end: tuple[float, float], share: float
) -> tuple[float, float]:
    """Return the pair a share of the way from one pair to another."""
    first, last = (a + share * (b - a) for a, b in zip(start, end, strict=True))
    return first, last


@cache
def compute() -> Numbers:
    """Gather the numbers of clip 10, once."""
    limit, bowl, inner = c03.compute(), c08.compute().bowl, c05b.compute().inner
    outer, hill = function(MACHINE), function(VALLEY)
    magnifications = frozen([inner.slope(0.0), outer.slope(inner.value(0.0))])
    at = Point(*GRADIENT_AT)
    # The height of this bowl grows with the square of the distance: the rings are evenly apart.
    flat, square, high = (
        BowlWindow(
            plane,
            contours(
                bowl,
                [bowl.height(at) * share**2 for share in shares],
                plane[0][:2],
                plane[1][:2],
            ),
        )
        for plane, shares in (
            (PLANE, GRADIENT_RINGS),
            (SQUARE_PLANE, GRADIENT_RINGS),
            (HIGH_PLANE, HIGH_RINGS),
        )
    )
    sides = zip(limit.right_points[1:], limit.left_points, strict=True)
    return Numbers(
        limit=limit,
        line=lines.line_through(limit.tangent.point, LINE_SLOPE),
        gaps=SHOWN_GAPS,
        near_gap=NEAR_GAP,
        averages=frozen([point for pair in sides for point in pair]),
        power=POWER,
        machines=(inner, outer),
        magnifications=magnifications,
        magnification=float(magnifications.prod()),
        hill=hill,
        walk=descent.descent_1d(hill.slope, VALLEY_START, VALLEY_ALPHA, VALLEY_STEPS),
        rebel=descent.descent_1d(hill.slope, VALLEY_START, REBEL_ALPHA, REBEL_STEPS),
        bowl=bowl,
        uphill_at=at,
        uphill=frozen(bowl.gradient(at)),
        flat=flat,
        square=square,
        high=high,
        many=descent.descent_nd(bowl.gradient, at, VALLEY_ALPHA, PLANE_STEPS),
    )
