"""Signed bars side by side, each with its number."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manim import DOWN, UP, Animation, Line, Rectangle, ReplacementTransform, VGroup

from mathcore.values import FloatArray
from scenes import theme
from scenes.components.text.numeral import Numeral
from scenes.components.text.table import shortest
from scenes.components.text.text import STROKE_PER_UNIT
from scenes.layout import Region

_CLOSE = 0.6
"""From bar to bar, in frame units, nearer than this a number is centred with its sign."""


class BarStrip(VGroup):
    """Upright bars on one base line, up for positive and down for negative values.

    Parameters
    ----------
    values
        The numbers, unrounded.
    region
        Where the strip stands; the longest bar with its number fills the height.
    color
        Named in the theme, by the role of what the bars measure.
    unit
        Frame units per unit of value, where the bars are to be as long as what they measure.
    edges
        The inputs between which the values were measured, one more than values: each bar then
        stands on its run, between two of them.
    """

    def __init__(
        self,
        values: Sequence[float] | FloatArray,
        region: Region,
        color: str = theme.RISE,
        unit: float | None = None,
        edges: Sequence[float] | FloatArray = (),
    ) -> None:
        super().__init__()
        tallest = max(abs(float(value)) for value in values)
        number_room = theme.ROW_PITCH
        unit = unit or (region.height / 2 - number_room) / tallest
        pitch = region.width / len(values)
        base = region.center[1]
        self.base = Line(
            (region.left, base, 0.0),
            (region.right, base, 0.0),
            stroke_color=theme.MUTED,
            stroke_width=theme.AXIS_STROKE,
        )
        self.bars, self.numbers = VGroup(), VGroup()
        for place, value in enumerate(values):
            x = region.left + (place + 0.5) * pitch
            bar = Rectangle(
                width=pitch * theme.BAR_SHARE,
                height=max(abs(float(value)) * unit, theme.VANISH),
                stroke_width=0.0,
                fill_color=color,
                fill_opacity=theme.BAR_FILL,
            )
            side = UP if value >= 0 else DOWN
            bar.move_to((x, base, 0.0), aligned_edge=-side)
            number = Numeral(float(value), shortest(float(value)), plus=True, color=color)
            number.next_to(bar, side, buff=theme.LABEL_GAP)
            # The digit stands over its bar; between close bars the sign needs as much room.
            middle = number if pitch < _CLOSE else number[-1]
            number.shift((x - middle.get_center()[0], 0.0, 0.0))
            self.bars.add(bar)
            self.numbers.add(number)
        self.runs, self.inputs = VGroup(), VGroup()
        for place in range(len(edges) - 1):
            x = region.left + place * pitch
            self.runs.add(
                Line(
                    (x + theme.BRACE_GAP, base, 0.0),
                    (x + pitch - theme.BRACE_GAP, base, 0.0),
                    stroke_color=theme.RUN,
                    stroke_width=theme.NUDGE_STROKE,
                )
            )
        for place, edge in enumerate(edges):
            # It stands on the side of the base line on which there is no bar.
            side = DOWN if values[max(place - 1, 0)] > 0 else UP
            number = Numeral(
                float(edge),
                shortest(float(edge)),
                scale=True,
                size=theme.TICK_SIZE,
                color=theme.RUN,
            )
            x = region.left + place * pitch
            number.next_to((x, base, 0.0), side, buff=theme.LABEL_GAP)
            number.shift((x - number[-1].get_center()[0], 0.0, 0.0))
            self.inputs.add(number)
        self.add(self.base, self.bars, self.runs, self.inputs, self.numbers)

    def grow(self, place: int, leg: Line) -> Animation:
        """Let a copy of an upright stroke leave its graph and become a bar."""
        stroke = self.bars[place].copy()
        stroke.stretch_to_fit_width(leg.get_stroke_width() / STROKE_PER_UNIT)
        stroke.stretch_to_fit_height(leg.get_length()).move_to(leg)
        return ReplacementTransform(stroke, self.bars[place])

    def columns(self, first: int, last: int) -> VGroup:
        """Return the bars from ``first`` on, before ``last``, with their numbers and runs."""
        return VGroup(*self.bars[first:last], *self.runs[first:last], *self.numbers[first:last])

    @property
    def heights(self) -> list[float]:
        """Signed heights of the bars in frame units, from left to right."""
        base = self.base.get_center()[1]
        return [float(bar.height * np.sign(bar.get_center()[1] - base)) for bar in self.bars]
