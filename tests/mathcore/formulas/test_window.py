import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathcore.formulas.curves import Piece
from mathcore.formulas.expression import read_function
from mathcore.formulas.window import fit_heights, piece_about, round_step, span


@given(st.floats(1e-6, 1e6))
def test_a_scale_has_a_sensible_number_of_round_steps(length):
    step = round_step(length)
    assert 2 <= length / step <= 10.0001
    digit = step / 10.0 ** np.floor(np.log10(step) + 1e-9)
    assert min(abs(digit - d) for d in (1, 2, 5, 10)) < 1e-6


def test_a_length_that_is_none_is_refused():
    with pytest.raises(ValueError, match="length"):
        round_step(0.0)


def test_a_span_keeps_its_ends():
    assert span(-2.125, 4.125) == (-2.125, 4.125, 1.0)


def test_the_piece_ends_at_a_pole_and_at_the_edge_of_a_domain():
    pole = piece_about(read_function("1/x"), 1.0, 2.0)
    assert 0 < pole.xs[0] < 0.02
    assert pole.xs[-1] == pytest.approx(3.0)
    root = piece_about(read_function("sqrt(x)"), 0.25, 1.0)
    assert root.xs[0] == pytest.approx(0.0, abs=1e-9)
    assert piece_about(read_function("sqrt(x)"), 0.0, 1.0).xs[0] == pytest.approx(0.0, abs=1e-9)


def test_there_is_no_piece_where_there_is_no_curve():
    with pytest.raises(ValueError, match="no unbroken curve"):
        piece_about(read_function("log(x)"), -2.0, 1.0)


def test_heights_hold_the_curve_and_the_others_with_a_margin():
    xs = np.linspace(0, 2, 21)
    low, high = fit_heights(Piece(xs, xs**2), 0.0, 1.0, -1.0)
    assert low < -1.0
    assert 1.0 < high < 4.0


def test_a_level_curve_gets_a_window_with_room():
    xs = np.linspace(0, 2, 21)
    low, high = fit_heights(Piece(xs, np.full(21, 5.0)), 0.0, 2.0)
    assert low < 5.0 < high
