"""A horizontal number line with a marker, which can be magnified."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self, cast

import numpy as np
from manim import DOWN, UP, Line, VGroup, VMobject
from manim.typing import Point3D

from scenes import theme
from scenes.components.graph.curve import SolidDot
from scenes.components.marks.ray import Ray
from scenes.components.text.numeral import Numeral


@dataclass(frozen=True, slots=True)
class Scale:
    """The description of one number line.

    Attributes
    ----------
    name
        Typst mathematics for the quantity.
    span
        First and last value.
    step
        The step between numbered ticks.
    color
        The role of its marker and of its nudge.
    decimals
        Decimals of the numbers at its ticks, of its marker's value and of its nudge.
    """

    name: str
    span: tuple[float, float]
    step: float
    color: str
    decimals: tuple[int, int, int]


class NumberLine(VGroup):
    """A line with ticks and a marker, that can be magnified about any of its values.

    Parameters
    ----------
    scale
        The scale that is drawn.
    start
        Frame point of its first value.
    length
        Length of the line, in frame units.
    """

    def __init__(self, scale: Scale, start: Point3D, length: float) -> None:
        self.scale_of, self.length = scale, length
        self.factor, self.about = 1.0, scale.span[0]
        start = np.asarray(start, float)
        self.axis = Line(
            start,
            start + np.array([length, 0.0, 0.0]),
            stroke_color=theme.MUTED,
            stroke_width=theme.AXIS_STROKE,
        )
        self.ticks = VMobject(stroke_color=theme.MUTED, stroke_width=theme.AXIS_STROKE)
        self.numbers = VGroup(
            *(
                Numeral(
                    value, scale.decimals[0], scale=True, size=theme.TICK_SIZE, color=theme.MUTED
                )
                for value in self._multiples(scale.step)
            )
        )
        self.marker = SolidDot(start, color=scale.color, radius=theme.HOLE_RADIUS)
        super().__init__(self.axis, self.ticks, self.numbers, self.marker)
        self.magnify(1.0, scale.span[0])

    @property
    def unit(self) -> float:
        """Frame units per unit of the scale, as magnified now."""
        low, high = self.scale_of.span
        return self.factor * self.length / (high - low)

    def map(self, value: float) -> Point3D:
        """Return the frame point of a value."""
        low, high = self.scale_of.span
        kept = (self.about - low) / (high - low) * self.length
        point: Point3D = np.array(self.axis.get_start()) + np.array(
            [kept + (value - self.about) * self.unit, 0.0, 0.0]
        )
        return point

    def put(self, value: float) -> Self:
        """Move the marker."""
        self.marker.move_to(self.map(value))
        return self

    def magnify(self, factor: float, about: float) -> Self:
        """Show the surroundings of a value larger; that value stays where it is.

        The numbers fade, for they would stand far outside; finer and finer ticks come in.
        """
        self.factor, self.about = factor, about
        self.ticks.clear_points()
        span, step, height = self.scale_of.span, self.scale_of.step, theme.TICK
        first = step * self.length / (span[1] - span[0])
        while height > theme.TICK * theme.FINEST_TICK:
            height = theme.TICK * min(1.0, step * self.unit / first)
            up = height * UP
            for value in self._multiples(step):
                at = self.map(value)
                self.ticks.start_new_path(at - up)
                self.ticks.add_line_to(at + up)
            step /= 10
        for number in self.numbers:
            at = self.map(cast(Numeral, number).value)
            number.next_to(at, DOWN, buff=2 * theme.TICK)
            number.set_opacity(self._share_seen)
        return self

    @property
    def _share_seen(self) -> float:
        """The opacity of its numbers at this magnification."""
        return max(0.0, 1.0 - (self.factor - 1.0) / theme.FADED_BY)

    def make_way(self, *passing: VMobject) -> Self:
        """Let a number fade while something passes it, so that nothing strikes it through."""
        for number in self.numbers:
            height = float(number.get_center()[1])
            air = min(_gap(number, _extent_at(mobject, height)) for mobject in passing)
            number.set_opacity(self._share_seen * float(np.clip(air / theme.TICK, 0.0, 1.0)))
        return self

    def _multiples(self, step: float) -> list[float]:
        """Return the multiples of a step that lie on the line now."""
        low, high = self.scale_of.span
        start, end = float(self.axis.get_start()[0]), float(self.axis.get_end()[0])
        at = float(self.map(self.about)[0])
        first = max(low, self.about + (start - at) / self.unit)
        last = min(high, self.about + (end - at) / self.unit)
        slack = 1e-9 * step
        low_index = int(np.ceil((first - slack) / step))
        high_index = int(np.floor((last + slack) / step))
        return [index * step for index in range(low_index, high_index + 1)]


def _extent_at(mobject: VMobject, height: float) -> tuple[float, float]:
    """Return how far an arrow or a label reaches to the left and to the right at a height."""
    if isinstance(mobject, Ray):
        start, end = mobject.ends
        place = float(np.interp(height, (end[1], start[1]), (end[0], start[0])))
        return place, place
    return float(mobject.get_left()[0]), float(mobject.get_right()[0])


def _gap(number: VMobject, extent: tuple[float, float]) -> float:
    left, right = extent
    return max(left - float(number.get_right()[0]), float(number.get_left()[0]) - right)
