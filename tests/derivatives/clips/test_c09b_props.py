"""The smaller pictures of clip 09b: costs, the creep, the cut, the dial, training, the dips."""

import dataclasses
from itertools import pairwise

import numpy as np
import pytest

from lessons.derivatives.c09.parameters import RegressionParameters
from lessons.derivatives.c09b import numbers as c09b
from lessons.derivatives.c09b.bumps import ALPHA, bumps
from scenes import theme
from scenes.derivatives.c09b_regression_the_surprise.props.bumpy_walk import BumpyWalk
from scenes.derivatives.c09b_regression_the_surprise.props.cost_bars import CostBars
from scenes.derivatives.c09b_regression_the_surprise.props.dial_scale import dial_scale, even_dial
from scenes.derivatives.c09b_regression_the_surprise.props.printed_line import PrintedLine
from scenes.derivatives.c09b_regression_the_surprise.props.printing import fixes
from scenes.derivatives.c09b_regression_the_surprise.props.tenfold_road import TenfoldRoad
from scenes.derivatives.c09b_regression_the_surprise.props.training_plot import TrainingPlot
from scenes.derivatives.c09b_regression_the_surprise.props.valley_cut import ValleyCut
from scenes.layout import Region

SURPRISE = c09b.compute()
REGION = Region(-3.0, 2.0, -2.0, 3.0)


def costs_of(numbers):
    """Return name, steps and last line of code of each fix."""
    return [(name, steps, code[-1]) for name, code, _, steps in fixes(numbers)]


def test_bars_of_cost_are_as_long_as_their_steps_are_many():
    costs = costs_of(SURPRISE)
    assert [steps for _, steps, _ in costs] == [2949, 365, 1]
    bars = CostBars(REGION, costs)
    longest, shorter, least = (bar.width for bar in bars.bars)
    assert bars.steps[0].get_right()[0] == pytest.approx(REGION.right, abs=theme.CARD_GAP)
    assert shorter / longest == pytest.approx(365 / 2949)
    assert 0 < least < shorter
    assert REGION.holds(bars)


def test_each_number_of_steps_has_its_unit_beside_it():
    costs = costs_of(SURPRISE)
    told = [steps.inscription.says for steps in CostBars(REGION, costs).steps]
    for count, unit, says in zip(
        ("2949", "365", "1"), ("steps", "steps", "step"), told, strict=True
    ):
        assert says.startswith(count)
        assert f'"{unit}"' in says


class TestCreep:
    @pytest.fixture
    def road(self):
        stops = [0.0, *SURPRISE.tenths, float(SURPRISE.epochs_needed)]
        region = Region(-5.0, 6.0, -1.5, -0.5)
        return TenfoldRoad(region, stops, SURPRISE.slow_part, "Delta b", "b < 0.00005")

    def test_each_further_tenth_takes_as_many_epochs_as_the_first(self):
        first = SURPRISE.tenths[0]
        assert round(first) == 680
        assert SURPRISE.tenths == pytest.approx([first, 2 * first, 3 * first, 4 * first])
        for times, epoch in enumerate(SURPRISE.tenths, start=1):
            left = SURPRISE.slow_part * SURPRISE.kept(epoch)[1]
            assert left == pytest.approx(SURPRISE.slow_part / 10**times)
            assert left > SURPRISE.half_unit
        before, after = (SURPRISE.slow_part * SURPRISE.kept(epoch)[1] for epoch in (2948, 2949))
        assert before > SURPRISE.half_unit > after

    def test_where_no_digit_is_missing_nothing_is_magnified(self):
        near = dataclasses.replace(SURPRISE, slow_part=SURPRISE.half_unit / 2)
        assert near.tenths == ()

    def test_all_stretches_but_the_last_are_equally_long(self, road):
        first, *others, last = (slab.width for slab in road.slabs)
        assert others == pytest.approx([first] * 3)
        assert 0 < last < first / 2

    def test_the_road_is_walked_as_far_as_its_ball(self, road):
        road.put(1000.0)
        assert road.ball.get_center() == pytest.approx(road.at(1000.0))
        assert road.walked[1].get_right() == pytest.approx(road.at(1000.0))
        assert [part.get_fill_opacity() > 0 for part in road.walked] == [1, 1, 0, 0, 0]

    def test_a_stretch_is_an_empty_frame_until_it_is_walked(self, road):
        road.put(1000.0)
        assert [slab.get_fill_opacity() for slab in road.slabs] == [0.0] * 5
        assert [slab.get_stroke_opacity() for slab in road.slabs] == [0, 1, 1, 1, 1]

    def test_what_is_off_and_what_is_asked_for_stand_below_all_tenths(self, road):
        lowest = min(tenth.get_bottom()[1] for tenth in road.tenths)
        for told in (road.off, *road.goal):
            assert told.get_top()[1] < lowest
        assert road.off.get_left()[0] == pytest.approx(road.posts[0].get_x())
        assert road.goal.get_right()[0] == pytest.approx(road.posts[-1].get_x())
        assert "1.09" in road.off.inscription.says

    def test_a_stretch_tells_its_steps_and_its_tenth_once_it_is_walked(self, road):
        road.put(SURPRISE.tenths[1])
        assert [cost.get_fill_opacity() for cost in road.costs] == [1, 1, 0, 0, 0]
        assert [tenth.get_fill_opacity() for tenth in road.tenths] == [1, 1, 0, 0]
        assert "680" in road.costs[0].inscription.says

    def test_its_numbers_stand_clear_of_each_other(self, road):
        for row in (road.costs, road.tenths, (road.off, road.goal)):
            for one, other in pairwise(row):
                assert one.get_right()[0] < other.get_left()[0]

    @pytest.mark.parametrize("epoch", [10, 680, 2949])
    def test_the_printed_line_is_what_the_program_would_print(self, epoch):
        line, at = PrintedLine(SURPRISE, 10), SURPRISE.setting_after(epoch)
        line.put(at)
        assert (line.w.value, line.b.value) == at


class TestCut:
    @pytest.fixture
    def cut(self):
        return ValleyCut(Region(-6.4, 1.0, -2.6, 3.6), SURPRISE)

    def test_the_steps_that_diverge_land_on_the_walls_in_turns(self):
        across, losses = SURPRISE.leaps.T
        assert np.all(np.sign(across[1:]) == -np.sign(across[:-1]))
        assert losses.tolist() == SURPRISE.diverging.losses.tolist()
        # The way along, which the cut leaves out, makes less than half a unit of J.
        assert SURPRISE.wall_at(across) == pytest.approx(losses, abs=0.5)

    def test_the_ball_leaps_from_landing_to_landing_through_the_air(self, cut):
        for step, place in enumerate(cut.places):
            cut.put(float(step))
            assert cut.ball.get_center() == pytest.approx(place)
        for step in range(len(cut.trails)):
            cut.put(step + 0.5)
            straight = (cut.places[step] + cut.places[step + 1]) / 2
            assert cut.ball.get_y() > straight[1]

    def test_a_loss_is_told_when_the_ball_has_landed_and_on_the_outer_side(self, cut):
        cut.put(2.5)
        told = [landing[0].get_fill_opacity() for landing in cut.landings]
        assert told == [1.0, 1.0, 1.0, 0.0, 0.0]
        assert [landing[1].value for landing in cut.landings] == SURPRISE.diverging.losses.tolist()
        middle = cut.axes.map(0.0, 0.0)[0]
        for mark, number in cut.landings:
            assert abs(number.get_x() - middle) > abs(mark.get_x() - middle)

    def test_only_the_latest_leap_is_bright(self, cut):
        cut.put(3.0)
        strengths = [t.get_stroke_opacity() for t in cut.trails if t.has_points()]
        assert strengths == [theme.GHOST, theme.GHOST, 1.0]

    def test_all_of_it_stays_in_its_region(self, cut):
        assert Region(-6.4, 1.0, -2.6, 3.6).holds(cut, slack=0.01)


@pytest.mark.parametrize("top", [0.11, 0.004, 3.0])
def test_round_numbers_stand_around_the_dial_exactly_at_its_ticks(top):
    dial, step = even_dial(top / 2, top, 0.8)
    numbers = dial_scale(dial, step)
    assert 3 <= len(numbers) <= 4
    assert numbers[0].value == 0
    center = dial.face.get_center()
    for number in numbers:
        assert number.value / step == pytest.approx(round(number.value / step))
        tick = dial.scale_marks[round(number.value / step)].get_end() - center
        spoke = number.get_center() - center
        assert np.linalg.norm(spoke) > np.linalg.norm(tick)
        assert np.cross(tick, spoke)[2] == pytest.approx(0, abs=1e-9)


def test_training_begins_with_a_level_line_and_ends_with_the_printed_one():
    plot = TrainingPlot(REGION, SURPRISE)
    assert plot.line.start[1] == pytest.approx(plot.line.end[1])
    assert plot.line.start[1] > plot.plot.window.bottom + theme.TICK
    plot.train(0).interpolate_mobject(1.0)
    assert plot.epoch.value == SURPRISE.epochs
    start, _ = plot.plot.axes.clip_line(SURPRISE.fitted.slope, SURPRISE.fitted.intercept)
    assert plot.line.start == pytest.approx(start)


def test_training_goes_on_where_its_first_epochs_ended():
    plot = TrainingPlot(REGION, SURPRISE)
    plot.begin(3).interpolate_mobject(1.0)
    assert plot.epoch.value == 3
    height = plot.line.end[1]
    plot.train(3).interpolate_mobject(0.0)
    assert plot.line.end[1] == pytest.approx(height)


def test_the_line_in_training_ends_at_the_last_point():
    plot, last = TrainingPlot(REGION, SURPRISE), float(SURPRISE.data.xs.max())
    for index in (0, len(SURPRISE.trail_points) - 1):
        plot.put(index)
        height = float(np.dot(SURPRISE.trail_points[index], (last, 1.0)))
        assert plot.line.end == pytest.approx(plot.plot.axes.map(last, height))


def test_the_misses_of_a_line_that_has_run_away_end_at_the_window():
    plot = TrainingPlot(REGION, RegressionParameters(alpha=0.09).surprise)
    plot.train(0).interpolate_mobject(1.0)
    window = plot.plot.window
    for miss in plot.misses:
        assert window.bottom - 1e-9 <= miss.start[1] <= window.top + 1e-9


def test_the_descent_on_the_dips_never_rises_and_ends_in_the_lowest_dip():
    path = bumps()
    assert np.all(np.diff(path.heights) < 0)
    assert path.heights[-1] == pytest.approx(path.curve.ys.min(), abs=0.01)


def test_the_ball_walks_from_step_to_step():
    path = bumps()
    walk = BumpyWalk(REGION, path)
    for step in (0, 3, len(path.xs) - 1):
        walk.put(float(step))
        place = walk.axes.map(path.xs[step], path.heights[step])
        assert walk.ball.get_center() == pytest.approx(place)
    assert REGION.holds(walk, slack=theme.FRAME_STROKE / 100)


def test_each_step_leaves_a_dot_where_it_began_and_the_tangent_turns_level():
    walk = BumpyWalk(REGION, bumps())
    assert all(mark.get_fill_opacity() == 0.0 for mark in walk.marks)
    walk.put(6.0)
    assert [mark.get_fill_opacity() for mark in walk.marks[:7]] == [1.0] * 6 + [0.0]
    steep = walk.tangent.get_angle()
    walk.descend().interpolate_mobject(1.0)
    assert all(mark.get_fill_opacity() == 1.0 for mark in walk.marks)
    heights = [part.get_y() for part in (*walk.marks, walk.ball)]
    assert heights == sorted(heights, reverse=True)
    assert abs(walk.tangent.get_angle()) < abs(steep) / 10
    assert walk.tangent.get_center() == pytest.approx(walk.ball.get_center())


def test_the_rule_of_its_slope_is_what_the_ball_steps_by():
    path = bumps()
    w, *_ = path.slope.free_symbols
    slopes = [float(path.slope.subs(w, x)) for x in path.xs[:-1]]
    assert np.diff(path.xs) == pytest.approx([-ALPHA * slope for slope in slopes])
