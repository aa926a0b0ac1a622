"""Values: what mathcore lets in (finite numbers) and hands out (read-only float64 arrays)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]
"""An array of float64; every one that a result holds is read-only."""

Numbers = Iterable[float] | Sequence[Sequence[float]] | FloatArray
"""Anything an array of numbers can be made of."""


def frozen(numbers: Numbers) -> FloatArray:
    """Copy numbers into a float64 array that cannot be written to.

    Results are shared between scenes (they are computed once): one scene that wrote into an array
    would change the picture of another.

    Parameters
    ----------
    numbers
        Any array-like of real numbers, of any shape.

    Returns
    -------
    FloatArray
        A contiguous, read-only copy of the same shape.
    """
    if not isinstance(numbers, np.ndarray | Sequence):
        numbers = list(numbers)
    array = np.array(numbers, dtype=np.float64)
    array.setflags(write=False)
    return array


def finite(number: float, name: str) -> float:
    """Return ``number`` as a float, refusing NaN and infinity.

    Raises
    ------
    ValueError
        If it is not a finite number; the message calls it ``name``.
    """
    number = float(number)
    if not math.isfinite(number):
        raise ValueError(f"{name} is {number}; it must be a finite number")
    return number


def positive(number: float, name: str) -> float:
    """Return ``number`` as a float, refusing what is not above zero.

    Raises
    ------
    ValueError
        If it is NaN, infinite, zero or negative; the message calls it ``name``.
    """
    number = finite(number, name)
    if number <= 0:
        raise ValueError(f"{name} is {number:g}; it must be positive")
    return number


def finite_array(numbers: Numbers, name: str, dimensions: int = 1) -> FloatArray:
    """Return ``numbers`` as a read-only array, refusing what is empty or not finite.

    Raises
    ------
    ValueError
        If there are no numbers, a wrong number of dimensions, or one that is NaN or infinite.
    """
    array = frozen(numbers)
    if array.ndim != dimensions:
        raise ValueError(f"{name} has {array.ndim} dimensions; it must have {dimensions}")
    if array.size == 0:
        raise ValueError(f"{name} is empty; at least one number is needed")
    if not np.isfinite(array).all():
        raise ValueError(f"{name} holds NaN or infinity; every number must be finite")
    return array


def count(number: int, name: str, least: int = 0) -> int:
    """Return ``number``, refusing what is not a whole number of at least ``least``.

    Raises
    ------
    ValueError
        If it is not whole or too small; the message calls it ``name``.
    """
    if number != int(number) or number < least:
        raise ValueError(f"{name} is {number}; it must be a whole number of at least {least}")
    return int(number)


def scientific(value: float) -> tuple[float, int]:
    """Return m and n with value = m·10ⁿ and 1 ≤ |m| < 10; (0, 0) for zero.

    Raises
    ------
    ValueError
        If the value is not finite.
    """
    number = finite(value, "the value")
    if number == 0:
        return 0.0, 0
    power = math.floor(math.log10(abs(number)))
    digits = number / 10.0**power
    # The logarithm of a number just below a power of ten may round up to it.
    return (digits * 10, power - 1) if abs(digits) < 1 else (digits, power)
