"""Clip 10, The whole story on one page: the states that its tiles take from the other clips."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from lessons.derivatives.numbers.c01 import LinesAndSlopes, lines_and_slopes
from lessons.derivatives.numbers.c02 import LinesBend, lines_bend
from lessons.derivatives.numbers.c03 import ClosingIn, closing_in
from lessons.derivatives.numbers.c05a import RulesOne, rules_one
from lessons.derivatives.numbers.c05b import RulesTwo, rules_two
from lessons.derivatives.numbers.c08 import ManyKnobs, many_knobs
from lessons.derivatives.numbers.c09b import Surprise, surprise


@dataclass(frozen=True, slots=True)
class WholeStory:
    """Every number of clip 10: nothing new, each tile shows what its own clip computed.

    Attributes
    ----------
    line
        For the travelling triangle.
    secant
        For the average rate.
    limit
        For the hole with its shrinking band, and for the tangent.
    rules
        For the exponent hop and the stacked bars.
    chain
        For the two lenses.
    gradient
        For the slices and the arrow.
    valley
        For the path in the narrow valley.
    """

    line: LinesAndSlopes
    secant: LinesBend
    limit: ClosingIn
    rules: RulesOne
    chain: RulesTwo
    gradient: ManyKnobs
    valley: Surprise


@cache
def whole_story() -> WholeStory:
    """Gather the numbers of clip 10, once."""
    return WholeStory(
        line=lines_and_slopes(),
        secant=lines_bend(),
        limit=closing_in(),
        rules=rules_one(),
        chain=rules_two(),
        gradient=many_knobs(),
        valley=surprise(),
    )
