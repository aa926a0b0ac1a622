"""The corrections ledger: what is really true; long: a test for each claim of the source lesson.

One test for each of the thirty-three claims, in order; a false or conditional one is shown by its
counter-example, the one correct one (19) by the number it claims.
"""

import math
import re
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import sympy as sp

from mathcore.formulas import symbolic
from mathcore.formulas.functions import function, steep_root, wiggle
from mathcore.formulas.symbolic import H, X
from mathcore.optimization import descent, epochs, landscape, regression, stationary
from mathcore.optimization.landscape import W1, W2
from mathcore.slopes import limits, lines, neuron, panel, quotients

PARABOLA, CUBE, CORNER = function(X**2), function(X**3), function(sp.Abs(X))
VALLEY = function(X**2 - 4 * X + 5)
SADDLE = landscape.landscape(W1**2 + 3 * W1 * W2 + W2**2)
BOWL = landscape.landscape(W1**2 + W1 * W2 + W2**2)
DATA = regression.dataset([1, 2, 3, 4, 5], [5, 8, 11, 14, 17])
GAPS = [1, 0.1, 0.01, 0.001]


def _printed(parameters):
    return tuple(f"{number:.4f}" for number in parameters)


def test_01_five_hundred_epochs_do_not_print_3_and_2():
    assert _printed(regression.gd_regression(DATA, 0.01, 500).end) == ("3.0553", "1.8003")
    assert _printed(regression.gd_regression(DATA, 0.01, 2948).end) != ("3.0000", "2.0000")
    assert _printed(regression.gd_regression(DATA, 0.01, 2949).end) == ("3.0000", "2.0000")
    assert _printed(regression.gd_regression(DATA, 0.08, 500).end) == ("3.0000", "2.0000")
    scaled = regression.standardise(DATA)
    step = regression.gd_regression(scaled.data, 0.5, 1).end
    assert _printed(regression.unstandardise(scaled, *step)) == ("3.0000", "2.0000")


def test_02_the_lesson_s_loss_is_a_saddle_that_descent_runs_away_from():
    assert landscape.curvatures(SADDLE).values == pytest.approx([5, -1])
    assert SADDLE.height([100, -100]) == -10_000
    away = descent.descent_nd(SADDLE.gradient, (1.5, 1), 0.1, 200).points
    assert SADDLE.height(away[-1]) < -1e6
    balanced = descent.descent_nd(SADDLE.gradient, (1, 1), 0.1, 40).points
    assert balanced[-1] == pytest.approx((0, 0), abs=1e-9)
    assert landscape.curvatures(BOWL).values == pytest.approx([3, 1])


def test_03_a_flat_point_may_be_neither_minimum_nor_maximum():
    (inflection,) = stationary.stationary_points(X**3, -1, 1)
    assert inflection.kind == "inflection"
    flat = sp.Piecewise(((X + 1) ** 3, X < -1), (0, X <= 1), ((X - 1) ** 3, True))
    assert stationary.stationary_points(flat, -2, 2)[0].kind == "shelf"
    # x⁴ sin(1/x) is level at 0 and takes both signs of slope in every neighbourhood of it.
    slope = function(sp.diff(X**4 * sp.sin(1 / X), X))
    for n in range(1, 200):
        assert slope(1 / (2 * math.pi * n)) < 0 < slope(1 / (math.pi * (2 * n + 1)))


def test_04_a_corner_is_critical_without_a_level_slope():
    (corner,) = stationary.critical_points(sp.Abs(X), -1, 1)
    assert not corner.stationary
    assert corner.kind == "minimum"
    assert stationary.stationary_points(sp.Abs(X), -1, 1) == ()


def test_05_a_tangent_may_meet_its_curve_again_and_may_cross_it():
    again, contact = symbolic.tangent_meets(X**3, 1)
    assert (again.x, again.multiplicity) == (-2, 1)
    assert (contact.x, contact.multiplicity) == (1, 2)
    tangent = quotients.tangent(CUBE, 0)
    assert CUBE(-0.1) < tangent.at(-0.1)
    assert CUBE(0.1) > tangent.at(0.1)
    # The vertical line x = 1 has a single contact with the parabola, too: that proves nothing.
    # What makes a tangent is a gap that is small even beside h.
    best = [quotients.max_gap(CUBE, tangent, 2 * h) / h for h in GAPS]
    assert all(later < earlier / 9 for earlier, later in pairwise(best))


def test_06_a_curve_may_repeat_its_slopes():
    sine = function(sp.sin(X))
    assert sine.slope(0.3) == pytest.approx(sine.slope(0.3 + 2 * math.pi))
    xs = np.linspace(-3, 3, 101)
    assert len(np.unique(PARABOLA.slope(xs))) == len(xs)


def test_07_a_limit_from_one_side_is_not_enough():
    assert limits.one_sided(CORNER, 0, GAPS).right[-1] == 1
    assert limits.one_sided(CORNER, 0, GAPS).verdict == "corner"
    assert limits.one_sided(PARABOLA, 1, GAPS).verdict == "limit"


def test_08_the_gap_may_be_cancelled_only_because_it_is_not_0():
    steps = symbolic.expand_quotient(X**2)
    assert steps.cancelled.subs(H, 0) is sp.nan
    assert steps.divided.subs(H, 0) == 2 * X
    with pytest.raises(ValueError, match="h is 0"):
        quotients.difference_quotient(PARABOLA, 1, 0)


def test_09_limits_exist_at_any_point_and_for_any_expression():
    assert sp.limit((X**2 - 9) / (X - 3), X, 3) == 6
    assert sp.limit(sp.sin(X) / X, X, 0) == 1
    assert sp.limit((1 + 1 / X) ** X, X, sp.oo) == sp.E


def test_10_the_slope_does_not_exist_at_every_point():
    assert limits.one_sided(CORNER, 0, GAPS).verdict == "corner"
    assert limits.one_sided(steep_root(), 0, GAPS).verdict == "vertical"
    assert limits.one_sided(function(sp.sign(X)), 0, GAPS).verdict == "jump"
    # Unbroken is not enough: |x| and the cube root are continuous at 0.
    for f in (CORNER, steep_root()):
        assert abs(f(1e-12)) < 1e-3
        assert math.isnan(f.slope(0))


def test_11_a_positive_slope_at_one_point_does_not_mean_rising_around_it():
    f = wiggle()
    assert f.slope(0) == 1
    for n in (1, 10, 100, 1000):
        assert f.slope(1 / (2 * math.pi * n)) == pytest.approx(-1)
    assert all(f(x) > 0 for x in (1e-3, 1e-2, 0.1))
    assert all(f(-x) < 0 for x in (1e-3, 1e-2, 0.1))
    assert CUBE.slope(0) == 0
    assert (np.diff(CUBE(np.linspace(-1, 1, 101))) > 0).all()


def test_12_fast_and_slow_depend_on_the_units():
    per_metre, per_kilometre = function(X**2), function((1000 * X) ** 2)
    assert per_kilometre.slope(2 / 1000) == 1000 * per_metre.slope(2)


def test_13_the_power_rule_has_a_domain():
    assert math.isinf(function(1 / X)(0))
    assert math.isnan(function(1 / X).slope(0)) or math.isinf(function(1 / X).slope(0))
    assert math.isnan(function(X ** sp.Rational(3, 2)).slope(-1))
    # A constant is its own rule: 0·x⁻¹ has no value at 0, the slope of 5 has.
    assert math.isnan(function(sp.Mul(0, 1 / X, evaluate=False))(0))
    assert function(sp.Integer(5)).slope(0) == 0


def test_14_products_are_not_covered_by_powers_sums_and_multiples():
    u, v = function(X**2), function(sp.sin(X))
    product = function(u.expression * v.expression)
    assert product.slope(1) != pytest.approx(u.slope(1) * v.slope(1))
    assert product.slope(1) == pytest.approx(u(1) * v.slope(1) + v(1) * u.slope(1))


def test_15_rules_need_differentiable_parts():
    # |x|² is differentiable at 0 although |x| is not: the chain rule has nothing to say there.
    assert math.isnan(CORNER.slope(0))
    assert function(sp.Abs(X) ** 2).slope(0) == 0
    # The outer slope is read at the inner's output: u⁴ at u = 1.6, not at x = 0.2.
    chained, outer = function((3 * X + 1) ** 4), function(X**4)
    assert chained.slope(0.2) == pytest.approx(outer.slope(1.6) * 3)
    assert chained.slope(0.2) != pytest.approx(outer.slope(0.2) * 3)


def test_16_the_logarithm_lives_on_the_right():
    log = function(sp.log(X))
    assert math.isnan(log(-1))
    assert log.slope(2) == 0.5
    both_sides = function(sp.log(sp.Abs(X)))
    assert both_sides.slope(-2) == -0.5


def test_17_in_degrees_a_factor_appears():
    degrees = function(sp.sin(sp.pi * X / 180))
    assert degrees.slope(0) == pytest.approx(math.pi / 180) == pytest.approx(0.01745, abs=5e-6)
    assert function(sp.sin(X)).slope(0) == 1


def test_18_backpropagation_also_adds_over_paths():
    paths = neuron.sum_over_paths(1, 1, (1.0, -0.5), (0.5, 1.0))
    slope = quotients.central_quotient(
        lambda x: neuron.sum_over_paths(x, 1, (1.0, -0.5), (0.5, 1.0)).loss, 1, 1e-5
    )
    assert paths.slope == pytest.approx(slope, abs=1e-9)
    assert all(product != pytest.approx(slope, abs=1e-3) for product in paths.products)
    one = neuron.forward_backward(1, 1, 0, 0)
    assert one.dl_dw == one.shared * one.dz_dw
    assert one.dl_db == one.shared * one.dz_db


def test_19_the_panel_is_right_but_its_error_is_a_special_case():
    reading = panel.panel(PARABOLA, 2, 1.5)
    assert (reading.quotient, reading.error) == (5.5, 1.5)
    assert panel.panel(CUBE, 1, 1.5).error == 3 * 1.5 + 1.5**2
    assert quotients.central_quotient(PARABOLA, 2, 1.5) == 4
    assert quotients.central_quotient(CUBE, 1, 1.5) != 3


def test_20_a_smaller_gap_is_not_always_better_in_floating_point():
    errors = np.abs(panel.float_error(PARABOLA, 2, [1e-6, 1e-8, 1e-12, 1e-16]))
    assert errors[1] < errors[0]
    assert errors[2] == pytest.approx(3.6e-4, rel=0.02)
    assert quotients.difference_quotient(PARABOLA, 2, 1e-16) == 0


def test_21_descent_finds_a_local_minimum_if_its_steps_are_small():
    f = function(X**4 / 4 - X**2 + X / 4)
    assert f.slope(2.2) > 0
    near = float(descent.descent_1d(f.slope, 2.2, 0.1, 200).end)
    assert near == pytest.approx(1.347, abs=5e-4)
    assert f(near) > f(-1.473)
    assert descent.descent_1d(f.slope, 2.2, 2, 200).diverged_at is not None


def test_22_a_level_point_is_a_minimum_for_a_reason():
    (point,) = stationary.stationary_points(VALLEY.expression, -1.5, 5.5)
    assert (point.x, point.value, point.signs) == (2, 1, (-1, 1))
    assert symbolic.complete_square(1, -4, 5) == (1, 2, 1)
    assert VALLEY.derivative().derivative_expression == 2
    # Level alone is no reason: so is x³ at 0.
    assert CUBE.slope(0) == 0
    assert CUBE(-0.1) < CUBE(0)


def test_23_the_level_point_can_be_solved_for():
    assert sp.solve(VALLEY.derivative_expression, X) == [2]
    other = function(X**2 - 6 * X + 5)
    (point,) = stationary.stationary_points(other.expression, -10, 10)
    assert point.x == 3


def test_24_a_step_against_the_slope_may_land_higher():
    assert VALLEY(2.1) == pytest.approx(1.01)
    assert VALLEY.slope(2.1) > 0
    assert VALLEY(2.1 - 1) == pytest.approx(1.81)
    assert VALLEY(2.1 - 0.05) < VALLEY(2.1)
    for alpha in (0.1, 0.5, 0.9, 1.0, 1.1):
        c = descent.contraction(alpha, [2])
        assert c.factors[0] == pytest.approx(1 - 2 * alpha)
        assert c.converges == (0 < alpha < 1)
    assert float(descent.descent_1d(VALLEY.slope, 5, 0.5, 1).end) == 2


def test_25_partials_alone_do_not_make_a_gradient():
    def f(x, y):
        return x * y / (x * x + y * y) if (x, y) != (0, 0) else 0.0

    assert quotients.difference_quotient(lambda x: f(x, 0), 0, 1e-6) == 0
    assert quotients.difference_quotient(lambda y: f(0, y), 0, 1e-6) == 0
    # Both partials at 0 are 0, yet along the diagonal f stays at 1/2: not even continuous.
    assert [f(t, t) for t in GAPS] == pytest.approx([0.5] * 4)
    # Where it does hold: the gradient's direction is the steepest, its length that slope.
    gradient = SADDLE.gradient((2, 1))
    slopes = landscape.directional_slope(gradient, np.linspace(0, 2 * math.pi, 100_001))
    assert slopes.max() == pytest.approx(np.hypot(7, 8), rel=1e-8)


def test_26_the_gradient_represents_the_derivative_but_changes_with_the_ruler():
    step = np.array([0.3, -0.2])
    gradient = SADDLE.gradient((2, 1))
    linear = quotients.central_quotient(
        lambda t: SADDLE.height(np.array([2, 1]) + t * step), 0, 1e-3
    )
    assert linear == pytest.approx(gradient @ step)
    # Measure the first knob in tenths: the map on the same step is the same, the arrow is not.
    tenths = landscape.landscape(SADDLE.expression.subs(W1, W1 / 10)).gradient((20, 1))
    assert tenths @ (step * [10, 1]) == pytest.approx(linear)
    assert tenths != pytest.approx(gradient)


def test_27_a_model_may_have_as_few_as_two_parameters():
    assert regression.mse_gradient(DATA, 0, 0).shape == (2,)


def test_28_a_step_against_the_gradient_helps_only_below_two_over_the_curvature():
    bowl = regression.curvatures(DATA)
    limit = descent.contraction(0.01, bowl.values).limit
    assert limit == pytest.approx(0.084524, abs=5e-7)
    below = regression.gd_regression(DATA, 0.99 * limit, 50).losses
    above = regression.gd_regression(DATA, 1.01 * limit, 50).losses
    assert (np.diff(below) < 0).all()
    assert above[-1] > above[0]


def test_29_the_error_and_the_residual_of_statistics_differ_in_sign():
    error = regression.errors(DATA, 2, 4)
    residual = DATA.ys - (2 * DATA.xs + 4)
    assert (error == -residual).all()
    assert np.mean(error**2) == np.mean(residual**2) == regression.mse(DATA, 2, 4)


def test_30_least_squares_needs_no_descent():
    assert regression.normal_equations(DATA) == pytest.approx((3, 2))


def test_31_a_first_derivative_is_not_all_the_calculus_that_is_needed():
    # The slope is 0 at the level point of saddle and bowl alike: only second derivatives differ.
    assert SADDLE.gradient((0, 0)).tolist() == BOWL.gradient((0, 0)).tolist() == [0, 0]
    assert landscape.curvatures(SADDLE).values[1] < 0 < landscape.curvatures(BOWL).values[1]
    assert epochs.epochs_to_print(DATA, 0.09, 4) is None


def test_32_a_vertical_line_has_no_slope():
    with pytest.raises(ValueError, match="vertical line has no slope"):
        lines.slope_between((1, 0), (1, 5))


def test_33_near_minus_3_the_parabola_is_steep_and_falling():
    slope = PARABOLA.slope(-3)
    assert slope == -6
    assert abs(slope) > abs(PARABOLA.slope(-1))
    assert panel.state_of(slope) == "falling"


def test_the_ledger_has_a_test_for_each_of_its_thirty_three_claims():
    source = Path(__file__).read_text(encoding="utf-8")
    numbers = [int(number) for number in re.findall(r"^def test_(\d\d)_", source, re.MULTILINE)]
    assert numbers == list(range(1, 34))
