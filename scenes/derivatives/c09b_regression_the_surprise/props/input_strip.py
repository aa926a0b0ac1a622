"""Inputs on a level line, and below them where they are centred and scaled."""

from __future__ import annotations

from typing import Any, Self

import numpy as np
from manim import DOWN, RIGHT, UP, Line, VGroup
from manim.typing import Point3D

from mathcore.values import FloatArray
from scenes import theme
from scenes.components.graph.curve import SolidDot
from scenes.components.marks.brace import Hairline
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral
from scenes.layout import Region

_MARGIN = 0.1
_RADIUS, _LEAST, _SHARE = 0.13, 0.03, 0.4
"""The largest and the least radius of a dot, and its share of the way to the next one."""
_LINE = 0.9
"""Where the line ends, as a share of the width; its name stands beyond."""
_ROWS = (0.9, 0.35)
"""How high both lines are, as shares of the height."""


class InputStrip(VGroup):
    """Two level lines over one scale: the inputs, and below them where they are moved to.

    Parameters
    ----------
    region
        Where it stands.
    first, last
        The inputs at first and at the end: both have room.

    Attributes
    ----------
    still, dots
        The inputs as they were, and those that move.
    """

    def __init__(self, region: Region, first: FloatArray, last: FloatArray) -> None:
        both = [*first.tolist(), *last.tolist(), 0.0]
        margin = _MARGIN * (max(both) - min(both))
        self.region, self.span = region, (min(both) - margin, max(both) + margin)
        style: dict[str, Any] = {"stroke_color": theme.MUTED, "stroke_width": theme.AXIS_STROKE}
        lines = VGroup(
            *(Line(region.at(0.0, height), region.at(_LINE, height), **style) for height in _ROWS)
        )
        names = VGroup(
            *(
                Formula(letter, size=theme.TABLE_SIZE, color=theme.RUN).move_to(
                    region.at(1.0, height), aligned_edge=RIGHT
                )
                for letter, height in zip("xz", _ROWS, strict=True)
            )
        )
        foot = self.place(0.0, _ROWS[1]) + theme.TICK * DOWN
        zero = Hairline(self.place(0.0, _ROWS[0]) + theme.TICK * UP, foot)
        name = Numeral(0, size=theme.TICK_SIZE, scale=True, color=theme.MUTED)
        name.next_to(foot, DOWN, buff=theme.TICK)
        radius = min(_RADIUS, max(_SHARE * self._nearest(first, last), _LEAST))
        self.still = VGroup(
            *(SolidDot(self.place(x, _ROWS[0]), theme.MUTED, radius) for x in first.tolist())
        )
        self.dots = VGroup(*(SolidDot(foot, theme.RUN, radius) for _ in first))
        super().__init__(zero, lines, name, names, self.still, self.dots)
        self.put(first, 0.0)

    def put(self, inputs: FloatArray, share: float) -> Self:
        """Move the dots to other inputs, a share of the way down to the lower line."""
        height = _ROWS[0] + share * (_ROWS[1] - _ROWS[0])
        for dot, x in zip(self.dots, inputs.tolist(), strict=True):
            dot.move_to(self.place(x, height))
        return self

    def _nearest(self, *rows: FloatArray) -> float:
        """Return how near two different inputs stand to each other, in frame units."""
        low, high = self.span
        unit = _LINE * self.region.width / (high - low)
        gaps = np.concatenate([np.diff(np.unique(inputs)) for inputs in rows])
        return float(unit * gaps.min())

    def place(self, x: float, height: float) -> Point3D:
        """Return the frame point of an input, at a share of the region's height."""
        low, high = self.span
        return self.region.at(_LINE * (x - low) / (high - low), height)
