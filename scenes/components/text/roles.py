"""Formulas whose parts have the colours of their roles, which the labels name."""

from __future__ import annotations

from string import digits
from typing import Final

from scenes import theme
from scenes.components.text.formula import Formula

ROLES: Final = {
    "run": theme.RUN,
    "rise": theme.RISE,
    "m": theme.EXACT,
    "exact": theme.EXACT,
    "approx": theme.APPROX,
    "func": theme.FUNC,
}


def in_roles(source: str, size: float = theme.FORMULA_SIZE) -> Formula:
    """Return a formula in which parts labelled by a role have its colour.

    A number after the role tells parts of one role apart: ``{{x_1 : run1}} != {{x_2 : run2}}``.
    Labels that name no role leave their part in ink.
    """
    return wear_roles(Formula(source, size=size))


def wear_roles(formula: Formula) -> Formula:
    """Give each part of a formula the colour of its role, and ink to the rest."""
    formula.set_color(theme.INK)
    for label in formula.labels:
        formula.part(label).set_color(ROLES.get(label.rstrip(digits), theme.INK))
    return formula
