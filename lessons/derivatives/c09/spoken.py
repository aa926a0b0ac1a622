"""Numbers as a voice says them, for narrations of other examples."""

from __future__ import annotations

import math

_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
_TENS = (*("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),)
_SCALES = ((1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand"))
_MOST = 10**12


def spoken_count(number: int) -> str:
    """Return a whole number in words: 2949 is "two thousand nine hundred and forty-nine".

    Raises
    ------
    ValueError
        If it is negative or a trillion or more.
    """
    if not 0 <= number < _MOST:
        raise ValueError(f"{number} has no words here")
    for scale, name in _SCALES:
        if number >= scale:
            more = number % scale
            joint = " and " if 0 < more < 100 else " "
            rest = f"{joint}{spoken_count(more)}" if more else ""
            return f"{spoken_count(number // scale)} {name}{rest}"
    if number >= 100:
        rest = f" and {spoken_count(number % 100)}" if number % 100 else ""
        return f"{_SMALL[number // 100]} hundred{rest}"
    if number >= 20:
        return _TENS[number // 10] + (f"-{_SMALL[number % 10]}" if number % 10 else "")
    return _SMALL[number]


def spoken(value: float, digits: int = 3) -> str:
    """Return a number in words with so many leading digits: "minus three point oh five five"."""
    if not value:
        return "zero"
    decimals = max(digits - 1 - math.floor(math.log10(abs(value))), 0)
    shown = f"{abs(value):.{decimals}f}"
    if decimals == 0:
        step = 10 ** max(len(shown) - digits, 0)
        shown = str(round(abs(value) / step) * step)
    whole, _, fraction = shown.partition(".")
    fraction = fraction.rstrip("0")
    tail = [("oh" if digit == "0" else _SMALL[int(digit)]) for digit in fraction]
    sign = "minus " if value < 0 else ""
    return sign + spoken_count(int(whole)) + (f" point {' '.join(tail)}" if tail else "")


def spoken_share(share: float) -> str:
    """Return a share in per cent, with the nines that count: 0.99662 is "ninety-nine point seven".

    Near one, the last digit said is the first that differs from a hundred.
    """
    rest = 100 * (1 - share)
    decimals = 0 if rest >= 1 or rest <= 0 else math.ceil(-math.log10(rest))
    whole, _, fraction = f"{100 * share:.{decimals}f}".partition(".")
    tail = [("oh" if digit == "0" else _SMALL[int(digit)]) for digit in fraction]
    return spoken_count(int(whole)) + (f" point {' '.join(tail)}" if tail else "") + " per cent"
