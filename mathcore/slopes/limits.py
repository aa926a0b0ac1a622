"""Limits: what the quotients from the two sides agree on, or why they do not."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np

from mathcore.slopes.lines import Curve
from mathcore.slopes.quotients import difference_quotient, quotient_series
from mathcore.values import FloatArray, Numbers, finite, finite_array, positive

Verdict = Literal["limit", "corner", "vertical", "jump", "oscillating"]
"""What the quotients from both sides say about the derivative at a point."""

# Below this the subtraction in the quotient leaves too few digits to judge a tolerance by.
_SMALLEST_GAP = 1e-6
_SCAN = 4001

ALREADY_SETTLED = 1e-6
STILL_RISE = 0.05  # a rise that shrinks slower than h to this power does not go to zero
STEEPENS = 0.95  # one that shrinks slower than h to this power lets the quotient grow for ever


@dataclass(frozen=True, slots=True)
class OneSided:
    """Difference quotients from both sides of a point.

    Attributes
    ----------
    sizes
        |h|, from the largest to the smallest, shape (N,).
    right, left
        The quotients for +|h| and for −|h|, shapes (N,).
    verdict
        ``"limit"`` both sides settle on one number; ``"corner"`` they settle on two;
        ``"vertical"`` the quotient grows without bound though the curve is unbroken; ``"jump"``
        the rise itself does not shrink; ``"oscillating"`` a side never settles.
    """

    sizes: FloatArray
    right: FloatArray
    left: FloatArray
    verdict: Verdict

    @property
    def differentiable(self) -> bool:
        """Whether the derivative exists."""
        return self.verdict == "limit"


def one_sided(f: Curve, x0: float, hs: Numbers) -> OneSided:
    """Compare the difference quotients from the right and from the left.

    The verdict is read off finitely many gaps, as a reader of the table would: a proof needs the
    limit. It judges how fast the rise shrinks with the gap (as a power of h) and whether
    successive quotients come closer to each other.

    Parameters
    ----------
    f
        The curve.
    x0
        The point, x₀.
    hs
        Gap sizes, positive, each smaller than the one before, at least four.

    Raises
    ------
    ValueError
        If the gaps are not as asked for, or the curve has no value at one of the points.
    """
    sizes = finite_array(hs, "hs")
    if len(sizes) < 4 or sizes[-1] <= 0 or (np.diff(sizes) >= 0).any():
        raise ValueError("hs must be at least four positive gaps, each smaller than the one before")
    right = quotient_series(f, x0, sizes)
    left = quotient_series(f, x0, -sizes)
    return OneSided(sizes, right, left, _verdict(sizes, right, left))


def epsilon_delta(f: Curve, x0: float, limit: float, eps: float, reach: float = 10.0) -> float:
    """Return a δ such that |q(h) − L| < ε whenever 0 < |h| < δ.

    q(h) is the difference quotient of the curve at x₀. The gap is widened from nearly nothing, on
    both sides at once, until the quotient first leaves the band; bisection finds where. For x²
    this is δ = ε.

    Parameters
    ----------
    f
        The curve.
    x0
        The point, x₀.
    limit
        L, the value that the quotient is claimed to approach.
    eps
        ε, half the height of the band.
    reach
        The largest δ looked for.

    Returns
    -------
    float
        The largest such δ up to ``reach``, to about twelve digits.

    Raises
    ------
    ValueError
        If ε ≤ 0, or even the smallest gap that float64 can judge is outside the band: L is then
        not the limit.
    """
    positive(eps, "ε")
    limit = finite(limit, "L")

    def outside(h: float) -> bool:
        sides = (difference_quotient(f, x0, h), difference_quotient(f, x0, -h))
        return any(abs(q - limit) >= eps for q in sides)

    reach = positive(reach, "the reach")
    widths: list[float] = np.geomspace(_SMALLEST_GAP, reach, _SCAN).tolist()
    if outside(widths[0]):
        raise ValueError(f"{limit:g} is not the limit: the nearest quotients miss it by {eps:g}")
    for inside, beyond in pairwise(widths):
        if outside(beyond):
            low, high = inside, beyond
            while high - low > 1e-13 * high:
                middle = (low + high) / 2
                low, high = (low, middle) if outside(middle) else (middle, high)
            return low
    return reach


def _verdict(sizes: FloatArray, right: FloatArray, left: FloatArray) -> Verdict:
    sides = (right, left)
    restless = [side for side in sides if not _settles(side)]
    if any(_rise_power(sizes, side) < STILL_RISE for side in restless):
        return "jump"
    if any(_grows(side) and _rise_power(sizes, side) < STEEPENS for side in restless):
        return "vertical"
    if restless:
        return "oscillating"
    # Each side may still be as far from its limit as its last step was long.
    doubt = sum(abs(float(side[-1] - side[-2])) for side in sides)
    scale = 1 + abs(float(right[-1])) + abs(float(left[-1]))
    agree = abs(float(right[-1] - left[-1])) <= doubt + ALREADY_SETTLED * scale
    return "limit" if agree else "corner"


def _rise_power(sizes: FloatArray, quotients: FloatArray) -> float:
    """Return p where the rise shrinks like |h| to the power p: 0 for a jump, 1 for a slope."""
    rises = np.abs(sizes * quotients)
    if (rises == 0).any():
        return np.inf
    return float(np.polyfit(np.log(sizes[-3:]), np.log(rises[-3:]), 1)[0])


def _grows(quotients: FloatArray) -> bool:
    return bool((np.diff(np.abs(quotients)) > 0).all())


def _settles(quotients: FloatArray) -> bool:
    """Tell whether the later steps between successive quotients are shorter than the earlier."""
    steps = np.abs(np.diff(quotients))
    half = len(steps) // 2
    settled = ALREADY_SETTLED * (1 + abs(float(quotients[-1])))
    return bool(steps[half:].max() <= max(0.5 * float(steps[:half].max()), settled))
