"""Clip 06: a dashboard for one point, what the gap costs, and what the slope means."""

from __future__ import annotations

from typing import ClassVar

from lessons.derivatives.c06.numbers import Numbers
from lessons.derivatives.c06.parameters import ExplorerParameters
from scenes.derivatives.c06_the_explorer.act1_readings import Readings
from scenes.derivatives.c06_the_explorer.act2_error import ErrorAndGap
from scenes.derivatives.c06_the_explorer.act3_slope import SlopeAndRounding
from scenes.derivatives.map.mapped_clip import MappedClip


class TheExplorer(MappedClip):
    """A dashboard for one point, what the gap costs, and what the slope means."""

    clip_number = "06"
    parameters_kind = ExplorerParameters
    parameters: ExplorerParameters
    accepted: ClassVar = {
        ("error_shrinks_with_the_gap", "contrast"): "the dashes of the secant close up on the "
        "tangent, as the voice says: they end on it, and its colour shines between them",
    }
    acts = (
        Readings,
        ErrorAndGap,
        SlopeAndRounding,
    )

    def compute_numbers(self) -> Numbers:
        """Return every number that the clip shows."""
        return self.parameters.numbers
