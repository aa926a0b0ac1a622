"""Clip 02: the line goes on. A small clip is one file."""

from __future__ import annotations

from manim import Create, Line
from scenes.doubling.accent import DOUBLED
from scenes.doubling.map.clip import DoublingClip

from scenes import theme


class OneLine(DoublingClip):
    """A line across the whole stage."""

    clip_number = "02"

    def line_goes_on(self) -> None:
        full = self.layout.full.part(0.05, 0.95, 0.05, 0.95)
        line = Line((full.left, full.bottom, 0), (full.right, full.top, 0), stroke_color=DOUBLED)
        self.play(Create(line.set_stroke(width=theme.CURVE_STROKE)))

    def tile(self) -> None:
        self.clear_stage()
        self.fill_tile("line")
