"""Random formulas of the grammar that a lecturer may type, each from a seed."""

from __future__ import annotations

import random

from mathcore.formulas.vocabulary import CONSTANTS, FUNCTIONS, MAX_CHARACTERS

_NUMBERS = ("0", "1", "2", "3", "7", "0.5", "2.5", "10", "50", "1e3", "1e10", "0.001")
_SIGNS = ("+", "-", "*", "/", "**")


def random_formula(seed: int) -> str:
    """Return a formula in x, of at most ``MAX_CHARACTERS`` characters."""
    chance = random.Random(seed)  # noqa: S311 no secret
    while True:
        text = _part(chance, chance.randint(1, 5))
        if "x" in text and len(text) <= MAX_CHARACTERS:
            return text


def _part(chance: random.Random, depth: int) -> str:
    if depth == 0 or chance.random() < 0.15:
        return chance.choice(("x", "x", "x", *_NUMBERS, *CONSTANTS))
    kind = chance.random()
    if kind < 0.3:
        return f"{chance.choice(list(FUNCTIONS))}({_part(chance, depth - 1)})"
    if kind < 0.4:
        return f"-({_part(chance, depth - 1)})"
    left, right = _part(chance, depth - 1), _part(chance, depth - 1)
    return f"({left}){chance.choice(_SIGNS)}({right})"
