"""The way left along a valley floor as a road: a tenth of it is left after each stretch."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Line, Rectangle, VGroup, VMobject
from manim.typing import Point3D, Vector3D

from scenes import theme
from scenes.components.graph.curve import SolidDot
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.decimals import places
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.derivatives.c09b_regression_the_surprise.props.way_left import ALONG
from scenes.layout import Region

_BALL = 0.24
_GAP = 0.06
"""The gap before each stretch, in frame units."""
_DEEP = 0.85
"""How far the posts at both ends of a level road reach below it, in frame units."""
_PART = 0.04
"""How far a stretch is told before its end, as a share of all steps: the ball is all but there."""


class TenfoldRoad(VGroup):
    """A road along which every step is as long as any other, and a ball that walks it.

    Each stretch but the last ends where a tenth of what was off at its beginning is left. What is
    off at first stands below the road; once the ball has walked a stretch, the sign of a tenth
    stands below it and above it how many steps it took. An upright road is walked from below, with
    the tenths on its left and the steps on its right.

    Parameters
    ----------
    region
        The road itself; its numbers stand above and below.
    stops
        The steps at which the stretches begin and end, from 0.
    first
        What is off at the beginning.
    name
        Typst mathematics for what is off.
    enough
        Typst mathematics for what is asked for at the end of the road; empty for none.
    upright
        Whether it leads up instead of to the right.

    Attributes
    ----------
    slabs, ball, off
        The stretches, the ball, and what is off at first, with its name.
    costs, tenths
        The steps of each stretch, and the sign of each tenth.
    goal
        What is asked for at the end: below the last post, or above an upright road.
    """

    def __init__(
        self,
        region: Region,
        stops: Sequence[float],
        first: float,
        name: str,
        enough: str = "",
        *,
        upright: bool = False,
    ) -> None:
        self.region, self.stops, self.upright = region, tuple(stops), upright
        self.way, self.aside = (UP, LEFT) if upright else (RIGHT, DOWN)
        self.half = (region.width if upright else region.height) / 2
        # A stretch is an empty frame until it is walked.
        self.slabs = VGroup(*(_slab(theme.BG, 0.0) for _ in self.stops[1:]))
        for slab, (start, end) in zip(self.slabs, pairwise(self.stops), strict=True):
            self._lay(slab, self.at(start), self.at(end))
            slab.set_stroke(theme.MUTED, theme.HAIRLINE_STROKE)
        self.walked = VGroup(*(_slab(ALONG, theme.BAR_FILL) for _ in self.slabs))
        for last in (self.slabs[-1].set_stroke, self.walked[-1].set_fill):
            last(theme.EXACT)
        self.posts = VGroup(*(self._post(stop) for stop in self.stops))
        self.off = Formula(
            f"{name} = {spell(first, places(first))}", size=theme.TABLE_SIZE, color=ALONG
        )
        self._put_off()
        self.costs = VGroup(*(self._cost(*ends) for ends in pairwise(self.stops)))
        if not upright:
            for cost in self.costs:
                cost.stand_on(self.costs[0].baseline)
        *tenfold, _ = pairwise(self.stops)
        self.tenths = VGroup(*(self._tenth(*ends) for ends in tenfold))
        self.goal = VGroup(*(Formula(told, size=theme.TABLE_SIZE) for told in [enough] if told))
        self._put_goal()
        self.ball = SolidDot(self.at(0.0), theme.INK, _BALL)
        self.ball.set_stroke(theme.BG, theme.HALO / 2, background=True)
        super().__init__(
            self.slabs,
            self.walked,
            self.posts,
            self.off,
            self.goal,
            self.costs,
            self.tenths,
            self.ball,
        )
        self.put(0.0)

    def at(self, step: float) -> Point3D:
        """Return the frame point of the road's middle line after so many steps."""
        share = step / self.stops[-1]
        return self.region.at(0.5, share) if self.upright else self.region.at(share, 0.5)

    def put(self, step: float) -> Self:
        """Let so many steps be walked."""
        here = self.at(step)
        self.ball.move_to(here)
        ends = pairwise(self.stops)
        for slab, part, (start, end) in zip(self.slabs, self.walked, ends, strict=True):
            slab.set_stroke(opacity=float(step < end))
            self._lay(part, self.at(start), self.at(min(max(step, start), end)))
            part.set_fill(opacity=theme.BAR_FILL if step > start else 0.0)
        near = _PART * self.stops[-1]
        told = [float(np.clip((step - end) / near + 1, 0.0, 1.0)) for end in self.stops[1:]]
        for cost, seen in zip(self.costs, told, strict=True):
            cost.set_opacity(seen)
        for tenth, seen in zip(self.tenths, told, strict=False):
            tenth.set_opacity(seen)
        return self

    def run(self, setter: Any, start: float, end: float, *moved: Any, **settings: Any) -> Sweep:
        """Return the motion in which ``setter`` is called with every step of a stretch."""
        return Sweep(setter, between(start, end), self, *moved, **settings)

    def _post(self, step: float) -> Line:
        """Return a stroke beside the road at an end of a stretch."""
        foot = self.at(step) + self.half * self.aside
        return Line(
            foot,
            foot + 2 * theme.TICK * self.aside,
            stroke_color=theme.INK,
            stroke_width=theme.AXIS_STROKE,
        )

    def _put_goal(self) -> None:
        """Set what is asked for below the last post; above an upright road there is more room."""
        for goal in self.goal:
            goal.set_color(theme.EXACT)
            self.posts[-1].set_color(theme.EXACT)
            if self.upright:
                goal.next_to(self.at(self.stops[-1]), UP, buff=theme.CARD_GAP)
            else:
                self._stand_below(goal, self.posts[-1], RIGHT)

    def _put_off(self) -> None:
        """Set what is off at first below the first post, or below the foot of an upright road."""
        if self.upright:
            self.off.next_to(self.at(0.0), DOWN, buff=theme.CARD_GAP)
        else:
            self._stand_below(self.off, self.posts[0], LEFT)

    @staticmethod
    def _stand_below(told: VMobject, post: VMobject, edge: Vector3D) -> None:
        """Let a post reach down past the tenths to what stands at its foot."""
        top = post.get_start()
        post.put_start_and_end_on(top, top + _DEEP * DOWN)
        told.next_to(post, DOWN, buff=theme.LABEL_GAP).align_to(post, edge)

    def _cost(self, start: float, end: float) -> Formula:
        """Say how many steps a stretch takes; a short one has no room for the unit."""
        middle = self.at((start + end) / 2) - self.half * self.aside
        steps = spell(round(end) - round(start), 0)
        room = float(self.at(end)[0] - self.at(start)[0])
        told = Formula(f'{steps} thick upright("steps")', size=theme.TABLE_SIZE)
        if told.width > room and not self.upright:
            told = Formula(steps, size=theme.TABLE_SIZE)
        return told.next_to(middle, -self.aside, buff=theme.GUTTER)

    def _tenth(self, start: float, end: float) -> Formula:
        middle = self.at((start + end) / 2) + self.half * self.aside
        sign = Formula("div 10", size=theme.TABLE_SIZE)
        return sign.next_to(middle, self.aside, buff=theme.GUTTER)

    def _lay(self, slab: VMobject, start: Point3D, end: Point3D) -> None:
        """Let a slab reach from one place to another."""
        # A gap parts it from the one before.
        start = start + _GAP * self.way
        length, across = max(float((end - start) @ self.way), theme.VANISH), 2 * self.half
        width, height = (across, length) if self.upright else (length, across)
        slab.stretch_to_fit_width(width).stretch_to_fit_height(height)
        slab.move_to(start, aligned_edge=-self.way)


def _slab(color: str, density: float) -> Rectangle:
    return Rectangle(stroke_width=0.0, fill_color=color, fill_opacity=density)
