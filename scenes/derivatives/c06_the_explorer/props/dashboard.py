"""The explorer's dashboard: a lit tile for each reading about one point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any, Self

import numpy as np
from manim import AnimationGroup, RoundedRectangle, VGroup, VMobject

from mathcore.slopes.panel import Panel
from scenes import theme
from scenes.components.marks.plate import outline
from scenes.components.motion.sweep import animated
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral
from scenes.components.text.table import shortest
from scenes.components.text.text import Words
from scenes.layout import Region

ROWS = {
    "x0": ('upright("point") thin x_0', theme.RUN),
    "value": ('upright("height") thin f(x_0)', theme.FUNC),
    "slope": ('upright("true slope")', theme.EXACT),
    "h": ('upright("gap") thin h', theme.RUN),
    "quotient": ('upright("quotient")', theme.APPROX),
    "error": ('upright("error")', theme.ERROR),
}
"""By the reading's name in ``mathcore``: what stands before it, and its role."""
SPACING = 0.14
"""The distance between two tiles, in frame units."""
MOST_DECIMALS = 4


class Dashboard(VGroup):
    """Tiles one above the other, a name and a number on each, set on one decimal point.

    A reading that does not exist, a slope at a corner, is told by a word. What is too wide for the
    region is drawn smaller.

    Parameters
    ----------
    region
        The region of all tiles, which share its height.
    rows
        The names of the readings, from top to bottom: keys of ``ROWS``.
    readings
        All that it will show, the first one first: there is room for the largest and for as many
        decimals as any of them needs.
    decimals
        For numbers that run: how many decimals each has. There is room for one more digit, too.
    """

    def __init__(
        self,
        region: Region,
        rows: Sequence[str],
        readings: Sequence[Panel],
        decimals: int | None = None,
    ) -> None:
        self.names: dict[str, Formula] = {}
        self.numbers: dict[str, VMobject] = {}
        self.tiles: dict[str, RoundedRectangle] = {}
        for row in rows:
            values = [float(getattr(reading, row)) for reading in readings]
            text, color = ROWS[row]
            self.names[row] = Formula(text, size=theme.TABLE_SIZE, color=color)
            self.numbers[row] = _number(values, row, decimals)
        self._shrink(region.width - 2 * theme.GUTTER)
        parts = region.rows(*[1] * len(rows), gap=SPACING)
        point = region.right - theme.GUTTER - max(_after_point(n) for n in self.numbers.values())
        for row, part in zip(rows, parts, strict=True):
            name, number = self.names[row], self.numbers[row]
            baseline = float(part.center[1]) - _capital(number) / 2
            name.stand_on(baseline)
            name.shift((part.left + theme.GUTTER - name.get_left()[0], 0.0, 0.0))
            if isinstance(number, Numeral):
                number.stand_on(baseline).pin_point(point)
            elif isinstance(number, Words):
                number.stand_on(baseline)
                number.shift((part.right - theme.GUTTER - number.get_right()[0], 0.0, 0.0))
            tile = outline(part.width, part.height, ROWS[row][1])
            self.tiles[row] = tile.move_to(part.center)
        super().__init__(*(self.row(row) for row in rows))

    def _shrink(self, width: float) -> None:
        """Scale names and numbers down until the widest of each fit side by side."""
        left = max(name.width for name in self.names.values())
        whole = max(number.width - _after_point(number) for number in self.numbers.values())
        right = whole + max(_after_point(number) for number in self.numbers.values())
        share = min(1.0, width / (left + theme.GUTTER + right))
        for part in (*self.names.values(), *self.numbers.values()):
            part.scale(share)

    def row(self, name: str) -> VGroup:
        """Return the tile of one reading with its name and its number."""
        return VGroup(self.tiles[name], self.names[name], self.numbers[name])

    def rows(self, *names: str) -> VGroup:
        """Return several tiles."""
        return VGroup(*(self.row(name) for name in names))

    def blank(self, names: Sequence[str]) -> VGroup:
        """Return tiles that are not lit: their names are muted, and they have no number yet."""
        for name in names:
            self.tiles[name].set_stroke(color=theme.GRID)
            self.names[name].set_color(theme.MUTED)
        return VGroup(*(VGroup(self.tiles[name], self.names[name]) for name in names))

    def light(self, name: str, **kwargs: Any) -> AnimationGroup:
        """Return the animation that gives a tile and its name their colour."""
        color = ROWS[name][1]
        tile, label = (animated(part, **kwargs) for part in (self.tiles[name], self.names[name]))
        return AnimationGroup(tile.set_stroke(color=color), label.set_color(color))

    def put(self, reading: Panel) -> Self:
        """Show the readings of another state."""
        for field in fields(reading):
            number = self.numbers.get(field.name)
            if isinstance(number, Numeral):
                number.set_value(float(getattr(reading, field.name)))
        return self


def _number(values: list[float], row: str, decimals: int | None) -> Numeral | Words:
    """Return the first value as a number with room for all, or the word for no value."""
    color = ROWS[row][1]
    if not np.isfinite(values[0]):
        return Words("none", size=theme.TABLE_SIZE, color=color)
    places = max(shortest(value, MOST_DECIMALS) for value in values)
    runs = decimals is not None
    return Numeral(
        values[0],
        places if decimals is None else decimals,
        digits=len(str(int(max(abs(value) for value in values)))) + runs,
        signed=runs or min(values) < 0,
        size=theme.KEY_SIZE,
        color=color,
    )


def _after_point(number: VMobject) -> float:
    """Return the width of what stands at the decimal point and after it."""
    return number.slots_right - number.point_x if isinstance(number, Numeral) else 0.0


def _capital(number: VMobject) -> float:
    """Return the height of a digit."""
    return float(number.get_top()[1]) - number.baseline if isinstance(number, Numeral) else 0.25
