"""A number line on which one value, its home, stands at a place of the frame that never moves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self, cast

import numpy as np
from manim import DOWN, RIGHT, UP, Line, VGroup, VMobject
from manim.typing import Point3D

from scenes import theme
from scenes.components.graph.curve import SolidDot
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral

NAME_ROOM = 0.75
"""What the name of a line takes at its left end, in frame units."""
NUMBER_DROP = 0.2
"""Between a line and the top of its numbers, in frame units."""
HOME_GAP = 0.14
"""Between the number of the home and its tick, in frame units: the number stands to the left."""
FINE_PER_STEP = 5
"""Fine ticks between two numbers."""
FINE_SHARE = 0.55
"""The length of a fine tick, as a share of a numbered one."""
SHARP = 0.45
"""How many decades of magnification a set of numbers is away from its own when it is gone."""


@dataclass(frozen=True, slots=True)
class TrackSpec:
    """The description of one number line.

    Attributes
    ----------
    name
        Typst mathematics for the quantity.
    home
        The value that stands at the home of the line.
    color
        The role of its marker and of its nudge.
    """

    name: str
    home: float
    color: str


class Track(VGroup):
    """A line with ticks, numbers and a marker; magnified about its home it gets finer numbers.

    Parameters
    ----------
    spec
        What it is the scale of.
    home
        Frame point at which the value ``spec.home`` stands.
    ends
        Where the line begins and ends across the frame, in frame units; its name stands before it.
    unit
        Frame units per unit of the scale, before it is magnified.
    step
        The step between numbers, before it is magnified.
    decades
        How many powers of ten it can be magnified by.
    """

    def __init__(
        self,
        spec: TrackSpec,
        home: Point3D,
        ends: tuple[float, float],
        unit: float,
        step: float,
        decades: int,
    ) -> None:
        self.spec, self.home, self.ends = spec, np.asarray(home, float), ends
        self.first_unit, self.step, self.factor = unit, step, 1.0
        height = float(self.home[1])
        self.axis = Line(
            (ends[0] + NAME_ROOM, height, 0.0),
            (ends[1], height, 0.0),
            stroke_color=theme.MUTED,
            stroke_width=theme.AXIS_STROKE,
        )
        self.ticks = VMobject(stroke_color=theme.MUTED, stroke_width=theme.AXIS_STROKE)
        self.name_tag = Formula(spec.name, size=theme.KEY_SIZE, color=spec.color)
        self.name_tag.move_to((ends[0] + self.name_tag.width / 2, height, 0.0))
        self.numbers = [self._numbers(decade) for decade in range(decades + 1)]
        self.marker = SolidDot(self.home, color=spec.color, radius=theme.MARBLE_RADIUS)
        super().__init__(self.axis, self.ticks, *self.numbers, self.name_tag, self.marker)
        self.magnify(1.0)

    @property
    def scale_parts(self) -> VGroup:
        """The line itself with name, ticks and the numbers seen first, without its marker."""
        return VGroup(self.axis, self.ticks, self.numbers[0], self.name_tag)

    @property
    def unit(self) -> float:
        """Frame units per unit of the scale, as magnified now."""
        return self.first_unit * self.factor

    def map(self, value: float) -> Point3D:
        """Return the frame point of a value."""
        point: Point3D = self.home + np.array([(value - self.spec.home) * self.unit, 0.0, 0.0])
        return point

    def put(self, value: float) -> Self:
        """Move the marker."""
        self.marker.move_to(self.map(value))
        return self

    def magnify(self, factor: float) -> Self:
        """Show the surroundings of the home larger; numbers of one decade give way to the next."""
        self.factor = factor
        decade = np.log10(factor)
        for place, numbers in enumerate(self.numbers):
            seen = float(np.clip(1.0 - abs(decade - place) / SHARP, 0.0, 1.0))
            for number in numbers:
                at = self.map(cast(Numeral, number).value)
                inside = self.axis.get_left()[0] <= at[0] <= self.axis.get_right()[0]
                number.next_to(at, DOWN, buff=NUMBER_DROP)
                if cast(Numeral, number).value == self.spec.home:
                    # What falls from the home shall not run through its number.
                    number.shift((at[0] - HOME_GAP - number.get_right()[0]) * RIGHT)
                number.set_opacity(seen if inside else 0.0)
        self._draw_ticks(self.step / 10 ** int(decade + 1e-9))
        return self

    def _numbers(self, decade: int) -> VGroup:
        step = self.step / 10**decade
        count = int((self.ends[1] - self.home[0]) / (step * self.first_unit * 10**decade))
        return VGroup(
            *(
                Numeral(
                    self.spec.home + place * step,
                    decade + 1,
                    scale=True,
                    size=theme.TICK_SIZE,
                    color=theme.MUTED,
                )
                for place in range(count + 1)
            )
        )

    def _draw_ticks(self, step: float) -> None:
        """Draw numbered ticks at full length; finer ones grow as the line is magnified."""
        self.ticks.clear_points()
        growth = step * self.unit / (self.step * self.first_unit)  # 1 to 10
        for pitch, share in (
            (step, 1.0),
            (step / FINE_PER_STEP, FINE_SHARE),
            (step / FINE_PER_STEP / 10, FINE_SHARE * (growth - 1) / 10),
        ):
            if share <= theme.FINEST_TICK:
                continue
            up = theme.TICK * share * UP
            first = np.ceil((self.axis.get_left()[0] - self.home[0]) / (pitch * self.unit) - 1e-6)
            last = np.floor((self.axis.get_right()[0] - self.home[0]) / (pitch * self.unit) + 1e-6)
            for place in range(int(first), int(last) + 1):
                at = self.map(self.spec.home + place * pitch)
                self.ticks.start_new_path(at - up)
                self.ticks.add_line_to(at + up)


class MarkedValue(VGroup):
    """The value of a marker, which travels with it, above and to the right."""

    def __init__(self, track: Track, value: float, decimals: int) -> None:
        self.track = track
        self.number = Numeral(value, decimals, size=theme.TABLE_SIZE, color=track.spec.color)
        super().__init__(self.number)
        self.put(value)

    def put(self, value: float) -> Self:
        """Show another value at the marker's place."""
        self.number.set_value(value)
        self.number.next_to(self.track.map(value), RIGHT, buff=theme.CARD_GAP)
        self.number.stand_on(float(self.track.home[1]) + theme.LABEL_GAP)
        return self
