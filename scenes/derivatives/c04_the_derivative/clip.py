"""Clip 04: the derivative, what its sign and size say, and where there is none."""

from __future__ import annotations

from typing import ClassVar

from lessons.derivatives.c04.numbers import Numbers, compute
from scenes.derivatives.c04_the_derivative.act1_recipe import Recipe
from scenes.derivatives.c04_the_derivative.act2_new_function import NewFunction
from scenes.derivatives.c04_the_derivative.act3_signs import SignsOfSlope
from scenes.derivatives.c04_the_derivative.act4_sizes import SizesOfSlope
from scenes.derivatives.c04_the_derivative.act5_no_slope import NoSlope
from scenes.derivatives.c04_the_derivative.act6_endless_dips import EndlessDips
from scenes.derivatives.map.mapped_clip import MappedClip


class TheDerivative(MappedClip):
    """From one slope to a function of slopes, and what one slope alone cannot promise."""

    clip_number = "04"
    accepted: ClassVar = {
        ("endless_small_dips", "load"): "the closing map of the lesson is one picture",
    }
    acts = (
        Recipe,
        NewFunction,
        SignsOfSlope,
        SizesOfSlope,
        NoSlope,
        EndlessDips,
    )

    def compute_numbers(self) -> Numbers:
        """Return every number that the clip shows."""
        return compute()
