"""What explorers show: numbers written from mathcore's and read back, states and readings."""

import math
import re
from typing import Any

from playwright.sync_api import Page

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
LARGE = 1e6
BOUND = 1e12
BEYOND = {"> 10¹²": 1, "< −10¹²": -1}
"""Signs of the numbers of which only a bound is written."""
DECIMALS = 4
# Two ways to compute one number in float64 may differ by this share of it, not more.
NOISE = 1e-8


def written(value: float) -> str:
    """Return a number as a reading shows it: four decimals and a true minus."""
    text = f"{value:.{DECIMALS}f}"
    return text.replace("-", "" if float(text) == 0 else "−")


def parsed(text: str) -> float:
    """Return the number that a reading shows."""
    if text in BEYOND:
        return math.copysign(math.inf, BEYOND[text])
    digits = text.replace("−", "-")
    if match := re.fullmatch(r"(\S+) × 10(\S+)", digits):
        return float(match[1]) * 10.0 ** int(match[2].translate(SUPERSCRIPTS))
    return float(digits)


def shows(text: str, value: float, scale: float = 1.0) -> bool:
    """Tell whether a reading shows a number, to all its decimals or, when large, three digits.

    ``scale`` is the size of the numbers whose difference it is: their last digits may differ.
    """
    if abs(value) > BOUND:
        return BEYOND.get(text) == math.copysign(1, value)
    if abs(value) >= LARGE:
        return math.isclose(parsed(text), value, rel_tol=0.0051)
    noise = NOISE * (abs(value) + scale)
    return text in {written(value - noise), written(value), written(value + noise)}


def state(page: Page, kind: str) -> dict[str, Any]:
    """Return the state of an explorer."""
    found: dict[str, Any] = page.evaluate("(kind) => mounted[kind].get()", kind)
    return found


def row(page: Page, kind: str, place: int) -> str:
    """Return one of the readings of an explorer."""
    return page.locator(f"#explorer-{kind} dd").nth(place).inner_text()
