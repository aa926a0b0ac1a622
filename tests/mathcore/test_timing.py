import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathcore.timing import hold_for, log_time


@given(h0=st.floats(1e-3, 10), h1=st.floats(1e-3, 10), t=st.floats(0, 1))
def test_the_sweep_stays_between_its_ends_and_mirrors(h0, h1, t):
    h = log_time(h0, h1, t)
    assert min(h0, h1) * (1 - 1e-12) <= h <= max(h0, h1) * (1 + 1e-12)
    assert log_time(-h0, -h1, t) == -h
    assert h == pytest.approx(log_time(h1, h0, 1 - t))


def test_each_decade_takes_equally_long():
    assert [log_time(1, 1e-3, t) for t in (0, 1 / 3, 2 / 3, 1)] == pytest.approx(
        [1, 0.1, 0.01, 0.001]
    )


def test_the_ends_are_exact():
    assert (log_time(2, 0.001, 0), log_time(2, 0.001, 1)) == (2, 0.001)


@pytest.mark.parametrize(("h0", "h1"), [(1, 0), (0, 1), (1, -1)])
def test_a_sweep_never_passes_0(h0, h1):
    with pytest.raises(ValueError, match="would pass h = 0"):
        log_time(h0, h1, 0.5)


@pytest.mark.parametrize("t", [-0.1, 1.1, float("nan")])
def test_time_runs_from_0_to_1(t):
    with pytest.raises(ValueError, match="from 0 to 1"):
        log_time(2, 1, t)


def test_text_stays_as_long_as_it_takes_to_read():
    assert hold_for("") == hold_for("x" * 18) == 1.5
    assert hold_for("x" * 36) == 3
