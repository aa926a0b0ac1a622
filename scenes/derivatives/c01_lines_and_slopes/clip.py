"""Clip 01: a rule becomes a line, and a line has one slope wherever it is measured."""

from __future__ import annotations

from typing import ClassVar

from lessons.derivatives.c01.numbers import Numbers, compute
from scenes.derivatives.c01_lines_and_slopes.act1_rule import RuleBecomesLine
from scenes.derivatives.c01_lines_and_slopes.act2_one_slope import OneSlope
from scenes.derivatives.c01_lines_and_slopes.act3_sign_and_size import SignAndSize
from scenes.derivatives.map.mapped_clip import MappedClip


class LinesAndSlopes(MappedClip):
    """A rule becomes a line, and a line has one slope wherever it is measured."""

    clip_number = "01"
    acts = (
        RuleBecomesLine,
        OneSlope,
        SignAndSize,
    )
    accepted: ClassVar = {
        ("line_turns", "frame"): "the old scale fades while it grows past the edge: a zoom",
    }

    def compute_numbers(self) -> Numbers:
        """Return every number that the clip shows."""
        return compute()
