"""The place of a descent after each step, and a bar for the distance that is left."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from manim import LEFT, Animation, FadeIn, GrowFromEdge, LaggedStart, Rectangle, VGroup

from scenes import theme
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral
from scenes.components.text.table import shortest
from scenes.layout import Region

_BAR_SHARE = 0.65
"""Height of a bar, in row pitches."""


class DistanceRows(VGroup):
    """Numbers under each other on their decimal points, each with a bar beside it.

    Parameters
    ----------
    steps
        The step that each row shows; dots stand for steps that are left out.
    values
        The numbers of the rows.
    lengths
        The distances that the bars show, unscaled; empty for no bars.
    region
        Where the rows go; the longest bar ends at its right edge.
    decimals
        Most decimals of a number; each has as few as it needs.
    """

    def __init__(
        self,
        steps: Sequence[int],
        values: Sequence[float],
        lengths: Sequence[float],
        region: Region,
        decimals: int,
    ) -> None:
        self.numbers, self.bars, self.dots = VGroup(), VGroup(), VGroup()
        gaps = [after - before > 1 for before, after in pairwise(steps)]
        pitch = min(theme.WIDE_PITCH, region.height / (len(steps) + sum(gaps)))
        baselines, level = [], region.top - pitch / 2 - theme.TICK
        for skipped in (False, *gaps):
            level -= pitch if skipped else 0.0
            baselines.append(level)
            level -= pitch
        for value, baseline in zip(values, baselines, strict=True):
            self.numbers.add(
                Numeral(
                    value, shortest(value, decimals), size=theme.TABLE_SIZE, color=theme.RUN
                ).stand_on(baseline)
            )
        left = max(float(n.point_x - n.get_left()[0]) for n in self._numerals)
        for number in self._numerals:
            number.pin_point(region.left + left)
        edge = float(self.numbers.get_right()[0]) + theme.GUTTER
        unit = (region.right - edge) / max([*lengths, theme.VANISH])
        for length, number in zip(lengths, self._numerals, strict=False):
            bar = Rectangle(
                width=max(length * unit, theme.VANISH),
                height=_BAR_SHARE * pitch,
                stroke_width=0.0,
                fill_color=theme.RUN,
                fill_opacity=theme.BAR_FILL,
            )
            bar.move_to((edge, number.get_center()[1], 0.0), aligned_edge=LEFT)
            self.bars.add(bar)
        self.bar_edge = edge
        for skipped, baseline in zip(gaps, baselines, strict=False):
            if skipped:
                dots = Formula("dots.v", size=theme.TABLE_SIZE, color=theme.MUTED)
                dots.move_to((self.numbers.get_center()[0], baseline - pitch + theme.TICK, 0.0))
                self.dots.add(dots)
        super().__init__(self.numbers, self.bars, self.dots)

    @property
    def _numerals(self) -> list[Numeral]:
        return [number for number in self.numbers if isinstance(number, Numeral)]

    def enter(self, place: int, seconds: float) -> Animation:
        """Bring one row in within some seconds: the number, then its bar."""
        parts: list[Animation] = [FadeIn(self.numbers[place])]
        parts += [GrowFromEdge(bar, LEFT) for bar in self.bars[place : place + 1]]
        return LaggedStart(*parts, lag_ratio=theme.LAG, run_time=seconds)
