"""One unit of input along a tangent: what a slope means, with nothing but a run and a rise."""

from __future__ import annotations

import numpy as np
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
        if step.rise < 0:
            # A small drop is named beside its lower end, clear of the line that it starts from.
            self.height_name.set_y(float(end[1]))
        super().__init__(self.run, self.rise, self.path, self.one, self.size, self.height_name)

    def level_with(self, place: Point3D) -> Point3D:
        """Return the point of its path that is level with a place, or its nearest end."""
        start, end = self.path.get_start(), self.path.get_end()
        share = float(np.clip((place[1] - start[1]) / (end[1] - start[1]), 0.0, 1.0))
        point: Point3D = start + share * (end - start)
        return point


class UnitGrid(VGroup):
    """Squares of one unit above and below a base line, on which steps can be counted.

    Parameters
    ----------
    unit
        The side of a square, in frame units.
    columns, below, above
        How many squares it is wide, and how many it reaches below and above the base line.
    """

    def __init__(self, unit: float, columns: int, below: int, above: int) -> None:
        self.unit = unit
        right, up = unit * RIGHT, unit * UP
        upright = [(x * right - below * up, x * right + above * up) for x in range(columns + 1)]
        level = [(y * up, columns * right + y * up) for y in range(-below, above + 1)]
        self.lines = VGroup(
            *(
                Line(start, end, stroke_color=theme.GRID, stroke_width=theme.GRID_STROKE)
                for start, end in (*upright, *level)
            )
        )
        self.base = Line(
            0 * right, columns * right, stroke_color=theme.MUTED, stroke_width=theme.AXIS_STROKE
        )
        super().__init__(self.lines, self.base)

    def at(self, column: float, row: float) -> Point3D:
        """Return the frame point of a corner of the squares, counted from the base line."""
        start: Point3D = self.base.get_start()
        return start + self.unit * (column * RIGHT + row * UP)
