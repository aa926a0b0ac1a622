"""The area of a square before and after it grows, and by how much, line by line."""

from __future__ import annotations

from manim import VGroup

from lessons.derivatives.c05a.numbers import Numbers
from scenes import theme
from scenes.components.text.numeral import spell
from scenes.components.text.roles import in_roles
from scenes.components.text.table import shortest
from scenes.derivatives.c05a_rules_powers_sums_products.props.blocks import Place

FIRST = 1.05
"""Distance of the first line from the upper end, in frame units."""


def area_lines(numbers: Numbers, at: Place, pitch: float) -> VGroup:
    """Return three equations that can be checked on the square under its first nudge.

    Parameters
    ----------
    numbers
        The numbers of the clip.
    at
        Where they begin: their left end, and the level below which they stand.
    pitch
        Distance between two lines, in frame units.
    """
    first = numbers.squares[0]
    side, longer = (
        spell(length, shortest(length)) for length in (first.side, first.side + first.nudge)
    )
    lines, (left, top) = VGroup(), at
    for place, (name, value, role) in enumerate(
        (
            (f"f({side})", numbers.area, "ink"),
            (f"f({longer})", numbers.grown_area, "ink"),
            ("Delta f", first.growth, "rise"),
        )
    ):
        told = spell(value, shortest(value))
        line = in_roles(
            f"{{{{{name} : {role}0}}}} = {{{{{told} : {role}1}}}}", size=theme.TITLE_SIZE
        )
        line.stand_on(top - FIRST - place * pitch)
        lines.add(line.shift((left - float(line.get_left()[0]), 0.0, 0.0)))
    return lines
