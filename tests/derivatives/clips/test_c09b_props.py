"""The smaller pictures of clip 09b: costs, losses, the dial's numbers, training, the dips."""

import numpy as np
import pytest

from lessons.derivatives.c09b import numbers as c09b
from lessons.derivatives.c09b.bumps import bumps
from scenes import theme
from scenes.derivatives.c09b_regression_the_surprise.props.bumpy_walk import BumpyWalk
from scenes.derivatives.c09b_regression_the_surprise.props.cost_bars import CostBars
from scenes.derivatives.c09b_regression_the_surprise.props.dial_scale import dial_scale, even_dial
from scenes.derivatives.c09b_regression_the_surprise.props.loss_bars import LossBars
from scenes.derivatives.c09b_regression_the_surprise.props.printing import fixes, printed
from scenes.derivatives.c09b_regression_the_surprise.props.training_plot import TrainingPlot
from scenes.layout import Region

SURPRISE = c09b.compute()
REGION = Region(-3.0, 2.0, -2.0, 3.0)


def test_bars_of_cost_are_as_long_as_their_steps_are_many():
    costs = [(name, steps, printed(at)) for name, _, at, steps in fixes(SURPRISE)]
    assert [steps for _, steps, _ in costs] == [2949, 365, 1]
    bars = CostBars(REGION, costs)
    longest, shorter, least = (bar.width for bar in bars.bars)
    assert bars.steps[0].get_right()[0] == pytest.approx(REGION.right)
    assert shorter / longest == pytest.approx(365 / 2949)
    assert 0 < least < shorter
    assert REGION.holds(bars)


def test_bars_of_losses_rise_with_them_and_stay_in_their_region():
    losses = SURPRISE.diverging.losses.tolist()
    bars = LossBars(REGION, losses, 0)
    heights = [bar.height for bar, _ in bars.columns]
    assert np.array(heights) / heights[0] == pytest.approx(np.array(losses) / losses[0])
    assert [number.value for _, number in bars.columns] == losses
    assert REGION.holds(bars.columns)


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
    plot.train().interpolate_mobject(1.0)
    assert plot.epoch.value == SURPRISE.epochs
    start, end = plot.plot.axes.clip_line(SURPRISE.fitted.slope, SURPRISE.fitted.intercept)
    assert plot.line.start == pytest.approx(start)
    assert plot.line.end == pytest.approx(end)


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


def test_the_ball_leaves_faint_balls_and_its_way_behind():
    walk = BumpyWalk(REGION, bumps())
    assert all(ghost.get_fill_opacity() == 0.0 for ghost in walk.ghosts)
    walk.put(6.0)
    seen = [ghost.get_fill_opacity() == theme.GHOST for ghost in walk.ghosts]
    assert seen == [True, True, False, False]
    walk.descend().interpolate_mobject(1.0)
    assert all(ghost.get_fill_opacity() == theme.GHOST for ghost in walk.ghosts)
    heights = [part.get_y() for part in (*walk.ghosts, walk.ball)]
    assert heights == sorted(heights, reverse=True)
    assert walk.way.get_start() == pytest.approx(walk.ghosts[0].get_center())
    assert walk.way.get_end() == pytest.approx(walk.ball.get_center())
