"""What each way costs in steps: its name, and a level bar on one even scale."""

from __future__ import annotations

from collections.abc import Sequence

from manim import LEFT, RIGHT, Animation, GrowFromEdge, Rectangle, VGroup

from scenes import theme
from scenes.components.text.numeral import Numeral
from scenes.components.text.text import Words
from scenes.layout import Region

_LEAST = 0.06
"""The length of the shortest bar that can be seen, in frame units."""


class CostBars(VGroup):
    """For each way its name, the steps it takes, and below them a bar as long as these are many.

    Parameters
    ----------
    region
        Where they stand, from its upper to its lower edge.
    costs
        For each way its name and its steps.

    Attributes
    ----------
    names, steps, bars
        One of each for every way.
    """

    def __init__(self, region: Region, costs: Sequence[tuple[str, int]]) -> None:
        most = max(steps for _, steps in costs)
        self.names, self.steps, self.bars = VGroup(), VGroup(), VGroup()
        for (name, steps), row in zip(costs, region.rows(*[1.0] * len(costs)), strict=True):
            words = region.fit(Words(name, size=theme.TABLE_SIZE))
            bar = Rectangle(
                width=max(_LEAST, region.width * steps / most),
                height=theme.GAUGE_WIDTH / 2,
                stroke_width=0.0,
                fill_color=theme.INK,
                fill_opacity=theme.BAR_FILL,
            )
            told = VGroup(
                Numeral(steps, size=theme.TABLE_SIZE),
                Words("step" if steps == 1 else "steps", size=theme.TABLE_SIZE),
            )
            told[1].next_to(told[0], RIGHT, buff=theme.LABEL_GAP).stand_on(told[0].baseline)
            for part, height in ((words, 0.84), (told, 0.53), (bar, 0.26)):
                part.move_to(row.at(0.0, height), aligned_edge=LEFT)
            self.names.add(words)
            self.steps.add(region.fit(told))
            self.bars.add(bar)
        super().__init__(self.names, self.steps, self.bars)

    def grow(self, place: int) -> Animation:
        """Let one bar grow."""
        return GrowFromEdge(self.bars[place], LEFT, rate_func=theme.ENTER)
