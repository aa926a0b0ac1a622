"""The way left along a valley floor as a road: a tenth of it is left after each stretch."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Line, Rectangle, VGroup, VMobject
from manim.typing import Point3D

from scenes import theme
from scenes.components.graph.curve import SolidDot
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral, spell
from scenes.derivatives.c09b_regression_the_surprise.props.way_left import ALONG
from scenes.layout import Region

_BALL = 0.24
_GAP = 0.06
"""The gap before each stretch, in frame units."""
_PART = 0.04
"""How far a stretch is told before its end, as a share of all steps: the ball is all but there."""


class TenfoldRoad(VGroup):
    """A level road along which every step is as long as any other, and a ball that walks it.

    Each stretch but the last ends where a tenth of what was off at its beginning is left. What is
    off stands below its ends; above a stretch, once the ball has walked it, how many steps it took.

    Parameters
    ----------
    region
        The road itself; its numbers stand above and below.
    stops
        The steps at which the stretches begin and end, from 0.
    left
        What is off at the beginning of each stretch.
    name
        Typst mathematics for what is off.
    decimals
        Digits after its point.
    enough
        Typst mathematics for what is asked for at the end of the road; empty for none.

    Attributes
    ----------
    slabs, ball, letter
        The stretches, the ball, and the name of what is off.
    costs, tenths, offs
        The steps of each stretch, the sign of each tenth, and what is off at each stop.
    goal
        What is asked for at the end, below the longest post.
    """

    def __init__(
        self,
        region: Region,
        stops: Sequence[float],
        left: Sequence[float],
        name: str,
        decimals: int,
        enough: str = "",
    ) -> None:
        self.region, self.stops = region, tuple(stops)
        # A stretch is an empty frame until it is walked.
        self.slabs = VGroup(*(_slab(theme.BG, 0.0) for _ in self.stops[1:]))
        for slab, (start, end) in zip(self.slabs, pairwise(self.stops), strict=True):
            _lay(slab, self.at(start), self.at(end), region.height)
            slab.set_stroke(theme.MUTED, theme.HAIRLINE_STROKE)
        self.walked = VGroup(*(_slab(ALONG, theme.BAR_FILL) for _ in self.slabs))
        for last in (self.slabs[-1].set_stroke, self.walked[-1].set_fill):
            last(theme.EXACT)
        self.posts = VGroup(*(self._post(stop) for stop in self.stops))
        self.offs = VGroup(
            *(self._off(stop, value, decimals) for stop, value in zip(stops, left, strict=False))
        )
        self.letter = Formula(name, size=theme.TABLE_SIZE, color=ALONG)
        self.letter.next_to(self.offs[0], LEFT, buff=theme.GUTTER)
        self.costs = VGroup(*(self._cost(*ends) for ends in pairwise(self.stops)))
        for cost in self.costs:
            cost.stand_on(self.costs[0].baseline)
        self.tenths = VGroup(
            *(self._tenth(*ends) for ends in pairwise(self.offs) if len(self.offs) > 1)
        )
        self.goal = VGroup(*(Formula(told, size=theme.TABLE_SIZE) for told in [enough] if told))
        self._put_goal()
        self.ball = SolidDot(region.at(0.0, 0.5), theme.INK, _BALL)
        self.ball.set_stroke(theme.BG, theme.HALO / 2, background=True)
        super().__init__(
            self.slabs,
            self.walked,
            self.posts,
            self.offs,
            self.letter,
            self.goal,
            self.costs,
            self.tenths,
            self.ball,
        )
        self.put(0.0)

    def at(self, step: float) -> Point3D:
        """Return the frame point of the road's middle line after so many steps."""
        return self.region.at(step / self.stops[-1], 0.5)

    def put(self, step: float) -> Self:
        """Let so many steps be walked."""
        here = self.at(step)
        self.ball.move_to(here)
        ends = pairwise(self.stops)
        for slab, part, (start, end) in zip(self.slabs, self.walked, ends, strict=True):
            slab.set_stroke(opacity=float(step < end))
            _lay(part, self.at(start), self.at(min(max(step, start), end)), self.region.height)
            part.set_fill(opacity=theme.BAR_FILL if step > start else 0.0)
        near = _PART * self.stops[-1]
        told = [float(np.clip((step - end) / near + 1, 0.0, 1.0)) for end in self.stops[1:]]
        for cost, seen in zip(self.costs, told, strict=True):
            cost.set_opacity(seen)
        for tenth, off, seen in zip(self.tenths, self.offs[1:], told, strict=False):
            tenth.set_opacity(seen)
            off.set_opacity(seen)
        return self

    def run(self, setter: Any, start: float, end: float, *moved: Any, **settings: Any) -> Sweep:
        """Return the motion in which ``setter`` is called with every step of a stretch."""
        return Sweep(setter, between(start, end), self, *moved, **settings)

    def _post(self, step: float) -> Line:
        """Return a stroke below the road at an end of a stretch."""
        foot = self.at(step) + self.region.height / 2 * DOWN
        return Line(
            foot,
            foot + 2 * theme.TICK * DOWN,
            stroke_color=theme.INK,
            stroke_width=theme.AXIS_STROKE,
        )

    def _put_goal(self) -> None:
        """Set what is asked for below all that is off, and let the last post reach it."""
        for goal in self.goal:
            goal.set_color(theme.EXACT)
            end = self.posts[-1].get_start()
            goal.next_to(self.offs, DOWN, buff=theme.GUTTER).align_to(end, RIGHT)
            foot = end[0] * RIGHT + (float(goal.get_top()[1]) + theme.TICK) * UP
            self.posts[-1].put_start_and_end_on(end, foot).set_color(theme.EXACT)

    def _off(self, step: float, value: float, decimals: int) -> Numeral:
        number = Numeral(value, decimals, size=theme.DIGIT_SIZE, color=ALONG)
        below = self.at(step) + (self.region.height / 2 + 2 * theme.TICK) * DOWN
        return number.next_to(below, DOWN, buff=theme.TICK)

    def _cost(self, start: float, end: float) -> Formula:
        """Say how many steps a stretch takes; a short one has no room for the unit."""
        middle = self.at((start + end) / 2) + self.region.height / 2 * UP
        steps = spell(round(end) - round(start), 0)
        room = float(self.at(end)[0] - self.at(start)[0])
        told = Formula(f'{steps} thick upright("steps")', size=theme.TABLE_SIZE)
        if told.width > room:
            told = Formula(steps, size=theme.TABLE_SIZE)
        return told.next_to(middle, UP, buff=theme.GUTTER)

    def _tenth(self, before: VMobject, after: VMobject) -> Formula:
        sign = Formula("div 10", size=theme.DIGIT_SIZE)
        middle = (before.get_right() + after.get_left()) / 2
        return sign.move_to(middle[0] * RIGHT + before.get_y() * UP)


def _slab(color: str, density: float) -> Rectangle:
    return Rectangle(stroke_width=0.0, fill_color=color, fill_opacity=density)


def _lay(slab: VMobject, start: Point3D, end: Point3D, height: float) -> None:
    """Let a slab reach from one place to another."""
    # A gap parts it from the one before.
    start = start + _GAP * RIGHT
    width = max(float(end[0] - start[0]), theme.VANISH)
    slab.stretch_to_fit_width(width).stretch_to_fit_height(height)
    slab.move_to(start, aligned_edge=LEFT)
