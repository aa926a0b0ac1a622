"""A nudge on its way down through both lenses, wider after each of them."""

from __future__ import annotations

from typing import Self

from manim import ManimColor, VMobject

from scenes.derivatives.c05b_rules_the_chain.props.cascade import NudgedCascade


class Traveller(VMobject):
    """A strip that leaves the first bar, and is as wide as the light wherever it has come to.

    Parameters
    ----------
    nudged
        The lines, bars and beams of light; they stand still meanwhile.
    """

    def __init__(self, nudged: NudgedCascade) -> None:
        self.nudged = nudged
        super().__init__(fill_opacity=1.0, stroke_width=0.0)
        self.put(0.0)

    def put(self, way: float) -> Self:
        """Stand on the way: 0, 1 and 2 are the first, the second and the third line."""
        stage = min(int(way), len(self.nudged.beams) - 1)
        beam = self.nudged.beams[stage]
        ends = (beam.above.track.spec.color, beam.below.track.spec.color)
        color = ManimColor(ends[0]).interpolate(ManimColor(ends[1]), way - stage)
        self.set_points(beam.strip_at(way - stage, color.to_hex()).points)
        self.set_fill(color)
        return self
