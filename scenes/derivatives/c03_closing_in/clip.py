"""Clip 03: two series of slopes close in on one number, and the algebra says why."""

from __future__ import annotations

from typing import ClassVar

from lessons.derivatives.c03.numbers import Numbers, compute
from scenes.derivatives.c03_closing_in.act1_approach import Approach
from scenes.derivatives.c03_closing_in.act2_hole import HoleAndBand
from scenes.derivatives.c03_closing_in.act3_algebra import Algebra
from scenes.derivatives.c03_closing_in.act4_slopes import Slopes
from scenes.derivatives.c03_closing_in.act5_contact import Contact
from scenes.derivatives.map.mapped_clip import MappedClip


class ClosingIn(MappedClip):
    """From a forbidden zero to 2x: the limit seen, promised, computed and looked at closely."""

    clip_number = "03"
    accepted: ClassVar = {
        ("squares_cancel", "coverage"): "a square fills the height that can be read, in the "
        "middle: it cannot be wider than it is high",
    }
    acts = (
        Approach,
        HoleAndBand,
        Algebra,
        Slopes,
        Contact,
    )

    def compute_numbers(self) -> Numbers:
        """Return every number that the clip shows."""
        return compute()
