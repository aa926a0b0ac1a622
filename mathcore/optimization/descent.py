"""Descent: steps against the slope, the whole path at once, and the factor each step keeps."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from mathcore.slopes.lines import Curve
from mathcore.values import FloatArray, Numbers, count, finite, finite_array, frozen, positive

Gradient = Callable[[FloatArray], FloatArray]
"""Takes a point, shape (D,), to the gradient there, shape (D,)."""


@dataclass(frozen=True, slots=True)
class Descent:
    """The path of a gradient descent.

    Attributes
    ----------
    points
        Where it was after 0, 1, 2, … steps: shape (N + 1,) in one variable, (N + 1, D) in D.
        Shorter if it diverged: every point is finite.
    alpha
        The step size α.
    diverged_at
        The number of the step that overflowed; ``None`` if all steps were taken.
    """

    points: FloatArray
    alpha: float
    diverged_at: int | None

    @property
    def steps(self) -> int:
        """How many steps were taken."""
        return len(self.points) - 1

    @property
    def end(self) -> FloatArray:
        """The last point, shape () or (D,)."""
        return np.asarray(self.points[-1])


@dataclass(frozen=True, slots=True)
class Contraction:
    """What one step of size α leaves of the distance to a stationary point, mode by mode.

    Attributes
    ----------
    factors
        1 − α·λ for each curvature λ, shape (N,), in the order given.
    rate
        The largest of their sizes: the share of the distance that the slowest mode keeps.
    limit
        2/λ_max: every α below it converges. 0 if a curvature is not positive, for then none does.
    best
        2/(λ_max + λ_min), where ``rate`` is least; NaN if no α converges.
    best_rate
        That least rate, (λ_max − λ_min)/(λ_max + λ_min); NaN if no α converges.
    half_life
        Steps that halve the distance, ln ½ / ln rate; infinite if it does not shrink.
    """

    factors: FloatArray
    rate: float
    limit: float
    best: float
    best_rate: float
    half_life: float

    @property
    def converges(self) -> bool:
        """Whether every mode shrinks."""
        return self.rate < 1


def descent_1d(slope: Curve, x0: float, alpha: float, n: int) -> Descent:
    """Take n steps x ← x − α·f′(x).

    Parameters
    ----------
    slope
        f′, exact.
    x0
        The start.
    alpha
        The step size α > 0.
    n
        How many steps.

    Raises
    ------
    ValueError
        If α ≤ 0, n < 0, or the start is not finite. Divergence is not an error: see
        ``diverged_at``.
    """
    path = descent_nd(lambda x: np.array([slope(float(x[0]))]), [finite(x0, "x₀")], alpha, n)
    return Descent(frozen(path.points[:, 0]), path.alpha, path.diverged_at)


def descent_nd(gradient: Gradient, start: Numbers, alpha: float, n: int) -> Descent:
    """Take n steps w ← w − α·∇J(w).

    Parameters
    ----------
    gradient
        ∇J, exact.
    start
        Where it begins, shape (D,).
    alpha
        The step size α > 0.
    n
        How many steps.

    Raises
    ------
    ValueError
        If α ≤ 0, n < 0, or the start is empty or not finite. Divergence is not an error: see
        ``diverged_at``.
    """
    alpha = positive(alpha, "α")
    point = finite_array(start, "the start")
    points = [point]
    for step in range(1, count(n, "n") + 1):
        with np.errstate(over="ignore", invalid="ignore"):
            point = point - alpha * gradient(point)
        if not np.isfinite(point).all():
            return Descent(frozen(np.array(points)), alpha, step)
        points.append(point)
    return Descent(frozen(np.array(points)), alpha, None)


def basins(slope: Curve, starts: Numbers, alpha: float, n: int) -> tuple[Descent, ...]:
    """Descend from each start; each path is a ``Descent`` of n steps."""
    return tuple(descent_1d(slope, x, alpha, n) for x in finite_array(starts, "starts").tolist())


def contraction(alpha: float, curvatures: Numbers) -> Contraction:
    """Return the factors by which a step of size α shrinks each mode of a quadratic.

    A step takes the distance e along a direction of curvature λ to (1 − αλ)·e. Source: Nocedal and
    Wright, *Numerical Optimization*, 2nd ed., section 3.3; the best fixed step is Polyak's.

    Parameters
    ----------
    alpha
        α > 0.
    curvatures
        The second derivative, or the eigenvalues of the Hessian, shape (N,).

    Raises
    ------
    ValueError
        If α ≤ 0 or there are no curvatures.
    """
    lambdas = finite_array(curvatures, "the curvatures")
    factors = 1 - positive(alpha, "α") * lambdas
    rate = float(np.abs(factors).max())
    low, high = float(lambdas.min()), float(lambdas.max())
    bowl = low > 0
    return Contraction(
        factors=frozen(factors),
        rate=rate,
        limit=2 / high if bowl else 0.0,
        best=2 / (high + low) if bowl else math.nan,
        best_rate=(high - low) / (high + low) if bowl else math.nan,
        half_life=_half_life(rate),
    )


def _half_life(rate: float) -> float:
    if rate >= 1:
        return math.inf
    return math.log(0.5) / math.log(rate) if rate > 0 else 0.0
