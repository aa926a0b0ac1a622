"""Clip 10: every part of the lesson once more, each picture out of the last, then all on a road."""

from __future__ import annotations

from lessons.derivatives.c10.numbers import Numbers, compute
from scenes.derivatives.c10_the_whole_story.act1_line_to_tangent import LineToTangent
from scenes.derivatives.c10_the_whole_story.act2_rules_and_chain import RulesAndChain
from scenes.derivatives.c10_the_whole_story.act3_valley_and_map import ValleyAndMap
from scenes.derivatives.map.mapped_clip import MappedClip


class TheWholeStory(MappedClip):
    """Every part of the lesson once more, each picture out of the last, then all on a road."""

    clip_number = "10"
    acts = (
        LineToTangent,
        RulesAndChain,
        ValleyAndMap,
    )

    def compute_numbers(self) -> Numbers:
        """Return every number that the clip shows."""
        return compute()
