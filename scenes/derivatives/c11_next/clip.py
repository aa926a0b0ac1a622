"""Clip 11: the same valley with three dials, three questions, and one slope to work out by hand."""

from __future__ import annotations

from lessons.derivatives.c11.numbers import Numbers, compute
from scenes.derivatives.c11_next.act1_swarm import Swarm
from scenes.derivatives.c11_next.act2_questions import ThreeQuestions
from scenes.derivatives.map.mapped_clip import MappedClip


class Next(MappedClip):
    """The same valley with three dials, three questions, and one slope to work out by hand."""

    clip_number = "11"
    acts = (
        Swarm,
        ThreeQuestions,
    )

    def compute_numbers(self) -> Numbers:
        """Return every number that the clip shows."""
        return compute()
