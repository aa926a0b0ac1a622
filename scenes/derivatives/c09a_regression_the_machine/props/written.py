"""What several acts of clip 09a write."""

from __future__ import annotations

from scenes import theme
from scenes.components.text.formula import Formula
from scenes.components.text.roles import ROLES, wear_roles

ERROR = '{{upright("error") : approx}}'
"""The error of one point, in Typst mathematics with its role."""
GUESS = "{{hat(y) : func}}"
"""What the line says, in Typst mathematics with its role."""
W, B = "{{w : run}}", "{{b : rise}}"
"""The two knobs, in Typst mathematics with their roles."""

LOSS = f"J = 1 / n sum {ERROR}^2"
"""The loss, in Typst mathematics."""


def point_count(size: int) -> Formula:
    """Write for how many points n stands."""
    return Formula(f'n = {size} upright(" points")', size=theme.DIGIT_SIZE)


def slope_of(what: str, knob: str) -> str:
    """Return the slope of something with respect to a knob, in Typst mathematics."""
    return f"(partial {what}) / (partial {knob})"


def in_colors(source: str, size: float, colors: dict[str, str]) -> Formula:
    """Return a formula in its roles, in which some more parts have the colour of a role.

    Parameters
    ----------
    source
        Typst mathematics.
    size
        Named in the theme.
    colors
        By label, the role of the part.
    """
    formula = wear_roles(Formula(source, size=size))
    for label, role in colors.items():
        formula.part(label).set_color(ROLES[role])
    return formula
