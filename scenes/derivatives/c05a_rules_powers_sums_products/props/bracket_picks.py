"""Brackets side by side, from each of which one letter is picked, and a pick as a row of tiles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

import numpy as np
from manim import Circle, Line, VGroup

from scenes import theme
from scenes.components.marks.plate import outline
from scenes.components.motion.attention import dimmed_opacity
from scenes.components.text.formula import Formula
from scenes.derivatives.c05a_rules_powers_sums_products.props.pick_grid import tile
from scenes.layout import Region

BOX_SHARE = 0.86
"""The width of a bracket, as a share of the distance between two."""
LEVELS = (0.78, 0.22)
"""The heights of x and of its nudge in a bracket, as shares of its height."""
REACH = 0.32
"""The radius of the ring about a picked letter, as a share of the distance between two."""
NUDGE, OLD = "Delta x", "x"
Picks = Sequence[float]
"""For each bracket, 0 where x is picked and 1 where the nudge is; between on the way."""


class BracketPicks(VGroup):
    """Brackets that stand upright: x above its nudge; a path joins rings about the picked letters.

    Parameters
    ----------
    region
        Where they stand.
    count
        How many are drawn.
    """

    def __init__(self, region: Region, count: int) -> None:
        pitch = region.width / (count - 1 + BOX_SHARE)
        self.columns = [
            Region(left, left + pitch * BOX_SHARE, region.bottom, region.top)
            for left in (region.left + place * pitch for place in range(count))
        ]
        self.reach = pitch * REACH
        self.boxes = VGroup(
            *(outline(one.width, one.height).move_to(one.center) for one in self.columns)
        )
        self.old, self.nudges, self.signs = VGroup(), VGroup(), VGroup()
        for one in self.columns:
            for group, name, color, height in (
                (self.old, OLD, theme.INK, LEVELS[0]),
                (self.nudges, NUDGE, theme.RUN, LEVELS[1]),
                (self.signs, "+", theme.MUTED, 0.5),
            ):
                letter = Formula(name, size=theme.FORMULA_SIZE, color=color)
                group.add(letter.move_to(one.at(0.5, height)))
        self.path = VGroup(
            *(
                Line(stroke_color=theme.EXACT, stroke_width=theme.APPROX_STROKE)
                for _ in self.columns[1:]
            )
        )
        self.rings = VGroup(
            *(
                Circle(self.reach, stroke_color=theme.EXACT, stroke_width=theme.APPROX_STROKE)
                for _ in self.columns
            )
        )
        self.path.add(self.rings)
        super().__init__(self.boxes, self.signs, self.old, self.nudges)
        self.pick([0.0] * count)
        self.light([0.5] * count)

    def pick(self, picks: Picks) -> Self:
        """Lead the path through other letters, and light these."""
        nodes = [
            one.at(0.5, LEVELS[0] + share * (LEVELS[1] - LEVELS[0]))
            for one, share in zip(self.columns, picks, strict=True)
        ]
        aside = np.array([self.reach, 0.0, 0.0])
        for ring, node in zip(self.rings, nodes, strict=True):
            ring.move_to(node)
        for line, start, end in zip(self.path[:-1], nodes[:-1], nodes[1:], strict=True):
            line.put_start_and_end_on(start + aside, end - aside)
        return self.light(picks)

    def light(self, picks: Picks) -> Self:
        """Light the picked letters and dim the others; at one half both are lit."""
        for old, nudge, share in zip(self.old, self.nudges, picks, strict=True):
            for letter, color, lit in (
                (old, theme.INK, min(1.0, 2 * (1 - share))),
                (nudge, theme.RUN, min(1.0, 2 * share)),
            ):
                least = dimmed_opacity(color)
                letter.set_opacity(least + (1 - least) * lit)
        return self


class PickRow(VGroup):
    """The picked letters side by side, each on its tile; the first one is at the origin.

    Parameters
    ----------
    picks
        For each bracket, whether its nudge is picked (1) or x (0).
    pitch
        Distance between two letters, in frame units.
    """

    def __init__(self, picks: Sequence[int], pitch: float) -> None:
        self.tiles, self.letters = VGroup(), VGroup()
        for place, picked in enumerate(picks):
            ground = tile(pitch, lit=bool(picked)).move_to((place * pitch, 0.0, 0.0))
            # On the bright tile of a nudge stands a dark letter.
            letter = Formula(
                NUDGE if picked else OLD,
                size=theme.DIGIT_SIZE,
                color=theme.BG if picked else theme.INK,
            )
            self.tiles.add(ground)
            self.letters.add(letter.move_to(ground))
        super().__init__(self.tiles, self.letters)
