import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mathcore.slopes import lines

numbers = st.floats(-100, 100, allow_subnormal=False)


@given(x1=st.integers(-1000, 1000), x2=st.integers(-1000, 1000))
def test_every_pair_of_points_on_2x_plus_1_gives_exactly_2(x1, x2):
    assume(x1 != x2)
    line = lines.line(2, 1)
    assert lines.slope_between(line.point(x1), line.point(x2)) == 2


@given(m=numbers, b=numbers, x1=numbers, x2=numbers)
def test_any_two_points_of_a_line_give_its_slope(m, b, x1, x2):
    assume(abs(x1 - x2) > 1e-3)
    line = lines.line(m, b)
    assert lines.slope_between(line.point(x1), line.point(x2)) == pytest.approx(
        m, rel=1e-9, abs=1e-9
    )


def test_two_points_over_the_same_input_have_no_slope():
    with pytest.raises(ValueError, match="a vertical line has no slope"):
        lines.slope_between((1, 3), (1, 7))


@pytest.mark.parametrize("point", [(math.nan, 1), (1, math.inf)])
def test_a_point_that_is_nowhere_is_refused(point):
    with pytest.raises(ValueError, match="coordinate"):
        lines.slope_between((0, 0), point)


def test_a_table_has_one_row_for_each_input():
    assert lines.table(lines.line(2, 1), [0, 1, 2, 3]).tolist() == [[0, 1], [1, 3], [2, 5], [3, 7]]


def test_a_table_of_nothing_is_refused():
    with pytest.raises(ValueError, match="empty"):
        lines.table(lines.line(2, 1), [])


def test_the_unit_rises_of_the_square_are_the_odd_numbers():
    assert lines.unit_rises(lambda x: x * x, -3, 3).tolist() == [-5, -3, -1, 1, 3, 5]
    with pytest.raises(ValueError, match="no unit run"):
        lines.unit_rises(lambda x: x, 2, 2)


def test_a_triangle_knows_its_run_rise_corner_and_slope():
    triangle = lines.triangle(lines.line(2, 1), -1, 2)
    assert (triangle.run, triangle.rise, triangle.slope) == (3, 6, 2)
    assert triangle.corner == (2, -1)


def test_a_collapsed_triangle_says_that_it_has_no_slope():
    triangle = lines.triangle(lines.line(2, 1), 1, 1)
    assert not triangle.has_slope
    with pytest.raises(ValueError, match="vertical"):
        _ = triangle.slope


def test_mirroring_a_triangle_inverts_its_slope():
    triangle = lines.triangle(lines.line(4, 0), 1, 2).mirrored()
    assert (triangle.run, triangle.rise, triangle.slope) == (4, 1, 0.25)


@given(x=numbers, y=numbers, m=numbers)
def test_the_line_through_a_point_passes_it(x, y, m):
    assert lines.line_through((x, y), m).at(x) == pytest.approx(y, abs=1e-9)
