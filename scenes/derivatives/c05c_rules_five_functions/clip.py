"""Clip 05c: five functions worth knowing, and their slopes."""

from __future__ import annotations

from lessons.derivatives.c05c.numbers import Numbers, compute
from scenes.derivatives.c05c_rules_five_functions.act1_exponentials import Exponentials
from scenes.derivatives.c05c_rules_five_functions.act2_circle import OnTheCircle
from scenes.derivatives.c05c_rules_five_functions.act3_sigmoid import SigmoidSlope
from scenes.derivatives.map.mapped_clip import MappedClip


class RulesFiveFunctions(MappedClip):
    """Five functions worth knowing, and their slopes."""

    clip_number = "05c"
    acts = (
        Exponentials,
        OnTheCircle,
        SigmoidSlope,
    )

    def compute_numbers(self) -> Numbers:
        """Return every number that the clip shows."""
        return compute()
