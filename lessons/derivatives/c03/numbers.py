"""Clip 03, Closing in: the quotient of x² at 1 from both sides, its hole, its algebra, the zoom."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

import sympy as sp

from mathcore.formulas import symbolic
from mathcore.formulas.functions import Function, function
from mathcore.formulas.symbolic import Expr, QuotientSteps, X
from mathcore.slopes import limits, quotients
from mathcore.slopes.lines import Line, Point, line_through
from mathcore.slopes.quotients import QuotientGraph, Secant, Tangent
from mathcore.timing import log_time
from mathcore.values import FloatArray, frozen

AT = 1.0
FIRST_GAP = 2.0
HAIR = 0.05
RIGHT_GAPS = (2.0, 1.0, 0.5, 0.1, 0.01, 0.001)
LEFT_GAPS = (-1.0, -0.5, -0.1, -0.01, -0.001)
REACH = 2.0
TOLERANCES = (0.5, 0.1, 0.01)
CLOSE = 0.1
MAGNIFIED_LATE = 0.3
"""How far the magnification falls behind a closing gap, at most, in powers of ten."""
READ_AT = (-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0)
ZOOM_AT = 2.0
CROSSING_WIDTHS = (2.0, 0.2)
ZOOM_WIDTHS = (4.0, 1.0, 0.1, 0.01)
CUBIC_AT = 1.0
CROSSING_AT = 0.0


@dataclass(frozen=True, slots=True)
class Band:
    """A tolerance about the limit and the gaps that keep it.

    Attributes
    ----------
    tolerance
        ε: the band is the limit ± ε, in units of the quotient.
    low, high
        Its lower and upper edge.
    strip
        δ: every gap with 0 < |h| < δ keeps the quotient inside the band.
    """

    tolerance: float
    low: float
    high: float
    strip: float


@dataclass(frozen=True, slots=True)
class ZoomWindow:
    """One magnification of the microscope.

    Attributes
    ----------
    width
        Width of the window about the contact point, in lesson coordinates.
    gap
        Largest vertical distance between curve and tangent inside it.
    """

    width: float
    gap: float


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every number of clip 03.

    Attributes
    ----------
    parabola
        f(x) = x².
    at
        x₀ = 1, where the two approaches meet.
    first_secant
        The secant over 1 and 3 that clip 02 left behind.
    hair
        The small gap that keeps the points apart where they seem to be one.
    close_gap
        0.1, from which on the two points are told apart only under a magnifying glass.
    right_gaps, right_series
        h and the quotient for h > 0, shapes (6,): 4, 3, 2.5, 2.1, 2.01, 2.001.
    left_gaps, left_series
        The same for h < 0, shapes (5,): 1, 1.5, 1.9, 1.99, 1.999.
    limit
        2, the exact slope f′(1).
    tangent
        y = 2x − 1, from the exact derivative.
    right_points, left_points
        The rows as points (h, quotient), shapes (6, 2) and (5, 2).
    quotient_graph
        The quotient against the gap: two branches of q = 2 + h and the hole (0, 2).
    quotient_line
        That line, for its slope 1 and its height 2 over h = 0.
    bands
        Tolerances 0.5, 0.1, 0.01 with the strip of gaps that keeps each.
    steps
        The algebra for every x: quotient, expanded, cancelled, divided, limit (SymPy).
    slope_inputs, slopes
        x = −3, −2, …, 3 and f′ there, shapes (7,): −6, −4, …, 6.
    slope_tangents
        The tangent at each of them.
    zoom_tangent
        y = 4x − 4 at (2, 4), under the microscope.
    zoom_windows
        Window widths 4, 1, 0.1, 0.01 with the largest gap inside: (width / 2)².
    zoom_factors
        By what these three windows magnify the first of them: 1, 10, 100.
    zoom_shrink
        By what the gap is divided from one to the next, 100.
    cubic
        g(x) = x³.
    cubic_tangent
        y = 3x − 2 at 1.
    cubic_difference
        x³ − (3x − 2) in factors, (x − 1)²(x + 2) (SymPy).
    touching_factor, crossing_factor
        Its two factors: (x − 1)², why the line touches, and x + 2, where it crosses (SymPy).
    meets_again
        (−2, −8), where the curve meets that tangent once more.
    crossing_windows
        Window widths 2 and 0.2 about 0 with the largest gap inside: (width / 2)³.
    crossing_tangent
        y = 0, the tangent of x³ at 0, which the curve crosses at its contact point.
    """

    parabola: Function
    at: float
    first_secant: Secant
    hair: float
    close_gap: float
    right_gaps: FloatArray
    right_series: FloatArray
    left_gaps: FloatArray
    left_series: FloatArray
    limit: float
    tangent: Tangent
    right_points: FloatArray
    left_points: FloatArray
    quotient_graph: QuotientGraph
    quotient_line: Line
    bands: tuple[Band, ...]
    steps: QuotientSteps
    slope_inputs: FloatArray
    slopes: FloatArray
    slope_tangents: tuple[Tangent, ...]
    zoom_tangent: Tangent
    zoom_windows: tuple[ZoomWindow, ...]
    zoom_factors: tuple[float, ...]
    zoom_shrink: float
    cubic: Function
    cubic_tangent: Tangent
    cubic_difference: Expr
    touching_factor: Expr
    crossing_factor: Expr
    meets_again: Point
    crossing_windows: tuple[ZoomWindow, ...]
    crossing_tangent: Tangent

    @property
    def what_stays(self) -> str:
        """What the algebra leaves when h shrinks to nothing, as it is read: ``"2 x"``."""
        return str(self.steps.limit).replace("*", " ")

    def secant(self, h: float) -> Secant:
        """Return the secant of the parabola over 1 and 1 + h, for any h ≠ 0."""
        return quotients.secant(self.parabola, self.at, h)

    def magnified(self, gap: float) -> float:
        """Return how much a gap h ≠ 0 is magnified, so that it never becomes a speck.

        At a power of ten it looks as long as a gap of 1, and on the way to the next one at least
        half as long.
        """
        decades = -math.log10(abs(gap))
        return math.pow(10.0, decades - MAGNIFIED_LATE * math.sin(math.pi * (decades % 1)))

    def tangent_at(self, x: float) -> Tangent:
        """Return the tangent of the parabola at any x."""
        return quotients.tangent(self.parabola, x)

    def cubic_tangent_at(self, x: float) -> Tangent:
        """Return the tangent of the cubic at any x."""
        return quotients.tangent(self.cubic, x)

    def line_at(self, slope: float) -> Line:
        """Return the line of any slope through the contact point (1, 1)."""
        return line_through(self.tangent.point, slope)

    def right_gap(self, t: float) -> float:
        """Return the gap at share ``t`` of the sweep from 2 to 0.001, each decade equally long."""
        return log_time(RIGHT_GAPS[0], RIGHT_GAPS[-1], t)

    def left_gap(self, t: float) -> float:
        """Return the gap at share ``t`` of the sweep from −1 to −0.001."""
        return log_time(LEFT_GAPS[0], LEFT_GAPS[-1], t)

    def band(self, tolerance: float) -> Band:
        """Return the band of any tolerance about the limit and the strip that keeps it."""
        return _band(self.parabola, self.limit, tolerance)

    def zoom_gap(self, width: float) -> float:
        """Return the largest gap between parabola and tangent in a window of any width."""
        return quotients.max_gap(self.parabola, self.zoom_tangent, width)


def _band(parabola: Function, limit: float, tolerance: float) -> Band:
    strip = limits.epsilon_delta(parabola, AT, limit, tolerance)
    return Band(tolerance, limit - tolerance, limit + tolerance, strip)


def _windows(
    curve: Function, tangent: Tangent, widths: tuple[float, ...]
) -> tuple[ZoomWindow, ...]:
    return tuple(ZoomWindow(width, quotients.max_gap(curve, tangent, width)) for width in widths)


@cache
def compute() -> Numbers:
    """Compute the numbers of clip 03, once."""
    parabola, cubic = function(X**2), function(X**3)
    tangent = quotients.tangent(parabola, AT)
    right = quotients.quotient_series(parabola, AT, RIGHT_GAPS)
    left = quotients.quotient_series(parabola, AT, LEFT_GAPS)
    graph = quotients.quotient_graph(parabola, AT, REACH)
    slope_tangents = tuple(quotients.tangent(parabola, x) for x in READ_AT)
    zoom_tangent = quotients.tangent(parabola, ZOOM_AT)
    windows = _windows(parabola, zoom_tangent, ZOOM_WIDTHS)
    crossing_tangent = quotients.tangent(cubic, CROSSING_AT)
    steps = symbolic.expand_quotient(parabola.expression)
    in_the_gap = function(steps.divided.subs(parabola.variable, AT))
    again = next(
        m for m in symbolic.tangent_meets(cubic.expression, CUBIC_AT) if m.multiplicity == 1
    )
    difference = sp.factor(cubic.expression - symbolic.tangent_line(cubic.expression, CUBIC_AT))
    (touching, order), (crossing, _) = sorted(
        sp.factor_list(difference)[1], key=lambda factor: -factor[1]
    )
    return Numbers(
        parabola=parabola,
        at=AT,
        first_secant=quotients.secant(parabola, AT, FIRST_GAP),
        hair=HAIR,
        close_gap=CLOSE,
        right_gaps=frozen(RIGHT_GAPS),
        right_series=right,
        left_gaps=frozen(LEFT_GAPS),
        left_series=left,
        limit=tangent.slope,
        tangent=tangent,
        right_points=frozen(list(zip(RIGHT_GAPS, right.tolist(), strict=True))),
        left_points=frozen(list(zip(LEFT_GAPS, left.tolist(), strict=True))),
        quotient_graph=graph,
        quotient_line=line_through(graph.hole, in_the_gap.slope(0.0)),
        bands=tuple(_band(parabola, tangent.slope, tolerance) for tolerance in TOLERANCES),
        steps=steps,
        slope_inputs=frozen(READ_AT),
        slopes=frozen([t.slope for t in slope_tangents]),
        slope_tangents=slope_tangents,
        zoom_tangent=zoom_tangent,
        zoom_windows=windows,
        zoom_factors=tuple(windows[1].width / window.width for window in windows[1:]),
        zoom_shrink=windows[1].gap / windows[2].gap,
        cubic=cubic,
        cubic_tangent=quotients.tangent(cubic, CUBIC_AT),
        cubic_difference=difference,
        touching_factor=touching**order,
        crossing_factor=crossing,
        meets_again=Point(float(again.x), cubic.value(float(again.x))),
        crossing_windows=_windows(cubic, crossing_tangent, CROSSING_WIDTHS),
        crossing_tangent=crossing_tangent,
    )
