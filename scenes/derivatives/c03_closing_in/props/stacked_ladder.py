"""The windows of the microscope below each other, with their numbers in two columns beside them.

::

                window    miss
    [ x1   ]      1       0.25
                           |
    [ x10  ]     0.1     0.0025
                  |        |
    [ x100 ]     0.01   0.000025
"""

from __future__ import annotations

from collections.abc import Sequence

from manim import DOWN, LEFT, RIGHT, UL, VGroup

from scenes import theme
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral, spell
from scenes.components.text.text import Words
from scenes.derivatives.c03_closing_in.props.ladder import LEVEL, MissLadder
from scenes.derivatives.c03_closing_in.props.level import LevelWindow
from scenes.layout import Region

HEAD_RAISED = 1.15
"""How far above the first number its column is named, in frame units: over the miss that is drawn.
"""
FOOT = 1.5
"""The height of the rule below the windows, in frame units."""
WIDTH = 3.4
"""How wide a window is, in frame units: the names of curve and tangent have room in it."""
WINDOW_GAP, SIDE_GAP = 0.28, 0.3
"""Between two windows, and between them and their numbers, in frame units."""
COLUMNS = (1.24, 2.0)
"""Widths of the columns of numbers, as shares."""


class StackedLadder(MissLadder):
    """The ladder for a frame that is not wide: one window below the other."""

    def _lay(self, region: Region) -> tuple[Sequence[Region], Sequence[Region], Region]:
        middle, foot = region.rows(region.height - FOOT, FOOT)
        rows = middle.rows(*(1 for _ in self.shown), gap=WINDOW_GAP)
        rooms = [Region(row.left, row.left + WIDTH, row.bottom, row.top) for row in rows]
        beside = Region(region.left + WIDTH + SIDE_GAP, region.right, middle.bottom, middle.top)
        return rooms, beside.columns(*COLUMNS), foot

    def _put(self, number: Numeral, window: LevelWindow, line: Region) -> Numeral:
        return number.move_to((line.center[0], window.place.center[1], 0.0))

    def _heads(self) -> VGroup:
        heads = VGroup()
        for name, color, values in (
            ("window", theme.RUN, self.widths),
            ("miss", theme.APPROX, self.misses),
        ):
            head = Words(name, size=theme.TABLE_SIZE, color=color)
            head.set_x(values[0].get_x()).stand_on(values[0].baseline + HEAD_RAISED)
            heads.add(head)
        return heads

    def graph_names(self) -> VGroup:
        """Return the names of curve and tangent: in the bend of the one and below the other."""
        window = self.windows[0].place
        edge = theme.TICK * RIGHT + theme.LABEL_GAP * DOWN
        curve, tangent = (
            Words(name, size=theme.TABLE_SIZE, color=color)
            for name, color in (("curve", theme.FUNC), ("tangent", theme.EXACT))
        )
        tangent.move_to(window.at(0.0, 0.5) + edge, aligned_edge=UL)
        level = Words(LEVEL, size=theme.DIGIT_SIZE, color=theme.MUTED)
        level.next_to(tangent, DOWN, buff=theme.LEG_GAP).align_to(tangent, LEFT)
        return VGroup(window.inset(theme.LABEL_GAP).place(curve, 0.5, 1.0), tangent, level)

    def step(self, place: int) -> VGroup:
        """Return by what the miss is divided from the window above to this one."""
        before, after = self.misses[place - 1 : place + 1]
        arrow = Formula(
            f"stretch(arrow.b, size: #{self.arrow})", size=theme.TABLE_SIZE, color=theme.APPROX
        )
        arrow.move_to((before.get_bottom() + after.get_top()) / 2)
        factor = spell(self.numbers.zoom_shrink, 0)
        told = Formula(f"div {factor}", size=theme.DIGIT_SIZE, color=theme.APPROX)
        return VGroup(arrow, told.next_to(arrow, LEFT, buff=theme.TICK))
