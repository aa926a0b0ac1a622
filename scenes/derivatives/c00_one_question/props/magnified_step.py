"""One step of the knob and the step of the error that it makes, under a lens of any power."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Line, VGroup, VMobject
from manim.typing import Point3D

from scenes import theme
from scenes.components.graph.curve import OpenDot, SolidDot
from scenes.components.marks.dashes import Dashes
from scenes.components.text.formula import Formula
from scenes.components.text.readout import Readout

SEEN: Final = (0.0, 1.25)
"""The part of the curve under the lens, in runs of the first step: a little more than the step."""
SAMPLES: Final = 25


class MagnifiedStep(VGroup):
    """Run and rise of one step as a right angle on its curve, drawn larger by a factor.

    Parameters
    ----------
    corner
        Where the step starts, a frame point.
    units
        Frame units per unit of the run and per unit of the rise, at factor 1.
    decimals
        Digits after the point of run and rise.
    change
        The rise of the curve over any run from the start.
    first
        The run of the first step.
    edge
        How far to the left the number of the run may reach, in frame units.
    """

    def __init__(
        self,
        corner: Point3D,
        units: tuple[float, float],
        decimals: tuple[int, int],
        change: Callable[[float], float],
        first: float,
        edge: float,
    ) -> None:
        self.corner, self.units = np.asarray(corner, float), units
        self.change, self.first, self.edge = change, first, edge
        self.curve = VMobject(stroke_color=theme.FUNC, stroke_width=theme.EXACT_STROKE)
        self.curve_name = Formula("J(w)", size=theme.TABLE_SIZE, color=theme.FUNC)
        self.run = Line(stroke_color=theme.RUN, stroke_width=theme.NUDGE_STROKE)
        self.rise = Line(stroke_color=theme.RISE, stroke_width=theme.NUDGE_STROKE)
        self.secant = Dashes(self.corner, self.corner)
        self.start = SolidDot(self.corner)
        self.end = OpenDot(self.corner)
        self.run_number = Readout(
            "Delta w =", 0.0, size=theme.DIGIT_SIZE, color=theme.RUN, decimals=decimals[0]
        )
        self.rise_number = Readout(
            "Delta J =",
            0.0,
            size=theme.DIGIT_SIZE,
            color=theme.RISE,
            decimals=decimals[1],
            signed=True,
        )
        super().__init__(
            self.curve,
            self.curve_name,
            self.secant,
            self.run,
            self.rise,
            self.start,
            self.end,
            self.run_number,
            self.rise_number,
        )

    def put(self, run: float, rise: float, factor: float) -> Self:
        """Show a step at a magnification; the numbers are those of the step itself."""
        turn = self.corner + np.array([run * self.units[0] * factor, 0.0, 0.0])
        landing = self._at(run, rise, factor)
        runs = np.linspace(*SEEN, SAMPLES) * self.first / factor
        self.curve.set_points_smoothly([self._at(each, self.change(each), factor) for each in runs])
        self.curve_name.next_to(self.curve.get_end(), LEFT, buff=theme.CARD_GAP)
        self.run.put_start_and_end_on(self.corner, turn)
        self.rise.put_start_and_end_on(turn, landing)
        self.secant.put(self.corner, landing)
        self.end.move_to(landing)
        self.run_number.set_value(run)
        self.rise_number.set_value(rise)
        self.run_number.next_to(self.run, UP, buff=theme.LABEL_GAP)
        inward = self.edge - float(self.run_number.get_left()[0])
        self.run_number.shift(RIGHT * max(0.0, inward))
        self.rise_number.next_to(self.rise, RIGHT, buff=theme.LABEL_GAP)
        low = self.start.get_center()[1] - self.rise_number.get_top()[1]
        self.rise_number.shift(DOWN * max(0.0, -low))
        return self

    def _at(self, run: float, rise: float, factor: float) -> Point3D:
        """Return where the lens shows the point at a run and a rise from the start."""
        across, up = self.units
        return self.corner + factor * np.array([run * across, rise * up, 0.0])
