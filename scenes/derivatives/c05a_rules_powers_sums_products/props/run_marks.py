"""The run under each rise of a stack of bars, and the slanted side above it."""

from __future__ import annotations

from typing import Self, cast

from manim import DOWN, UP, Line, VGroup

from scenes import theme
from scenes.components.marks.dashes import Dashes
from scenes.components.text.formula import Formula
from scenes.derivatives.c05a_rules_powers_sums_products.props.waterfall import Waterfall


class RunMarks(VGroup):
    """What makes a slope triangle of each rise: its run, how long that is, and its slanted side.

    Parameters
    ----------
    fall
        The bars; each rise is as wide as its run.
    length
        How long each run is, in Typst mathematics.
    """

    def __init__(self, fall: Waterfall, length: str) -> None:
        self.fall = fall
        self.runs = VGroup(
            *(Line(stroke_color=theme.RUN, stroke_width=theme.NUDGE_STROKE) for _ in fall.bars)
        )
        ends = fall.base.get_start(), fall.base.get_end()
        self.slants = VGroup(*(Dashes(*ends) for _ in fall.bars))
        super().__init__(self.runs, self.slants)
        self.follow()
        self.lengths = self.measure(length)
        self.add(self.lengths)

    def follow(self) -> Self:
        """Lay runs and slanted sides where the rises are now; the lengths move with the runs."""
        for place, (run, slant) in enumerate(zip(self.runs, self.slants, strict=True)):
            span = self.fall.span_of(place)
            run.put_start_and_end_on(span.at(0.0, 0.0), span.at(1.0, 0.0))
            cast(Dashes, slant).put(span.at(0.0, 0.0), span.at(1.0, 1.0))
        if len(self.submobjects) > 2:
            self._put_beside(self.lengths)
        return self

    def measure(self, length: str) -> VGroup:
        """Return a length for each run, on the side of it on which there is no rise."""
        return self._put_beside(
            VGroup(*(Formula(length, size=theme.TABLE_SIZE, color=theme.RUN) for _ in self.runs))
        )

    def slopes(self) -> VGroup:
        """Return a solid line in the place of each slanted side, for what is now a slope."""
        return VGroup(
            *(
                Dashes(slant.start, slant.end, color=theme.EXACT).set_openness(0.0)
                for slant in cast("list[Dashes]", [*self.slants])
            )
        )

    def _put_beside(self, lengths: VGroup) -> VGroup:
        for place, (length, run) in enumerate(zip(lengths, self.runs, strict=True)):
            side = UP if self.fall.span_of(place).height < -theme.VANISH else DOWN
            length.next_to(run, side, buff=theme.LEG_GAP)
        return lengths
