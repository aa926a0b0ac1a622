"""Inputs on a level line, which can be moved to where they are centred and scaled."""

from __future__ import annotations

from typing import Any, Self

import numpy as np
from manim import DOWN, RIGHT, UP, Line, VGroup
from manim.typing import Point3D

from mathcore.values import FloatArray
from scenes import theme
from scenes.components.graph.curve import SolidDot
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral
from scenes.layout import Region

_MARGIN = 0.1
_RADIUS, _LEAST, _SHARE = 0.13, 0.03, 0.4
"""The largest and the least radius of a dot, and its share of the way to the next one."""
_LINE = 0.9
"""Where the line ends, as a share of the width; its name stands beyond."""
_TWICE = 2.0
"""One letter fades in the first half of the way, the other comes in the second."""


class InputStrip(VGroup):
    """A level line with a mark at zero and a dot for each input.

    Parameters
    ----------
    region
        Where it stands.
    first, last
        The inputs at first and at the end: both have room.

    Attributes
    ----------
    dots
        The inputs.
    """

    def __init__(self, region: Region, first: FloatArray, last: FloatArray) -> None:
        both = [*first.tolist(), *last.tolist(), 0.0]
        margin = _MARGIN * (max(both) - min(both))
        self.region, self.span = region, (min(both) - margin, max(both) + margin)
        style: dict[str, Any] = {"stroke_color": theme.MUTED, "stroke_width": theme.AXIS_STROKE}
        line = Line(region.at(0.0, 0.6), region.at(_LINE, 0.6), **style)
        zero = self.place(0.0)
        tick = Line(zero + theme.TICK * DOWN, zero + theme.TICK * UP, **style)
        name = Numeral(0, size=theme.DIGIT_SIZE, scale=True, color=theme.MUTED)
        name.next_to(tick, DOWN, buff=theme.LABEL_GAP)
        radius = min(_RADIUS, max(_SHARE * self._nearest(first, last), _LEAST))
        self.dots = VGroup(*(SolidDot(zero, theme.RUN, radius) for _ in first))
        self.names = VGroup(
            *(Formula(letter, size=theme.TABLE_SIZE, color=theme.RUN) for letter in ("x", "z"))
        )
        for letter in self.names:
            letter.move_to(region.at(1.0, 0.6), aligned_edge=RIGHT)
        super().__init__(line, tick, name, self.dots, self.names)
        self.put(first, 0.0)

    def put(self, inputs: FloatArray, share: float) -> Self:
        """Move the dots to other inputs, a share of the way to the last ones."""
        for letter, seen in zip(self.names, (1 - _TWICE * share, _TWICE * share - 1), strict=True):
            letter.set_fill(opacity=min(1.0, max(0.0, seen)))
        for dot, x in zip(self.dots, inputs.tolist(), strict=True):
            dot.move_to(self.place(x))
        return self

    def _nearest(self, *rows: FloatArray) -> float:
        """Return how near two different inputs stand to each other, in frame units."""
        low, high = self.span
        unit = _LINE * self.region.width / (high - low)
        gaps = np.concatenate([np.diff(np.unique(inputs)) for inputs in rows])
        return float(unit * gaps.min())

    def place(self, x: float) -> Point3D:
        """Return the frame point of an input."""
        low, high = self.span
        return self.region.at(_LINE * (x - low) / (high - low), 0.6)
