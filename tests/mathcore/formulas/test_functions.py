import math

import numpy as np
import pytest
import sympy as sp
from hypothesis import given
from hypothesis import strategies as st

from mathcore.formulas.functions import function, sigmoid, sigmoid_prime, steep_root, wiggle
from mathcore.formulas.symbolic import X
from mathcore.slopes.quotients import central_quotient

EXPRESSIONS = [
    X**2,
    X**3 - 3 * X,
    (3 * X + 1) ** 4,
    (2 * X**2 + 1) ** 3,
    X**4 / 4 - X**2 + X / 4,
    X**3 + 5 * X**2 - 2 * X + 7,
    sp.sin(X),
    sp.cos(X),
    sp.exp(X),
    sp.log(X),
    sp.sqrt(X),
    2**X,
    3**X,
    1 / X,
    1 / (1 + sp.exp(-X)),
    sp.sin(sp.pi * X / 180),
    sp.Abs(X),
    4 * X - 3 + sp.Rational(3, 2) * sp.sin(sp.pi * (X - 1)),
]


@pytest.mark.parametrize("expression", EXPRESSIONS, ids=str)
def test_each_slope_agrees_with_central_differences(expression):
    f = function(expression)
    for x in (0.3, 0.9, 1.7, 2.4):
        assert f.slope(x) == pytest.approx(central_quotient(f, x, 1e-5), rel=1e-6, abs=1e-8)


@pytest.mark.parametrize("expression", EXPRESSIONS, ids=str)
def test_numpy_and_sympy_agree(expression):
    f = function(expression)
    xs = np.array([0.3, 0.9, 1.7, 2.4])
    exactly = [float(expression.subs(X, sp.Rational(x))) for x in xs.tolist()]
    slopes = [float(sp.diff(expression, X).subs(X, sp.Rational(x))) for x in xs.tolist()]
    assert f.value(xs) == pytest.approx(exactly, rel=1e-12)
    assert f.slope(xs) == pytest.approx(slopes, rel=1e-12)


def test_a_number_gives_a_float_and_an_array_gives_an_array():
    f = function(X**2)
    assert type(f.value(3.0)) is float
    assert type(f.slope(3)) is float
    assert f.value(np.array([[1.0, 2.0]])).shape == (1, 2)


def test_a_constant_has_a_value_and_slope_0_at_every_point():
    f = function(sp.Integer(5))
    assert f.value(np.array([1.0, 2.0])).tolist() == [5.0, 5.0]
    assert f.slope(np.array([1.0, 2.0])).tolist() == [0.0, 0.0]


def test_outside_its_domain_a_function_is_nan_or_infinite_without_a_warning():
    assert math.isnan(function(sp.log(X)).value(-1.0))
    assert math.isnan(function(sp.sqrt(X)).value(-1.0))
    assert math.isnan(function(X ** sp.Rational(1, 3)).value(-8.0))
    assert math.isinf(function(1 / X).value(0.0))


def test_no_readout_gets_a_minus_zero():
    assert math.copysign(1, function(-(X**2)).value(0.0)) == 1


def test_a_corner_and_a_jump_have_no_slope():
    assert math.isnan(function(sp.Abs(X)).slope(0.0))
    assert math.isnan(function(sp.sign(X)).slope(0.0))
    assert function(sp.sign(X)).slope(1.0) == 0


def test_a_second_variable_is_refused():
    y = sp.Symbol("y")
    with pytest.raises(ValueError, match="several variables"):
        function(X + y)
    with pytest.raises(ValueError, match="depends on y besides x"):
        function(X + y, X)


def test_text_is_never_taken_for_an_expression():
    with pytest.raises(ValueError, match="SympifyError"):
        function("x**2")


def test_the_derivative_is_a_function_of_its_own():
    second = function(X**3).derivative().derivative()
    assert second.expression == 6 * X
    assert second.value(2.0) == 12


def test_the_wiggle_has_slope_1_at_0_and_slope_minus_1_at_each_1_over_2_pi_n():
    f = wiggle()
    assert f.value(0.0) == 0
    assert f.slope(0.0) == 1
    dips = 1 / (2 * np.pi * np.arange(1, 50))
    assert f.slope(dips) == pytest.approx(-np.ones(49), abs=1e-9)
    for x in (0.05, -0.21, 0.4):
        assert f.slope(x) == pytest.approx(central_quotient(f, x, 1e-7), rel=1e-5)


def test_the_steep_root_is_real_on_both_sides_and_vertical_at_0():
    f = steep_root()
    assert f.value(-8.0) == pytest.approx(-2)
    assert f.value(27.0) == pytest.approx(3)
    assert f.slope(-8.0) == pytest.approx(1 / 12)
    assert math.isnan(f.slope(0.0))


@given(x=st.floats(-1e6, 1e6))
def test_the_sigmoid_stays_between_0_and_1_and_mirrors_itself(x):
    assert 0 <= float(sigmoid(x)) <= 1
    assert float(sigmoid(x)) + float(sigmoid(-x)) == pytest.approx(1)


@given(x=st.floats(-30, 30))
def test_the_slope_of_the_sigmoid_is_height_times_head_room(x):
    exact = function(1 / (1 + sp.exp(-X)))
    assert float(sigmoid(x)) == pytest.approx(exact.value(x), rel=1e-12)
    assert float(sigmoid_prime(x)) == pytest.approx(exact.slope(x), rel=1e-12)
    assert float(sigmoid_prime(x)) <= 0.25


def test_the_slopes_of_the_sigmoid_are_those_of_the_lesson():
    assert sigmoid_prime(np.array([0.0, 2.0, -2.0, 4.0, -4.0])) == pytest.approx(
        [0.25, 0.104994, 0.104994, 0.017663, 0.017663], abs=5e-7
    )
    assert sigmoid_prime(np.array([-800.0, 800.0])).tolist() == [0.0, 0.0]
