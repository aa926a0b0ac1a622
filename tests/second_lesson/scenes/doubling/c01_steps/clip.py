"""Clip 01: a step to the right, and twice as far up."""

from __future__ import annotations

from lessons.doubling.c01.numbers import Numbers, compute
from scenes.doubling.c01_steps.act1_right import StepRight
from scenes.doubling.c01_steps.act2_up import StepUp
from scenes.doubling.map.clip import DoublingClip


class Steps(DoublingClip):
    """A step to the right, and twice as far up."""

    clip_number = "01"
    acts = (StepRight, StepUp)

    def compute_numbers(self) -> Numbers:
        """Return every number that the clip shows."""
        return compute()
