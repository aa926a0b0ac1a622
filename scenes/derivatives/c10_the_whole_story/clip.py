"""Clip 10: every part of the lesson once more as one picture, and all of them on one road."""

from __future__ import annotations

from lessons.derivatives.c10.numbers import Numbers, compute
from scenes.derivatives.c10_the_whole_story.act1_line_to_tangent import LineToTangent
from scenes.derivatives.c10_the_whole_story.act2_rules_and_chain import RulesAndChain
from scenes.derivatives.c10_the_whole_story.act3_gradient import GradientTile
from scenes.derivatives.c10_the_whole_story.act4_one_story import OneStory
from scenes.derivatives.map.mapped_clip import MappedClip


class TheWholeStory(MappedClip):
    """Every part of the lesson once more as one picture, and all of them on one road."""

    clip_number = "10"
    acts = (
        LineToTangent,
        RulesAndChain,
        GradientTile,
        OneStory,
    )

    def compute_numbers(self) -> Numbers:
        """Return every number that the clip shows."""
        return compute()
