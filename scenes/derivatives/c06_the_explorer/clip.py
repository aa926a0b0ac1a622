"""Clip 06: a dashboard for one point, what the gap costs, and what the slope means."""

from __future__ import annotations

from lessons.derivatives.c06.numbers import Numbers
from lessons.derivatives.c06.parameters import ExplorerParameters
from scenes.derivatives.c06_the_explorer.act1_readings import Readings
from scenes.derivatives.c06_the_explorer.act2_gap_and_error import GapAndError
from scenes.derivatives.map.mapped_clip import MappedClip


class TheExplorer(MappedClip):
    """A dashboard for one point, what the gap costs, and what the slope means."""

    clip_number = "06"
    parameters_kind = ExplorerParameters
    parameters: ExplorerParameters
    acts = (
        Readings,
        GapAndError,
    )

    def compute_numbers(self) -> Numbers:
        """Return every number that the clip shows."""
        return self.parameters.numbers
