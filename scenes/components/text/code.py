"""A card with a few lines of code, which can run and print."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from manim import (
    DOWN,
    LEFT,
    UP,
    Animation,
    FadeIn,
    ShowIncreasingSubsets,
    Transform,
    VGroup,
    linear,
)

from scenes import theme
from scenes.components.marks.plate import plate
from scenes.components.motion.attention import dimmed_opacity
from scenes.components.text.text import Lettering, quote

_OUTPUT_PITCHES = 1.4
"""How far below the last line the printed one stands."""


class CodeLine(Lettering):
    """One line of code in the code face, its indentation kept."""

    def __init__(self, text: str, size: float, color: str) -> None:
        self.text = text
        super().__init__(
            f"#text(font: {quote(theme.CODE_FONT)}, fallback: false, raw({quote(text.strip())}))",
            font_size=size,
            color=color,
        )


class CodeCard(VGroup):
    """Lines of code on a panel, and the line they print.

    Parameters
    ----------
    lines
        The code, at most seven lines of 40 characters: more cannot be read in a film.
    output
        What it prints, if anything; shown only by :meth:`print_line`.
    size
        Named in the theme.

    Raises
    ------
    ValueError
        If there are more or longer lines than these.
    """

    MOST_LINES = 7
    MOST_CHARACTERS = 40

    def __init__(
        self, lines: Sequence[str], output: str | None = None, size: float = theme.TICK_SIZE
    ) -> None:
        if len(lines) > self.MOST_LINES or any(len(line) > self.MOST_CHARACTERS for line in lines):
            raise ValueError(
                f"a card holds {self.MOST_LINES} lines of {self.MOST_CHARACTERS} characters"
            )
        self.pitch = pitch = size * theme.CODE_PITCH_PER_SIZE
        advance = CodeLine("00", size, theme.INK).width - CodeLine("0", size, theme.INK).width
        self.lines = VGroup()
        for place, text in enumerate(lines):
            line = CodeLine(text, size, theme.INK)
            indent = len(text) - len(text.lstrip())
            line.stand_on(-place * pitch).align_to((indent * advance, 0.0, 0.0), LEFT)
            self.lines.add(line)
        content = VGroup(self.lines)
        self.output: CodeLine | None = None
        if output is not None:
            self.output = CodeLine(output, size, theme.EXACT)
            self.output.stand_on(-(len(lines) - 1 + _OUTPUT_PITCHES) * pitch).align_to(
                (0.0, 0.0, 0.0), LEFT
            )
            content.add(self.output)
        self.panel = (
            plate(
                content.width + 4 * theme.GUTTER,
                len(lines) * pitch + (pitch * 1.4 if output else 0.0) + theme.GUTTER,
            )
            .set_stroke(width=theme.HAIRLINE_STROKE)
            .move_to(content)
        )
        super().__init__(self.panel, self.lines)

    def open(self) -> Animation:
        """Bring in the card with its code."""
        return FadeIn(VGroup(self.panel, self.lines), shift=UP * theme.NUDGE_SHIFT)

    def point_at(self, place: int) -> Animation:
        """Leave one line bright and dim the others."""
        target = self.lines.copy()
        for line in target:
            line.set_opacity(dimmed_opacity(line.get_fill_color().to_hex()))
        target[place].set_opacity(1.0)
        return Transform(self.lines, target, run_time=theme.FADE)

    def print_line(self) -> Animation:
        """Type the printed line; ``ValueError`` if the code prints nothing."""
        if self.output is None:
            raise ValueError("this card prints nothing")
        # It was no part of the card until now, and has not moved with the card.
        self.output.align_to(self.lines[0], LEFT)
        last = cast(CodeLine, self.lines[-1])
        self.output.stand_on(last.baseline - _OUTPUT_PITCHES * self.pitch)
        self.add(self.output)
        return ShowIncreasingSubsets(self.output, run_time=theme.DRAW, rate_func=linear)

    def below(self) -> float:
        """Return the height of its lower edge."""
        return float(self.panel.get_edge_center(DOWN)[1])
