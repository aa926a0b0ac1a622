"""Clip 09a: errors, their squares, two slopes, and ten steps against them."""

from __future__ import annotations

from typing import ClassVar

from lessons.derivatives.c09.parameters import RegressionParameters
from lessons.derivatives.c09a.numbers import Numbers
from scenes.derivatives.c09a_regression_the_machine.act1_squares import Squares
from scenes.derivatives.c09a_regression_the_machine.act2_bowl import LossBowl
from scenes.derivatives.c09a_regression_the_machine.act3_slopes import TwoSlopes
from scenes.derivatives.c09a_regression_the_machine.act4_steps import FirstSteps
from scenes.derivatives.map.mapped_clip import MappedClip


class RegressionTheMachine(MappedClip):
    """Errors, their squares, two slopes, and ten steps against them."""

    clip_number = "09a"
    parameters_kind = RegressionParameters
    parameters: RegressionParameters
    acts = (
        Squares,
        LossBowl,
        TwoSlopes,
        FirstSteps,
    )

    accepted: ClassVar = {
        ("settings_fill_a_bowl", "reveal"): "the numbers on the map are its heights; "
        "none of them tells a way"
    }

    def compute_numbers(self) -> Numbers:
        """Return every number that the clip shows."""
        return self.parameters.machine
