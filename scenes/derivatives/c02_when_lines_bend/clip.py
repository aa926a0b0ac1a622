"""Clip 02: when a line bends, one number is not enough; an average says nothing about the way."""

from __future__ import annotations

from typing import ClassVar

from lessons.derivatives.c02.numbers import Numbers, compute
from scenes.derivatives.c02_when_lines_bend.act1_rises import Rises
from scenes.derivatives.c02_when_lines_bend.act2_average_rate import AverageRate
from scenes.derivatives.map.mapped_clip import MappedClip


class WhenLinesBend(MappedClip):
    """When a line bends, one number is not enough; an average says nothing about the way."""

    clip_number = "02"
    accepted: ClassVar = {
        ("numbers_become_letters", "ticks"): "letters take the place of the numbers of both axes",
    }
    acts = (
        Rises,
        AverageRate,
    )

    def compute_numbers(self) -> Numbers:
        """Return every number that the clip shows."""
        return compute()
