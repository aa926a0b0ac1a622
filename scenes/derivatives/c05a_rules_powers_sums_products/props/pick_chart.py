"""All picks of one letter from each of several brackets, sorted by how many nudges they have."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from manim import RIGHT, VGroup, VMobject

from mathcore.values import FloatArray
from scenes import theme
from scenes.components.marks.brace import SpanBrace
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.roles import in_roles
from scenes.derivatives.c05a_rules_powers_sums_products.props.blocks import Place
from scenes.derivatives.c05a_rules_powers_sums_products.props.pick_grid import tile
from scenes.layout import Region

TERMS_BELOW, BRACES_BELOW = 0.55, 0.78
"""How far below the columns their terms and the braces under these stand, in frame units."""
TERMS_BESIDE, BRACES_BESIDE = 0.3, 0.05
"""How far beside the columns their terms stand, and the braces beside these."""
TILE_MARGIN = 0.38
"""Where the middle of the first tile is in an upright frame, in frame units from the edge."""


class PickChart(VGroup):
    """One column for each number of nudges; in it one row of tiles for each pick, piled upward.

    In an upright frame the columns stand one below the other, and what is told of them beside them.

    Parameters
    ----------
    picks
        How many picks have 0, 1, 2, … nudges; one for each bracket and one more, at the most.
    region
        What the columns fill: they stand on its lower edge, evenly far apart.
    pitch
        Distance between two tiles, in frame units.
    upright
        Whether the columns stand one below the other.
    """

    def __init__(
        self, picks: FloatArray, region: Region, pitch: float, *, upright: bool = False
    ) -> None:
        self.picks, self.region, self.upright = picks, region, upright
        brackets = len(picks) - 1
        chosen_at = [[*combinations(range(brackets), nudges)] for nudges in range(brackets + 1)]
        heights = [len(rows) * pitch for rows in chosen_at]
        places = self._below_each_other(heights) if upright else self._on_one_line(pitch)
        self.columns = [
            VGroup(
                *(
                    VGroup(
                        *(
                            tile(pitch, lit=place in chosen).move_to(
                                (
                                    left + place * pitch,
                                    low + (len(rows) - row - 0.5) * pitch,
                                    0.0,
                                )
                            )
                            for place in range(brackets)
                        )
                    )
                    for row, chosen in enumerate(rows)
                )
            )
            for rows, (left, low) in zip(chosen_at, places, strict=True)
        ]
        none, one, *more = self.columns
        self.terms = self._told()
        counted = f'{{{{n : m}}}} = {spell(brackets, 0)} thick upright("picks")'
        self.counted = in_roles(counted, size=theme.TABLE_SIZE)
        line = "\\ " if upright else ""
        self.braces = VGroup(
            self._brace((none,), Formula("f", size=theme.TABLE_SIZE, color=theme.FUNC)),
            self._brace((one,), self.counted),
            self._brace(
                more,
                in_roles(
                    f'upright("each holds") {line} {{{{(Delta x)^2 : run}}}}',
                    size=theme.TABLE_SIZE,
                ),
            ),
        )
        super().__init__(*self.columns, self.terms, self.braces)

    def _on_one_line(self, pitch: float) -> list[Place]:
        """Return where the first tile of each column and its lower edge are, side by side."""
        region, columns = self.region, len(self.picks)
        width = region.width / columns
        return [
            (region.left + (place + 0.5) * width - (columns - 2) * pitch / 2, region.bottom)
            for place in range(columns)
        ]

    def _below_each_other(self, heights: Sequence[float]) -> list[Place]:
        """Return the same for columns one below the other."""
        region, low, places = self.region, self.region.top, []
        gap = (region.height - sum(heights)) / (len(heights) - 1)
        for height in heights:
            low -= height
            places.append((region.left + TILE_MARGIN, low))
            low -= gap
        return places

    def _told(self) -> VGroup:
        """Return what the picks of each column add up to, no wider than a column has room for."""
        terms = VGroup(*(self._term(nudges) for nudges in range(len(self.picks))))
        if not self.upright:
            room = self.region.width / len(self.picks) - theme.LABEL_GAP
            share = min(1.0, room / max(term.width for term in terms))
            for term in terms:
                term.scale(share)
        return terms

    def _term(self, nudges: int) -> Formula:
        """Write below a column what its picks add up to."""
        many, others = self.picks[nudges], len(self.picks) - 1 - nudges
        front = f"{spell(many, 0)} thin" if many > 1 else ""
        if nudges == 1:  # this is the count that becomes the slope's
            front = f"{{{{{spell(many, 0)} : m}}}} thin"
        nudge = f"{{{{{_power('Delta x', nudges)} : run}}}}" if nudges else ""
        term = in_roles(
            f"{front} {_power('x', others)} thin {nudge}",
            size=theme.TABLE_SIZE,
        )
        column = self.columns[nudges]
        if self.upright:
            return term.next_to(column, RIGHT, buff=TERMS_BESIDE)
        term.stand_on(self.region.bottom - TERMS_BELOW)
        return term.shift((float(column.get_x()) - float(term.get_x())) * RIGHT)

    def _brace(self, columns: Sequence[VGroup], name: VMobject) -> VMobject:
        """Brace some columns from below, or at the right of all terms; one row needs no brace."""
        if self.upright:
            x = float(self.terms.get_right()[0]) + BRACES_BESIDE
            low, high = columns[-1].get_bottom()[1], columns[0].get_top()[1]
            if len(columns) == len(columns[0]) == 1:
                return name.next_to((x, (low + high) / 2, 0.0), RIGHT, buff=theme.CARD_GAP)
            return SpanBrace(np.array([x, low, 0.0]), np.array([x, high, 0.0]), name)
        y = self.region.bottom - BRACES_BELOW
        start, end = columns[0].get_left()[0], columns[-1].get_right()[0]
        return SpanBrace(np.array([start, y, 0.0]), np.array([end, y, 0.0]), name)


def _power(base: str, exponent: int) -> str:
    """Return Typst mathematics for a power; the exponent 1 is not written, nor is the power 0."""
    if exponent < 2:
        return base * exponent
    return f"({base})^{exponent}" if " " in base else f"{base}^{exponent}"
