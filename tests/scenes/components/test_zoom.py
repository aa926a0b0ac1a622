"""A plot that pushes in keeps its middle, its strokes and true numbers."""

import numpy as np
import pytest

from mathcore.slopes.lines import Point
from scenes import theme
from scenes.components.graph.zoom import FunctionCurve, ZoomPlot
from scenes.layout import Region

REGION = Region(-6.0, 6.0, -3.0, 3.0)
MIDDLE = Point(2.0, 4.0)


@pytest.fixture
def plot():
    return ZoomPlot(REGION, MIDDLE, width=6.0, depth=2, step=1.0)


def seen(plot):
    """The numbers of the scale that can be read now."""
    return [
        number
        for scale in plot.scales
        for _, number in scale
        if number[0].get_fill_opacity() > 0.99
    ]


@pytest.mark.parametrize("factor", [1.0, 3.7, 10.0, 100.0])
def test_the_middle_stays_where_it_is(plot, factor):
    np.testing.assert_allclose(plot.put(factor).map(2.0, 4.0), np.zeros(3), atol=1e-9)


@pytest.mark.parametrize("factor", [1.0, 10.0, 100.0])
def test_lengths_grow_by_the_factor_on_the_badge(plot, factor):
    before = plot.map(2.01, 4.0)[0]
    plot.put(factor)
    assert plot.map(2.01, 4.0)[0] == pytest.approx(before * factor)
    assert plot.badge_number.value == factor


@pytest.mark.parametrize(("factor", "decimals"), [(1.0, 0), (10.0, 1), (100.0, 2)])
def test_the_scale_has_steps_of_the_present_factor_and_each_number_stands_at_its_place(
    plot, factor, decimals
):
    plot.put(factor)
    numbers = seen(plot)
    assert 3 <= len([number for axis, number in plot.scales[decimals] if axis == 0]) <= 5
    assert {number.decimals for number in numbers} == {decimals}
    for axis, number in plot.scales[decimals]:
        if number in numbers:
            place = plot.map(number.value, number.value)
            assert number.get_center()[axis] == pytest.approx(place[axis], abs=0.5)


def test_all_that_is_drawn_stays_in_its_region(plot):
    plot.hold(FunctionCurve(plot, lambda xs: xs**2))
    for factor in (1.0, 4.0, 10.0, 60.0, 100.0):
        for part in plot.put(factor).family_members_with_points():
            if part.get_fill_opacity() > 0 or part.get_stroke_opacity() > 0:
                assert REGION.holds(part, slack=1e-6)


def test_a_curve_is_drawn_anew_and_its_stroke_keeps_its_width(plot):
    curve = FunctionCurve(plot, lambda xs: xs**2)
    plot.hold(curve)
    ends = []
    for factor in (1.0, 100.0):
        plot.put(factor)
        assert curve.get_stroke_width() == theme.CURVE_STROKE
        start, end = curve.get_start(), curve.get_end()
        ends.append((end[1] - start[1]) / (end[0] - start[0]))
    # Seen from near, the parabola is as steep as its tangent.
    assert ends[1] == pytest.approx(4.0, abs=1e-3)
    assert abs(ends[0] - 4.0) > 1e-3


def test_half_way_the_numbers_of_neither_scale_are_read(plot):
    assert not seen(plot.put(10**0.5))


def test_units_upward_can_be_closer_than_those_across():
    steep = ZoomPlot(REGION, MIDDLE, width=6.0, units_up=4.0, step=1.0)
    assert steep.map(3.0, 8.0)[0] == pytest.approx(steep.map(3.0, 8.0)[1])
