"""Regression rigs: lines that leave the window, bars, and the valley as a map."""

import numpy as np
import pytest

from lessons.derivatives.c09a import numbers as c09a
from lessons.derivatives.c09b import numbers as c09b
from scenes import theme
from scenes.components.graph.data_plot import DataPlot, FittedLine
from scenes.components.landscape.plane import path_on, plane_in
from scenes.components.text.decimals import common_places, places, whole_digits
from scenes.derivatives.c09b_regression_the_surprise.props.mode_bars import ModeBars
from scenes.derivatives.c09b_regression_the_surprise.props.moving_map import MovingMap
from scenes.layout import Region

MACHINE, SURPRISE = c09a.compute(), c09b.compute()
REGION = Region(-6.0, -1.0, -3.0, 3.0)


@pytest.fixture
def plot():
    return DataPlot(REGION, MACHINE.data, MACHINE.x_span, MACHINE.y_span)


def test_a_line_outside_of_the_window_is_not_seen_and_comes_back(plot):
    line = FittedLine(plot, MACHINE.trial_line)
    assert not line.lay(MACHINE.line_at(0, 1e6)).has_points()
    assert line.lay(MACHINE.trial_line).has_points()


def test_bars_show_what_is_left_and_no_more_than_all():
    bars = ModeBars(REGION.rows(1, 1), (theme.ACROSS, theme.ALONG))
    bars.put(0.25, 1.7)
    assert bars.bar(0).width == pytest.approx(bars.length / 4)
    assert bars.bar(1).width == pytest.approx(bars.length)
    assert [told[0].value for told in bars.left] == [25, 100]
    assert REGION.holds(bars.rows)
    assert bars.bar(0).get_left()[0] == pytest.approx(REGION.left)


def test_one_unit_serves_both_parameters_where_the_window_says_so():
    plane = plane_in(REGION, SURPRISE.near)
    assert SURPRISE.near.equal
    assert plane.axes.x_unit == pytest.approx(plane.axes.y_unit)
    assert REGION.holds(plane, slack=2 * theme.VANISH)


def test_the_path_of_the_surprise_stays_in_its_window():
    plane = plane_in(REGION, SURPRISE.near)
    path = path_on(plane, SURPRISE.trail_points)
    path.put(len(SURPRISE.trail_points) - 1)
    assert plane.window.holds(path.trail)


def test_the_valley_is_the_map_at_first_and_circles_at_the_end():
    plane = plane_in(REGION, SURPRISE.wide)
    view = MovingMap(plane.window, SURPRISE.map_levels, SURPRISE.floor, SURPRISE.wide)
    (start,) = view.place_all(SURPRISE.at_start)
    assert start == pytest.approx(plane.place((0.0, 0.0)))
    view.put(*SURPRISE.reshaped(1.0))
    (center,) = view.place_all(np.array([SURPRISE.scaled_step.end]))
    seen = [ring for ring in view.rings if ring.has_points()]
    assert len(seen) >= len(SURPRISE.levels)
    for ring in seen:
        radii = np.linalg.norm(ring.points[::4] - center, axis=1)  # at the corners of the line
        assert radii == pytest.approx(np.full(len(radii), radii[0]), rel=1e-3)


@pytest.mark.parametrize(
    ("size", "digits", "decimals"), [(139.0, 5, 2), (0.0845, 3, 4), (3.0, 3, 2), (0, 3, 0)]
)
def test_decimals_depend_on_the_size(size, digits, decimals):
    assert places(size, digits) == decimals


def test_a_column_has_no_more_decimals_than_it_needs():
    assert common_places([-5, -8, -11]) == 0
    assert common_places([0.5, 12.25]) == 1
    assert whole_digits(-99.7, 3) == 3
