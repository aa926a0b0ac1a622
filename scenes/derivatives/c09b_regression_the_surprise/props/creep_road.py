"""The way left along the floor of a valley, as a bar that melts and is magnified tenfold."""

from __future__ import annotations

from typing import Any, Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Line, Rectangle, VGroup
from manim.typing import Point3D

from mathcore.formulas.window import round_step
from scenes import theme
from scenes.components.graph.curve import SolidDot
from scenes.components.motion.sweep import Sweep, between, log_way
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral
from scenes.components.text.readout import Readout
from scenes.components.text.table import shortest
from scenes.derivatives.c09b_regression_the_surprise.props.way_left import ALONG
from scenes.layout import Region

_MARGIN = 1.08
"""How much longer than the whole way the road is at first."""
_TICKS = 2
"""About how many numbers stand along the road, besides zero."""
_MOST_DECIMALS = 9
_BALL = 0.24
_FINE = 0.45
"""How far from a power of ten, in powers of ten, the numbers of that power are gone."""


class CreepRoad(VGroup):
    """A level road to a goal at its right end; a ball stands where the rest of the way begins.

    Magnified, the road grows about its goal. It has numbers at first, and at the greatest
    magnification.

    Parameters
    ----------
    region
        The road itself; its numbers stand below.
    whole
        How long the way is at first.
    enough
        With so much left, the ball has come far enough; that part of the road is coloured.
    depth
        The greatest magnification is 10 to this power.
    name
        Typst mathematics for what is left.

    Attributes
    ----------
    bar, ball, goal
        The rest of the way, where it begins, and where it ends.
    letter, badge
        The name, and the magnification; this one is not on the road until it is added.
    """

    def __init__(self, region: Region, whole: float, enough: float, depth: int, name: str) -> None:
        self.region, self.whole, self.enough = region, whole, enough
        self.left, self.factor = whole, 1.0
        self.unit = region.width / (_MARGIN * whole)
        self.track = _slab(theme.MUTED, theme.VEIL)
        self._lay(self.track, region.left)
        self.zone = _slab(theme.EXACT, theme.BAR_FILL)
        self.bar = _slab(ALONG, theme.BAR_FILL)
        self.goal = SolidDot(region.at(1.0, 0.5), theme.EXACT, _BALL)
        self.ball = SolidDot(region.at(0.0, 0.5), theme.INK, _BALL)
        for dot in (self.goal, self.ball):
            dot.set_stroke(theme.BG, theme.HALO / 2, background=True)
        self.zero = self._tick(0.0, 0)
        step = round_step(whole, _TICKS)
        counts = range(1, int(_MARGIN * whole / step) + 1)
        # In between, the numbers would pass too fast to be read.
        self.scales = {
            level: [
                (value, self._tick(value, shortest(step / 10**level, _MOST_DECIMALS)))
                for value in (step * count / 10**level for count in counts)
            ]
            for level in {0, depth}
        }
        self.letter = Formula(name, size=theme.TABLE_SIZE, color=ALONG)
        self.letter.next_to(region.at(0.0, 0.0), DOWN, buff=theme.LABEL_GAP).align_to(
            region.center * UP + region.left * RIGHT, LEFT
        )
        self.badge = Readout(
            'upright("road") times',
            1.0,
            decimals=0,
            digits=depth + 1,
            flush=True,
            size=theme.KEY_SIZE,
        )
        self.badge.next_to(region.at(0.0, 1.0), UP, buff=theme.GUTTER).align_to(self.letter, LEFT)
        numbers = VGroup(self.zero, *(tick for scale in self.scales.values() for _, tick in scale))
        super().__init__(
            self.track, self.bar, self.zone, numbers, self.letter, self.goal, self.ball
        )
        self.magnify(1.0)

    def at(self, left: float) -> Point3D:
        """Return the frame point of the road's middle line with so much left."""
        x = self.region.right - left * self.factor * self.unit
        return np.array([x, self.region.center[1], 0.0])

    def put(self, left: float) -> Self:
        """Let so much be left."""
        self.left = left
        self.ball.move_to(self.at(left))
        self._lay(self.bar, float(self.at(left)[0]))
        return self

    def magnify(self, factor: float) -> Self:
        """Magnify the first road by another factor."""
        self.factor = factor
        self.badge.set_value(factor)
        power = float(np.log10(factor))
        for level, scale in self.scales.items():
            seen = float(np.clip(2 * (1 - abs(power - level) / _FINE), 0.0, 1.0))
            for value, tick in scale:
                x = float(self.at(value)[0])
                tick.shift((x - tick[0].get_x()) * RIGHT)
                inside = x >= self.region.left
                tick[0].set_stroke(opacity=seen if inside else 0.0)
                tick[1].set_opacity(seen if inside else 0.0)
        self._lay(self.zone, max(self.region.left, float(self.at(self.enough)[0])))
        return self.put(self.left)

    def push(self, power: int, **settings: Any) -> Sweep:
        """Return the motion to a magnification by 10 to some power."""
        way = log_way(self.factor, 10.0**power)
        return Sweep(self.magnify, way, self, self.badge, **{"rate_func": theme.TRAVEL, **settings})

    def run(self, setter: Any, start: float, end: float, *moved: Any, **settings: Any) -> Sweep:
        """Return the motion in which ``setter`` is called with every epoch of a stretch."""
        return Sweep(setter, between(start, end), self, *moved, **settings)

    def _tick(self, value: float, decimals: int) -> VGroup:
        """Return a stroke across the lower edge of the road, with its number."""
        foot = self.at(value)[0] * RIGHT + self.region.bottom * UP
        stroke = Line(
            foot,
            foot + 2 * theme.TICK * DOWN,
            stroke_color=theme.MUTED,
            stroke_width=theme.AXIS_STROKE,
        )
        number = Numeral(value, decimals, scale=True, size=theme.DIGIT_SIZE, color=theme.MUTED)
        number.next_to(stroke, DOWN, buff=theme.TICK)
        return VGroup(stroke, number)

    def _lay(self, slab: Rectangle, left: float) -> None:
        """Let a slab reach from a place to the goal."""
        width = max(self.region.right - left, theme.VANISH)
        slab.stretch_to_fit_width(width).stretch_to_fit_height(self.region.height)
        slab.move_to(self.region.at(1.0, 0.5), aligned_edge=RIGHT)


def _slab(color: str, density: float) -> Rectangle:
    return Rectangle(stroke_width=0.0, fill_color=color, fill_opacity=density)
