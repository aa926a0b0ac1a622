import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathcore.optimization import epochs, regression
from mathcore.slopes.quotients import central_quotient

DATA = regression.dataset([1, 2, 3, 4, 5], [5, 8, 11, 14, 17])
columns = st.lists(st.integers(-5, 5), min_size=2, max_size=6).filter(lambda xs: len(set(xs)) > 1)


def test_errors_and_loss_of_the_trial_line():
    assert regression.errors(DATA, 2, 4).tolist() == [1, 0, -1, -2, -3]
    assert regression.mse(DATA, 2, 4) == 3


def test_the_gradient_at_the_origin():
    assert regression.errors(DATA, 0, 0).tolist() == [-5, -8, -11, -14, -17]
    assert regression.mse(DATA, 0, 0) == 139
    assert regression.mse_gradient(DATA, 0, 0).tolist() == [-78, -22]


@given(xs=columns, w=st.floats(-3, 3), b=st.floats(-3, 3))
def test_the_gradient_agrees_with_central_differences(xs, w, b):
    data = regression.dataset(xs, [2 * x - 1 for x in xs])
    along_w = central_quotient(lambda v: regression.mse(data, v, b), w, 1e-3)
    along_b = central_quotient(lambda v: regression.mse(data, w, v), b, 1e-3)
    assert regression.mse_gradient(data, w, b) == pytest.approx((along_w, along_b), abs=1e-6)
    land = regression.loss_landscape(data)
    assert land.height([w, b]) == pytest.approx(regression.mse(data, w, b), abs=1e-9)
    assert land.gradient([w, b]) == pytest.approx(regression.mse_gradient(data, w, b), abs=1e-9)


def test_the_path_of_the_lesson():
    path = regression.gd_regression(DATA, 0.01, 500)
    steps = [0, 1, 2, 3, 4, 5, 10, 50, 100, 200, 500]
    losses = [139, 81.0904, 47.3430, 27.6760, 16.2145, 9.5348, 0.8274, 0.1529, 0.1090]
    assert path.losses[steps] == pytest.approx([*losses, 0.05537, 0.007257], abs=5e-5)
    assert path.losses[500] == pytest.approx(0.00725690, abs=5e-9)
    assert path.at(1) == pytest.approx((0.78, 0.22))
    expected = {
        10: (3.0689, 0.8890),
        50: (3.2539, 1.0834),
        100: (3.2143, 1.2262),
        200: (3.1528, 1.4485),
        500: (3.0553, 1.8003),
    }
    for epoch, point in expected.items():
        assert path.at(epoch) == pytest.approx(point, abs=5e-5)
    assert path.ws.argmax() == 25
    assert path.ws.max() == pytest.approx(3.2725, abs=5e-5)


def test_the_short_cut_takes_the_same_steps_as_the_gradient():
    path = regression.gd_regression(DATA, 0.01, 20)
    w = b = 0.0
    for epoch in range(20):
        gradient = regression.mse_gradient(DATA, w, b)
        w, b = w - 0.01 * gradient[0], b - 0.01 * gradient[1]
        assert path.at(epoch + 1) == pytest.approx((w, b))
        assert path.losses[epoch + 1] == pytest.approx(regression.mse(DATA, w, b))


def test_the_shape_of_the_valley():
    assert regression.hessian_regression(DATA).tolist() == [[22, 6], [6, 2]]
    bowl = regression.curvatures(DATA)
    assert bowl.values == pytest.approx([23.661904, 0.338096], abs=5e-7)
    assert bowl.condition == pytest.approx(69.99, abs=5e-3)
    assert regression.pivot_x(DATA) == pytest.approx(3.6103, abs=5e-5)


@pytest.mark.parametrize(
    ("alpha", "needed"), [(0.01, 2949), (0.02, 1472), (0.05, 586), (0.08, 365), (1 / 12, 392)]
)
def test_the_epochs_that_print_3_and_2_and_stay(alpha, needed):
    assert epochs.epochs_to_print(DATA, alpha, 4) == needed
    assert epochs.epochs_by_modes(DATA, alpha, 4) == needed


def test_the_slow_mode_predicts_2948_and_a_half():
    assert epochs.slow_mode_epochs(DATA, 0.01, 4) == pytest.approx(2948.5, abs=0.05)
    assert math.ceil(epochs.slow_mode_epochs(DATA, 0.01, 4)) == 2949


@given(alpha=st.floats(0.004, 0.083), decimals=st.integers(1, 5))
def test_epochs_by_simulation_are_epochs_by_formula(alpha, decimals):
    simulated = epochs.epochs_to_print(DATA, alpha, decimals)
    assert simulated == epochs.epochs_by_modes(DATA, alpha, decimals)


def test_past_the_limit_the_digits_never_settle():
    assert epochs.epochs_to_print(DATA, 0.09, 4) is None
    assert epochs.epochs_by_modes(DATA, 0.09, 4) is None


@pytest.mark.parametrize(
    ("alpha", "losses"),
    [(0.09, [139, 177.3, 226.1, 288.5, 368.0]), (0.085, [139, 142.1, 145.3, 148.6, 152.0])],
)
def test_past_the_limit_the_loss_grows(alpha, losses):
    assert regression.gd_regression(DATA, alpha, 4).losses == pytest.approx(losses, abs=0.05)


def test_divergence_is_a_result_with_its_epoch():
    path = regression.gd_regression(DATA, 10, 500)
    assert path.diverged_at is not None
    assert len(path.ws) == path.diverged_at


def test_standardised_inputs_make_the_valley_round_and_one_step_lands():
    scaled = regression.standardise(DATA)
    r = math.sqrt(2)
    assert scaled.data.xs == pytest.approx([-r, -r / 2, 0, r / 2, r])
    assert regression.curvatures(scaled.data).values == pytest.approx([2, 2])
    step = regression.gd_regression(scaled.data, 0.5, 1).end
    assert step == pytest.approx((4.24264, 11), abs=5e-6)
    assert regression.unstandardise(scaled, *step) == pytest.approx((3, 2))


def test_the_closed_form_is_there_at_once():
    assert regression.normal_equations(DATA) == pytest.approx((3, 2))


@given(xs=columns, noise=st.integers(-3, 3))
def test_at_the_closed_form_the_ground_is_level(xs, noise):
    data = regression.dataset(xs, [3 * x + 2 + noise * (k % 2) for k, x in enumerate(xs)])
    best = regression.normal_equations(data)
    assert regression.mse_gradient(data, *best) == pytest.approx((0, 0), abs=1e-9)


@given(xs=columns, w=st.floats(-3, 3), b=st.floats(-3, 3))
def test_a_standardised_line_predicts_the_same(xs, w, b):
    data = regression.dataset(xs, xs)
    scaled = regression.standardise(data)
    plain = regression.unstandardise(scaled, w, b)
    assert plain.w * data.xs + plain.b == pytest.approx(w * scaled.data.xs + b, abs=1e-9)


def test_data_without_meaning_is_refused():
    with pytest.raises(ValueError, match="empty"):
        regression.dataset([], [])
    with pytest.raises(ValueError, match="2 inputs and 1 outputs"):
        regression.dataset([1, 2], [1])
    upright = regression.dataset([2, 2], [1, 3])
    for call in (regression.normal_equations, regression.standardise):
        with pytest.raises(ValueError, match="all inputs are equal"):
            call(upright)


@pytest.mark.parametrize("alpha", [0, -1])
def test_a_step_size_is_positive(alpha):
    with pytest.raises(ValueError, match="α"):
        regression.gd_regression(DATA, alpha, 3)
    with pytest.raises(ValueError, match="α"):
        epochs.epochs_to_print(DATA, alpha, 4)


def test_a_start_is_finite():
    with pytest.raises(ValueError, match="start"):
        regression.gd_regression(DATA, 0.01, 3, (np.nan, 0))
