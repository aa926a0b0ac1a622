"""Bars stacked one upon the other, which show a sum."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Self

import numpy as np
from manim import Line, Rectangle, VGroup
from manim.typing import Point3D

from mathcore.values import FloatArray
from scenes import theme
from scenes.components.text.formula import Formula
from scenes.layout import Region

STACK_ROOM = 0.12
"""The share of its height that a stack keeps free, so that it can grow."""


class Waterfall(VGroup):
    """Bars side by side, each beginning where the one before it ended; the last is the sum.

    A little room is kept free above, so that the bars may grow.

    Parameters
    ----------
    heights
        Signed heights of the terms.
    names
        Typst mathematics under each bar and under the sum.
    region
        The region that it fills.
    """

    def __init__(
        self, heights: Sequence[float] | FloatArray, names: Sequence[str], region: Region
    ) -> None:
        super().__init__()
        self.heights = np.asarray(heights, dtype=np.float64)
        ends = self._ends(self.heights)
        room = (region.height - theme.ROW_PITCH * 2) * (1 - STACK_ROOM)
        self.unit = unit = room / max(ends.max(), 1e-9)
        pitch = region.width / (len(heights) + 1)
        base = region.bottom + theme.ROW_PITCH
        self.bars, self.steps, self.names = VGroup(), VGroup(), VGroup()
        spans = [*pairwise(ends), (0.0, ends[-1])]
        for place, ((low, high), name) in enumerate(zip(spans, names, strict=True)):
            x = region.left + (place + 0.5) * pitch
            total = place == len(heights)
            bar = Rectangle(
                width=pitch * theme.BAR_SHARE,
                height=max(abs(high - low) * unit, theme.VANISH),
                stroke_width=0.0,
                fill_color=theme.FUNC if total else theme.RISE,
                fill_opacity=theme.BAR_FILL if total or high >= low else theme.GHOST,
            )
            bar.move_to((x, base + (low + high) / 2 * unit, 0.0))
            label = Formula(name, size=theme.LABEL_SIZE)
            label.move_to((x, base - theme.ROW_PITCH / 2, 0.0))
            self.bars.add(bar)
            self.names.add(label)
            if place:
                level = base + low * unit if not total else base + high * unit
                self.steps.add(
                    Line(
                        (x - pitch, level, 0.0),
                        (x, level, 0.0),
                        stroke_color=theme.MUTED,
                        stroke_width=theme.HAIRLINE_STROKE,
                    )
                )
        self.base = Line(
            (region.left, base, 0.0),
            (region.right, base, 0.0),
            stroke_color=theme.MUTED,
            stroke_width=theme.AXIS_STROKE,
        )
        self.add(self.base, self.steps, self.bars, self.names)

    @staticmethod
    def _ends(heights: FloatArray) -> FloatArray:
        return np.concatenate([[0.0], np.cumsum(heights)])

    def grow(self, rises: Sequence[float] | FloatArray) -> Self:
        """Let each height change by its own rise, and what stands on it move along."""
        ends = self._ends(self.heights + np.asarray(rises))
        base = float(self.base.get_y())
        spans = [*pairwise(ends), (0.0, ends[-1])]
        for bar, (low, high) in zip(self.bars, spans, strict=True):
            bar.stretch_to_fit_height(max(abs(high - low) * self.unit, theme.VANISH))
            bar.set_y(base + (low + high) / 2 * self.unit)
        for step, level in zip(self.steps, ends[1:], strict=True):
            step.set_y(base + level * self.unit)
        return self

    def ghost(self) -> VGroup:
        """Return still outlines of the bars as they stand now."""
        outlines = self.bars.copy().set_fill(opacity=0.0)
        outlines.set_stroke(color=theme.MUTED, width=theme.HAIRLINE_STROKE, opacity=1.0)
        return outlines

    def tip(self, place: int) -> Point3D:
        """Return the middle of the end of a bar that moves when its term grows."""
        return self.bars[place].get_top()
