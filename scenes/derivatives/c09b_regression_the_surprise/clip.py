"""Clip 09b: five hundred epochs miss, the narrow valley tells why, and three fixes are honest."""

from __future__ import annotations

from lessons.derivatives.c09.parameters import RegressionParameters
from lessons.derivatives.c09b.numbers import Numbers
from scenes.derivatives.c09b_regression_the_surprise.act1_print import WrongDigits
from scenes.derivatives.c09b_regression_the_surprise.act2_valley import NarrowValley
from scenes.derivatives.c09b_regression_the_surprise.act3_speeds import TwoSpeeds
from scenes.derivatives.c09b_regression_the_surprise.act4_steps_needed import StepsNeeded
from scenes.derivatives.c09b_regression_the_surprise.act5_dial import LargerSteps
from scenes.derivatives.c09b_regression_the_surprise.act6_round import RoundValley
from scenes.derivatives.c09b_regression_the_surprise.act7_fixes import HonestFixes
from scenes.derivatives.map.mapped_clip import MappedClip


class RegressionTheSurprise(MappedClip):
    """Five hundred epochs miss, the narrow valley tells why, and three fixes are honest."""

    clip_number = "09b"
    parameters_kind = RegressionParameters
    parameters: RegressionParameters
    acts = (
        WrongDigits,
        NarrowValley,
        TwoSpeeds,
        StepsNeeded,
        LargerSteps,
        RoundValley,
        HonestFixes,
    )

    def compute_numbers(self) -> Numbers:
        """Return every number that the clip shows."""
        return self.parameters.surprise
