"""The program that clip 09b runs, and how it prints a line."""

from __future__ import annotations

from lessons.derivatives.c09b.numbers import Numbers
from mathcore.optimization.regression import Parameters
from scenes.components.text.numeral import spell
from scenes.components.text.table import shortest

DECIMALS = 4
"""Decimals that the program prints."""
_FIXED, _SHORT = ".4f", ".4g"
"""How the program prints numbers, and how it prints what has run away."""
_LARGE = 1e7


def printed(at: Parameters, spec: str = _FIXED) -> str:
    """Return a line as the code prints it."""
    sign = "-" if at.b < 0 else "+"
    return f"{at.w:{spec}}x {sign} {abs(at.b):{spec}}"


def alpha_text(alpha: float) -> str:
    """Return a step size with as many digits as it has."""
    return spell(alpha, shortest(alpha, 9)) if alpha >= 1e-6 else f"{alpha:.2g}"


def spec_of(numbers: Numbers) -> str:
    """Return how the code prints: what has run away, in few digits."""
    return _SHORT if max(map(abs, numbers.printed)) >= _LARGE else _FIXED


def program(numbers: Numbers) -> list[str]:
    """Return the lines that are run."""
    spec = spec_of(numbers)
    last = f"- {{-b:{spec}}}" if numbers.printed.b < 0 else f"+ {{b:{spec}}}"
    return [
        f"w, b, a = 0.0, 0.0, {alpha_text(numbers.alpha)}",
        f"for epoch in range({numbers.epochs}):",
        "    e = w * x + b - y",
        "    w, b = (w - a * 2 * mean(e * x),",
        "            b - a * 2 * mean(e))",
        f'print(f"{{w:{spec}}}x {last}")',
    ]
