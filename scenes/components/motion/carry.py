"""Whole copies that fly from a picture into a formula, and what is new that shines on top."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from manim import PI, Animation, ArcBetweenPoints, FadeIn, VMobject

from scenes import theme

ARC = PI / 3
"""The angle of the arc on which a copy flies."""
ARRIVAL = 0.8
"""The share of the time after which the copy has arrived, and gives way to what it arrives as."""
SLIMMEST = 0.1
"""The least width and height of a box in frame units: a straight line has no height of its own."""


class Flight(Animation):
    """Fly a copy of ``source`` on an arc to the place and height of ``goal``, where it fades.

    The copy keeps its shape on the way: letters that bend into other letters cannot be read.
    It appears as it leaves the place of ``source``: two copies of one text that lie half over
    each other cannot be read either.

    Parameters
    ----------
    source
        What is copied; it stays where it is.
    goal
        Where the copy arrives.
    angle
        The angle of the arc; 0 is a straight line.
    """

    def __init__(
        self, source: VMobject, goal: VMobject, *, angle: float = ARC, **kwargs: Any
    ) -> None:
        self._source = source.copy()
        self._growth = goal.height / source.height if source.height and goal.height else 1.0
        self._path = ArcBetweenPoints(source.get_center(), goal.get_center(), angle=angle)
        super().__init__(
            source.copy(),
            introducer=True,
            remover=True,
            **{"run_time": theme.MORPH, "rate_func": theme.TRAVEL, **kwargs},
        )

    def interpolate_mobject(self, alpha: float) -> None:
        """Put the copy at this share of the way."""
        share = self.rate_func(min(1.0, alpha / ARRIVAL))
        copy = self._source.copy().scale(1 + (self._growth - 1) * share)
        copy.move_to(self._path.point_from_proportion(share))
        seen = clearance(self._source, copy) * min(1.0, (1 - alpha) / (1 - ARRIVAL))
        flying: Any = self.mobject
        flying.become(copy.fade(1 - seen))


def clearance(source: VMobject, copy: VMobject) -> float:
    """Return how far the box of ``copy`` has left the box of ``source``, from 0 to 1.

    It is 0 while more than half of the smaller width and of the smaller height overlap, and 1
    when the boxes are apart.
    """
    overlap = 1.0
    for axis in (0, 1):
        lengths = [max(one.length_over_dim(axis), SLIMMEST) for one in (source, copy)]
        distance = abs(source.get_coord(axis) - copy.get_coord(axis))
        both = min(*lengths, sum(lengths) / 2 - distance)
        overlap *= max(0.0, both / min(lengths))
    return max(0.0, 1 - 2 * overlap)


def carry(
    source: VMobject, goal: VMobject, *, angle: float = ARC, **kwargs: Any
) -> tuple[Animation, Animation]:
    """Return what lets a copy of ``source`` fly to ``goal``, which appears as the copy arrives.

    Parameters
    ----------
    source
        A mobject that stands on stage, for instance a length of a picture.
    goal
        What it becomes, for instance a number of a formula; not on stage yet.
    angle
        The angle of the arc.
    """
    settings = {"run_time": theme.MORPH, **kwargs}
    arrive = FadeIn(goal, rate_func=late(ARRIVAL), **settings)
    return Flight(source, goal, angle=angle, **settings), arrive


def late(begin: float) -> Callable[[float], float]:
    """Return a rate that rests until the share ``begin`` of the time, then rises evenly to 1."""

    def rate(share: float) -> float:
        return max(0.0, (share - begin) / (1 - begin))

    return rate
