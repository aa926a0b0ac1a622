"""Two cuts through one point, seen from the side in one picture: a dip and a hump."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manim import Line, VGroup, VMobject

from mathcore.formulas.functions import Function
from scenes import theme
from scenes.components.graph.curve import SolidDot
from scenes.layout import Region

_LENGTH, _HEIGHTS = 2.6, (-3.4, 8.6)
"""How far along a cut it is seen on either side, and the lowest and the highest height."""
_SAMPLES = 81


class TwoCuts(VGroup):
    """The curves of two cuts over one scale of lengths, and the level line between them.

    Parameters
    ----------
    cuts
        The heights along both cuts, functions of the length from the point in which they meet.
    colors
        Colours of both.
    region
        What it fills.
    """

    def __init__(self, cuts: Sequence[Function], colors: Sequence[str], region: Region) -> None:
        low, high = _HEIGHTS
        self.unit, self.height_unit = region.width / (2 * _LENGTH), region.height / (high - low)
        self.middle = region.at(0.5, -low / (high - low))
        self.level = Line(
            region.left * np.array([1.0, 0.0, 0.0]) + self.middle * (0.0, 1.0, 0.0),
            region.right * np.array([1.0, 0.0, 0.0]) + self.middle * (0.0, 1.0, 0.0),
            stroke_color=theme.EXACT,
            stroke_width=theme.AXIS_STROKE,
        )
        self.curves = VGroup(
            *(self._curve(cut, color) for cut, color in zip(cuts, colors, strict=True))
        )
        self.dot = SolidDot(self.middle, theme.INK, theme.DOT_RADIUS)
        super().__init__(self.level, self.curves, self.dot)

    def _curve(self, cut: Function, color: str) -> VMobject:
        """Lay a curve through the part of a cut that stays within the heights."""
        lengths = np.linspace(-_LENGTH, _LENGTH, 20 * _SAMPLES)
        heights = np.asarray(cut.value(lengths), float)
        seen = (heights >= _HEIGHTS[0]) & (heights <= _HEIGHTS[1])
        lengths, heights = (
            np.interp(np.linspace(0, 1, _SAMPLES), np.linspace(0, 1, int(seen.sum())), part[seen])
            for part in (lengths, heights)
        )
        points = np.stack(
            [lengths * self.unit, heights * self.height_unit, np.zeros_like(lengths)], axis=1
        )
        curve = VMobject(stroke_color=color, stroke_width=theme.EXACT_STROKE, fill_opacity=0.0)
        return curve.set_points_as_corners(self.middle + points)
