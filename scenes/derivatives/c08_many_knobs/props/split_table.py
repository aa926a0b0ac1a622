"""A table of values in one piece, or in two that stand side by side where the room is low."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from manim import RIGHT, UP, Animation, AnimationGroup, VGroup

from scenes import theme
from scenes.components.text.table import Column, ValueTable

_RULE_SHIFT = 0.05
"""How much higher the rule of a table stands than by itself: its digits are tall."""


class SplitTable(VGroup):
    """Rows of numbers under headings; from a set row on they stand beside the others.

    Parameters
    ----------
    columns
        As for :class:`ValueTable`.
    rows
        The values, shape (N, number of columns).
    split
        How many rows the first piece has; ``None`` for a table in one piece.
    pitch, gap
        Distances between the rows and between the columns, in frame units.

    Attributes
    ----------
    pieces
        The tables.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[float]],
        split: int | None = None,
        *,
        pitch: float = theme.ROW_PITCH,
        gap: float = theme.COLUMN_GAP,
    ) -> None:
        parts = [rows] if split is None else [rows[:split], rows[split:]]
        self.pieces = [
            ValueTable(columns, part, pitch=pitch, gap=gap, size=theme.TABLE_SIZE) for part in parts
        ]
        for piece in self.pieces:
            piece.rule.shift(_RULE_SHIFT * UP)
        super().__init__(*self.pieces)
        first, *others = self.pieces
        for piece in others:
            piece.next_to(first, RIGHT, buff=theme.CARD_GAP)
            piece.shift((first.heading(0).baseline - piece.heading(0).baseline) * UP)

    @property
    def rows(self) -> list[VGroup]:
        """All rows, from the first piece to the last."""
        return [cast(VGroup, row) for piece in self.pieces for row in piece.rows]

    def open(self) -> Animation:
        """Bring in the headings of the first piece; the rows stay away."""
        return self.pieces[0].open()

    def go_on(self) -> Animation:
        """Bring in the headings of what stands beside the first piece, if anything does."""
        return AnimationGroup(*(piece.open() for piece in self.pieces[1:]))
