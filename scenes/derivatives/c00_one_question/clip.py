"""Clip 00: one knob, one error, and the question that the whole lesson answers."""

from __future__ import annotations

from lessons.derivatives.c00.numbers import Numbers, compute
from scenes.derivatives.c00_one_question.act1_knob import Knob
from scenes.derivatives.c00_one_question.act2_ratio import RatioSettles
from scenes.derivatives.map.mapped_clip import MappedClip


class OneQuestion(MappedClip):
    """One knob, one error, and the question that the whole lesson answers."""

    clip_number = "00"
    acts = (
        Knob,
        RatioSettles,
    )

    def compute_numbers(self) -> Numbers:
        """Return every number that the clip shows."""
        return compute()
