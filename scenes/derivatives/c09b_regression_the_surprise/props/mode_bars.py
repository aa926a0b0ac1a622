"""Two distances that shrink at two speeds, as bars with a mark at one half."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from manim import DOWN, LEFT, RIGHT, UP, Rectangle, VGroup, VMobject

from scenes import theme
from scenes.components.marks.brace import Hairline
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral
from scenes.components.text.text import Words
from scenes.layout import Region

_BAR = 0.62
"""The length of a whole bar, as a share of its room's width; beside it stands what is left."""
_WHOLE = 100
"""All of a distance, in per cent."""


class ModeBars(VGroup):
    """Level bars, each as long as what is left of its distance, with that share beside it.

    Parameters
    ----------
    rooms
        Where they stand, all equally wide: each bar at the foot of its room.
    colors
        Of the bars, named in the theme: one for each room.

    Attributes
    ----------
    rows
        For each bar its frame, the bar itself and what is written beside it.
    half, half_name
        The marks at one half of all bars, and the name of the last one.
    """

    def __init__(self, rooms: Sequence[Region], colors: Sequence[str]) -> None:
        self.length = _BAR * rooms[0].width
        self.frames, self.bars, self.left = VGroup(), VGroup(), VGroup()
        for row, color in zip(rooms, colors, strict=True):
            frame = Rectangle(
                width=self.length,
                height=theme.GAUGE_WIDTH / 2,
                stroke_color=theme.MUTED,
                stroke_width=theme.FRAME_STROKE,
            )
            row.place(frame, 0.0, 0.0)
            bar = Rectangle(
                width=self.length,
                height=theme.GAUGE_WIDTH / 2,
                stroke_width=0.0,
                fill_color=color,
                fill_opacity=theme.BAR_FILL,
            ).move_to(frame)
            share = Numeral(_WHOLE, digits=len(str(_WHOLE)), size=theme.DIGIT_SIZE, color=color)
            told = VGroup(share, Words("% left", size=theme.DIGIT_SIZE, color=color))
            told[1].next_to(share, RIGHT, buff=theme.TICK).stand_on(share.baseline)
            row.place(told, 1.0, 0.0).set_y(float(frame.get_center()[1]))
            self.frames.add(frame)
            self.bars.add(bar)
            self.left.add(told)
        self.half = VGroup(
            *(
                Hairline(
                    frame.get_edge_center(UP),
                    frame.get_edge_center(DOWN) + theme.TICK * DOWN,
                    theme.INK,
                )
                for frame in self.frames
            )
        )
        self.half_name = Formula("1 \\/ 2", size=theme.DIGIT_SIZE)
        self.half_name.next_to(self.half[-1], DOWN, buff=theme.TICK)
        self.rows = VGroup(*map(VGroup, self.frames, self.bars, self.left))
        super().__init__(self.rows, self.half, self.half_name)
        self.put(*[1.0] * len(colors))

    def put(self, *shares: float) -> Self:
        """Let so much be left of each distance."""
        self.shares = shares
        parts = zip(shares, self.bars, self.frames, self.left, strict=True)
        for share, bar, frame, told in parts:
            whole = min(share, 1.0)
            bar.stretch_to_fit_width(max(self.length * whole, theme.VANISH))
            bar.move_to(frame.get_edge_center(LEFT), aligned_edge=LEFT)
            told[0].set_value(_WHOLE * whole)
        return self

    def bar(self, which: int) -> VMobject:
        """Return one bar."""
        bar: VMobject = self.bars[which]
        return bar
