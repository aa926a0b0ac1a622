"""A short program on a plate, with a bar behind the line that is pointed at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from manim import (
    LEFT,
    UP,
    Animation,
    Rectangle,
    Transform,
    VGroup,
)

from scenes import theme
from scenes.components.marks.plate import plate
from scenes.components.text.code import CodeLine

SIZE = theme.TABLE_SIZE
_PITCH = 0.0126
"""Frame units from line to line, per unit of font size."""
_MIDDLE = 0.24
"""How far above its baseline the middle of a line's letters is, in pitches."""


class Program(VGroup):
    """Lines of code on a plate.

    Parameters
    ----------
    code
        The lines.
    size
        Named in the theme.

    Attributes
    ----------
    panel, bar, lines
        The plate, the bar behind a line that is pointed at, and the lines.
    """

    def __init__(self, code: Sequence[str], size: float = SIZE) -> None:
        self.code, self.pitch = tuple(code), _PITCH * size
        advance = CodeLine("00", size, theme.INK).width - CodeLine("0", size, theme.INK).width
        self.lines = VGroup()
        for place, text in enumerate(self.code):
            line = CodeLine(text, size, theme.INK)
            indent = len(text) - len(text.lstrip())
            line.stand_on(-place * self.pitch).align_to((indent * advance, 0.0, 0.0), LEFT)
            self.lines.add(line)
        longest = max(len(text) for text in code)
        self.panel = plate(
            longest * advance + 3 * theme.GUTTER,
            len(code) * self.pitch + theme.GUTTER,
            theme.GRID,
        )
        top = self.pitch / 2 + theme.GUTTER
        self.panel.move_to((longest * advance / 2, top, 0.0), aligned_edge=UP)
        self.bar = Rectangle(
            width=self.panel.width - theme.GUTTER,
            height=self.pitch,
            stroke_width=0.0,
            fill_color=theme.GRID,
            fill_opacity=0.0,
        )
        self._lay_bar(self.bar, 0)
        super().__init__(self.panel, self.bar, self.lines)

    def line(self, place: int) -> CodeLine:
        """Return one line."""
        return cast(CodeLine, self.lines[place])

    def point_at(self, place: int) -> Animation:
        """Lay the bar behind a line; all lines stay as bright as they are."""
        target = self.copy()
        self._lay_bar(target.bar, place).set_fill(opacity=1.0)
        return Transform(self, target, run_time=theme.FADE)

    def _lay_bar(self, bar: Rectangle, place: int) -> Rectangle:
        """Put a bar behind a line, whatever letters that has."""
        middle = self.line(place).baseline + _MIDDLE * self.pitch
        return bar.move_to((float(self.panel.get_center()[0]), middle, 0.0))
