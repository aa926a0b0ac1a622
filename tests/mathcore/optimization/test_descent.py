import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathcore.formulas.functions import function
from mathcore.formulas.symbolic import X
from mathcore.optimization.descent import basins, contraction, descent_1d, descent_nd

VALLEY = function(X**2 - 4 * X + 5)


@pytest.mark.parametrize(
    ("alpha", "path"),
    [
        (0.1, [5, 4.4, 3.92, 3.536, 3.2288, 2.98304]),
        (0.5, [5, 2, 2]),
        (0.9, [5, -0.4, 3.92, 0.464]),
        (1.0, [5, -1, 5, -1]),
        (1.1, [5, -1.6, 6.32, -3.184]),
    ],
)
def test_five_dials_on_one_hill(alpha, path):
    descent = descent_1d(VALLEY.slope, 5, alpha, len(path) - 1)
    assert descent.points == pytest.approx(path)
    assert descent.diverged_at is None
    assert descent.steps == len(path) - 1
    assert float(descent.end) == pytest.approx(path[-1])


@given(
    alpha=st.floats(0.01, 1.5),
    x0=st.floats(-10, 10),
    curvature=st.floats(0.1, 5),
    n=st.integers(0, 12),
)
def test_the_factor_predicts_the_whole_path_in_one_variable(alpha, x0, curvature, n):
    path = descent_1d(lambda x: curvature * (x - 2), x0, alpha, n).points
    factor = contraction(alpha, [curvature]).factors[0]
    assert path - 2 == pytest.approx((x0 - 2) * factor ** np.arange(n + 1), rel=1e-6, abs=1e-6)


@given(
    alpha=st.floats(0.01, 0.6),
    angle=st.floats(0, 3),
    high=st.floats(1, 4),
    low=st.floats(-1, 1),
    start=st.tuples(st.floats(-5, 5), st.floats(-5, 5)),
)
def test_the_factors_predict_the_whole_path_along_each_direction(alpha, angle, high, low, start):
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    matrix = turn @ np.diag([high, low]) @ turn.T
    path = descent_nd(lambda w: matrix @ w, start, alpha, 10).points
    factors = contraction(alpha, [high, low]).factors
    predicted = (turn.T @ np.array(start)) * factors ** np.arange(11)[:, None]
    assert path @ turn == pytest.approx(predicted, rel=1e-6, abs=1e-6)


def test_flying_away_is_a_result_with_its_step():
    descent = descent_1d(VALLEY.slope, 5, 10, 1000)
    assert descent.diverged_at is not None
    assert descent.steps == descent.diverged_at - 1
    assert np.isfinite(descent.points).all()


def test_a_descent_in_many_variables_diverges_without_a_warning():
    descent = descent_nd(lambda w: w**3, [10.0, 1.0], 1.0, 50)
    assert descent.diverged_at is not None
    assert descent.diverged_at < 10


@pytest.mark.parametrize("alpha", [0, -0.1, math.nan])
def test_a_step_size_is_positive(alpha):
    with pytest.raises(ValueError, match="α"):
        descent_1d(VALLEY.slope, 5, alpha, 3)
    with pytest.raises(ValueError, match="α"):
        contraction(alpha, [2])


def test_a_descent_needs_a_start_and_whole_steps():
    with pytest.raises(ValueError, match="start is empty"):
        descent_nd(lambda w: w, [], 0.1, 3)
    with pytest.raises(ValueError, match="x₀"):
        descent_1d(VALLEY.slope, math.nan, 0.1, 3)
    with pytest.raises(ValueError, match="n is -1"):
        descent_1d(VALLEY.slope, 1, 0.1, -1)


def test_eleven_balls_settle_in_two_valleys():
    slope = function(X**4 / 4 - X**2 + X / 4).slope
    ends = [float(ball.end) for ball in basins(slope, np.linspace(-2.2, 2.2, 11), 0.1, 100)]
    assert {round(end, 3) for end in ends} == {-1.473, 1.347}
    assert ends == sorted(ends)


def test_on_the_cube_a_ball_nearly_stalls_at_level_ground():
    path = descent_1d(function(X**3).slope, 1, 0.1, 20).points
    assert path[:4] == pytest.approx([1, 0.7, 0.553, 0.461], abs=5e-4)
    assert path[20] == pytest.approx(0.130, abs=5e-4)


def test_the_contraction_of_the_regression():
    c = contraction(0.01, [23.661904, 0.338096])
    assert c.factors == pytest.approx([0.763381, 0.996619], abs=5e-7)
    assert c.limit == pytest.approx(0.0845241, abs=5e-8)
    assert c.best == pytest.approx(1 / 12, abs=1e-7)
    assert c.best_rate == pytest.approx(0.97183, abs=5e-6)
    assert c.half_life == pytest.approx(204.7, abs=0.05)
    assert c.converges


def test_no_step_size_contracts_a_saddle():
    c = contraction(0.1, [5, -1])
    assert c.limit == 0
    assert not c.converges
    assert c.half_life == math.inf
    assert math.isnan(c.best)


def test_one_step_may_land():
    assert contraction(0.5, [2]).half_life == 0


@given(low=st.floats(0.1, 5), high=st.floats(5, 50), share=st.floats(0.01, 0.99))
def test_below_the_limit_every_step_size_converges_and_above_none(low, high, share):
    limit = contraction(1, [low, high]).limit
    assert contraction(share * limit, [low, high]).converges
    assert not contraction(limit * (1 + share), [low, high]).converges


@given(low=st.floats(0.1, 5), high=st.floats(5, 50), share=st.floats(0.01, 0.99))
def test_no_step_size_has_a_better_rate_than_the_best(low, high, share):
    c = contraction(1, [low, high])
    assert contraction(share * c.limit, [low, high]).rate >= c.best_rate - 1e-12
    assert contraction(c.best, [low, high]).rate == pytest.approx(c.best_rate)
