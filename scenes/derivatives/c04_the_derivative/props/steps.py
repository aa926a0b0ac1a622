"""One unit of input along a tangent: what a slope means, with nothing but a run and a rise."""

from __future__ import annotations

from manim import RIGHT, UP, Line, VGroup
from manim.typing import Point3D

from mathcore.slopes.lines import SlopeTriangle
from scenes import theme
from scenes.components.text.numeral import Numeral
from scenes.components.text.table import shortest


class UnitStep(VGroup):
    """The triangle of a step, to a scale of its own, with its lengths and its slope.

    Parameters
    ----------
    step
        The run and the rise.
    at
        Where it begins, a frame point.
    unit
        Frame units per lesson unit, in both directions.
    """

    def __init__(self, step: SlopeTriangle, at: Point3D, unit: float) -> None:
        corner = at + unit * step.run * RIGHT
        end = corner + unit * step.rise * UP
        self.path = Line(at, end, stroke_color=theme.EXACT, stroke_width=theme.EXACT_STROKE)
        self.run = Line(at, corner, stroke_color=theme.RUN, stroke_width=theme.EXACT_STROKE)
        self.rise = Line(corner, end, stroke_color=theme.RISE, stroke_width=theme.NUDGE_STROKE)
        self.one = Numeral(step.run, size=theme.TABLE_SIZE, color=theme.RUN)
        self.one.next_to(self.run, UP if step.rise < 0 else -UP, buff=theme.LABEL_GAP)
        self.size = Numeral(
            step.rise, shortest(step.rise), size=theme.KEY_SIZE, color=theme.EXACT
        ).next_to(self.rise, RIGHT, buff=theme.GUTTER)
        self.height_name = Numeral(
            step.rise, shortest(step.rise), size=theme.TABLE_SIZE, color=theme.RISE
        ).next_to(self.rise, RIGHT, buff=theme.LABEL_GAP)
        super().__init__(self.run, self.rise, self.path, self.one, self.size, self.height_name)
