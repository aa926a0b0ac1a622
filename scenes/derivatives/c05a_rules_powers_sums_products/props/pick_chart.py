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
from scenes.derivatives.c05a_rules_powers_sums_products.props.pick_grid import tile
from scenes.layout import Region

TERMS_BELOW, BRACES_BELOW = 0.55, 0.78
"""How far below the columns their terms and the braces under these stand, in frame units."""


class PickChart(VGroup):
    """One column for each number of nudges; in it one row of tiles for each pick, piled upward.

    Parameters
    ----------
    picks
        How many picks have 0, 1, 2, … nudges; one for each bracket and one more, at the most.
    region
        What the columns fill: they stand on its lower edge, evenly far apart.
    pitch
        Distance between two tiles, in frame units.
    """

    def __init__(self, picks: FloatArray, region: Region, pitch: float) -> None:
        self.picks, self.low = picks, region.bottom
        brackets = len(picks) - 1
        width = region.width / (brackets + 1)
        self.columns: list[VGroup] = []
        for nudges in range(brackets + 1):
            left = region.left + (nudges + 0.5) * width - (brackets - 1) * pitch / 2
            chosen_at = [*combinations(range(brackets), nudges)]
            self.columns.append(
                VGroup(
                    *(
                        VGroup(
                            *(
                                tile(pitch, lit=place in chosen).move_to(
                                    (
                                        left + place * pitch,
                                        region.bottom + (len(chosen_at) - row - 0.5) * pitch,
                                        0.0,
                                    )
                                )
                                for place in range(brackets)
                            )
                        )
                        for row, chosen in enumerate(chosen_at)
                    )
                )
            )
        none, one, *more = self.columns
        self.terms = VGroup(*(self._term(nudges) for nudges in range(brackets + 1)))
        counted = f'{{{{n : m}}}} = {spell(brackets, 0)} thick upright("picks")'
        self.counted = in_roles(counted, size=theme.TABLE_SIZE)
        self.braces = VGroup(
            self._brace((none,), Formula("f", size=theme.TABLE_SIZE, color=theme.FUNC)),
            self._brace((one,), self.counted),
            self._brace(
                more,
                in_roles('upright("each holds") {{(Delta x)^2 : run}}', size=theme.TABLE_SIZE),
            ),
        )
        super().__init__(*self.columns, self.terms, self.braces)

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
        term.stand_on(self.low - TERMS_BELOW)
        return term.shift((float(self.columns[nudges].get_x()) - float(term.get_x())) * RIGHT)

    def _brace(self, columns: Sequence[VGroup], name: VMobject) -> SpanBrace:
        """Brace some columns from below."""
        y = self.low - BRACES_BELOW
        start, end = columns[0].get_left()[0], columns[-1].get_right()[0]
        return SpanBrace(np.array([start, y, 0.0]), np.array([end, y, 0.0]), name)


def _power(base: str, exponent: int) -> str:
    """Return Typst mathematics for a power; the exponent 1 is not written, nor is the power 0."""
    if exponent < 2:
        return base * exponent
    return f"({base})^{exponent}" if " " in base else f"{base}^{exponent}"
