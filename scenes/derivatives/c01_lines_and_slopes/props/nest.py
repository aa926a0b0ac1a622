"""One triangle that grows from its corner and writes down the sizes it had."""

from __future__ import annotations

from manim import DOWN, RIGHT, VGroup

from scenes import theme
from scenes.components.graph.triangle import TriangleRig
from scenes.components.text.numeral import Numeral


class GrowingTriangle(TriangleRig):
    """A slope triangle that leaves the numbers of each of its sizes where its rise stood."""

    def mark(self) -> VGroup:
        """Return run and rise as they are now: below the right angle, and beside the rise."""
        run = Numeral(self.triangle.run, color=theme.RUN)
        rise = Numeral(self.triangle.rise, color=theme.RISE)
        run.next_to(self.rise, DOWN, buff=theme.LEG_GAP)
        rise.next_to(self.rise, RIGHT, buff=theme.LEG_GAP)
        return VGroup(run, rise)
