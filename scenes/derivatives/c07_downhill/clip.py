"""Clip 07: which way is down, how far to step, and where that may end."""

from __future__ import annotations

from typing import ClassVar

from lessons.derivatives.c07.numbers import Numbers
from lessons.derivatives.c07.parameters import DownhillParameters
from scenes.derivatives.c07_downhill.act1_level_points import LevelPoints
from scenes.derivatives.c07_downhill.act2_minimum import MinimumProved
from scenes.derivatives.c07_downhill.act3_compass import SlopeCompass
from scenes.derivatives.c07_downhill.act4_dial import DialledSteps
from scenes.derivatives.c07_downhill.act5_five_dials import FiveDials
from scenes.derivatives.c07_downhill.act6_where_it_stops import WhereItStops
from scenes.derivatives.map.mapped_clip import MappedClip


class Downhill(MappedClip):
    """From a level point to steps that find one, or miss it."""

    clip_number = "07"
    parameters_kind = DownhillParameters
    parameters: DownhillParameters
    acts = (
        LevelPoints,
        MinimumProved,
        SlopeCompass,
        DialledSteps,
        FiveDials,
        WhereItStops,
    )
    accepted: ClassVar = {
        ("saddle_is_sent_away", "contrast"): "one face of a surface lies before another; "
        "light tells them apart"
    }

    def compute_numbers(self) -> Numbers:
        """Return every number that the clip shows."""
        return self.parameters.numbers
