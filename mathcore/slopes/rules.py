"""Rules: how areas, sums, products and chains grow under a nudge of the input."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from mathcore.formulas.functions import Function, function
from mathcore.values import FloatArray, count, finite, frozen, positive


@dataclass(frozen=True, slots=True)
class SquareNudge:
    """The growth of a square of side x when its sides grow by dx.

    Attributes
    ----------
    side, nudge
        x and dx.
    sliver
        Area x·dx of one of the two slivers.
    corner
        Area dx² of the corner.
    growth
        2x·dx + dx², all of the new area.
    corner_share
        corner / growth = dx / (2x + dx).
    """

    side: float
    nudge: float
    sliver: float
    corner: float
    growth: float
    corner_share: float


@dataclass(frozen=True, slots=True)
class CubeNudge:
    """The growth of a cube of side x when its sides grow by dx.

    Attributes
    ----------
    side, nudge
        x and dx.
    face
        Volume x²·dx of one of the three slabs.
    edge
        Volume x·dx² of one of the three bars.
    corner
        Volume dx³ of the corner.
    growth
        3x²·dx + 3x·dx² + dx³.
    small_share
        What edges and corner make of the growth.
    """

    side: float
    nudge: float
    face: float
    edge: float
    corner: float
    growth: float
    small_share: float


@dataclass(frozen=True, slots=True)
class TermRises:
    """A sum taken apart, term by term, at one point and under one nudge.

    Attributes
    ----------
    terms
        The terms as functions, in order.
    heights
        Their values at x, shape (N,).
    rises
        How much each grows under dx, shape (N,).
    rates
        rises / dx, shape (N,).
    slopes
        What the rates approach: the exact derivatives, shape (N,).
    """

    terms: tuple[Function, ...]
    heights: FloatArray
    rises: FloatArray
    rates: FloatArray
    slopes: FloatArray


@dataclass(frozen=True, slots=True)
class ProductNudge:
    """The growth of a rectangle u(x) by v(x) when x grows by dx.

    Attributes
    ----------
    u, v
        Its sides.
    du, dv
        Their growth.
    u_sliver, v_sliver
        Areas u·dv and v·du.
    corner
        Area du·dv.
    growth
        u·dv + v·du + du·dv.
    corner_share
        corner / growth; NaN where nothing grows.
    """

    u: float
    v: float
    du: float
    dv: float
    u_sliver: float
    v_sliver: float
    corner: float
    growth: float
    corner_share: float


@dataclass(frozen=True, slots=True)
class ChainNudge:
    """A nudge sent through two machines: x → u = g(x) → y = f(u).

    Attributes
    ----------
    x, u, y
        Where the three markers stand.
    dx, du, dy
        How far each moves.
    inner_ratio, outer_ratio, ratio
        du/dx, dy/du and dy/dx: the third is the product of the first two.
    """

    x: float
    u: float
    y: float
    dx: float
    du: float
    dy: float
    inner_ratio: float
    outer_ratio: float
    ratio: float


def square_nudge(x: float, dx: float) -> SquareNudge:
    """Take the growth (x + dx)² − x² apart into two slivers and a corner.

    Raises
    ------
    ValueError
        If x or dx is not positive.
    """
    x, dx = positive(x, "x"), positive(dx, "dx")
    return SquareNudge(x, dx, x * dx, dx * dx, 2 * x * dx + dx * dx, dx / (2 * x + dx))


def cube_nudge(x: float, dx: float) -> CubeNudge:
    """Take the growth (x + dx)³ − x³ apart into three faces, three edges and a corner.

    Raises
    ------
    ValueError
        If x or dx is not positive.
    """
    x, dx = positive(x, "x"), positive(dx, "dx")
    face, edge, corner = x * x * dx, x * dx * dx, dx**3
    growth = 3 * face + 3 * edge + corner
    return CubeNudge(x, dx, face, edge, corner, growth, (3 * edge + corner) / growth)


def power_expansion(n: int) -> FloatArray:
    """Return the coefficients of (x + dx)ⁿ by powers of dx: 1, n, n(n − 1)/2, …, 1.

    The second one, n, is the number of ways to pick a single nudge among n brackets.

    Returns
    -------
    FloatArray
        Binomial coefficients, shape (n + 1,).

    Raises
    ------
    ValueError
        If n is not a whole number of at least 1.
    """
    n = count(n, "n", least=1)
    return frozen([math.comb(n, k) for k in range(n + 1)])


def term_rises(f: Function, x: float, dx: float) -> TermRises:
    """Take a sum apart into its terms, highest power first, and nudge each.

    Raises
    ------
    ValueError
        If dx = 0 or a term has no value.
    """
    dx = _nudge(dx)
    terms = tuple(function(t, f.variable) for t in f.expression.as_ordered_terms())
    heights = [finite(t.value(x), "a term") for t in terms]
    rises = np.array([finite(t.value(x + dx), "a term") for t in terms]) - heights
    slopes = [t.slope(x) for t in terms]
    return TermRises(terms, frozen(heights), frozen(rises), frozen(rises / dx), frozen(slopes))


def product_nudge(u: Function, v: Function, x: float, dx: float) -> ProductNudge:
    """Take the growth of u·v apart into two slivers and a corner.

    Raises
    ------
    ValueError
        If dx = 0 or a side has no value.
    """
    dx = _nudge(dx)
    sides = finite(u.value(x), "u"), finite(v.value(x), "v")
    du = finite(u.value(x + dx), "u") - sides[0]
    dv = finite(v.value(x + dx), "v") - sides[1]
    u_sliver, v_sliver, corner = sides[0] * dv, sides[1] * du, du * dv
    growth = u_sliver + v_sliver + corner
    share = corner / growth if growth else math.nan
    return ProductNudge(*sides, du, dv, u_sliver, v_sliver, corner, growth, share)


def chain_nudge(inner: Function, outer: Function, x: float, dx: float) -> ChainNudge:
    """Send a nudge through ``inner`` and then ``outer``.

    Raises
    ------
    ValueError
        If dx = 0, a machine has no value, or the first does not move: dy/du is then 0/0.
    """
    dx = _nudge(dx)
    u = finite(inner.value(finite(x, "x")), "u")
    y = finite(outer.value(u), "y")
    du = finite(inner.value(x + dx), "u") - u
    dy = finite(outer.value(u + du), "y") - y
    if du == 0:
        raise ValueError("u does not move under this nudge; dy/du would be 0/0")
    return ChainNudge(float(x), u, y, dx, du, dy, du / dx, dy / du, dy / dx)


def _nudge(dx: float) -> float:
    if finite(dx, "dx") == 0:
        raise ValueError("dx is 0; without a nudge nothing can be compared")
    return float(dx)
