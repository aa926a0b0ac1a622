"""The slope of the sigmoid in three lines: what it is, the chain rule, and the factors it makes."""

from __future__ import annotations

from manim import DOWN, LEFT, RIGHT, VGroup

from scenes import theme
from scenes.components.marks.brace import SpanBrace
from scenes.components.text.formula import Formula
from scenes.components.text.roles import in_roles
from scenes.components.text.text import Words

_LINES = (
    "{{sigma : func}} {{= : is}} (1 + e^(-x))^(-1)",
    "{{sigma' : exact}} {{= : is}} {{-(1 + e^(-x))^(-2) : outer}} dot {{(-e^(-x)) : inner}}",
    "{{sigma' : exact}} {{= : is}} {{1 / (1 + e^(-x)) : height}} dot "
    "{{e^(-x) / (1 + e^(-x)) : room}}",
)


class Derivation(VGroup):
    """Three lines, one below the other, with their equals signs on one vertical line.

    The chain rule's two factors are named, and what they make: height and head-room.

    Attributes
    ----------
    rows
        The lines, each with what is named in it.
    names
        The names of height and head-room below the last line.
    """

    def __init__(self) -> None:
        lines = [in_roles(source, size=theme.KEY_SIZE) for source in _LINES]
        slopes = [
            _named(lines[1].part(part), Words(f"{part} slope", size=theme.TABLE_SIZE))
            for part in ("outer", "inner")
        ]
        names = [
            Formula(name, size=theme.TABLE_SIZE, color=color)
            for name, color in (("sigma", theme.FUNC), ("1 - sigma", theme.INK))
        ]
        factors = [
            _named(lines[2].part(part), name)
            for part, name in zip(("height", "room"), names, strict=True)
        ]
        self.names = VGroup(*names)
        self.rows = (lines[0], VGroup(lines[1], *slopes), VGroup(lines[2], *factors))
        super().__init__(*self.rows)
        self.arrange(DOWN, buff=theme.CARD_GAP)
        for row, line in zip(self.rows, lines, strict=True):
            row.shift((lines[0].part("is").get_x() - line.part("is").get_x()) * RIGHT)


def _named(part: VGroup, name: Formula | Words) -> SpanBrace:
    """Return a brace below a part of a formula, with its name."""
    low, high = part.get_corner(DOWN + LEFT), part.get_corner(DOWN + RIGHT)
    return SpanBrace(low, high, name)
