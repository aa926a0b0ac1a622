"""A slider for the one input that several things depend on."""

from __future__ import annotations

from typing import Self

import numpy as np
from manim import DOWN, RIGHT, UP, Line, VGroup
from manim.typing import Point3D

from scenes import theme
from scenes.components.graph.curve import SolidDot
from scenes.components.text.formula import Formula
from scenes.derivatives.c05a_rules_powers_sums_products.props.blocks import Place


class InputSlider(VGroup):
    """A level line with a knob on it; the way from where it began is the nudge.

    Parameters
    ----------
    start
        Left end of the line, a frame point.
    length
        Its length, in frame units.
    span
        The inputs at its two ends.
    at
        Where the knob stands at first.
    """

    def __init__(self, start: Place, length: float, span: tuple[float, float], at: float) -> None:
        self.span, self.at = span, at
        left = np.array([*start, 0.0])
        self.line = Line(
            left,
            left + length * RIGHT,
            stroke_color=theme.MUTED,
            stroke_width=theme.AXIS_STROKE,
        )
        foot = self._map(at)
        self.mark = Line(
            foot + theme.TICK * DOWN,
            foot + theme.TICK * UP,
            stroke_color=theme.INK,
            stroke_width=theme.AXIS_STROKE,
        )
        self.nudge = Line(stroke_color=theme.RUN, stroke_width=theme.NUDGE_STROKE)
        self.knob = SolidDot(foot, color=theme.RUN, radius=theme.MARBLE_RADIUS)
        self.tag = Formula("x", size=theme.TABLE_SIZE)
        self.tag.next_to(self.line, RIGHT, buff=theme.LABEL_GAP)
        super().__init__(self.line, self.mark, self.nudge, self.knob, self.tag)
        self.put(0.0)

    def put(self, nudge: float) -> Self:
        """Move the knob to ``at`` + ``nudge``."""
        goal = self._map(self.at + nudge)
        way = float(goal[0] - self._map(self.at)[0])
        shown = goal if abs(way) > theme.VANISH else goal + theme.VANISH * RIGHT
        self.nudge.put_start_and_end_on(self._map(self.at), shown)
        self.knob.move_to(goal)
        return self

    def _map(self, value: float) -> Point3D:
        first, last = self.span
        start, end = self.line.get_start(), self.line.get_end()
        return np.asarray(start + (value - first) / (last - first) * (end - start))
