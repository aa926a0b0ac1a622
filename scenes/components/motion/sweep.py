"""Motions that drive a rig by a number instead of bending its shapes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from manim import PI, Animation, ArcBetweenPoints, Mobject, Scene, VGroup, VMobject

from mathcore.timing import log_time
from scenes import theme


class Sweep(Animation):
    """Carry a rig through a range of values, one call of its setter per frame.

    Nothing is copied and nothing advances by the clock: the frame at a share of the run time
    depends on that share alone, at every frame rate.

    Parameters
    ----------
    setter
        Puts the rig into the state of one value.
    values
        The value at each share of the way, from 0 to 1: often in ``mathcore.timing.log_time``.
    *moved
        Everything that the setter moves; it must be on stage already.
    """

    def __init__(
        self,
        setter: Callable[[float], object],
        values: Callable[[float], float],
        *moved: VMobject,
        run_time: float = theme.DRAW,
        **kwargs: Any,
    ) -> None:
        self._setter, self._values = setter, values
        # As an "introducer" whose set-up does nothing, the group tells manim what moves without
        # becoming a mobject of the scene itself.
        super().__init__(VGroup(*moved), run_time=run_time, introducer=True, **kwargs)

    def _setup_scene(self, scene: Scene) -> None:
        """Add nothing: what moves is on stage."""

    def create_starting_mobject(self) -> Mobject:
        """Return an empty stand-in: nothing is interpolated, so nothing need be copied."""
        return Mobject()

    def interpolate_mobject(self, alpha: float) -> None:
        """Put the rig into the state of this share of the way."""
        self._setter(self._values(self.rate_func(alpha)))


def between(start: float, end: float) -> Callable[[float], float]:
    """Return the even way from one value to another."""
    return lambda share: start + (end - start) * share


def log_way(start: float, end: float) -> Callable[[float], float]:
    """Return the way from one value to another of its sign, every decade in equal time."""
    return lambda share: log_time(start, end, share)


def animated(mobject: VMobject, **kwargs: Any) -> Any:
    """Return manim's builder for a change of ``mobject`` with its own run time or rate.

    ``mobject.animate(run_time=…)`` is what manim documents, but its types allow no such call.
    """
    builder: Any = mobject.animate
    return builder(**kwargs)


def hop(mobject: VMobject, goal: VMobject) -> Sweep:
    """Let ``mobject`` leap to the place and size of ``goal``, over what stands between.

    A transform along an arc would bend a letter on its way; this one stays itself.
    """
    start, growth = mobject.copy(), goal.height / mobject.height
    path = ArcBetweenPoints(start.get_center(), goal.get_center(), angle=PI * theme.HOP)

    def put(share: float) -> None:
        grown = start.copy().scale(1 + (growth - 1) * share)
        mobject.become(grown.move_to(path.point_from_proportion(share)))

    return Sweep(put, between(0.0, 1.0), mobject, run_time=theme.MORPH)


class Followers(list[Callable[..., object]]):
    """Functions that are called when a rig changes.

    manim deep-copies mobjects to fade or transform them. Such a copy is a still picture: it has no
    followers, and what they hold on to, the whole scene perhaps, is not copied with it.
    """

    def __deepcopy__(self, _memo: dict[int, Any]) -> Followers:
        return Followers()
