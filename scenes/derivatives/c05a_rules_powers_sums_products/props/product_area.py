"""A rectangle that grows along two sides, whole or per unit of the nudge of its input."""

from __future__ import annotations

from typing import Self

from manim import AnimationGroup

from scenes import theme
from scenes.components.motion.sweep import animated
from scenes.components.rigs.square import GrowingRectangle
from scenes.derivatives.c05a_rules_powers_sums_products.props.blocks import lay


class ProductArea(GrowingRectangle):
    """A rectangle u by v, its two slivers and its corner."""

    def thin_corner(self, height: float) -> Self:
        """Let only the corner grow thin, to a height in frame units.

        Divided by the nudge of the input, the slivers keep their size; the corner keeps its width
        and loses its height.
        """
        x, y = (float(one) for one in self.corner.get_corner((-1.0, -1.0, 0.0))[:2])
        across, _ = self.nudges
        lay(self.corner, (x, y), (x + across, y + height))
        return self

    def settle(self) -> AnimationGroup:
        """Turn the slivers from rises into slopes."""
        return AnimationGroup(
            *(
                animated(sliver).set_stroke(theme.EXACT).set_fill(theme.EXACT, theme.DIM)
                for sliver in (self.right_sliver, self.top_sliver)
            ),
            run_time=theme.FADE,
        )
