"""Landscapes: a loss over two parameters, its cuts, its gradient and its curvatures."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import sympy as sp

from mathcore.formulas.functions import Function, function, numeric
from mathcore.formulas.symbolic import Expr, Symbol, hessian, partials
from mathcore.values import FloatArray, Numbers, count, finite, finite_array, frozen

W1, W2 = sp.symbols("w_1 w_2", real=True)
"""The lesson's two knobs."""


@dataclass(frozen=True, slots=True)
class Landscape:
    """A smooth function of two parameters with its exact gradient.

    Attributes
    ----------
    expression
        J as a SymPy expression.
    variables
        Its two symbols.
    partial_expressions
        ∂J/∂w₁ and ∂J/∂w₂.
    """

    expression: Expr
    variables: tuple[Symbol, Symbol]
    partial_expressions: tuple[Expr, ...]
    _value: Callable[..., Any] = field(repr=False, compare=False)
    _partials: tuple[Callable[..., Any], ...] = field(repr=False, compare=False)

    def value(self, w: FloatArray | Sequence[float]) -> FloatArray:
        """Return J at points of shape (…, 2), as an array of shape (…)."""
        return _over(self._value, w)

    def height(self, w: Sequence[float] | FloatArray) -> float:
        """Return J at one point."""
        return float(self.value(w))

    def gradient(self, w: FloatArray | Sequence[float]) -> FloatArray:
        """Return ∇J at points of shape (…, 2), as an array of the same shape."""
        return np.stack([_over(partial, w) for partial in self._partials], axis=-1)


@dataclass(frozen=True, slots=True)
class Curvatures:
    """The curvatures of a landscape at a point.

    Attributes
    ----------
    values
        Eigenvalues of the Hessian, largest first, shape (2,).
    directions
        Unit vectors, one row for each value, shape (2, 2); the first entry that is not zero is
        positive.
    """

    values: FloatArray
    directions: FloatArray

    @property
    def condition(self) -> float:
        """Condition number λ_max / λ_min; NaN unless both are positive."""
        high, low = self.values.tolist()
        return high / low if low > 0 else math.nan


@dataclass(frozen=True, slots=True)
class SurfaceGrid:
    """Heights over a rectangular grid.

    Attributes
    ----------
    us, vs
        The grid lines, shapes (N,) and (M,).
    heights
        J(us[i], vs[j]) at [i, j], shape (N, M).
    """

    us: FloatArray
    vs: FloatArray
    heights: FloatArray


def landscape(expression: Expr, variables: tuple[Symbol, Symbol] = (W1, W2)) -> Landscape:
    """Make a landscape from a SymPy expression in two variables.

    Raises
    ------
    ValueError
        If the expression has another free symbol.
    """
    expression = sp.sympify(expression, strict=True)
    others = sorted(map(str, expression.free_symbols - set(variables)))
    if others:
        raise ValueError(f"{expression} depends on {', '.join(others)} besides its two parameters")
    slopes = partials(expression, variables)
    return Landscape(
        expression,
        variables,
        slopes,
        numeric(expression, *variables),
        tuple(numeric(slope, *variables) for slope in slopes),
    )


def slice_curve(land: Landscape, held: Symbol, at: float) -> Function:
    """Hold one parameter still and return what is left: a function of the other.

    Raises
    ------
    ValueError
        If ``held`` is not a parameter of the landscape.
    """
    if held not in land.variables:
        raise ValueError(f"{held} is not one of {land.variables[0]} and {land.variables[1]}")
    free = next(v for v in land.variables if v != held)
    number = sp.nsimplify(finite(at, str(held)), rational=True)
    return function(sp.expand(land.expression.subs(held, number)), free)


def directional_slope(
    gradient: Sequence[float] | FloatArray, theta: float | FloatArray
) -> FloatArray:
    """Return the slope ∇J·u in the direction u = (cos θ, sin θ).

    Parameters
    ----------
    gradient
        ∇J at the point, shape (2,).
    theta
        Directions, radians, any shape.

    Returns
    -------
    FloatArray
        Slopes, of the shape of ``theta``.
    """
    g1, g2 = finite_array(gradient, "the gradient").tolist()
    return np.asarray(g1 * np.cos(theta) + g2 * np.sin(theta))


def curvatures(land: Landscape, at: Sequence[float] = (0.0, 0.0)) -> Curvatures:
    """Return the eigenvalues and directions of the Hessian of a landscape at a point."""
    matrix = hessian(land.expression, land.variables)
    here = matrix.subs(dict(zip(land.variables, at, strict=True)))
    return principal_curvatures(np.array(here.tolist(), dtype=np.float64))


def principal_curvatures(matrix: FloatArray) -> Curvatures:
    """Return the eigenvalues, largest first, and the directions of a symmetric 2 × 2 matrix."""
    values, columns = np.linalg.eigh(finite_array(matrix, "the Hessian", dimensions=2))
    rows = columns.T[::-1]
    leading = [row[np.flatnonzero(np.abs(row) > 1e-12)[0]] for row in rows]
    return Curvatures(frozen(values[::-1]), frozen(rows * np.sign(leading)[:, None]))


def contour_levels(path_heights: Numbers, extra: int = 0) -> FloatArray:
    """Return levels for a contour map: the heights on a path, from low to high, each once.

    Chosen so, a contour passes through every point of the path and the right angle between step
    and contour can be seen.

    Parameters
    ----------
    path_heights
        J along the path, shape (N,).
    extra
        How many levels to add above the highest, in the ratio of the two highest (or, where that
        makes no sense, evenly).
    """
    levels = np.unique(finite_array(path_heights, "the heights")).tolist()
    for _ in range(count(extra, "extra")):
        low, high = (levels[-2], levels[-1]) if len(levels) > 1 else (0.0, levels[-1])
        levels.append(high * high / low if low > 0 else high + (high - low or 1.0))
    return frozen(levels)


def surface_grid(
    land: Landscape,
    u_range: tuple[float, float],
    v_range: tuple[float, float],
    n: int = 33,
) -> SurfaceGrid:
    """Evaluate a landscape on an even grid of n by n points over a rectangle.

    Raises
    ------
    ValueError
        If a range is empty or n < 2.
    """
    for low, high in (u_range, v_range):
        if not finite(low, "a range") < finite(high, "a range"):
            raise ValueError(f"the range from {low:g} to {high:g} is empty")
    us = np.linspace(*u_range, count(n, "n", least=2))
    vs = np.linspace(*v_range, n)
    points = np.stack(np.meshgrid(us, vs, indexing="ij"), axis=-1)
    return SurfaceGrid(frozen(us), frozen(vs), frozen(land.value(points)))


def _over(evaluator: Callable[..., Any], w: FloatArray | Sequence[float]) -> FloatArray:
    at = np.asarray(w, dtype=np.float64)
    with np.errstate(all="ignore"):
        result = np.asarray(evaluator(at[..., 0], at[..., 1]), dtype=np.float64)
    return np.array(np.broadcast_to(result, at.shape[:-1]))
