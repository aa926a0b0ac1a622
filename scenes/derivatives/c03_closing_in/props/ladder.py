"""Windows side by side, each showing a part of the one before, and what a tangent misses in them.

::

    curve   [ x1  ]      [ x10 ]      [ x100 ]
    window     1           0.1           0.01
    miss      0.25  -> 100 0.0025 -> 100 0.000025
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manim import DOWN, LEFT, RIGHT, UL, UP, VGroup, VMobject
from manim.typing import Point3D

from lessons.derivatives.c03.numbers import Numbers
from scenes import theme
from scenes.components.marks.plate import outline
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral, spell
from scenes.components.text.readout import Readout
from scenes.components.text.table import shortest
from scenes.components.text.text import Words
from scenes.derivatives.c03_closing_in.props.lens import WindowFrame
from scenes.derivatives.c03_closing_in.props.level import LevelWindow
from scenes.layout import Region

COLUMNS = (0.52, 1.0, 1.0, 1.0)
"""Widths of the names at the left and of the windows, as shares."""
COLUMN_GAP = 0.45
"""Between two windows, in frame units: the miss is drawn there."""
STEEP = 6.6
"""How many units upward the first window shows on the length of one unit across, at first."""
ARROW_RAISED = 0.02
"""How far above the middle of a number the middle of an arrow with its factor stands."""
LEVEL = "laid level"
"""What has been done with the tangent."""


class MissLadder:
    """The windows of the microscope side by side, and everything that stands at them.

    Attributes
    ----------
    foot
        Where the rule stands.

    Parameters
    ----------
    region
        Where they stand.
    numbers
        The numbers of the clip.
    arrow
        How long the arrow from one number to the next is, in Typst's units.
    rows
        Heights of the windows, of their widths, of what is missed and of the rule, as shares.
    """

    def __init__(
        self, region: Region, numbers: Numbers, arrow: str, rows: Sequence[float] = ()
    ) -> None:
        self.numbers, self.arrow, self.row_shares = numbers, arrow, rows
        widest, *self.shown = numbers.zoom_windows
        rooms, lines, self.foot = self._lay(region)
        self.windows = [
            LevelWindow(
                room,
                numbers.parabola.value,
                numbers.zoom_tangent,
                width=at.width,
                widest=widest.width,
                steep=STEEP,
            )
            for room, at in zip(rooms, self.shown, strict=True)
        ]
        for window in self.windows[1:]:
            window.lay(1.0)
        self.frames = VGroup(
            *(outline(room.width, room.height, theme.GRID).move_to(room.center) for room in rooms)
        )
        self.factors = VGroup(
            *(
                Readout("times", factor, size=theme.DIGIT_SIZE).move_to(
                    room.inset(theme.LABEL_GAP).at(0.0, 1.0), aligned_edge=UL
                )
                for room, factor in zip(rooms, numbers.zoom_factors, strict=True)
            )
        )
        widths, misses = lines
        self.widths = self._numbers([at.width for at in self.shown], widths, theme.RUN)
        self.misses = self._numbers([at.gap for at in self.shown], misses, theme.APPROX)
        self.heads = self._heads()

    def _lay(self, region: Region) -> tuple[Sequence[Region], Sequence[Region], Region]:
        """Return the room of each window, of both lines of numbers, and of the rule."""
        above, widths, misses, foot = region.rows(*self.row_shares)
        _, *rooms = above.columns(*COLUMNS, gap=COLUMN_GAP)
        return rooms, (widths, misses), foot

    def _numbers(self, values: Sequence[float], line: Region, color: str) -> list[Numeral]:
        return [
            self._put(Numeral(value, shortest(value), size=theme.TABLE_SIZE, color=color), at, line)
            for value, at in zip(values, self.windows, strict=True)
        ]

    def _put(self, number: Numeral, window: LevelWindow, line: Region) -> Numeral:
        """Put a number below its window, on the foot of its line."""
        number.set_x(float(window.place.center[0]))
        return number.stand_on(line.bottom + theme.LABEL_GAP)

    def measure(self, place: int) -> VGroup:
        """Return how wide a window is and what is missed in it, in numbers."""
        room = self.windows[place].place
        below = theme.TICK / 2 * DOWN
        span = span_below(room.at(0.0, 0.0) + below, room.at(1.0, 0.0) + below)
        return VGroup(span, self.widths[place], self.misses[place])

    def _heads(self) -> VGroup:
        """Return the names of the two lines below the windows, which end at a common edge."""
        heads, right = VGroup(), self.windows[0].place.left - theme.LABEL_GAP
        for name, color, value in (
            ("window", theme.RUN, self.widths[0]),
            ("miss", theme.APPROX, self.misses[0]),
        ):
            head = Words(name, size=theme.TABLE_SIZE, color=color)
            head.shift((right - float(head.get_right()[0])) * RIGHT)
            heads.add(head.stand_on(value.baseline))
        return heads

    def graph_names(self) -> VGroup:
        """Return the names of curve and tangent, left of where they enter; the tangent is level."""
        window = self.windows[0]
        left = np.array([window.middle.x - window.width_shown / 2])
        names = VGroup()
        for name, graph, color in (
            ("curve", window.curve_at, theme.FUNC),
            ("tangent", window.tangent_at, theme.EXACT),
        ):
            end = window.map(float(left[0]), float(graph(left)[0]))
            names.add(
                Words(name, size=theme.TABLE_SIZE, color=color).next_to(
                    end, LEFT, buff=theme.LABEL_GAP
                )
            )
        level = Words(LEVEL, size=theme.DIGIT_SIZE, color=theme.MUTED)
        level.next_to(names[-1], DOWN, buff=theme.LABEL_GAP).align_to(names[-1], RIGHT)
        return names.add(level)

    def mark(self, place: int) -> WindowFrame:
        """Return the frame about what a window shows, in the window before it."""
        return WindowFrame(self.windows[place - 1], self.windows[place])

    def step(self, place: int) -> VGroup:
        """Return by what the miss is divided from the window before to this one."""
        before, after = self.misses[place - 1 : place + 1]
        step = Formula(
            f"limits(stretch(->, size: #{self.arrow}))^(div {spell(self.numbers.zoom_shrink, 0)})",
            size=theme.TABLE_SIZE,
            color=theme.APPROX,
        )
        # The arrow lies at half the height of the digits, what it does above it.
        step.move_to((before.get_right() + after.get_left()) / 2).shift(ARROW_RAISED * UP)
        return VGroup(step)


def span_below(start: Point3D, end: Point3D) -> VMobject:
    """Return a bracket that measures the way between two points at its upper side."""
    span = VMobject(stroke_color=theme.RUN, stroke_width=theme.BRACE_STROKE, fill_opacity=0.0)
    deep = theme.LEG_GAP * DOWN
    return span.set_points_as_corners([start, start + deep, end + deep, end])
