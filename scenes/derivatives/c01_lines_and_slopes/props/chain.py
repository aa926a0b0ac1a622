"""Equal slopes in a row: 2/1 = 4/2 = 6/3 = 2."""

from __future__ import annotations

from collections.abc import Sequence

from manim import VGroup

from mathcore.slopes.lines import SlopeTriangle
from scenes import theme
from scenes.components.text.formula import Formula
from scenes.components.text.roles import in_roles


class SlopeChain(VGroup):
    """The fractions of several triangles, set equal to each other and to their one slope.

    Parameters
    ----------
    triangles
        All of one slope.
    """

    def __init__(self, triangles: Sequence[SlopeTriangle]) -> None:
        fractions = " {{= : is}} ".join(
            f"{{{{{triangle.rise:g} : rise{place}}}}} / {{{{{triangle.run:g} : run{place}}}}}"
            for place, triangle in enumerate(triangles)
        )
        slope = triangles[0].slope
        self.formula: Formula = in_roles(
            f"{fractions} {{{{= : last}}}} {{{{{slope:g} : m}}}}", theme.KEY_SIZE
        )
        super().__init__(self.formula)
        self.last, self.slope = self.formula.part("last"), self.formula.part("m")

    def rise(self, place: int) -> VGroup:
        """Return the numerator of one fraction."""
        return self.formula.part(f"rise{place}")

    def run(self, place: int) -> VGroup:
        """Return the denominator of one fraction."""
        return self.formula.part(f"run{place}")

    def signs(self, place: int) -> VGroup:
        """Return the bar of one fraction and the equals sign before it, if there is one."""
        bar, signs = self.formula.rest()[place], self.formula.part("is")
        return VGroup(bar, signs[place - 1]) if place else VGroup(bar)
