"""Where the rules stand, and the rectangle that shows the last one, in each shape of the frame."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from manim.typing import Point3D

from scenes.layout import Layout, Region

_WIDE = ((4.2, 4.0), (0.05, 0.2), (0.52, 1.0, 0.12, 0.96))
_SQUARE = ((2.0, 5.6), (0.06, 0.17), (0.405, 1.0, 0.13, 0.97))
_UPRIGHT = ((4.9, 3.9), (0.13, 0.145), (0.0, 1.0, 0.57, 1.0))
"""Sides of the rectangle, its corner and the part of the rules as shares of the stage."""


@dataclass(frozen=True, slots=True)
class RulesRoom:
    """A rectangle beside the rules, or below them in an upright frame.

    Attributes
    ----------
    sides
        Width and height of the rectangle, in frame units.
    corner
        Its lower left corner, a frame point.
    rules
        Where the rules stand.
    """

    sides: tuple[float, float]
    corner: Point3D
    rules: Region

    @classmethod
    def of(cls, layout: Layout) -> Self:
        """Return the places in a frame."""
        sides, corner, rules = layout.by_shape(_WIDE, _SQUARE, _UPRIGHT)
        return cls(sides, layout.stage.at(*corner), layout.stage.part(*rules))
