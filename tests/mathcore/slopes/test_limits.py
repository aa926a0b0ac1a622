import pytest
import sympy as sp

from mathcore.formulas.functions import function, steep_root, wiggle
from mathcore.formulas.symbolic import X
from mathcore.slopes.limits import epsilon_delta, one_sided

GAPS = [1, 0.1, 0.01, 0.001]


@pytest.mark.parametrize(
    ("f", "verdict"),
    [
        (function(X**2), "limit"),
        (function(sp.sin(X)), "limit"),
        (function(3 * X + 1), "limit"),
        (function(sp.Integer(2)), "limit"),
        (wiggle(), "limit"),
        (function(sp.Abs(X)), "corner"),
        (steep_root(), "vertical"),
        (function(sp.sqrt(sp.Abs(X))), "vertical"),
        (function(sp.sign(X)), "jump"),
        (function(sp.Piecewise((0, X < 0), (1, True))), "jump"),
        (function(sp.Piecewise((X * sp.sin(1 / X), sp.Ne(X, 0)), (0, True))), "oscillating"),
    ],
)
def test_the_verdict_tells_why_there_is_a_slope_at_0_or_none(f, verdict):
    result = one_sided(f, 0, GAPS)
    assert result.verdict == verdict
    assert result.differentiable == (verdict == "limit")


@pytest.mark.parametrize("x0", [-3, -1, 0.5, 1, 2])
@pytest.mark.parametrize(
    "expression", [X**2, X**3 - 3 * X, sp.sin(X), sp.exp(X), 1 / (1 + sp.exp(-X))], ids=str
)
def test_a_smooth_curve_has_a_limit_at_every_point(expression, x0):
    assert one_sided(function(expression), x0, GAPS).verdict == "limit"


def test_the_two_sides_of_a_corner_disagree_for_ever():
    result = one_sided(function(sp.Abs(X)), 0, GAPS)
    assert result.right.tolist() == [1, 1, 1, 1]
    assert result.left.tolist() == [-1, -1, -1, -1]


def test_the_quotient_of_the_cube_root_grows_without_bound():
    result = one_sided(steep_root(), 0, GAPS)
    assert result.right == pytest.approx([1, 4.64, 21.5, 100], rel=3e-3)


@pytest.mark.parametrize("hs", [[1, 0.1], [1, 0.1, 0.2, 0.01], [1, 0.1, 0.01, 0], []])
def test_the_gaps_must_be_positive_and_close_in(hs):
    with pytest.raises(ValueError, match="hs"):
        one_sided(function(X**2), 0, hs)


@pytest.mark.parametrize("eps", [0.5, 0.1, 0.01])
def test_for_the_parabola_delta_is_epsilon(eps):
    assert epsilon_delta(function(X**2), 1, 2, eps) == pytest.approx(eps, rel=1e-11)


def test_inside_the_strip_the_quotient_never_leaves_the_band():
    f, limit, eps = function(X**3), 3, 0.2
    delta = epsilon_delta(f, 1, limit, eps)
    for share in (0.001, 0.3, 0.9, 0.999999):
        for h in (share * delta, -share * delta):
            assert abs((f(1 + h) - 1) / h - limit) < eps
    assert (f(1 + 1.001 * delta) - 1) / (1.001 * delta) - limit > eps


def test_a_value_that_is_not_the_limit_has_no_delta():
    with pytest.raises(ValueError, match="not the limit"):
        epsilon_delta(function(X**2), 1, 2.5, 0.1)


def test_where_the_quotient_never_leaves_the_band_delta_is_the_reach():
    assert epsilon_delta(function(3 * X), 1, 3, 0.1, reach=7) == 7


def test_a_tolerance_must_be_positive():
    with pytest.raises(ValueError, match="ε"):
        epsilon_delta(function(X**2), 1, 2, 0)
