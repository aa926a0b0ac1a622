"""How numbers of any curve are written, and how a formula is made to fit its place."""

from __future__ import annotations

from manim import VMobject

from scenes.components.text.numeral import spell
from scenes.components.text.table import shortest
from scenes.layout import Region

DECIMALS = 3
"""Most decimals of a number that need not be round."""


def written(value: float) -> str:
    """Return a number with as few decimals as it needs, three at most."""
    return spell(value, shortest(value, DECIMALS))


def equals(value: float) -> str:
    """Return the relation between a quantity and its value as it is written."""
    return "=" if shortest(value) <= DECIMALS else "approx"


def fit(formula: VMobject, region: Region) -> VMobject:
    """Make a formula as small as the width of a region needs it to be."""
    return formula.scale(min(1.0, region.width / formula.width))
