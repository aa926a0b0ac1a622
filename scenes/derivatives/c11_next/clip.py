"""Clip 11: three dials, three questions, one slope to find by hand, and a knob set free."""

from __future__ import annotations

from lessons.derivatives.c11.numbers import Numbers, compute
from scenes.derivatives.c11_next.act1_swarm import Swarm
from scenes.derivatives.c11_next.act2_questions import ThreeQuestions
from scenes.derivatives.c11_next.act3_practice import Practice
from scenes.derivatives.map.mapped_clip import MappedClip


class Next(MappedClip):
    """Three dials, three questions, one slope to find by hand, and a knob that turns by itself."""

    clip_number = "11"
    acts = (
        Swarm,
        ThreeQuestions,
        Practice,
    )

    def compute_numbers(self) -> Numbers:
        """Return every number that the clip shows."""
        return compute()
