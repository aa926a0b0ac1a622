import math

import numpy as np
import pytest

from mathcore.values import count, finite, finite_array, frozen, positive, scientific


def test_a_frozen_array_is_a_float64_copy_that_cannot_be_written_to():
    source = np.array([1, 2, 3])
    array = frozen(source)
    source[0] = 99
    assert array.dtype == np.float64
    assert array.tolist() == [1.0, 2.0, 3.0]
    with pytest.raises(ValueError, match="read-only"):
        array[0] = 5.0


def test_a_range_and_a_generator_can_be_frozen():
    assert frozen(range(3)).tolist() == [0.0, 1.0, 2.0]
    assert frozen(x / 2 for x in range(3)).tolist() == [0.0, 0.5, 1.0]


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_what_is_not_finite_is_refused_by_name(number):
    with pytest.raises(ValueError, match="the gap is"):
        finite(number, "the gap")


@pytest.mark.parametrize("number", [0.0, -1.0, math.nan, math.inf])
def test_what_is_not_positive_is_refused(number):
    with pytest.raises(ValueError, match="α is"):
        positive(number, "α")


@pytest.mark.parametrize(
    ("numbers", "words"),
    [([], "is empty"), ([1.0, math.nan], "NaN or infinity"), ([[1.0]], "2 dimensions")],
)
def test_an_array_without_meaning_is_refused(numbers, words):
    with pytest.raises(ValueError, match=words):
        finite_array(numbers, "hs")


@pytest.mark.parametrize("number", [-1, 2.5])
def test_a_count_is_whole_and_not_negative(number):
    with pytest.raises(ValueError, match="whole number"):
        count(number, "n")


@pytest.mark.parametrize(
    ("value", "parts"),
    [(0.0, (0.0, 0)), (4.0, (4.0, 0)), (-0.00036, (-3.6, -4)), (1000.0, (1.0, 3))],
)
def test_a_number_comes_apart_into_digits_and_a_power_of_ten(value, parts):
    digits, power = scientific(value)
    assert (digits, power) == (pytest.approx(parts[0]), parts[1])
