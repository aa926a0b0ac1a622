import math

import pytest
import sympy as sp
from hypothesis import given
from hypothesis import strategies as st

from mathcore.formulas.expression import read_function
from mathcore.formulas.functions import function
from mathcore.formulas.symbolic import X
from mathcore.slopes.panel import (
    error_curve,
    exact_slope,
    float_error,
    panel,
    state_of,
    why_no_slope,
)

PARABOLA = function(X**2)


def test_the_panel_of_the_lesson():
    p = panel(PARABOLA, 2, 1.5)
    assert (p.x0, p.value, p.slope, p.h, p.quotient, p.error) == (2, 4, 4, 1.5, 5.5, 1.5)
    assert p.state == "rising"


@pytest.mark.parametrize(
    ("x0", "state"), [(2, "rising"), (0, "level"), (0.02, "level"), (-1.5, "falling")]
)
def test_the_state_is_the_sign_of_the_slope_with_a_dead_band(x0, state):
    assert panel(PARABOLA, x0, 1.5).state == state


def test_at_a_corner_the_state_is_undefined():
    p = panel(function(sp.Abs(X)), 0, 1.5)
    assert p.state == state_of(math.nan) == "undefined"
    assert math.isnan(p.slope)
    assert p.quotient == 1


def test_no_panel_without_a_gap():
    with pytest.raises(ValueError, match="h is 0"):
        panel(PARABOLA, 2, 0)
    with pytest.raises(ValueError, match="h is 0"):
        error_curve(PARABOLA, 2, [0.1, 0])


@given(h=st.floats(1e-12, 3))
def test_for_the_parabola_the_error_of_the_formula_is_the_gap_itself(h):
    assert error_curve(PARABOLA, 2, [h])[0] == pytest.approx(h, rel=1e-14)


def test_in_general_the_error_is_about_half_the_gap_times_the_bending():
    for f, x0 in ((function(sp.sin(X)), 1), (function(sp.exp(X)), 0.5), (function(X**3), 1)):
        bending = f.derivative().slope(x0)
        assert error_curve(f, x0, [1e-4])[0] == pytest.approx(0.5e-4 * bending, rel=1e-3)


def test_for_the_cube_at_1_the_error_is_3h_plus_h_squared():
    assert error_curve(function(X**3), 1, [0.5, 0.1]) == pytest.approx([1.75, 0.31])


def test_float64_errors_fall_and_then_rise_again():
    errors = float_error(PARABOLA, 2, [1e-6, 1e-8, 1e-12, 1e-16])
    assert errors == pytest.approx([1.0e-6, -2.4e-8, 3.6e-4, -4.0], rel=0.02)
    assert errors[3] == -4


def test_an_error_needs_a_slope_to_be_compared_with():
    with pytest.raises(ValueError, match="f′"):
        float_error(function(sp.Abs(X)), 0, [0.1])
    with pytest.raises(ValueError, match="no value at 0"):
        error_curve(function(sp.Abs(X)), 0, [0.1])


@pytest.mark.parametrize(
    ("text", "x0", "reason"),
    [
        ("abs(x)", 0.0, "corner"),
        ("sqrt(x)", 0.0, "edge"),
        ("ln(x)", -1.5, "edge"),
        ("abs(x)", 2.0, None),
        ("x**2", 2.0, None),
        ("sqrt(abs(x))", 0.0, "vertical"),
    ],
)
def test_a_place_without_a_slope_is_known_and_why(text, x0, reason):
    f = read_function(text)
    assert why_no_slope(f, x0) == reason
    assert math.isnan(exact_slope(f, x0)) == (reason is not None)


def test_the_panel_of_a_corner_shows_no_slope_though_the_formula_gives_zero():
    reading = panel(read_function("abs(x)"), 0.0, 1.0)
    assert math.isnan(reading.slope)
    assert reading.state == "undefined"
