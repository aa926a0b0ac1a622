"""Clip 05c: five functions worth knowing, and their slopes."""

from __future__ import annotations

from lessons.derivatives.c05c.numbers import Numbers, compute
from scenes.derivatives.c05c_rules_five_functions.act1_race import BaseRace
from scenes.derivatives.c05c_rules_five_functions.act2_mirror import MirrorImage
from scenes.derivatives.c05c_rules_five_functions.act3_circle import AngleNudge
from scenes.derivatives.c05c_rules_five_functions.act4_traces import Traces
from scenes.derivatives.c05c_rules_five_functions.act5_sigmoid import SigmoidSlope
from scenes.derivatives.c05c_rules_five_functions.act6_card import ReferenceCard
from scenes.derivatives.map.mapped_clip import MappedClip


class RulesFiveFunctions(MappedClip):
    """Five functions worth knowing, and their slopes."""

    clip_number = "05c"
    acts = (BaseRace, MirrorImage, AngleNudge, Traces, SigmoidSlope, ReferenceCard)

    def compute_numbers(self) -> Numbers:
        """Return every number that the clip shows."""
        return compute()
