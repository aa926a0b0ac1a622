"""Timing: how a limit is paced on screen, and how long words must stay."""

from __future__ import annotations

import math

from mathcore.values import finite

SHORTEST_HOLD = 1.5
"""Seconds that even the shortest text stays."""

CHARACTERS_PER_SECOND = 12.0
"""How fast a viewer reads who also has a picture to look at."""


def log_time(h0: float, h1: float, t: float) -> float:
    """Return the gap at time ``t`` of a sweep in which each decade of h takes equally long.

    h(t) = h₀·(h₁ / h₀)ᵗ. A straight sweep from 2 to 0.001 would spend nearly all its time on large
    gaps, and too little on its end, which shows the limit.

    Parameters
    ----------
    h0, h1
        The first and the last gap: both positive or both negative.
    t
        Share of the sweep that has passed, from 0 to 1.

    Returns
    -------
    float
        The gap; exactly ``h0`` at 0 and ``h1`` at 1.

    Raises
    ------
    ValueError
        If a gap is 0, the signs differ, or ``t`` is outside [0, 1].
    """
    finite(h0, "h₀")
    finite(h1, "h₁")
    if h0 * h1 <= 0:
        raise ValueError(f"a sweep from {h0:g} to {h1:g} would pass h = 0; both need one sign")
    if not 0 <= t <= 1:
        raise ValueError(f"t is {t:g}; the sweep runs from 0 to 1")
    if t in (0, 1):
        return float(h1 if t else h0)
    return math.copysign(abs(h0) ** (1 - t) * abs(h1) ** t, h0)


def hold_for(text: str) -> float:
    """Return the seconds that a reader needs for ``text``: characters / 12, at least 1.5.

    Parameters
    ----------
    text
        What stands on screen.
    """
    return max(SHORTEST_HOLD, len(text) / CHARACTERS_PER_SECOND)
