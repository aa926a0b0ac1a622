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


def program(
    numbers: Numbers,
    alpha: float | None = None,
    run: int | None = None,
    *,
    at: Parameters | None = None,
    scaled: bool = False,
) -> list[str]:
    """Return the lines that are run.

    Parameters
    ----------
    numbers
        Of the clip.
    alpha, run
        Another learning rate, and another number of epochs.
    at
        What it finds; by default what the clip's own program finds. Its b decides on the sign.
    scaled
        Whether the inputs are centred and scaled first, and w and b are converted at the end.
    """
    spec = spec_of(numbers) if at is None else _FIXED
    last = f"- {{-b:{spec}}}" if (at or numbers.printed).b < 0 else f"+ {{b:{spec}}}"
    x = "z" if scaled else "x"
    return [
        *(["z = (x - mean(x)) / std(x)"] if scaled else []),
        f"w, b, a = 0.0, 0.0, {alpha_text(alpha or numbers.alpha)}",
        f"for epoch in range({run or numbers.epochs}):",
        f"    e = w * {x} + b - y",
        f"    w -= a * 2 * mean(e * {x})",
        "    b -= a * 2 * mean(e)",
        *(["w /= std(x); b -= w * mean(x)"] if scaled else []),
        f'print(f"{{w:{spec}}}x {last}")',
    ]


def fixes(numbers: Numbers) -> list[tuple[str, list[str], Parameters, int]]:
    """Return what helps here: its name, the changed program, what that prints, and its steps."""
    longer, mended = numbers.longer, numbers.mended
    found: list[tuple[str, list[str], Parameters, int]] = []
    for fix in numbers.fixes:
        if fix == "inputs":
            at, steps = numbers.unscaled, 1
            code = program(numbers, numbers.scaled_step.alpha, steps, at=at, scaled=True)
        elif fix == "steps" and longer is not None:
            at, steps = longer.end, numbers.epochs_needed or numbers.epochs
            code = program(numbers, run=steps, at=at)
        else:
            at, steps = mended.end, numbers.mended_epochs or numbers.epochs
            code = program(numbers, numbers.mending_alpha, steps, at=at)
        found.append((_NAMES[fix], code, at, steps))
    return found


_NAMES = {
    "steps": "more steps",
    "smaller": "a smaller dial",
    "larger": "a larger dial",
    "inputs": "better inputs",
}
