"""Difference quotients: the secant's slope, the tangent it closes in on, and what can go wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import overload

import numpy as np

from mathcore.formulas.functions import Function
from mathcore.slopes.lines import Curve, Line, Point, SlopeTriangle, line_through
from mathcore.values import FloatArray, Numbers, finite, finite_array, frozen, positive


@dataclass(frozen=True, slots=True)
class Secant:
    """The straight line through two points of a curve.

    Attributes
    ----------
    p, q
        (x₀, f(x₀)) and (x₀ + h, f(x₀ + h)).
    slope
        [f(x₀ + h) − f(x₀)] / h, output units per input unit.
    intercept
        Height of the secant over x = 0.
    """

    p: Point
    q: Point
    slope: float
    intercept: float

    @property
    def line(self) -> Line:
        """The secant as a line."""
        return Line(self.slope, self.intercept)

    @property
    def triangle(self) -> SlopeTriangle:
        """The run h and the rise f(x₀ + h) − f(x₀)."""
        return SlopeTriangle(self.p, self.q)

    @overload
    def at(self, x: float) -> float: ...

    @overload
    def at(self, x: FloatArray) -> FloatArray: ...

    def at(self, x: float | FloatArray) -> float | FloatArray:
        """Return the height of the secant over ``x``, measured from p so that it passes there."""
        return self.p.y + self.slope * (x - self.p.x)


@dataclass(frozen=True, slots=True)
class Tangent:
    """The best straight fit of a curve near one point.

    Attributes
    ----------
    point
        (x₀, f(x₀)).
    slope
        f′(x₀), exact.
    intercept
        Height of the tangent over x = 0.
    """

    point: Point
    slope: float
    intercept: float

    @property
    def line(self) -> Line:
        """The tangent as a line."""
        return Line(self.slope, self.intercept)

    @overload
    def at(self, x: float) -> float: ...

    @overload
    def at(self, x: FloatArray) -> FloatArray: ...

    def at(self, x: float | FloatArray) -> float | FloatArray:
        """Return f(x₀) + f′(x₀)·(x − x₀)."""
        return self.point.y + self.slope * (x - self.point.x)


@dataclass(frozen=True, slots=True)
class QuotientGraph:
    """The difference quotient plotted against the gap: q(h), with a hole at h = 0.

    Attributes
    ----------
    left, right
        Rows (h, q(h)) for h < 0 and for h > 0, each from left to right, shapes (N, 2).
    hole
        (0, f′(x₀)), which both sides approach and neither contains.
    """

    left: FloatArray
    right: FloatArray
    hole: Point


def difference_quotient(f: Curve, x0: float, h: float) -> float:
    """Return [f(x₀ + h) − f(x₀)] / h, in true float64 arithmetic.

    Parameters
    ----------
    f
        The curve.
    x0
        The input x₀, lesson coordinates.
    h
        The gap, of either sign.

    Raises
    ------
    ValueError
        If h = 0, a number is not finite, or the curve has no value at one of the ends.
    """
    h = _gap(h)
    here = finite(f(finite(x0, "x₀")), f"f({x0:g})")
    rise = finite(f(x0 + h), f"f({x0 + h:g})") - here
    return rise / h + 0.0  # the zero turns −0.0, which no table should show, into 0.0


def central_quotient(f: Curve, x0: float, h: float) -> float:
    """Return [f(x₀ + h) − f(x₀ − h)] / (2h): the two-sided secant, exact for every quadratic.

    Raises
    ------
    ValueError
        As for ``difference_quotient``.
    """
    h = _gap(h)
    ahead = finite(f(finite(x0, "x₀") + h), f"f({x0 + h:g})")
    return (ahead - finite(f(x0 - h), f"f({x0 - h:g})")) / (2 * h)


def quotient_series(f: Curve, x0: float, hs: Numbers) -> FloatArray:
    """Return the difference quotient for each gap, shape (N,), in the order of ``hs``."""
    return frozen([difference_quotient(f, x0, h) for h in finite_array(hs, "hs").tolist()])


def quotient_graph(f: Function, x0: float, reach: float, samples: int = 101) -> QuotientGraph:
    """Return the graph of q(h) = [f(x₀ + h) − f(x₀)] / h for 0 < |h| ≤ reach.

    Parameters
    ----------
    f
        The function; its exact slope at x₀ is the height of the hole.
    x0
        The input x₀.
    reach
        The largest gap shown on either side.
    samples
        Points on each side, evenly spaced; the nearest lies at reach / samples.
    """
    gaps = positive(reach, "the reach") * np.arange(1, samples + 1) / samples
    left, right = -gaps[::-1], gaps
    return QuotientGraph(
        left=frozen(np.column_stack([left, quotient_series(f, x0, left)])),
        right=frozen(np.column_stack([right, quotient_series(f, x0, right)])),
        hole=Point(0.0, finite(f.slope(x0), f"f′({x0:g})")),
    )


def secant(f: Curve, x0: float, h: float) -> Secant:
    """Return the secant of a curve over x₀ and x₀ + h.

    Raises
    ------
    ValueError
        If h = 0, a number is not finite, or the curve has no value at one of the ends.
    """
    slope = difference_quotient(f, x0, h)
    p = Point(float(x0), float(f(x0)))
    q = Point(float(x0 + h), float(f(x0 + h)))
    return Secant(p, q, slope, line_through(p, slope).intercept)


def tangent(f: Function, x0: float) -> Tangent:
    """Return the tangent of a function at x₀, from its exact derivative.

    Raises
    ------
    ValueError
        If the function has no value or no derivative there.
    """
    point = Point(finite(x0, "x₀"), finite(f.value(x0), f"f({x0:g})"))
    slope = finite(f.slope(x0), f"f′({x0:g})")
    return Tangent(point, slope, line_through(point, slope).intercept)


def max_gap(f: Function, line: Tangent, width: float, samples: int = 2001) -> float:
    """Return the largest vertical distance between a curve and its tangent within a window.

    max |f(x) − T(x)| over |x − x₀| ≤ width / 2, on an even grid that holds both ends (where
    the gap of a curve that bends one way is largest).
    """
    half = positive(width, "the width") / 2
    offsets = np.linspace(-half, half, samples)
    at = line.point.x + offsets
    gaps = np.abs(f.value(at) - line.at(at))
    return finite(float(gaps.max()), "the gap")


def _gap(h: float) -> float:
    h = finite(h, "h")
    if h == 0:
        raise ValueError("h is 0; two points in the same place have no line between them")
    return h
