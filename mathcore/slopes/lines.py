"""Lines: the one shape with the same slope everywhere, and the triangle that measures it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple, overload

import numpy as np

from mathcore.values import FloatArray, Numbers, finite, finite_array, frozen

Curve = Callable[[float], float]
"""Anything that takes an input to an output: a ``Line``, a ``Function``, a plain function."""


class Point(NamedTuple):
    """A point of the plane, in lesson coordinates."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Line:
    """The straight line y = m·x + b.

    Attributes
    ----------
    slope
        m, output units per input unit.
    intercept
        b, the height over x = 0.
    """

    slope: float
    intercept: float

    @overload
    def at(self, x: float) -> float: ...

    @overload
    def at(self, x: FloatArray) -> FloatArray: ...

    def at(self, x: float | FloatArray) -> float | FloatArray:
        """Return the height m·x + b over ``x``, a number or an array of shape (N,)."""
        return self.slope * x + self.intercept

    @overload
    def __call__(self, x: float) -> float: ...

    @overload
    def __call__(self, x: FloatArray) -> FloatArray: ...

    def __call__(self, x: float | FloatArray) -> float | FloatArray:
        """Return the height over ``x``, so that a line may stand wherever a curve is asked for."""
        return self.at(x)

    def point(self, x: float) -> Point:
        """Return the point of the line over ``x``."""
        return Point(float(x), float(self.at(x)))


@dataclass(frozen=True, slots=True)
class SlopeTriangle:
    """The right-angled triangle that a run and a rise make between two points.

    Attributes
    ----------
    p, q
        Where the run begins and where the rise ends.
    """

    p: Point
    q: Point

    @property
    def run(self) -> float:
        """Δx = x₂ − x₁, signed, in input units."""
        return self.q.x - self.p.x

    @property
    def rise(self) -> float:
        """Δy = y₂ − y₁, signed, in output units."""
        return self.q.y - self.p.y

    @property
    def corner(self) -> Point:
        """The right angle: across from p, below or above q."""
        return Point(self.q.x, self.p.y)

    @property
    def has_slope(self) -> bool:
        """Whether the points lie over different inputs."""
        return self.run != 0

    @property
    def slope(self) -> float:
        """Δy / Δx; ``ValueError`` when the points lie over the same input."""
        return slope_between(self.p, self.q)

    def mirrored(self) -> SlopeTriangle:
        """Return the mirror image in y = x: run and rise trade places, the slope is inverted."""
        return SlopeTriangle(Point(self.p.y, self.p.x), Point(self.q.y, self.q.x))


def line(slope: float, intercept: float) -> Line:
    """Return the line y = slope·x + intercept.

    Raises
    ------
    ValueError
        If either number is not finite.
    """
    return Line(finite(slope, "the slope"), finite(intercept, "the intercept"))


def slope_between(p: tuple[float, float], q: tuple[float, float]) -> float:
    """Return the slope m = (y₂ − y₁) / (x₂ − x₁) of the line through two points.

    Parameters
    ----------
    p, q
        Points (x, y) over different inputs.

    Raises
    ------
    ValueError
        If x₁ = x₂ (a vertical line has no slope) or a coordinate is not finite.
    """
    (x1, y1), (x2, y2) = p, q
    for number in (x1, y1, x2, y2):
        finite(number, "a coordinate")
    if x1 == x2:
        raise ValueError(f"both points lie over x = {x1:g}; a vertical line has no slope")
    return (y2 - y1) / (x2 - x1)


def line_through(p: tuple[float, float], slope: float) -> Line:
    """Return the line through ``p`` with the given slope: b = y − m·x.

    Raises
    ------
    ValueError
        If a number is not finite.
    """
    x, y = p
    return line(slope, finite(y, "y") - slope * finite(x, "x"))


def triangle(f: Curve, x1: float, x2: float) -> SlopeTriangle:
    """Return the triangle between the points of a curve over ``x1`` and over ``x2``.

    The two inputs may be equal: the triangle has then collapsed and has no slope.
    """
    return SlopeTriangle(
        Point(finite(x1, "x₁"), float(f(x1))),
        Point(finite(x2, "x₂"), float(f(x2))),
    )


def table(f: Curve, xs: Numbers) -> FloatArray:
    """Tabulate a curve.

    Parameters
    ----------
    f
        The rule.
    xs
        Inputs, shape (N,).

    Returns
    -------
    FloatArray
        Rows (x, f(x)), shape (N, 2).
    """
    inputs = finite_array(xs, "xs")
    return frozen([(x, float(f(x))) for x in inputs.tolist()])


def unit_rises(f: Curve, first: int, last: int) -> FloatArray:
    """Return the rises f(k + 1) − f(k) over the unit runs from ``first`` to ``last``.

    Returns
    -------
    FloatArray
        Signed rises, shape (last − first,).

    Raises
    ------
    ValueError
        If there is no unit run between the two.
    """
    if last <= first:
        raise ValueError(f"there is no unit run from {first} to {last}")
    heights = table(f, range(first, last + 1))[:, 1]
    return frozen(np.diff(heights))
