"""Braces at the lower and at the left side of an area that grows along both."""

from __future__ import annotations

from collections.abc import Sequence

from manim import DL, DR, UL, VGroup, VMobject
from manim.typing import Vector3D

from scenes import theme
from scenes.components.marks.brace import SpanBrace
from scenes.components.text.formula import Formula

Names = tuple[str, str]
"""Typst mathematics for a side and for its nudge."""


class SideMarks(VGroup):
    """What the two sides of an area and their nudges are called.

    Parameters
    ----------
    area
        The old area, the sliver at its right, and the sliver on its top, side by side.
    names
        The names along the lower side, then along the left one.
    nudge_color
        The role of the nudges.
    """

    def __init__(
        self, area: tuple[VMobject, VMobject, VMobject], names: Sequence[Names], nudge_color: str
    ) -> None:
        core, right, top = area
        (across, across_nudge), (up, up_nudge) = names
        self.sides = VGroup(
            _brace((core, DL, DR), across, theme.INK), _brace((core, UL, DL), up, theme.INK)
        )
        self.nudges = VGroup(
            _brace((right, DL, DR), across_nudge, nudge_color),
            _brace((top, UL, DL), up_nudge, nudge_color),
        )
        super().__init__(self.sides, self.nudges)


def _brace(span: tuple[VMobject, Vector3D, Vector3D], name: str, color: str) -> SpanBrace:
    piece, start, end = span
    return SpanBrace(
        piece.get_corner(start),
        piece.get_corner(end),
        Formula(name, size=theme.TABLE_SIZE, color=color),
        color=color,
    )
