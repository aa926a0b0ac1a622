"""The pictures of clip 09a and the numbers behind them."""

import numpy as np
import pytest

from lessons.derivatives.c09a import numbers as c09a
from mathcore.optimization.regression import Parameters
from scenes.components.graph.data_plot import DataPlot
from scenes.components.landscape.plane import plane_in
from scenes.derivatives.c09a_regression_the_machine.props.average_square import AverageSquare
from scenes.derivatives.c09a_regression_the_machine.props.error_squares import ErrorSquares
from scenes.derivatives.c09a_regression_the_machine.props.line_machine import LineMachine
from scenes.derivatives.c09a_regression_the_machine.props.loss_map import loss_map
from scenes.derivatives.c09a_regression_the_machine.props.point_chain import PointChain
from scenes.derivatives.c09a_regression_the_machine.props.rooms import Rooms
from scenes.derivatives.c09a_regression_the_machine.props.strip_square import StripSquare
from scenes.derivatives.c09a_regression_the_machine.props.weighted_sum import weighted_sum
from scenes.derivatives.shared.loss_bowl import BowlRig
from scenes.layout import Layout, Region

NUMBERS = c09a.compute()
NOISY = tuple((float(x), 2.0 * x + (-1) ** x) for x in range(11))
ROOM = Region(-6.0, -1.0, -3.0, 3.0)
ROOMS = Rooms.of(Layout.for_frame(), rising=True)


def area(square):
    return square.width * square.height


class TestNumbers:
    def test_the_bowl_that_is_drawn_is_as_high_as_the_loss(self):
        for at in (NUMBERS.trial, NUMBERS.start, NUMBERS.aside, NUMBERS.best):
            place = list(NUMBERS.on_bowl(*at))
            assert NUMBERS.bowl_land.height(place) == pytest.approx(NUMBERS.loss_at(*at))

    def test_the_best_setting_is_the_middle_of_the_map(self):
        for (low, high), best in zip(
            (NUMBERS.plane.u_range, NUMBERS.plane.v_range), NUMBERS.best, strict=True
        ):
            assert (low + high) / 2 == pytest.approx(best)

    def test_the_start_lies_on_the_highest_line_of_the_map(self):
        assert NUMBERS.levels[-1] == NUMBERS.start_loss
        other = c09a.compute(NOISY)
        assert other.levels[-1] == pytest.approx(other.start_loss, rel=5e-3)
        assert other.levels == tuple(sorted(other.levels))
        assert other.least < other.levels[0]

    def test_a_nudge_takes_most_of_the_largest_error_away(self):
        w, b = NUMBERS.trial
        assert NUMBERS.errors_at(w + NUMBERS.nudge, b)[NUMBERS.focus] == pytest.approx(-0.6)

    def test_all_settings_that_are_shown_on_the_map_lie_in_its_window(self):
        for w, b in (NUMBERS.trial, NUMBERS.aside, *NUMBERS.descent.points.tolist()):
            assert NUMBERS.plane.u_range[0] < w < NUMBERS.plane.u_range[1]
            assert NUMBERS.plane.v_range[0] < b < NUMBERS.plane.v_range[1]


class TestSquares:
    @pytest.fixture
    def rig(self):
        plot = DataPlot(ROOM, NUMBERS.data, NUMBERS.x_span, NUMBERS.y_span)
        return ErrorSquares(plot, NUMBERS.trial_errors, NUMBERS.trial.w)

    def test_each_error_is_the_side_of_a_true_square(self, rig):
        rig.open(1.0)
        for error, square in zip(NUMBERS.trial_errors, rig.squares, strict=True):
            assert square.width == pytest.approx(square.height, abs=1e-9)
            assert square.height == pytest.approx(abs(error) * rig.plot.y_unit, abs=1e-9)

    def test_a_closed_square_is_its_dash(self, rig):
        for stick, square in zip(rig.sticks, rig.squares, strict=True):
            assert square.width == pytest.approx(0, abs=1e-9)
            if stick.has_points():
                assert square.get_center()[0] == pytest.approx(stick.get_center()[0])

    def test_a_square_begins_at_its_point_and_does_not_cross_the_line(self, rig):
        rig.open(1.0)
        line, plot = NUMBERS.trial_line, rig.plot
        for error, dot, square in zip(NUMBERS.trial_errors, plot.dots, rig.squares, strict=True):
            corners = square.points[::4]
            near = np.linalg.norm(corners - dot.get_center(), axis=1).min()
            assert near == pytest.approx(0, abs=1e-9)
            for x, y, _ in corners:
                lesson_x = (x - plot.window.left) / plot.axes.x_unit + plot.axes.spans[0][0]
                on_line = plot.axes.map(lesson_x, line(lesson_x))[1]
                assert np.sign(error) * (on_line - y) >= -1e-9

    def test_squares_follow_the_line(self, rig):
        rig.open(1.0).put(NUMBERS.errors_at(3, 2), 3)
        assert max(square.width for square in rig.squares) == pytest.approx(0, abs=1e-9)

    def test_an_error_is_told_on_the_side_of_its_point_where_the_line_is_not(self, rig):
        told = rig.numbers()
        for error, dot, number in zip(NUMBERS.trial_errors, rig.plot.dots, told, strict=True):
            above = number.get_center()[1] > dot.get_center()[1]
            assert above == (error <= 0)
            assert number.value == error

    def test_the_areas_are_told_where_the_errors_were(self, rig):
        assert [area.value for area in rig.areas()] == [1, 0, 1, 4, 9]
        for error, area in zip(rig.numbers(), rig.areas(), strict=True):
            assert area.get_center()[1] == pytest.approx(error.get_center()[1], abs=0.05)

    def test_squares_that_level_out_keep_their_area_together(self):
        rig = AverageSquare(NUMBERS.levelled(0), float(NUMBERS.levelled(1)[0]), 0.3, ROOM)
        assert rig.in_a_row
        total = sum(area(square) for square in rig.squares)
        for share in (0.3, 0.7, 1.0):
            rig.put(NUMBERS.levelled(share))
            assert sum(area(square) for square in rig.squares) == pytest.approx(total)
        assert [square.width for square in rig.squares] == pytest.approx([rig.squares[0].width] * 5)
        assert area(rig.squares[0]) == pytest.approx(NUMBERS.trial_loss * rig.unit**2)

    def test_a_square_of_nine_is_ruled_by_four_lines_and_one_of_one_by_none(self):
        rig = AverageSquare(NUMBERS.levelled(0), float(NUMBERS.levelled(1)[0]), 0.3, ROOM)
        ruled = [len(cells.get_subpaths()) for cells in rig.cells]
        assert ruled == [0, 0, 0, 2, 4]

    def test_gathered_squares_lie_on_one_another(self):
        rig = AverageSquare(NUMBERS.levelled(1), float(NUMBERS.levelled(1)[0]), 0.3, ROOM)
        centers = [square.get_center() for square in rig.gathered(ROOM.center)]
        assert np.ptp(centers, axis=0) == pytest.approx([0, 0, 0], abs=1e-9)

    def test_the_strips_lie_inside_of_their_square_and_are_as_long_as_its_side(self):
        rig = StripSquare(ROOM.center, 0.5, -3.0)
        for error in (-3.0, -0.6, 2.0):
            rig.put(error)
            side = 0.5 * abs(error)
            assert (rig.square.width, rig.square.height) == pytest.approx((side, side))
            assert max(rig.strips[0].width, rig.strips[1].height) == pytest.approx(side)
            assert rig.strips.get_corner((1, 1, 0)) == pytest.approx(
                rig.square.get_corner((1, 1, 0))
            )


class TestMachine:
    def test_line_errors_numbers_and_loss_follow_the_knobs(self):
        machine = LineMachine(NUMBERS, ROOMS.panel, NUMBERS.trial)
        machine.put(Parameters(1.0, 4.0))
        assert [dial.value for dial in machine.dials] == [1.0, 4.0]
        assert [setting.value for setting in machine.settings] == [1.0, 4.0]
        assert machine.loss.value == NUMBERS.loss_at(1.0, 4.0)
        assert machine.errors.errors.tolist() == NUMBERS.errors_at(1.0, 4.0).tolist()
        assert machine.line.get_start() == pytest.approx(machine.plot.axes.map(0.0, 4.0))

    def test_a_line_that_leaves_the_window_is_not_seen_and_comes_back(self):
        machine = LineMachine(NUMBERS, ROOMS.docked, NUMBERS.trial)
        assert not machine.line.lay(NUMBERS.line_at(0, 1e6)).has_points()
        assert machine.line.lay(NUMBERS.trial_line).has_points()

    @pytest.mark.parametrize("where", [ROOMS.docked, ROOMS.panel, ROOMS.beside, ROOMS.below_sum])
    def test_the_numbers_of_the_knobs_stand_above_the_captions(self, where):
        machine = LineMachine(NUMBERS, where, NUMBERS.trial)
        floor = Layout.for_frame().readable.bottom
        assert min(setting.get_bottom()[1] for setting in machine.settings) >= floor - 0.02

    def test_where_points_fall_the_knobs_stand_on_the_other_side(self):
        falling = Rooms.of(Layout.for_frame(), rising=False)
        assert falling.dock.center[0] == pytest.approx(-ROOMS.dock.center[0])

    def test_error_area_and_twice_the_error_follow_a_nudge(self):
        machine = LineMachine(NUMBERS, ROOMS.beside, NUMBERS.trial)
        chain = PointChain(NUMBERS, machine, ROOMS.square)
        there, back = chain.nudges(0)
        there.interpolate_mobject(1.0)
        assert chain.error.value == pytest.approx(-0.6)
        assert chain.area.value == pytest.approx(0.36)
        assert chain.outer.value == pytest.approx(-1.2)
        back.interpolate_mobject(1.0)
        assert chain.error.value == pytest.approx(-3.0)

    def test_the_marks_are_as_long_as_the_inner_slopes_say(self):
        machine = LineMachine(NUMBERS, ROOMS.beside, NUMBERS.trial)
        chain = PointChain(NUMBERS, machine, ROOMS.square)
        by_w, by_b = (chain.mark(row)[0].get_length() for row in (0, 1))
        assert by_w / by_b == pytest.approx(NUMBERS.focus_x)


class TestLandscape:
    def test_the_ball_stands_as_high_as_the_loss_of_its_line(self):
        bowl = BowlRig(NUMBERS, ROOMS.main, NUMBERS.start)
        at_start = bowl.ball.get_center()[1] - bowl.drop.foot.get_center()[1]
        bowl.ball.put(NUMBERS.on_bowl(*NUMBERS.aside))
        bowl.drop.put(NUMBERS.on_bowl(*NUMBERS.aside))
        aside = bowl.ball.get_center()[1] - bowl.drop.foot.get_center()[1]
        expected = NUMBERS.start_loss / NUMBERS.loss_at(*NUMBERS.aside)
        assert at_start / aside == pytest.approx(expected)

    def test_seen_from_above_every_setting_lies_where_the_map_has_it(self):
        bowl = BowlRig(NUMBERS, ROOMS.main, NUMBERS.start)
        plane = plane_in(ROOMS.map_room, NUMBERS.plane)
        bowl.look_down(plane.window).interpolate_mobject(1.0)
        for at in (NUMBERS.start, NUMBERS.trial, NUMBERS.best):
            seen = bowl.terrain.above(np.array(NUMBERS.on_bowl(*at)))
            assert seen == pytest.approx(plane.place(at), abs=1e-6)

    def test_the_map_tells_three_heights(self):
        plane = plane_in(ROOMS.map_room, NUMBERS.plane)
        assert [number.value for number in loss_map(NUMBERS, plane).labels] == [1.0, 20.0, 139.0]


class TestSum:
    def test_every_error_has_its_weight_for_w_and_none_for_b(self):
        labels = weighted_sum(NUMBERS, "w").labels
        assert {f"{kind}{k}" for kind in "ex" for k in range(5)} <= set(labels)
        assert not {f"x{k}" for k in range(5)} & set(weighted_sum(NUMBERS, "b").labels)

    def test_of_many_points_only_the_sum_is_written(self):
        numbers = c09a.compute(NOISY)
        assert not [label for label in weighted_sum(numbers, "w").labels if label[0] == "e"]
