"""Two distances that shrink at two speeds, as bars with a mark at one half."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from manim import DOWN, LEFT, RIGHT, UP, Rectangle, VGroup, VMobject

from scenes import theme
from scenes.components.marks.brace import Hairline
from scenes.components.text.formula import Formula
from scenes.layout import Region


class ModeBars(VGroup):
    """Level bars, each as long as what is left of its distance; the whole is the region's width.

    Parameters
    ----------
    region
        Where they stand: the bars share its height, each at the foot of its part.
    colors
        Of the bars, named in the theme: one bar for each.
    """

    def __init__(self, region: Region, colors: Sequence[str]) -> None:
        self.length = region.width
        rows = region.rows(*[1.0] * len(colors))
        self.frames, self.bars = VGroup(), VGroup()
        for row, color in zip(rows, colors, strict=True):
            frame = Rectangle(
                width=region.width,
                height=theme.GAUGE_WIDTH / 2,
                stroke_color=theme.MUTED,
                stroke_width=theme.FRAME_STROKE,
            )
            row.place(frame, 0.5, 0.0)
            bar = Rectangle(
                width=region.width,
                height=theme.GAUGE_WIDTH / 2,
                stroke_width=0.0,
                fill_color=color,
                fill_opacity=theme.BAR_FILL,
            ).move_to(frame)
            self.frames.add(frame)
            self.bars.add(bar)
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
        super().__init__(self.frames, self.bars, self.half, self.half_name)
        self.put(*[1.0] * len(colors))

    def put(self, *shares: float) -> Self:
        """Let so much be left of each distance."""
        self.shares = shares
        for share, bar, frame in zip(shares, self.bars, self.frames, strict=True):
            bar.stretch_to_fit_width(max(self.length * min(share, 1.0), theme.VANISH))
            bar.move_to(frame.get_edge_center(LEFT), aligned_edge=LEFT)
        return self

    def bar(self, which: int) -> VMobject:
        """Return one bar."""
        bar: VMobject = self.bars[which]
        return bar

    @property
    def right(self) -> float:
        """The x at which a whole bar ends, in frame units."""
        return float(self.frames.get_edge_center(RIGHT)[0])
