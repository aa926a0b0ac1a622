"""The pictures of clip 11 and the numbers behind them."""

from itertools import combinations, pairwise

import numpy as np
import pytest

from lessons.derivatives.c11 import numbers as c11
from scenes import theme
from scenes.components.text.formula import Formula
from scenes.components.text.readout import Readout
from scenes.derivatives.c11_next.act1_swarm import lay_lanes
from scenes.derivatives.c11_next.props.bare import bare_axes, bare_plane
from scenes.derivatives.c11_next.props.batch_picture import BatchPicture
from scenes.derivatives.c11_next.props.memory_picture import MemoryPicture
from scenes.derivatives.c11_next.props.question_card import QuestionCard
from scenes.derivatives.c11_next.props.recent_path import RecentPath
from scenes.derivatives.c11_next.props.stepping import in_steps
from scenes.derivatives.c11_next.props.stride_picture import StridePicture
from scenes.layout import Region
from tests.scenes.shapes import LAYOUTS

ROOM = Region(-5.0, 5.0, -3.0, 3.0)
NUMBERS = c11.compute()


def edges(region):
    return region.left, region.right, region.bottom, region.top


class TestNumbers:
    def test_the_ball_that_remembers_its_speed_comes_nearer(self):
        assert np.linalg.norm(NUMBERS.heavy[-1]) < np.linalg.norm(NUMBERS.plain[-1]) / 4
        assert NUMBERS.heavy[0].tolist() == NUMBERS.plain[0].tolist()

    def test_it_swings_less_across_the_valley_than_the_one_that_forgets(self):
        plain, heavy = np.abs(NUMBERS.plain[:, 1]), np.abs(NUMBERS.heavy[:, 1])
        assert np.all(heavy[2:] < plain[2:])
        assert heavy[8:].max() < plain[8:].max() / 3

    def test_both_balls_stay_in_the_window(self):
        for points in (NUMBERS.plain, NUMBERS.heavy):
            for values, (low, high) in zip(points.T, NUMBERS.narrow_window, strict=True):
                assert low < values.min() <= values.max() < high

    def test_each_batch_says_another_line(self):
        slopes = [line.slope for line in NUMBERS.batch_lines]
        assert min(abs(one - other) for one, other in pairwise(slopes)) > 0.3


class TestSteps:
    def test_a_path_in_steps_stands_on_each_of_its_points_in_turn(self):
        index = in_steps(4)
        assert [index(step / 4) for step in range(5)] == pytest.approx([0, 1, 2, 3, 4])

    def test_it_never_goes_back(self):
        values = [in_steps(3)(share) for share in np.linspace(0.0, 1.0, 50)]
        assert all(later >= earlier for earlier, later in pairwise(values))

    def test_a_path_without_steps_is_refused(self):
        with pytest.raises(ValueError, match="at least one"):
            in_steps(0)


class TestBare:
    def test_a_graph_without_scales_fills_its_region(self):
        assert edges(bare_axes(((-1.3, 2.0), (0.0, 1.7)), ROOM).window) == pytest.approx(
            edges(ROOM)
        )

    def test_a_plane_without_numbers_fills_its_region(self):
        plane = bare_plane(NUMBERS.narrow_window, ROOM)
        assert edges(plane.window) == pytest.approx(edges(ROOM))


class TestPictures:
    def test_the_stride_is_as_long_as_the_step(self):
        picture = StridePicture(ROOM, NUMBERS, 0.15)
        for alpha in NUMBERS.strides:
            start, end = NUMBERS.stride(alpha)
            picture.put(alpha)
            assert picture.ball.get_center() == pytest.approx(picture.axes.map(*start))
            assert picture.landing.get_center() == pytest.approx(picture.axes.map(*end))
            tail, head = picture.ray.ends
            assert (tail[0], head[0]) == pytest.approx(
                (picture.ball.get_x(), picture.landing.get_x())
            )

    @pytest.mark.parametrize("stage", range(4))
    def test_only_those_that_vote_are_large_and_miss_the_line(self, stage):
        picture = BatchPicture(ROOM, NUMBERS, float(stage))
        voters = picture.voters[stage]
        for place, (dot, miss) in enumerate(zip(picture.dots, picture.misses, strict=True)):
            votes = place in voters
            assert dot.width == pytest.approx(2 * theme.MARBLE_RADIUS * (1 if votes else 0.5))
            if not votes:
                assert not miss.has_points()
        line = picture.lines[stage]
        assert picture.guess.get_start() == pytest.approx(
            picture.axes.clip_line(line.slope, line.intercept)[0]
        )

    def test_both_balls_have_taken_as_many_steps(self):
        picture = MemoryPicture(ROOM, NUMBERS, 0.0)
        picture.put(7.0)
        for path, points in zip(picture.paths, (NUMBERS.plain, NUMBERS.heavy), strict=True):
            assert path.ball.get_center() == pytest.approx(path.plane.place(points[7]))

    def test_a_card_holds_its_word_below_its_picture(self):
        card = QuestionCard(ROOM, "batches")
        assert ROOM.holds(card)
        assert card.word.get_top()[1] < card.inside.bottom

    def test_a_broad_card_has_its_word_before_its_picture(self):
        room = Region(-4.8, 4.8, -1.2, 1.2)
        card = QuestionCard(room, "momentum")
        assert room.holds(card)
        assert card.word.get_right()[0] < card.inside.left


class TestRecentPath:
    def test_only_the_last_three_steps_are_bright(self):
        path = RecentPath(bare_plane(NUMBERS.high.window, ROOM), NUMBERS.paths[2].points).put(5)
        assert path.recent.get_start() == pytest.approx(path.places[2])
        assert path.recent.get_end() == pytest.approx(path.places[5])
        seen = [mark.get_fill_opacity() for mark in path.marks[:7]]
        assert seen == pytest.approx([theme.GHOST, theme.GHOST, 1.0, 1.0, 1.0, 1.0, 0.0])


class TestLanes:
    @pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
    def test_numbers_and_maps_of_all_paths_stand_apart_in_every_shape(self, layout):
        rule, count = Formula("w"), Readout('upright("step")', 0)
        lanes = lay_lanes(layout, len(NUMBERS.paths), rule, count)
        places = [region for lane in lanes for region in lane]
        assert len(places) == 2 * len(NUMBERS.paths)
        for region in places:
            assert region.bottom >= layout.stage.bottom - 1e-9
            assert region.right <= layout.stage.right
            assert region.top < rule.get_bottom()[1]
        for one, other in combinations(places, 2):
            beside = one.right <= other.left or other.right <= one.left
            below = one.top <= other.bottom + 1e-9 or other.top <= one.bottom + 1e-9
            assert beside or below

    def test_the_low_window_holds_all_paths_and_the_lowest_point(self):
        (left, right), (low, high) = NUMBERS.low.window
        points = np.vstack([*(path.points for path in NUMBERS.paths), NUMBERS.floor.best])
        assert left < points[:, 0].min() <= points[:, 0].max() < right
        assert low < points[:, 1].min() <= points[:, 1].max() < high
