"""The index of a path that rests at each of its points."""

from __future__ import annotations

from collections.abc import Callable

from scenes import theme


def in_steps(count: int) -> Callable[[float], float]:
    """Return the index at each share of the time: ``count`` steps, each slow, fast and slow.

    Raises
    ------
    ValueError
        If there is no step.
    """
    if count < 1:
        raise ValueError("a path in steps has at least one")

    def index(share: float) -> float:
        whole = min(int(share * count), count - 1)
        return whole + float(theme.TRAVEL(share * count - whole))

    return index
