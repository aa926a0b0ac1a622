"""What each way costs in steps, as level bars on one even scale, with the line of code it takes."""

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
_ROWS, _NARROW_ROWS = (0.74, 0.3, 0.74), (0.84, 0.54, 0.24)
"""Heights of the name, the bar and the code of a way, as shares of its room. Where the code has no
room beside the name, it stands below the bar."""
_BAR = 0.28
"""The height of a bar, as a share of a way's room."""


class CostBars(VGroup):
    """For each way its name, its line of code, and a bar as long as its steps are many.

    Parameters
    ----------
    region
        Where they stand.
    costs
        For each way its name, its steps and the line of code that it changes.

    Attributes
    ----------
    names, codes, steps, bars
        One of each for every way.
    """

    def __init__(self, region: Region, costs: Sequence[tuple[str, int, str]]) -> None:
        most = max(steps for _, steps, _ in costs)
        longest = region.width - _count(most).width - theme.CARD_GAP
        self.names, self.codes, self.steps, self.bars = (VGroup() for _ in range(4))
        rows = region.rows(*[1.0] * len(costs))
        names = [Words(name, size=theme.TABLE_SIZE) for name, _, _ in costs]
        codes = [CodeLine(code, theme.TABLE_SIZE, theme.MUTED) for _, _, code in costs]
        free = region.width - theme.COLUMN_GAP
        beside = all(
            name.width + code.width < free for name, code in zip(names, codes, strict=True)
        )
        name_at, bar_at, code_at = _ROWS if beside else _NARROW_ROWS
        for name, code, (_, steps, _), row in zip(names, codes, costs, rows, strict=True):
            row.fit(name).move_to(row.at(0.0, name_at), aligned_edge=LEFT)
            side = (1.0, RIGHT) if beside else (0.0, LEFT)
            row.fit(code).move_to(row.at(side[0], code_at), aligned_edge=side[1])
            bar = Rectangle(
                width=max(_LEAST, longest * steps / most),
                height=_BAR * row.height,
                stroke_width=0.0,
                fill_color=theme.FUNC,
                fill_opacity=theme.BAR_FILL,
            ).move_to(row.at(0.0, bar_at), aligned_edge=LEFT)
            self.names.add(name)
            self.codes.add(code)
            self.bars.add(bar)
            self.steps.add(_count(steps).next_to(bar, RIGHT, buff=theme.GUTTER))
        super().__init__(self.names, self.codes, self.steps, self.bars)

    def grow(self, place: int) -> Animation:
        """Let one bar grow."""
        return GrowFromEdge(self.bars[place], LEFT, rate_func=theme.ENTER)


def _count(steps: int) -> Formula:
    """Return a number of steps with its unit."""
    unit = "step" if steps == 1 else "steps"
    return Formula(f'{spell(steps, 0)} thick upright("{unit}")', size=theme.FORMULA_SIZE)
