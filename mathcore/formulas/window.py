"""Windows: which part of a graph to show, and where its scale has ticks."""

from __future__ import annotations

import math

from mathcore.formulas.curves import Piece, sample
from mathcore.formulas.functions import Function
from mathcore.values import finite, positive

_ROUND = (1.0, 2.0, 5.0, 10.0)

Span = tuple[float, float, float]
"""First, last, and the step between ticks."""


def round_step(length: float, ticks: int = 5) -> float:
    """Return the step 1, 2 or 5 times a power of ten that puts about ``ticks`` ticks on a scale.

    Parameters
    ----------
    length
        Length of the scale, positive.
    ticks
        How many steps are wanted; there will be between half and twice as many.
    """
    rough = positive(length, "the length") / ticks
    power = 10.0 ** math.floor(math.log10(rough))
    return min((digit * power for digit in _ROUND), key=lambda step: abs(math.log(step / rough)))


def span(low: float, high: float, ticks: int = 5) -> Span:
    """Return a scale from ``low`` to ``high`` with round steps."""
    return low, high, round_step(high - low, ticks)


def piece_about(f: Function, x0: float, reach: float) -> Piece:
    """Return the unbroken stretch of f through x₀, at most ``reach`` to either side.

    Raises
    ------
    ValueError
        If f has no value at or beside x₀.
    """
    at, reach = finite(x0, "x₀"), positive(reach, "the reach")
    # x₀ on a grid point: at the edge of a domain the stretch begins exactly there.
    samples = sample(f, at - reach, at + reach, 401)
    slack = reach / 200
    for piece in samples.pieces:
        if piece.xs[0] - slack <= at <= piece.xs[-1] + slack:
            return piece
    raise ValueError(f"there is no unbroken curve about {at:g}")


def fit_heights(piece: Piece, left: float, right: float, *others: float) -> tuple[float, float]:
    """Return the lowest and highest value of a window, with a margin.

    Parameters
    ----------
    piece
        The curve.
    left, right
        Between these inputs the whole curve is to be seen.
    *others
        Heights that are to be seen too.
    """
    within = (piece.xs >= left) & (piece.xs <= right)
    if not within.any():
        raise ValueError(f"no curve is to be seen between {left:g} and {right:g}")
    low = min([float(piece.ys[within].min()), *others])
    high = max([float(piece.ys[within].max()), *others])
    size = max(high - low, _FLAT * max(1.0, abs(low), abs(high)))
    return low - _MARGIN * size, high + _MARGIN * size


_MARGIN = 0.12
_FLAT = 0.5
"""A curve that hardly rises is shown in a window at least this high, next to its own height."""
