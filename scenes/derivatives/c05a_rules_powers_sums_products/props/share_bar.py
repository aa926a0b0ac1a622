"""A bar that is always drawn equally long, and the share of it that a small part takes."""

from __future__ import annotations

from typing import Self

from manim import DL, DR, LEFT, RIGHT, UP, VGroup

from scenes import theme
from scenes.components.marks.brace import SpanBrace
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral
from scenes.derivatives.c05a_rules_powers_sums_products.props.blocks import Place, block, lay


class ShareBar(VGroup):
    """The growth of a square as one bar: what the slivers make of it, and what the corner makes.

    Parameters
    ----------
    at
        Its lower left corner, in frame units.
    size
        Width and height, in frame units.
    share
        What the corner makes of the whole, at first.
    """

    def __init__(self, at: Place, size: tuple[float, float], share: float) -> None:
        self.at, self.size = at, size
        self.slivers, self.corner = block(theme.RISE), block(theme.RUN)
        self.corner.set_fill(opacity=1.0).set_stroke(width=0.0)
        self.sliver_name = Formula("2 x thin Delta x", size=theme.FORMULA_SIZE)
        self.percent = Numeral(100 * share, 1, size=theme.FORMULA_SIZE, color=theme.RUN)
        (x, y), (width, height) = at, size
        unit = Formula("%", size=theme.FORMULA_SIZE, color=theme.RUN)
        name = Formula("(Delta x)^2 :", size=theme.FORMULA_SIZE, color=theme.RUN)
        # It stands above the end of the bar, flush with it.
        self.told = VGroup(name, self.percent, unit).arrange(RIGHT, buff=theme.LABEL_GAP)
        self.told.next_to((x + width, y + height, 0.0), UP + LEFT, buff=0.0)
        self.told.shift(theme.LABEL_GAP * UP)
        for one in (self.percent, unit):
            one.stand_on(name.baseline)
        super().__init__(self.slivers, self.corner, self.sliver_name, self.told)
        self.set_share(share)
        whole = VGroup(self.slivers, self.corner)
        self.brace = SpanBrace(
            whole.get_corner(DL),
            whole.get_corner(DR),
            Formula('upright("all of") Delta f', size=theme.FORMULA_SIZE),
        )
        self.sliver_name.move_to(whole)
        self.add(self.brace)

    def set_share(self, share: float) -> Self:
        """Let the corner make another share of the whole, which keeps its length."""
        (x, y), (width, height) = self.at, self.size
        cut = x + (1 - share) * width
        lay(self.slivers, (x, y), (cut, y + height))
        lay(self.corner, (cut, y), (x + width, y + height))
        self.percent.set_value(100 * share)
        return self

    def halves(self) -> VGroup:
        """Return what the slivers make as two blocks side by side, one for each sliver."""
        return VGroup(
            *(self.slivers.copy().stretch(0.5, 0, about_edge=side) for side in (LEFT, RIGHT))
        )
