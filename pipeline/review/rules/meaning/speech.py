"""Speech: the numbers that a narration says, and the numbers that a text shows."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

COUNT = 12
"""Up to here a number before a plural says how many there are, and need not be shown."""
ROUNDED, CUT_OFF = 0.5 + 1e-6, 1 - 1e-6
"""By how many units of its last digit a spoken number may be too large, and too small."""
LOOK_AHEAD = 2
"""How many words after a number may be the plural that it counts."""

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENFOLD = "twenty thirty forty fifty sixty seventy eighty ninety"
# Words with an s at their end that follow a number and are not what it counts.
_OTHER = (
    "across always as bends by climbs equals falls gives has is its leaves less minus plus reads "
    "rises stays this thus times us was"
)
_ONES = {word: value for value, word in enumerate(_SMALL.split())}
_TENS = {word: 10 * value for value, word in enumerate(_TENFOLD.split(), start=2)}
_DIGITS = {word: value for word, value in _ONES.items() if value < 10} | {"oh": 0}
_NO_PLURAL = frozenset(_OTHER.split())
_FIGURES = r"\d+(?:,\d{3})*(?:\.\d+)?"
_TOKEN = re.compile(rf"[-−]?{_FIGURES}|[A-Za-z']+|[.,;:?!]")
_SHOWN = re.compile(rf"[-−]?\s*{_FIGURES}")
_STATED = re.compile(rf"(?:(?<=[=<>])|(?<=approx))\s*[-−]?\s*{_FIGURES}|[-−]?\d+\.\d+")
_LABEL = re.compile(r":\s*[A-Za-z_][\w-]*\s*\}\}")
_SENTENCE = re.compile(r"(?<=[.?!])\s+")


@dataclass(frozen=True, slots=True)
class SpokenNumber:
    """A number that the voice says.

    Attributes
    ----------
    words
        How it is said.
    value, decimals
        The number, and how many digits after the point are said.
    is_share
        Whether it is said as per cent, and may be shown as a share of one.
    """

    words: str
    value: float
    decimals: int = 0
    is_share: bool = False

    def fits(self, shown: float) -> bool:
        """Whether a number on screen is this one, rounded or cut off as the voice says it.

        A minus that is said must be shown. A minus that is shown need not be said: "down three".
        """
        if self.value < 0 < shown:
            return False
        values = (abs(shown), 100 * abs(shown)) if self.is_share else (abs(shown),)
        more = [(value - abs(self.value)) * 10.0**self.decimals for value in values]
        return any(-ROUNDED <= rest < CUT_OFF for rest in more)


def last_sentence(narration: str) -> tuple[int, str]:
    """Return how many words come before the last sentence, and that sentence."""
    *before, last = _SENTENCE.split(narration.strip())
    return sum(len(sentence.split()) for sentence in before), last


def shown_numbers(says: str) -> tuple[float, ...]:
    """Return the numbers in what a text says, the small ones of a formula among them."""
    found = _SHOWN.findall(_LABEL.sub("}}", says))
    return tuple(_read(digits) for digits in found)


def stated_numbers(source: str) -> tuple[float, ...]:
    """Return the numbers that a formula states: those with decimals, and those after a relation."""
    bare = _LABEL.sub("", source).replace("{{", "")
    return tuple(_read(digits) for digits in _STATED.findall(bare))


def spoken_numbers(narration: str) -> tuple[SpokenNumber, ...]:
    """Return the numbers that are said, in order, without "one" and without small counts.

    Digits and the words from zero to thousands are read, with "minus", "point", "and a half" and
    "per cent", which holds for the numbers after it too. Left out are ordinals and fractions in
    words, "one" by itself, "at zero", which is the origin, and a number up to twelve before a
    plural, as in "four correct decimals": it counts things.
    """
    tokens = [token.lower() for token in _TOKEN.findall(narration)]
    found: list[SpokenNumber] = []
    place = 0
    while place < len(tokens):
        number, after = _parse(tokens, place)
        at_origin = tokens[max(place - 1, 0) : after] == ["at", "zero"]
        if number is not None and not at_origin and not _is_idle(number, tokens[after:]):
            in_shares = bool(found) and found[-1].is_share
            found.append(replace(number, is_share=number.is_share or in_shares))
        place = after
    return tuple(found)


def _parse(tokens: list[str], start: int) -> tuple[SpokenNumber | None, int]:
    """Return the number that begins at a place, if one does, and the place after it."""
    negative = tokens[start] == "minus"
    place = start + negative
    if place < len(tokens) and tokens[place][-1].isdigit():
        value, place = _read(tokens[place]), place + 1
        decimals = len(tokens[place - 1].partition(".")[2])
    else:
        whole, place = _whole(tokens, place)
        if whole is None:
            return None, start + 1
        value, decimals, place = _fraction(tokens, place, float(whole))
    is_share = tokens[place : place + 2] == ["per", "cent"] or tokens[place : place + 1] == [
        "percent"
    ]
    words = " ".join(tokens[start:place])
    return SpokenNumber(words, -value if negative else value, decimals, is_share), place


def _whole(tokens: list[str], place: int) -> tuple[int | None, int]:
    """Read a whole number below a million."""
    value, place = _below_thousand(tokens, place)
    if value is None or tokens[place : place + 1] != ["thousand"]:
        return value, place
    rest, after = _rest(tokens, place + 1)
    return 1000 * value + rest, after


def _below_thousand(tokens: list[str], place: int) -> tuple[int | None, int]:
    value, place = _below_hundred(tokens, place)
    if value is None or tokens[place : place + 1] != ["hundred"]:
        return value, place
    place += 1
    rest, after = _below_hundred(tokens, place + (tokens[place : place + 1] == ["and"]))
    return (100 * value, place) if rest is None else (100 * value + rest, after)


def _rest(tokens: list[str], place: int) -> tuple[int, int]:
    rest, after = _below_thousand(tokens, place + (tokens[place : place + 1] == ["and"]))
    return (0, place) if rest is None else (rest, after)


def _below_hundred(tokens: list[str], place: int) -> tuple[int | None, int]:
    word = tokens[place] if place < len(tokens) else ""
    if word in _ONES:
        return _ONES[word], place + 1
    if word not in _TENS:
        return None, place
    unit = _DIGITS.get(tokens[place + 1], 0) if place + 1 < len(tokens) else 0
    return _TENS[word] + unit, place + 1 + bool(unit)


def _fraction(tokens: list[str], place: int, value: float) -> tuple[float, int, int]:
    """Add the decimals that follow a whole number; return the sum, their count, the place after."""
    if tokens[place : place + 3] == ["and", "a", "half"]:
        return value + 0.5, 1, place + 3
    digits = ""
    if tokens[place : place + 1] == ["point"]:
        for word in tokens[place + 1 :]:
            if word not in _DIGITS:
                break
            digits += str(_DIGITS[word])
    if not digits:
        return value, 0, place
    return float(f"{value:.0f}.{digits}"), len(digits), place + 1 + len(digits)


def _is_idle(number: SpokenNumber, following: list[str]) -> bool:
    """Whether a number need not be shown: a lone "one", or a small count of things."""
    if number.decimals or number.is_share or not 0 < number.value <= COUNT:
        return False
    if number.value == 1:
        return True
    for word in following[:LOOK_AHEAD]:
        if not word[0].isalpha() or word in _ONES or word in _TENS or word in _NO_PLURAL:
            return False
        if word.endswith("s") and not word.endswith("ss"):
            return True
    return False


def _read(digits: str) -> float:
    return float(digits.replace("−", "-").replace(",", "").replace(" ", ""))
