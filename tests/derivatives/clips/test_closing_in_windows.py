"""The magnified windows of clip 03 become level, one beside the other, and a line turns freely."""

import numpy as np
import pytest

from lessons.derivatives.c03 import numbers as c03
from scenes import theme
from scenes.derivatives.c03_closing_in.props.free_line import FreeLine
from scenes.derivatives.c03_closing_in.props.ladder import MissLadder
from scenes.derivatives.c03_closing_in.props.level import LevelWindow
from scenes.layout import Region

LADDER = ("3.3em", (2.95, 0.93, 0.85, 1.5))
WIDE, NARROW = 9.0, 3.2
REGION = Region(-6.3, 6.3, -3.3, 3.5)
NUMBERS = c03.compute()


class TestLevelWindow:
    @pytest.fixture
    def window(self):
        return LevelWindow(
            REGION,
            NUMBERS.parabola.value,
            NUMBERS.zoom_tangent,
            width=1.0,
            widest=4.0,
            steep=6.6,
        )

    def test_at_first_curve_and_tangent_are_as_they_are(self, window):
        xs = np.array([0.5, 2.0, 3.0])
        assert window.curve_at(xs) == pytest.approx(xs**2)
        assert window.tangent_at(xs) == pytest.approx(4 * xs - 4)
        assert window.width_shown == pytest.approx(4.0)

    def test_laid_level_the_distance_of_both_stays_the_same(self, window):
        xs = np.array([1.5, 2.0, 2.5])
        before = window.curve_at(xs) - window.tangent_at(xs)
        window.lay(1.0)
        assert window.tangent_at(xs) == pytest.approx([4.0] * 3)
        assert window.curve_at(xs) - window.tangent_at(xs) == pytest.approx(before)
        assert window.width_shown == pytest.approx(1.0)

    def test_laid_level_the_miss_is_drawn_as_large_as_it_is(self, window):
        window.lay_level().interpolate_mobject(1.0)
        unit = REGION.width / window.width_shown
        up = window.map(2.5, 4.25)[1] - window.map(2.5, 4.0)[1]
        assert up == pytest.approx(NUMBERS.zoom_gap(1.0) * unit)

    def test_the_grid_is_there_only_when_it_is_level(self, window):
        assert not window.grids[0].get_stroke_opacity()
        window.lay(1.0)
        assert window.grids[0].get_stroke_opacity() == 1.0

    def test_its_miss_stands_beside_it_as_high_as_the_curve_lies_above_the_tangent(self, window):
        assert window.miss().get_left()[0] > REGION.right
        bar = window.lay(1.0).miss()
        assert bar.get_bottom()[1] == pytest.approx(window.map(2.5, 4.0)[1], abs=theme.DASH)
        assert bar.get_top()[1] == pytest.approx(window.map(2.5, 4.25)[1], abs=theme.DASH)


class TestMissLadder:
    @pytest.fixture
    def ladder(self):
        ladder = MissLadder(REGION, NUMBERS, *LADDER)
        ladder.windows[0].lay(1.0)
        return ladder

    def test_every_window_stays_in_the_region_and_shows_a_tenth_of_the_one_before(self, ladder):
        widths = [window.width_shown for window in ladder.windows]
        assert widths == pytest.approx([1.0, 0.1, 0.01])
        assert all(REGION.holds(window.pane) for window in ladder.windows)

    def test_a_window_grows_out_of_the_part_of_the_one_before_that_is_marked(self, ladder):
        wider, window = ladder.windows[:2]
        grow = window.grow_out_of(wider)
        mark = ladder.mark(1)
        assert window.pane.width == pytest.approx(mark.width)
        np.testing.assert_allclose(window.pane.get_center(), mark.get_center(), atol=1e-9)
        grow.interpolate_mobject(1.0)
        assert window.region == window.place

    def test_what_is_missed_is_half_the_window_squared(self, ladder):
        for width, miss in zip(ladder.widths, ladder.misses, strict=True):
            assert miss.value == pytest.approx((width.value / 2) ** 2)

    def test_numbers_stand_below_their_window_on_common_lines(self, ladder):
        for numbers in (ladder.widths, ladder.misses):
            assert len({round(number.baseline, 6) for number in numbers}) == 1
        for window, number in zip(ladder.windows, ladder.widths, strict=True):
            assert number.get_x() == pytest.approx(window.place.center[0])
            assert number.get_top()[1] < window.place.bottom

    def test_what_is_too_short_to_be_seen_is_not_drawn(self, ladder):
        seen = [window.miss().has_points() for window in ladder.windows]
        assert seen == [True, True, False]

    def test_curve_and_tangent_are_named_where_they_enter(self, ladder):
        curve, tangent, level = ladder.graph_names()
        assert curve.get_right()[0] < ladder.windows[0].place.left
        assert curve.get_y() - tangent.get_y() == pytest.approx(
            NUMBERS.zoom_gap(1.0) * ladder.windows[0].place.width, abs=0.1
        )
        assert level.get_top()[1] < tangent.get_bottom()[1]

    def test_what_the_miss_is_divided_by_stands_between_its_two_numbers(self, ladder):
        before, after = ladder.misses[:2]
        step = ladder.step(1)
        assert before.get_right()[0] < step.get_left()[0]
        assert step.get_right()[0] < after.get_left()[0]


class TestFreeLine:
    def test_all_its_places_go_through_the_point(self):
        free = FreeLine(np.array([1.0, 2.0, 0.0]), np.zeros(3), WIDE)
        for place in free.places:
            np.testing.assert_allclose(place.get_center(), [1.0, 2.0, 0.0], atol=0.05)

    def test_its_places_are_spread_over_half_a_turn(self):
        free = FreeLine(np.zeros(3), np.zeros(3), WIDE)
        angles = [np.arctan2(*place.points[-1, 1::-1]) % np.pi for place in free.places]
        steps = np.diff(np.sort(angles))
        np.testing.assert_allclose(steps, np.pi / len(free.places), atol=1e-6)

    def test_its_words_break_into_lines_where_there_is_less_room(self):
        wide, narrow = (FreeLine(np.zeros(3), np.zeros(3), width).words for width in (WIDE, NARROW))
        assert (len(wide), len(narrow)) == (1, 2)
        assert narrow.width <= NARROW
