"""Clip 09b prints only what its programs print, and its map is true in every window."""

from itertools import pairwise

import numpy as np
import pytest

from lessons.derivatives.c09.parameters import RegressionParameters
from lessons.derivatives.c09b import numbers as c09b
from lessons.derivatives.c09b.epoch_story import holding, pushed_in
from mathcore.optimization.valley import PlaneWindow
from scenes.components.graph.data_plot import DataPlot
from scenes.derivatives.c09b_regression_the_surprise.props.board import Board
from scenes.derivatives.c09b_regression_the_surprise.props.input_strip import InputStrip
from scenes.derivatives.c09b_regression_the_surprise.props.printing import (
    fixes,
    printed,
    program,
)
from scenes.derivatives.c09b_regression_the_surprise.props.program import Program
from scenes.derivatives.c09b_regression_the_surprise.props.see_saw import SeeSaw
from scenes.layout import Layout, Region

SURPRISE = c09b.compute()
NOISY = RegressionParameters(data=tuple((x, 1.7 * x - 4 + 0.8 * (-1) ** x) for x in range(11)))
DIVERGING = RegressionParameters(alpha=0.09)
EXAMPLES = {
    "default": SURPRISE,
    "noisy": NOISY.surprise,
    "diverging": DIVERGING.surprise,
    "hopeless": RegressionParameters(alpha=1e-5).surprise,
}
REGION = Region(-6.0, 0.0, -3.0, 3.0)
LAYOUT = Layout.for_frame(14.22, 8.0)
CASES = [(name, *fix) for name, numbers in EXAMPLES.items() for fix in fixes(numbers)]


def output(lines, numbers, capsys):
    names = {"x": numbers.data.xs, "y": numbers.data.ys, "mean": np.mean, "std": np.std}
    exec("\n".join(lines), names)  # noqa: S102 the lesson's own lines
    return capsys.readouterr().out.strip()


class TestPrograms:
    def test_the_program_prints_what_surprises(self, capsys):
        assert output(program(SURPRISE), SURPRISE, capsys) == printed(SURPRISE.printed)

    @pytest.mark.parametrize(
        ("example", "name", "code", "at", "steps"),
        CASES,
        ids=[f"{case[0]}: {case[1]}" for case in CASES],
    )
    def test_each_fix_prints_what_its_card_says(self, example, name, code, at, steps, capsys):
        numbers = EXAMPLES[example]
        assert f"for epoch in range({steps}):" in code
        assert output(code, numbers, capsys) == printed(at) == printed(numbers.expected), name

    def test_every_line_has_its_place_on_its_plate(self):
        card = Program(program(SURPRISE))
        assert card.panel.width > card.lines.width
        lowest = min(float(line.get_bottom()[1]) for line in card.lines)
        assert lowest > float(card.panel.get_bottom()[1])

    def test_a_line_that_is_pointed_at_keeps_its_place_and_gets_a_bar(self):
        card = Program(program(SURPRISE))
        colors = [line.get_fill_color() for line in card.lines]
        before = [line.get_left()[0] for line in card.lines]
        step = card.point_at(1)
        step.begin()
        step.interpolate(1.0)
        assert [line.get_left()[0] for line in card.lines] == pytest.approx(before)
        assert card.line(1).height == pytest.approx(Program(program(SURPRISE)).line(1).height)
        assert card.bar.get_fill_opacity() == 1.0
        assert [line.get_fill_color() for line in card.lines] == colors
        assert card.bar.get_bottom()[1] < card.line(1).get_bottom()[1]
        assert card.line(1).get_top()[1] < card.bar.get_top()[1]


class TestWindows:
    def test_the_lens_holds_the_floor_of_the_valley(self):
        assert SURPRISE.close_times == 3
        (u0, u1), (v0, v1) = SURPRISE.close.u_range, SURPRISE.close.v_range
        oval = SURPRISE.floor.ellipse(SURPRISE.levels[0]).tolist()
        for w, b in [SURPRISE.foot, SURPRISE.expected, *SURPRISE.shown_points.tolist(), *oval]:
            assert u0 < w < u1
            assert v0 < b < v1
        near = SURPRISE.near.v_range
        assert (near[1] - near[0]) / (v1 - v0) == pytest.approx(3)

    def test_where_the_lens_would_hardly_magnify_it_stays_away(self):
        points = np.array([[0.0, 0.0], [3.0, 3.0]])
        near = PlaneWindow((-1.0, 8.0), (-1.0, 4.0), equal=True)
        assert pushed_in(near, points) == (1, near)

    def test_a_window_that_is_to_hold_more_keeps_its_shape(self):
        near = PlaneWindow((-1.0, 9.0), (0.0, 5.0), equal=True)
        more = holding(near, PlaneWindow((0.0, 5.0), (-1.0, 6.5), equal=True))
        assert more.v_range == (-1.0, 6.5)
        assert (more.u_range[1] - more.u_range[0]) / 7.5 == pytest.approx(2.0)
        assert holding(near, PlaneWindow((0.0, 9.0), (1.0, 2.0), equal=True)) == near

    def test_the_way_along_leads_from_the_foot_to_the_best_setting(self):
        assert SURPRISE.way_along + SURPRISE.foot == pytest.approx(np.array(SURPRISE.floor.best))
        across, along = SURPRISE.curvatures.directions
        assert across @ SURPRISE.way_along == pytest.approx(0.0, abs=1e-12)
        assert along @ np.array(SURPRISE.foot) == pytest.approx(0.0, abs=1e-12)
        assert (SURPRISE.slow_knob, SURPRISE.slow_part) == ("b", SURPRISE.way_along[1])

    @pytest.mark.parametrize("name", EXAMPLES)
    def test_paths_stay_on_the_map(self, name):
        numbers = EXAMPLES[name]
        board = Board(LAYOUT, numbers, numbers.near)
        free = board.open_room
        for window, points in (
            (numbers.near, numbers.trail_points if name != "diverging" else []),
            (numbers.wide, numbers.diverging.points),
        ):
            board.view.put(numbers.floor, window)
            for x, y, _ in board.view.place_all(np.array(points).reshape(-1, 2)):
                assert free.left <= x <= free.right
                assert free.bottom <= y <= free.top

    def test_map_scale_and_panel_stand_side_by_side_above_the_captions(self):
        board = Board(LAYOUT, SURPRISE, SURPRISE.near)
        for window in (SURPRISE.near, SURPRISE.close, SURPRISE.wide, SURPRISE.round_window):
            board.travel(window)
            for part in (board.scale, board.panel):
                assert LAYOUT.readable.holds(part, slack=0.01)
            assert board.scale.get_right()[0] < board.panel.get_left()[0]
            assert board.view.region.right < board.panel.get_left()[0]

    def test_the_map_travels_to_its_window_with_a_new_scale(self):
        board = Board(LAYOUT, SURPRISE, SURPRISE.near)
        old = board.scale
        sweep, *_ = board.travel(SURPRISE.close)
        sweep.interpolate_mobject(0.5)
        half = board.view.window.v_range
        ranges = (SURPRISE.near.v_range, SURPRISE.close.v_range)
        first, last = (high - low for low, high in ranges)
        assert half[1] - half[0] == pytest.approx((first * last) ** 0.5)
        sweep.interpolate_mobject(1.0)
        assert board.view.window.v_range == pytest.approx(SURPRISE.close.v_range)
        assert board.scale is not old


class TestStrip:
    def test_the_inputs_move_to_where_their_mean_is_zero(self):
        first, last = SURPRISE.inputs_at(0.0), SURPRISE.inputs_at(1.0)
        strip = InputStrip(REGION, first, last)
        strip.put(last, 1.0)
        xs = [dot.get_center()[0] for dot in strip.dots]
        assert np.mean(xs) == pytest.approx(strip.place(0.0, 0.0)[0])
        for x, dot, moved in zip(first, strip.still, strip.dots, strict=True):
            assert dot.get_center()[0] == pytest.approx(strip.place(x, 0.0)[0])
            assert moved.get_top()[1] < dot.get_bottom()[1]

    def test_dots_of_many_inputs_do_not_merge(self):
        numbers = NOISY.surprise
        strip = InputStrip(Region(0.0, 4.0, 0.0, 1.0), numbers.inputs_at(0), numbers.inputs_at(1))
        for share in (0.0, 1.0):
            strip.put(numbers.inputs_at(share), share)
            for one, other in pairwise(strip.dots):
                assert one.get_right()[0] < other.get_left()[0]


class TestSeeSaw:
    @pytest.fixture
    def saw(self):
        plot = DataPlot(REGION, SURPRISE.data, SURPRISE.x_span, SURPRISE.y_span)
        return SeeSaw(
            plot,
            SURPRISE.best_line,
            SURPRISE.fitted,
            SURPRISE.data.xs,
            SURPRISE.crossing,
            SURPRISE.lens,
        )

    def test_at_first_both_lines_are_where_the_graph_has_them(self, saw):
        axes = saw.plot.axes
        for x, mark in zip(saw.xs, saw.marks, strict=True):
            assert mark.get_center() == pytest.approx(axes.map(x, SURPRISE.fitted(x)))

    def test_level_and_magnified_the_misses_stand_in_the_middle_of_the_graph(self, saw):
        saw.lay(1.0).magnify(SURPRISE.lens)
        assert saw.level.height == pytest.approx(0.0)
        zero = saw.level.get_center()[1]
        heights = [mark.get_center()[1] for mark in saw.marks]
        assert heights - zero == pytest.approx(50 * SURPRISE.misses * saw.plot.y_unit)
        middle = (min(heights) + max(heights)) / 2
        assert middle == pytest.approx(saw.plot.window.center[1])

    def test_the_wedge_stands_below_the_input_where_nothing_is_missed(self, saw):
        saw.lay(1.0).magnify(SURPRISE.lens)
        x, y, _ = saw.place(SURPRISE.crossing, saw.miss(SURPRISE.crossing))
        assert saw.fulcrum.get_center()[0] == pytest.approx(x)
        assert saw.fulcrum.get_top()[1] < y
