"""Decimals: how many of them a number of some size needs to be told from its neighbours."""

from __future__ import annotations

import math
from collections.abc import Iterable

from scenes.components.text.table import shortest

_MOST = 9


def places(size: float, digits: int = 3) -> int:
    """Return the decimals with which a number of this size shows ``digits`` leading digits.

    There are at most nine of them, and none where the digits before the point are enough.
    """
    if not size:
        return 0
    leading = math.floor(math.log10(abs(size)))
    return min(max(digits - 1 - leading, 0), _MOST)


def common_places(values: Iterable[float], digits: int = 3) -> int:
    """Return the decimals for several numbers in one column.

    The largest number allows so many; fewer are taken where they show every number as well.
    """
    numbers = [float(value) for value in values]
    most = places(max(abs(number) for number in numbers), digits)
    return max(shortest(number, most) for number in numbers)


def whole_digits(*values: float) -> int:
    """Return how many digits stand before the point of the largest of these numbers."""
    return max(len(f"{abs(value):.0f}") for value in values)
