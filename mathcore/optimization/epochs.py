"""Epochs: how many steps until the printed digits are right, once counted and once derived."""

from __future__ import annotations

import math

import numpy as np

from mathcore.optimization.descent import contraction
from mathcore.optimization.regression import (
    Dataset,
    Parameters,
    curvatures,
    hessian_regression,
    mse_gradient,
    normal_equations,
)
from mathcore.values import count, positive

LONGEST_RUN = 1_000_000
"""How many epochs are looked through before a step size counts as hopeless."""


def epochs_to_print(data: Dataset, alpha: float, decimals: int) -> int | None:
    """Return the first epoch from which w and b print right for good, found by simulation.

    Gradient descent runs from (0, 0); after each epoch both numbers are printed and compared with
    the closed form (which should not lie within a hundredth of a unit of a rounding border).

    Returns
    -------
    int or None
        The epoch; ``None`` if α is at or above the limit, so that the digits never settle.

    Raises
    ------
    ValueError
        If α ≤ 0 or ``decimals`` is negative.
    """
    best = normal_equations(data)
    if not contraction(alpha, curvatures(data).values).converges:
        return None
    wanted = _printed(best, decimals)
    matrix, right = hessian_regression(data), -mse_gradient(data, 0.0, 0.0)
    (h11, h12), (_, h22) = matrix.tolist()
    r1, r2 = right.tolist()
    w = b = 0.0
    first = 0
    for epoch in range(LONGEST_RUN):
        if _printed((w, b), decimals) != wanted:
            first = epoch + 1
        # The distance never grows again (H is symmetric): once it is below the rounding slack,
        # no later epoch can print anything else.
        elif math.hypot(w - best.w, b - best.b) < 0.01 * 10.0**-decimals:
            return first
        w, b = (
            w - alpha * (h11 * w + h12 * b - r1),
            b - alpha * (h12 * w + h22 * b - r2),
        )
    raise ValueError(f"α = {alpha:g} needs more than {LONGEST_RUN} epochs")


def epochs_by_modes(data: Dataset, alpha: float, decimals: int) -> int | None:
    """Return the same epoch from the algebra, without a simulation.

    After k epochs (w, b) is the best one plus Σ cᵢ·(1 − αλᵢ)ᵏ·qᵢ, with the curvatures λᵢ, their
    directions qᵢ, and the start taken apart along them.
    """
    best = np.array(normal_equations(data))
    bowl = curvatures(data)
    shrinking = contraction(alpha, bowl.values)
    if not shrinking.converges:
        return None
    parts = bowl.directions @ -best
    enough = 0.01 * 10.0 ** -count(decimals, "decimals")
    longest = math.ceil(math.log(enough / np.abs(best).sum()) / math.log(shrinking.rate))
    powers = shrinking.factors ** np.arange(longest + 1)[:, None]
    points = best + (powers * parts) @ bowl.directions
    wanted = _printed(Parameters(*best.tolist()), decimals)
    wrong = [k for k, point in enumerate(points.tolist()) if _printed(point, decimals) != wanted]
    return max(wrong) + 1 if wrong else 0


def slow_mode_epochs(data: Dataset, alpha: float, decimals: int) -> float:
    """Return the epochs, not rounded, after which the slow mode alone is below half a unit printed.

    ln(½·10⁻ᵈ / |c·q|) / ln(1 − αλ_min), for the parameter that takes longer. It holds wherever
    the fast mode has died out by then.

    Raises
    ------
    ValueError
        If α ≤ 0 or the slow mode does not shrink steadily (0 < 1 − αλ_min < 1 fails).
    """
    bowl = curvatures(data)
    factor = 1 - positive(alpha, "α") * float(bowl.values[1])
    if not 0 < factor < 1:
        raise ValueError(f"α = {alpha:g} does not shrink the slow mode steadily")
    slow = bowl.directions[1]
    amplitude = np.abs((slow @ np.array(normal_equations(data))) * slow).max()
    return float(np.log(0.5 * 10.0**-decimals / amplitude) / math.log(factor))


def _printed(numbers: tuple[float, float] | list[float], decimals: int) -> tuple[str, ...]:
    return tuple(f"{number:.{decimals}f}" for number in numbers)
