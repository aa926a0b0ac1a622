"""Motions that drive a rig by a number instead of bending its shapes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from manim import Animation, Mobject

from scenes import theme


class Sweep(Animation):
    """Carry a rig through a range of values, one call of its setter per frame.

    Nothing is copied and nothing advances by the clock: the frame at a share of the run time
    depends on that share alone, at every frame rate.

    Parameters
    ----------
    mobject
        The rig that changes.
    setter
        Puts the rig into the state of one value.
    values
        The value at each share of the way, from 0 to 1: often ``mathcore.timing.log_time``.
    """

    def __init__(
        self,
        mobject: Mobject,
        setter: Callable[[float], object],
        values: Callable[[float], float],
        run_time: float = theme.DRAW,
        **kwargs: Any,
    ) -> None:
        self._setter, self._values = setter, values
        super().__init__(mobject, run_time=run_time, **kwargs)

    def create_starting_mobject(self) -> Mobject:
        """Nothing is interpolated, so nothing need be remembered (manim would deep-copy it)."""
        return self.mobject

    def interpolate_mobject(self, alpha: float) -> None:
        """Put the rig into the state of this share of the way."""
        self._setter(self._values(self.rate_func(alpha)))


def between(start: float, end: float) -> Callable[[float], float]:
    """Return the even way from one value to another."""
    return lambda share: start + (end - start) * share
