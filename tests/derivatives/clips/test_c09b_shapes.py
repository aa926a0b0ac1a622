"""Where the parts of clip 09b stand in frames of other shapes."""

from itertools import combinations, pairwise

import pytest
from manim import Dot

from lessons.derivatives.c09b import numbers as c09b
from scenes import theme
from scenes.derivatives.c09b_regression_the_surprise.act4_steps_needed import (
    SQUARE_ROAD,
    UPRIGHT_ROAD,
)
from scenes.derivatives.c09b_regression_the_surprise.props.board import Board
from scenes.derivatives.c09b_regression_the_surprise.props.cost_bars import CostBars
from scenes.derivatives.c09b_regression_the_surprise.props.printing import fixes
from scenes.derivatives.c09b_regression_the_surprise.props.tenfold_road import TenfoldRoad
from scenes.derivatives.c09b_regression_the_surprise.props.training_plot import TrainingPlot
from scenes.layout import Region
from tests.scenes.shapes import LAYOUTS, NARROW, apart

SURPRISE = c09b.compute()
SLACK = 1e-6
"""What computing with floats may add, in frame units."""
WINDOWS = ("near", "close", "wide", "round_window")


def box(thing):
    """Return the region that a mobject takes."""
    return Region(
        thing.get_left()[0], thing.get_right()[0], thing.get_bottom()[1], thing.get_top()[1]
    )


@pytest.mark.parametrize("shape", NARROW)
class TestBoard:
    @pytest.mark.parametrize("name", WINDOWS)
    def test_the_map_stands_above_its_panel_and_both_are_above_the_captions(self, shape, name):
        layout = NARROW[shape]
        board = Board(layout, SURPRISE, getattr(SURPRISE, name))
        assert layout.readable.holds(board.panel)
        assert layout.readable.holds(board.scale, slack=theme.TICK)
        assert apart(box(board.scale), box(board.panel))
        assert board.view.region.bottom > board.panel.get_top()[1]

    @pytest.mark.parametrize("name", WINDOWS)
    def test_the_map_is_wide_and_one_unit_serves_both_parameters(self, shape, name):
        layout, window = NARROW[shape], getattr(SURPRISE, name)
        view = Board(layout, SURPRISE, window).view
        assert view.region.width > 0.8 * layout.readable.width
        (u0, v0), (u1, v1) = view.window.corners
        assert view.region.width / (u1 - u0) == pytest.approx(
            view.region.height / (v1 - v0), rel=1e-3
        )
        for corner in view.place_all(window.corners):
            assert view.region.inset(-SLACK).holds(Dot(corner, radius=0.0))


def test_a_wide_frame_shows_the_window_as_it_is():
    assert Board(LAYOUTS["wide"], SURPRISE, SURPRISE.near).view.window == SURPRISE.near


@pytest.mark.parametrize(("shape", "part"), [("tall", UPRIGHT_ROAD), ("square", SQUARE_ROAD)])
class TestUprightRoad:
    @pytest.fixture
    def road(self, shape, part):
        stops = [0.0, *SURPRISE.tenths, float(SURPRISE.epochs_needed)]
        region = NARROW[shape].readable.part(*part)
        road = TenfoldRoad(
            region, stops, SURPRISE.slow_part, "Delta b", "b < 0.00005", upright=True
        )
        return road.put(stops[-1])

    def test_it_is_walked_from_below_and_all_that_is_read_stands_above_the_captions(
        self, road, shape
    ):
        assert road.at(1000.0)[1] > road.at(0.0)[1]
        assert road.ball.get_center() == pytest.approx(road.at(road.stops[-1]))
        readable = NARROW[shape].readable
        for thing in (*road.costs, *road.tenths, *road.goal, road.off):
            assert readable.holds(thing)

    def test_its_numbers_stand_clear_of_each_other_and_of_the_road(self, road):
        told = [*road.costs, *road.tenths, *road.goal, road.off]
        for one, other in combinations(map(box, told), 2):
            assert apart(one, other)
        assert all(apart(box(slab), box(thing)) for slab in road.slabs for thing in told)
        assert all('"steps"' in cost.inscription.says for cost in road.costs)

    def test_its_stretches_follow_each_other_upwards(self, road):
        for lower, upper in pairwise(road.slabs):
            assert lower.get_top()[1] < upper.get_bottom()[1] + theme.GAP
            assert lower.get_center()[1] < upper.get_center()[1]


@pytest.mark.parametrize(("width", "beside"), [(9.6, True), (7.2, False)])
def test_the_code_of_a_way_stands_beside_its_name_or_below_its_bar(width, beside):
    code = "z = (x - mean(x)) / std(x)"
    room = Region(-width / 2, width / 2, -3.0, 4.0)
    bars = CostBars(room, [(name, steps, code) for name, _, _, steps in fixes(SURPRISE)])
    assert room.holds(bars)
    for name, line, bar in zip(bars.names, bars.codes, bars.bars, strict=True):
        assert apart(box(name), box(line))
        assert (line.get_bottom()[1] > bar.get_top()[1]) == beside
        assert (line.get_top()[1] < bar.get_bottom()[1]) != beside


@pytest.mark.parametrize("region", [Region(-4.8, -0.9, -3.5, 1.0), Region(-3.5, 3.5, -3.5, 1.0)])
def test_no_point_lies_under_the_sign_of_the_epoch(region):
    plot = TrainingPlot(region, SURPRISE)
    assert region.holds(plot, slack=theme.TICK)
    assert all(apart(box(plot.sign), box(dot)) for dot in plot.plot.dots)
