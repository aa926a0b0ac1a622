"""A small square, a small cube and a small table of picks, with the word for what is counted."""

from __future__ import annotations

from manim import ORIGIN, VGroup, VMobject

from lessons.derivatives.c05a.numbers import Numbers
from scenes.derivatives.c05a_rules_powers_sums_products.props.corner_view import (
    CornerState,
    CornerView,
)
from scenes.derivatives.c05a_rules_powers_sums_products.props.cube import GrowingCube
from scenes.derivatives.c05a_rules_powers_sums_products.props.pick_grid import PickGrid

SIDE, NUDGE, GAP = 1.4, 0.22, 0.13
"""Side, nudge and gap of the square and of the cube, in frame units."""
GRID_SIZE = 2.0
"""Width of the table of picks, in frame units."""


def growing_things(numbers: Numbers) -> list[tuple[VMobject, str]]:
    """Return what stands beside the rule of each power, and what is counted in it."""
    unit = SIDE / numbers.squares[0].side
    state = CornerState(unit, (0.0, 0.0), NUDGE / unit, GAP)
    square = CornerView(numbers.squares[0].side, state)
    return [
        (VGroup(square.core, square.right_sliver, square.top_sliver), "slivers"),
        (GrowingCube(SIDE, NUDGE, GAP, ORIGIN).slabs, "faces"),
        (PickGrid(max(numbers.powers), GRID_SIZE), "picks"),
    ]
