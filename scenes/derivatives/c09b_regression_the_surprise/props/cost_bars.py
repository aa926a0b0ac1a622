"""What each way costs in steps, as level bars on one even scale, and what it prints."""

from __future__ import annotations

from collections.abc import Sequence

from manim import LEFT, RIGHT, Animation, GrowFromEdge, Rectangle, VGroup

from scenes import theme
from scenes.components.text.code import CodeLine
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.text import Words
from scenes.layout import Region

_LEAST = 0.06
"""The length of the shortest bar that can be seen, in frame units."""
_ROWS = (0.84, 0.53, 0.2)
"""Heights of the name, the bar and the printed line of a way, as shares of its room."""
_LOW, _LOW_ROWS = 1.5, (0.75, 0.25, 0.75)
"""In a room that is lower than so many frame units the printed line stands beside the name."""


class CostBars(VGroup):
    """For each way its name, its steps, a bar as long as these are many, and what it prints.

    Parameters
    ----------
    region
        Where they stand, from its upper to its lower edge.
    costs
        For each way its name, its steps and the line it prints.

    Attributes
    ----------
    names, steps, bars, prints
        One of each for every way.
    """

    def __init__(self, region: Region, costs: Sequence[tuple[str, int, str]]) -> None:
        most = max(steps for _, steps, _ in costs)
        longest = region.width - _count(most).width - theme.LABEL_GAP
        self.names, self.steps, self.bars, self.prints = (VGroup() for _ in range(4))
        rows = region.rows(*[1.0] * len(costs))
        for (name, steps, printed), row in zip(costs, rows, strict=True):
            low = row.height < _LOW
            name_at, bar_at, line_at = _LOW_ROWS if low else _ROWS
            words = row.fit(Words(name, size=theme.TABLE_SIZE))
            words.move_to(row.at(0.0, name_at), aligned_edge=LEFT)
            count = _count(steps)
            bar = Rectangle(
                width=max(_LEAST, longest * steps / most),
                height=theme.GAUGE_WIDTH / 2,
                stroke_width=0.0,
                fill_color=theme.FUNC,
                fill_opacity=theme.BAR_FILL,
            ).move_to(row.at(0.0, bar_at), aligned_edge=LEFT)
            line = row.fit(CodeLine(printed, theme.TABLE_SIZE, theme.EXACT))
            if low:
                line.move_to(row.at(1.0, line_at), aligned_edge=RIGHT)
            else:
                line.move_to(row.at(0.0, line_at), aligned_edge=LEFT)
            count.next_to(bar, RIGHT, buff=theme.LABEL_GAP)
            self.names.add(words)
            self.steps.add(count)
            self.bars.add(bar)
            self.prints.add(line)
        super().__init__(self.names, self.steps, self.bars, self.prints)

    def grow(self, place: int) -> Animation:
        """Let one bar grow."""
        return GrowFromEdge(self.bars[place], LEFT, rate_func=theme.ENTER)


def _count(steps: int) -> Formula:
    """Return a number of steps with its unit."""
    unit = "step" if steps == 1 else "steps"
    return Formula(f'{spell(steps, 0)} thick upright("{unit}")', size=theme.TABLE_SIZE)
