"""Clip 08: many knobs, one list of slopes, one arrow against it."""

from __future__ import annotations

from lessons.derivatives.c08.numbers import Numbers, compute
from scenes.derivatives.c08_many_knobs.act1_slices import Slices
from scenes.derivatives.c08_many_knobs.act2_frozen import FrozenKnob
from scenes.derivatives.c08_many_knobs.act3_arrow import GradientArrow
from scenes.derivatives.c08_many_knobs.act4_saddle import SaddlePoint
from scenes.derivatives.c08_many_knobs.act5_bowl import CoupledBowl
from scenes.derivatives.c08_many_knobs.act6_many_slopes import ManySlopes
from scenes.derivatives.map.mapped_clip import MappedClip


class ManyKnobs(MappedClip):
    """From two slopes on a landscape to a list of slopes without one."""

    clip_number = "08"
    acts = (
        Slices,
        FrozenKnob,
        GradientArrow,
        SaddlePoint,
        CoupledBowl,
        ManySlopes,
    )

    def compute_numbers(self) -> Numbers:
        """Return every number that the clip shows."""
        return compute()
