from itertools import pairwise

import pytest
import sympy as sp
from hypothesis import given
from hypothesis import strategies as st

from mathcore.formulas.symbolic import X
from mathcore.optimization.stationary import (
    critical_points,
    real_zeros,
    sign_intervals,
    stationary_points,
)

SHELF = sp.Piecewise(((X + 1) ** 3, X < -1), (0, X <= 1), ((X - 1) ** 3, True))


@pytest.mark.parametrize(
    ("expression", "kind", "signs"),
    [
        (X**2, "minimum", (-1, 1)),
        (-(X**2), "maximum", (1, -1)),
        (X**3, "inflection", (1, 1)),
        (-(X**3), "inflection", (-1, -1)),
        (X**4, "minimum", (-1, 1)),
        (SHELF, "shelf", (1, 1)),
        (X - sp.sin(X), "inflection", (1, 1)),
        (sp.cos(X), "maximum", (1, -1)),
    ],
    ids=str,
)
def test_the_signs_on_either_side_tell_what_a_level_point_is(expression, kind, signs):
    (point,) = stationary_points(expression, -1.5, 1.5)
    assert (point.kind, point.signs) == (kind, signs)
    assert point.x == pytest.approx(0, abs=1e-7)


def test_a_shelf_knows_where_it_begins_and_ends():
    (shelf,) = stationary_points(SHELF, -2, 2)
    assert (shelf.left, shelf.right) == pytest.approx((-1, 1), abs=1e-9)


def test_a_corner_is_critical_but_not_stationary():
    (corner,) = critical_points(sp.Abs(X), -1, 1)
    assert (corner.kind, corner.stationary) == ("minimum", False)
    assert stationary_points(sp.Abs(X), -1, 1) == ()


def test_the_kink_of_relu_is_critical_and_its_flat_side_stationary():
    relu = sp.Piecewise((0, X < 0), (X, True))
    points = critical_points(relu, -1, 1)
    assert any(p.kind == "shelf" and p.stationary for p in points)


def test_a_pole_is_neither():
    assert critical_points(1 / X, -1, 1.5) == ()
    assert critical_points(1 / X**2, -1, 1.5) == ()


def test_the_two_valleys_of_the_lesson():
    low, pass_, high = stationary_points(X**4 / 4 - X**2 + X / 4, -2.2, 2.2)
    assert (low.x, low.value) == pytest.approx((-1.47300, -1.36105), abs=5e-6)
    assert (high.x, high.value) == pytest.approx((1.34700, -0.65464), abs=5e-6)
    assert pass_.x == pytest.approx(0.12600, abs=5e-6)
    assert [p.kind for p in (low, pass_, high)] == ["minimum", "maximum", "minimum"]


def test_the_sum_of_the_lesson_is_level_at_two_places():
    points = stationary_points(X**3 + 5 * X**2 - 2 * X + 7, -5, 5)
    assert [p.x for p in points] == pytest.approx([-3.5226, 0.1893], abs=5e-5)


def test_the_slope_of_the_cubic_changes_sign_at_minus_1_and_1():
    intervals = sign_intervals(3 * X**2 - 3, -2.3, 2.3)
    assert [(i.left, i.right, i.sign) for i in intervals] == [
        (-2.3, -1, 1),
        (-1, 1, -1),
        (1, 2.3, 1),
    ]


def test_signs_are_found_for_functions_that_are_no_polynomials():
    intervals = sign_intervals(sp.sin(X), 0.5, 7)
    assert [i.sign for i in intervals] == [1, -1, 1]
    assert intervals[1].left == pytest.approx(sp.pi.evalf())
    assert [i.sign for i in sign_intervals(sp.sign(X), -1, 2)] == [-1, 1]
    assert [i.sign for i in sign_intervals(sp.exp(X), -1, 2)] == [1]


def test_a_function_that_vanishes_everywhere_has_sign_0():
    assert [i.sign for i in sign_intervals(sp.Integer(0), -1, 2, X)] == [0]


@given(roots=st.lists(st.integers(-20, 20), min_size=1, max_size=4, unique=True))
def test_the_sign_changes_at_each_simple_root_and_nowhere_else(roots):
    intervals = sign_intervals(sp.prod([X - r for r in roots]), -21, 21)
    assert [i.left for i in intervals[1:]] == sorted(roots)
    assert all(a.sign == -b.sign for a, b in pairwise(intervals))
    assert intervals[-1].sign == 1


@pytest.mark.parametrize("call", [sign_intervals, stationary_points, critical_points])
def test_an_empty_interval_is_refused(call):
    with pytest.raises(ValueError, match="empty"):
        call(X**2, 1, 1)


def test_a_polynomial_with_coefficients_that_are_no_fractions_has_its_level_points_too():
    points = stationary_points(sp.sqrt(2) * X**3 - X, -4.0, 8.0)
    at = (1 / (3 * 2**0.5)) ** 0.5
    assert [p.x for p in points] == pytest.approx([-at, at])
    assert [p.kind for p in points] == ["maximum", "minimum"]


def test_a_double_zero_is_one():
    assert real_zeros(sp.expand(sp.sqrt(2) * (X - 1) ** 2 * (X + 3)), X) == pytest.approx([-3, 1])
    assert real_zeros((X - 1) ** 2 * (X + 3), X) == (-3.0, 1.0)
