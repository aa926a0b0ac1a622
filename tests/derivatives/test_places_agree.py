"""What stands in two places must agree: the map with the clips, the rings with their plane."""

import pytest

from lessons.derivatives.c09b import numbers as c09b
from scenes.components.landscape.plane import plane_in
from scenes.derivatives.c09b_regression_the_surprise.props.moving_map import MovingMap
from scenes.derivatives.map.tiles import FILLED, TILES
from scenes.layout import Layout, Region


def test_every_tile_is_filled_once():
    assert sorted(FILLED) == sorted(TILES)


def test_a_region_moves_evenly_to_another():
    start, end = Region(0.0, 4.0, 0.0, 2.0), Region(1.0, 3.0, -2.0, 2.0)
    assert start.towards(end, 0.0) == start
    assert start.towards(end, 0.5) == Region(0.5, 3.5, -1.0, 2.0)
    assert start.towards(end, 1.0) == end


def test_the_one_step_lands_in_the_middle_of_the_round_valley():
    numbers = c09b.compute()
    plane = plane_in(Layout.for_frame().left, numbers.round_window, ("w_z", "b_z"))
    rings = MovingMap(plane.window, numbers.map_levels, *numbers.reshaped(1.0)).rings
    landed = plane.map(*numbers.scaled_step.end)
    whole = [ring for ring in rings if ring.width == pytest.approx(ring.height, abs=0.01)]
    whole = [ring for ring in whole if 0 < ring.width < 0.8 * plane.window.height]
    assert len(whole) >= 2
    for ring in whole:
        assert ring.get_center() == pytest.approx(landed, abs=0.01)
