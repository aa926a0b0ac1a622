"""The vocabulary of formulas and readings, for the page: nothing of it is typed a second time."""

from __future__ import annotations

from typing import Any

from mathcore.formulas.vocabulary import (
    CHARACTER,
    CONSTANTS,
    FUNCTIONS,
    MAX_CHARACTERS,
    MAX_DEPTH,
    MAX_NODES,
    MAX_NUMBER,
    MAX_POWER,
    NUMBER,
    allowed,
)
from mathcore.slopes.limits import ALREADY_SETTLED, STEEPENS, STILL_RISE
from mathcore.slopes.panel import JUDGING_GAPS, LEVEL_BAND

VARIABLE = "x"
"""The only variable of a formula on the page."""


def vocabulary() -> dict[str, Any]:
    """Return what the page's reader of formulas allows and by what it judges a slope.

    Returns
    -------
    dict
        Ready for JSON. ``character`` and ``number`` are regular expressions that Python and
        JavaScript read alike, ``functions`` and ``variable`` names, ``constants`` values by name,
        ``limits`` the largest sizes, ``allowed`` the sentence that ends every refusal. ``slopes``
        holds the band of level slopes, the gaps of the one-sided quotients, and the tolerances by
        which their verdict is read.
    """
    return {
        "variable": VARIABLE,
        "character": CHARACTER.pattern,
        "number": NUMBER.pattern,
        "functions": list(FUNCTIONS),
        "constants": {name: value for name, (value, _) in CONSTANTS.items()},
        "limits": {
            "characters": MAX_CHARACTERS,
            "nodes": MAX_NODES,
            "depth": MAX_DEPTH,
            "number": MAX_NUMBER,
            "power": MAX_POWER,
        },
        "allowed": allowed([VARIABLE]),
        "slopes": {
            "levelBand": LEVEL_BAND,
            "gaps": list(JUDGING_GAPS),
            "alreadySettled": ALREADY_SETTLED,
            "stillRise": STILL_RISE,
            "steepens": STEEPENS,
        },
    }
