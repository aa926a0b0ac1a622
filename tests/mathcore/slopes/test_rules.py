import math

import numpy as np
import pytest
import sympy as sp
from hypothesis import given
from hypothesis import strategies as st

from mathcore.formulas.functions import function
from mathcore.formulas.symbolic import X
from mathcore.slopes import rules
from mathcore.slopes.circle import circle_nudge
from mathcore.slopes.neuron import forward_backward, sum_over_paths
from mathcore.slopes.quotients import central_quotient

sides = st.floats(0.1, 10)
nudges = st.floats(0.001, 1)
U = sp.Symbol("u", real=True)


@pytest.mark.parametrize(("dx", "share"), [(0.5, 0.0769), (0.1, 0.0164), (0.01, 0.00166)])
def test_the_corner_of_the_square_shrinks_faster_than_its_slivers(dx, share):
    square = rules.square_nudge(3, dx)
    assert square.corner_share == pytest.approx(share, rel=4e-3)
    assert square.corner_share == pytest.approx(square.corner / square.growth)


@given(x=sides, dx=nudges)
def test_the_pieces_of_square_and_cube_add_up_to_the_growth(x, dx):
    square, cube = rules.square_nudge(x, dx), rules.cube_nudge(x, dx)
    assert 2 * square.sliver + square.corner == pytest.approx((x + dx) ** 2 - x**2, abs=1e-9)
    assert cube.growth == pytest.approx((x + dx) ** 3 - x**3, abs=1e-9)
    assert 3 * cube.face + 3 * cube.edge + cube.corner == pytest.approx(cube.growth)


@pytest.mark.parametrize("dx", [0, -1, math.nan])
def test_a_square_grows_by_a_positive_nudge(dx):
    with pytest.raises(ValueError, match="dx"):
        rules.square_nudge(3, dx)


@pytest.mark.parametrize("n", [1, 2, 3, 10])
def test_n_brackets_give_n_ways_to_pick_one_nudge(n):
    coefficients = rules.power_expansion(n)
    assert coefficients[1] == n
    dx = sp.Symbol("dx")
    exact = sp.Poly(sp.expand((X + dx) ** n), dx).all_coeffs()[::-1]
    assert coefficients.tolist() == [float(c.subs(X, 1)) for c in exact]


def test_a_power_of_no_brackets_is_refused():
    with pytest.raises(ValueError, match="n is 0"):
        rules.power_expansion(0)


def test_the_layers_of_a_sum_grow_each_by_its_own_amount():
    f = function(X**3 + 5 * X**2 - 2 * X + 7)
    layers = rules.term_rises(f, 1, 0.01)
    assert layers.heights.tolist() == [1, 5, -2, 7]
    assert layers.rises == pytest.approx([0.030301, 0.1005, -0.02, 0], abs=1e-12)
    assert layers.rises.sum() == pytest.approx(0.110801)
    assert layers.rates.sum() == pytest.approx(11.0801)
    assert layers.slopes.tolist() == [3, 10, -2, 0]
    assert f.slope(1) == 11


@given(x=st.floats(-3, 3), dx=nudges)
def test_the_slivers_of_a_product_add_up_to_its_growth(x, dx):
    u, v = function(X**2), function(X**3)
    product = rules.product_nudge(u, v, x, dx)
    assert product.growth == pytest.approx((x + dx) ** 5 - x**5, abs=1e-9)


def test_the_product_rule_gives_the_slope_of_the_fifth_power():
    u, v = function(X**2), function(X**3)
    both = u.expression * v.derivative_expression + v.expression * u.derivative_expression
    assert sp.expand(both) == sp.diff(X**5, X)
    tiny = rules.product_nudge(u, v, 1.5, 1e-6)
    assert tiny.growth / 1e-6 == pytest.approx(float(both.subs(X, 1.5)), rel=1e-5)
    assert tiny.corner_share < 1e-5


@pytest.mark.parametrize(
    ("dx", "outer", "ratio"),
    [(0.1, 21.595, 64.785), (0.01, 16.8506, 50.5518), (0.001, 16.4301, 49.2904)],
)
def test_magnifications_multiply(dx, outer, ratio):
    chain = rules.chain_nudge(function(3 * X + 1), function(U**4), 0.2, dx)
    assert (chain.u, chain.y) == pytest.approx((1.6, 6.5536))
    assert chain.inner_ratio == pytest.approx(3)
    assert chain.outer_ratio == pytest.approx(outer, abs=5e-5)
    assert chain.ratio == pytest.approx(ratio, abs=5e-5)
    assert chain.inner_ratio * chain.outer_ratio == pytest.approx(chain.ratio)


def test_the_chain_rule_gives_12_times_3x_plus_1_cubed():
    f = function((3 * X + 1) ** 4)
    assert sp.expand(f.derivative_expression - 12 * (3 * X + 1) ** 3) == 0
    assert [f.slope(x) for x in (0.2, 0, 1)] == pytest.approx([49.152, 12, 768])


def test_a_machine_that_does_not_move_has_no_magnification():
    with pytest.raises(ValueError, match="0/0"):
        rules.chain_nudge(function(sp.Integer(4), X), function(U**4), 0.2, 0.1)


@pytest.mark.parametrize("call", [rules.product_nudge, rules.chain_nudge])
def test_no_nudge_no_comparison(call):
    with pytest.raises(ValueError, match="dx is 0"):
        call(function(X), function(U), 1, 0)


@given(theta=st.floats(-6, 6))
def test_on_the_circle_the_small_triangle_is_similar_to_the_large_one(theta):
    nudge = circle_nudge(theta, 1e-5)
    assert nudge.tangent_rise == pytest.approx(math.cos(theta) * 1e-5)
    assert nudge.tangent_run == pytest.approx(-math.sin(theta) * 1e-5)
    assert nudge.rise == pytest.approx(nudge.tangent_rise, abs=1e-10)
    assert nudge.run == pytest.approx(nudge.tangent_run, abs=1e-10)
    assert math.hypot(nudge.tangent_rise, nudge.tangent_run) == pytest.approx(1e-5)


def test_an_angle_must_be_nudged():
    with pytest.raises(ValueError, match="dθ"):
        circle_nudge(1, 0)


def test_the_miniature_neuron_of_the_lesson():
    neuron = forward_backward(x=1, t=1, w=0, b=0)
    assert (neuron.z, neuron.a, neuron.loss) == (0, 0.5, 0.25)
    assert (neuron.dl_da, neuron.da_dz, neuron.dz_dw, neuron.dz_db) == (-1, 0.25, 1, 1)
    assert neuron.shared == neuron.dl_dw == neuron.dl_db == -0.25


@given(x=st.floats(-2, 2), t=st.floats(0, 1), w=st.floats(-2, 2), b=st.floats(-2, 2))
def test_slopes_that_flow_back_agree_with_central_differences(x, t, w, b):
    neuron = forward_backward(x, t, w, b)
    along_w = central_quotient(lambda v: forward_backward(x, t, v, b).loss, w, 1e-5)
    along_b = central_quotient(lambda v: forward_backward(x, t, w, v).loss, b, 1e-5)
    assert neuron.dl_dw == pytest.approx(along_w, abs=1e-8)
    assert neuron.dl_db == pytest.approx(along_b, abs=1e-8)


def test_where_paths_meet_their_products_add():
    inward, outward = (1.0, -0.5, 2.0), (0.5, 1.0, -0.3)
    paths = sum_over_paths(0.7, 1, inward, outward)
    slope = central_quotient(lambda x: sum_over_paths(x, 1, inward, outward).loss, 0.7, 1e-5)
    assert paths.slope == pytest.approx(slope, abs=1e-8)
    assert paths.slope == pytest.approx(float(np.sum(paths.products)))


def test_each_hidden_unit_has_a_way_in_and_a_way_out():
    with pytest.raises(ValueError, match="2 weights lead in but 1 lead out"):
        sum_over_paths(1, 1, (1, 2), (1,))
