import math

import numpy as np
import pytest
import sympy as sp
from hypothesis import given
from hypothesis import strategies as st

from mathcore.formulas.functions import function
from mathcore.formulas.symbolic import X
from mathcore.slopes import lines, quotients

PARABOLA = function(X**2)
gaps = st.floats(0.01, 10).flatmap(lambda h: st.sampled_from([h, -h]))
places = st.floats(-10, 10)


@given(m=places, b=places, x0=places, h=gaps)
def test_the_secant_of_a_line_has_its_slope_for_every_gap(m, b, x0, h):
    secant = quotients.secant(lines.line(m, b), x0, h)
    assert secant.slope == pytest.approx(m, abs=1e-10)
    assert secant.intercept == pytest.approx(b, abs=1e-8)


@given(a=places, b=places, c=places, x0=places, h=gaps)
def test_the_quotient_of_a_quadratic_is_its_slope_plus_a_times_h(a, b, c, x0, h):
    quotient = quotients.difference_quotient(lambda x: (a * x + b) * x + c, x0, h)
    assert quotient == pytest.approx(2 * a * x0 + b + a * h, abs=1e-9)


@given(a=places, b=places, c=places, x0=places, h=gaps)
def test_the_central_quotient_is_exact_for_every_quadratic(a, b, c, x0, h):
    quotient = quotients.central_quotient(lambda x: (a * x + b) * x + c, x0, h)
    assert quotient == pytest.approx(2 * a * x0 + b, abs=1e-9)


def test_the_quotients_from_both_sides_close_in_on_2():
    right = quotients.quotient_series(PARABOLA, 1, [2, 1, 0.5, 0.1, 0.01, 0.001])
    left = quotients.quotient_series(PARABOLA, 1, [-1, -0.5, -0.1, -0.01, -0.001])
    assert right == pytest.approx([4, 3, 2.5, 2.1, 2.01, 2.001], abs=1e-10)
    assert left == pytest.approx([1, 1.5, 1.9, 1.99, 1.999], abs=1e-10)


def test_a_quotient_is_computed_in_true_float64():
    assert quotients.difference_quotient(PARABOLA, 2, 0.001) == 4.000999999999699


def test_the_secant_and_the_tangent_at_2_are_those_of_the_panel():
    secant = quotients.secant(PARABOLA, 2, 1.5)
    tangent = quotients.tangent(PARABOLA, 2)
    assert (secant.slope, secant.intercept) == (5.5, -7)
    assert (tangent.slope, tangent.intercept) == (4, -4)
    assert quotients.central_quotient(PARABOLA, 2, 1.5) == 4
    assert secant.line == lines.line(5.5, -7)
    assert tangent.line == lines.line(4, -4)


@given(x0=places, h=gaps)
def test_a_secant_passes_through_both_of_its_points(x0, h):
    secant = quotients.secant(PARABOLA, x0, h)
    assert secant.at(secant.p.x) == secant.p.y
    assert secant.at(secant.q.x) == pytest.approx(secant.q.y, abs=1e-9)
    assert secant.triangle.rise == pytest.approx(secant.slope * secant.triangle.run, abs=1e-9)


@given(x0=places)
def test_a_tangent_touches_at_its_point_and_stays_below_the_parabola(x0):
    tangent = quotients.tangent(PARABOLA, x0)
    assert tangent.at(x0) == x0 * x0
    xs = np.linspace(x0 - 3, x0 + 3, 41)
    assert (PARABOLA.value(xs) - tangent.at(xs) >= -1e-9).all()


@pytest.mark.parametrize("call", [quotients.secant, quotients.difference_quotient])
def test_a_gap_of_0_has_no_secant(call):
    with pytest.raises(ValueError, match="h is 0"):
        call(PARABOLA, 1, 0)


@pytest.mark.parametrize("h", [math.nan, math.inf])
def test_a_gap_that_is_no_number_is_refused(h):
    with pytest.raises(ValueError, match="h is"):
        quotients.central_quotient(PARABOLA, 1, h)


def test_a_secant_needs_the_curve_at_both_ends():
    with pytest.raises(ValueError, match=r"f\(-1\) is nan"):
        quotients.secant(function(sp.log(X)), 1, -2)


def test_a_corner_has_no_tangent():
    with pytest.raises(ValueError, match=r"f′\(0\) is nan"):
        quotients.tangent(function(sp.Abs(X)), 0)


def test_a_series_of_no_gaps_is_refused():
    with pytest.raises(ValueError, match="empty"):
        quotients.quotient_series(PARABOLA, 1, [])


def test_the_graph_of_the_quotient_is_the_line_2_plus_h_with_a_hole():
    graph = quotients.quotient_graph(PARABOLA, 1, 2)
    assert graph.hole == (0, 2)
    for branch in (graph.left, graph.right):
        assert branch[:, 1] == pytest.approx(2 + branch[:, 0], abs=1e-12)
    assert graph.left[:, 0].max() < 0 < graph.right[:, 0].min()
    assert (graph.left[0, 0], graph.right[-1, 0]) == (-2, 2)


@pytest.mark.parametrize(("width", "gap"), [(4, 4), (1, 0.25), (0.1, 0.0025), (0.01, 0.000025)])
def test_the_largest_gap_in_a_window_is_the_square_of_half_its_width(width, gap):
    tangent = quotients.tangent(PARABOLA, 2)
    assert quotients.max_gap(PARABOLA, tangent, width) == pytest.approx(gap, rel=1e-9)


def test_a_window_has_a_positive_width():
    with pytest.raises(ValueError, match="width"):
        quotients.max_gap(PARABOLA, quotients.tangent(PARABOLA, 2), 0)
