"""A rectangle that keeps its area, and a square of a given area, on one corner."""

from __future__ import annotations

from typing import Self

from manim import DOWN, LEFT, VGroup, VMobject

from scenes import theme
from scenes.components.text.formula import Formula
from scenes.derivatives.c05a_rules_powers_sums_products.props.blocks import Place, block, lay


class NamedArea(VGroup):
    """A rectangle with its area written inside, its width below and its height at the left.

    Parameters
    ----------
    names
        Typst mathematics for area, width and height.
    sides
        Width and height, in frame units.
    corner
        Where the lower left corner stands.
    """

    def __init__(self, names: tuple[str, str, str], sides: Place, corner: Place) -> None:
        self.start = corner
        self.face = block(theme.FUNC)
        area, width, height = names
        self.area = Formula(area, size=theme.KEY_SIZE)
        self.width_name = Formula(width, size=theme.TABLE_SIZE)
        self.height_name = Formula(height, size=theme.TABLE_SIZE)
        super().__init__(self.face, self.area, self.width_name, self.height_name)
        self.set_sides(sides)

    def set_sides(self, sides: Place) -> Self:
        """Take another width and height, in frame units; the names follow."""
        (x, y), (width, height) = self.start, sides
        lay(self.face, self.start, (x + width, y + height))
        self.area.move_to(self.face)
        self.width_name.next_to(self.face, DOWN, buff=theme.LABEL_GAP)
        self.height_name.next_to(self.face, LEFT, buff=theme.LABEL_GAP)
        return self

    def shadow(self) -> VMobject:
        """Return a still outline of the face as it stands now."""
        outline = self.face.copy().set_fill(opacity=0.0)
        return outline.set_stroke(color=theme.MUTED, width=theme.HAIRLINE_STROKE)
