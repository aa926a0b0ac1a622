"""The moving map of clip 09b: what lies on it is true in every window, and nothing leaves it."""

import numpy as np
import pytest

from lessons.derivatives.c09b import numbers as c09b
from mathcore.optimization.valley import PlaneWindow
from scenes import theme
from scenes.components.text.formula import Formula
from scenes.derivatives.c09b_regression_the_surprise.act2_valley import clear_of, goal_on
from scenes.derivatives.c09b_regression_the_surprise.props.board import Board
from scenes.derivatives.c09b_regression_the_surprise.props.floor_leg import FloorLeg
from scenes.derivatives.c09b_regression_the_surprise.props.moving_map import MovingMap, within
from scenes.derivatives.c09b_regression_the_surprise.props.oval_size import OvalSize
from scenes.derivatives.c09b_regression_the_surprise.props.view_path import (
    HopPath,
    Spot,
    ViewPath,
)
from scenes.derivatives.c09b_regression_the_surprise.props.way_left import WayLeft
from scenes.layout import Layout, Region

SURPRISE = c09b.compute()
REGION = Region(-6.0, 0.0, -3.0, 3.0)
LAYOUT = Layout.for_frame(14.22, 8.0)


class TestView:
    @pytest.fixture
    def view(self):
        return MovingMap(REGION, SURPRISE.map_levels, SURPRISE.floor, SURPRISE.near)

    def test_nothing_of_the_map_leaves_its_frame(self, view):
        for window in (SURPRISE.near, SURPRISE.close, SURPRISE.wide):
            view.put(SURPRISE.floor, window)
            for part in (*view.bands, *view.rings):
                assert not part.has_points() or REGION.holds(part, slack=1e-3)

    def test_a_path_is_cut_at_the_frame_and_its_ball_not_seen_outside(self, view):
        path = ViewPath(view, SURPRISE.trail_points, marks=range(5))
        view.hold(path)
        view.put(SURPRISE.floor, SURPRISE.close)
        assert path.ball.get_fill_opacity() == 0.0
        path.put(float(len(SURPRISE.trail_points) - 1))
        assert path.ball.get_fill_opacity() == 1.0
        assert REGION.holds(path.trail)
        seen = [view.shows(at) for at in SURPRISE.trail_points[: len(path.marks)].tolist()]
        assert not all(seen)
        assert [mark.get_fill_opacity() for mark in path.marks] == [float(one) for one in seen]

    def test_marks_come_as_the_ball_passes(self, view):
        path = ViewPath(view, SURPRISE.trail_points, marks=(0, 4, 8)).put(4.5)
        assert [mark.get_fill_opacity() for mark in path.marks] == [1.0, 1.0, 0.0]
        between = (SURPRISE.trail_points[4] + SURPRISE.trail_points[5]) / 2
        assert path.ball.get_center() == pytest.approx(view.place(between))

    def test_a_hop_lands_on_its_steps_and_its_way_back_runs_below_its_way_there(self, view):
        view.put(SURPRISE.floor, SURPRISE.wide)
        points = SURPRISE.diverging.points
        path = HopPath(view, points)
        for step in range(len(points)):
            assert path.put(step).ball.get_center() == pytest.approx(view.place(points[step]))
        for step in range(len(points) - 1):
            straight = (view.place(points[step]) + view.place(points[step + 1])) / 2
            over = path.put(step + 0.5).ball.get_center()[1] - straight[1]
            assert over > 0.1 if step % 2 == 0 else over < -0.1

    def test_a_run_of_hops_begins_slowly_and_ends_at_its_last_step(self, view):
        points = SURPRISE.path_at(0.08, 40).points
        path = HopPath(view, points)
        run = path.run(40)
        run.interpolate_mobject(0.0)
        assert path.index == 0.0
        run.interpolate_mobject(1.0)
        assert path.index == pytest.approx(40.0)

    def test_the_line_through_the_best_setting_ends_at_the_frame(self, view):
        for way in SURPRISE.curvatures.directions.tolist():
            line = view.through(SURPRISE.floor.best, way, theme.INK)
            for x, y, _ in (line.get_start(), line.get_end()):
                edges = (x - REGION.left, REGION.right - x, y - REGION.bottom, REGION.top - y)
                assert min(edges) == pytest.approx(0.0, abs=1e-6)

    def test_a_spot_is_seen_only_inside(self, view):
        spot = Spot(view, SURPRISE.floor.best)
        assert spot.get_fill_opacity() == 1.0
        assert spot.stand_at((100.0, 0.0)).get_fill_opacity() == 0.0

    def test_a_name_turns_to_the_other_side_before_it_leaves_its_room(self):
        board = Board(LAYOUT, SURPRISE, SURPRISE.near)
        goal = goal_on(board, SURPRISE)
        assert goal.tag.get_right()[0] < goal.dot.get_left()[0]
        x = float(goal.dot.get_center()[0])
        goal.room = Region(x - 0.2, board.open_room.right, -3.0, 3.0)
        goal.refresh()
        assert goal.tag.get_left()[0] > goal.dot.get_right()[0]


class TestWayLeft:
    def test_both_legs_are_as_long_as_what_is_left_of_their_ways(self):
        window = PlaneWindow((-2.0, 6.0), (-3.0, 5.0), equal=True)
        view = MovingMap(REGION, SURPRISE.map_levels, SURPRISE.floor, window)
        way = WayLeft(view, SURPRISE.setting_after(0))
        whole = [leg.get_arc_length() for leg in (way.across, way.along)]
        assert whole[1] == pytest.approx(
            np.linalg.norm(view.place(SURPRISE.foot) - view.place(SURPRISE.floor.best))
        )
        for epoch in (2, 5):
            way.put(SURPRISE.setting_after(epoch))
            legs = [leg.get_arc_length() for leg in (way.across, way.along)]
            shares = np.array(legs) / whole
            assert shares == pytest.approx(np.array(SURPRISE.kept(epoch)))

    def test_a_leg_is_cut_at_the_edge_of_the_map(self):
        view = MovingMap(REGION, SURPRISE.map_levels, SURPRISE.floor, SURPRISE.close)
        way = WayLeft(view, SURPRISE.setting_after(0))
        assert way.across.get_bottom()[1] == pytest.approx(REGION.bottom)
        assert REGION.holds(way)

    def test_a_leg_that_lies_below_the_ball_is_not_drawn(self):
        view = MovingMap(REGION, SURPRISE.map_levels, SURPRISE.floor, SURPRISE.close)
        way = WayLeft(view, SURPRISE.setting_after(60))
        assert not way.across.has_points()
        assert way.along.has_points()


class TestOvalSize:
    def test_two_lines_lead_from_the_sides_of_the_oval_to_the_measure_of_its_width(self):
        view = MovingMap(REGION, SURPRISE.map_levels, SURPRISE.floor, SURPRISE.close)
        size = OvalSize(view, SURPRISE.map_levels[0])
        _, _, left, right = size.ends()
        width = size.crosswise[0]
        assert width.get_length() == pytest.approx(np.linalg.norm(right - left))
        for guide, side, end in zip(
            size.guides, (left, right), (width.get_start(), width.get_end()), strict=True
        ):
            assert guide.get_start() == pytest.approx(side)
            assert guide.get_end() == pytest.approx(end)


class TestLines:
    def test_a_line_is_cut_into_what_lies_inside(self):
        line = np.array([[-9.0, 0, 0], [-3.0, 0, 0], [-3.0, 9.0, 0], [-1.0, 9.0, 0], [-1.0, 0, 0]])
        first, second = within(line, REGION)
        assert first[[0, -1]].tolist() == [[-6.0, 0, 0], [-3.0, 3.0, 0]]
        assert second[[0, -1]].tolist() == [[-1.0, 3.0, 0], [-1.0, 0, 0]]
        assert within(line + 50.0, REGION) == []

    def test_half_of_the_floor_is_marked_at_its_middle(self):
        view = MovingMap(REGION, SURPRISE.map_levels, SURPRISE.floor, SURPRISE.close)
        leg = FloorLeg(view, SURPRISE.foot, SURPRISE.floor.best)
        assert leg.half.get_center() == pytest.approx((leg.start + leg.end) / 2)

    def test_names_that_overlap_are_told_from_those_that_do_not(self):
        one, other = Formula("100"), Formula("200")
        assert not clear_of(one, other)
        assert clear_of(one, other.shift((2.0, 0.0, 0.0)))
