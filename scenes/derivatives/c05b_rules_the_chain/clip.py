"""Clip 05b: the chain rule, from three number lines to a neuron."""

from __future__ import annotations

from lessons.derivatives.c05b.numbers import Numbers, compute
from scenes.derivatives.c05b_rules_the_chain.act1_three_lines import ThreeLines
from scenes.derivatives.c05b_rules_the_chain.act2_two_lenses import TwoLenses
from scenes.derivatives.c05b_rules_the_chain.act3_nested import NestedBoxes
from scenes.derivatives.c05b_rules_the_chain.act4_backward import SlopesFlowBack
from scenes.derivatives.map.mapped_clip import MappedClip


class RulesTheChain(MappedClip):
    """The chain rule, from three number lines to a neuron."""

    clip_number = "05b"
    acts = (
        ThreeLines,
        TwoLenses,
        NestedBoxes,
        SlopesFlowBack,
    )

    def compute_numbers(self) -> Numbers:
        """Return every number that the clip shows."""
        return compute()
