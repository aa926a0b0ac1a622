"""What clip 04 leaves in doubt, and the five readings that it cuts out of a curve."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.derivatives.c04 import numbers as c04
from mathcore.formulas.curves import sample
from scenes import theme
from scenes.components.graph.stacked import StackedGraphs
from scenes.derivatives.c04_the_derivative.props.glimpse import Glimpse, fitted_axes
from scenes.derivatives.c04_the_derivative.props.suspects import Suspects
from scenes.derivatives.c04_the_derivative.props.unknown import SearchLine
from scenes.layout import Region

REGION = Region(-6.4, 2.0, -3.1, 3.6)
NUMBERS = c04.compute()
GRAPHS = StackedGraphs(REGION, (-2.5, 2.5, 1), (-5.6, 7.9, 2), (-4.5, 14, 3), gap=0.75)

inputs = st.floats(*NUMBERS.cubic_range)


class TestSearch:
    CANDIDATES = tuple(NUMBERS.cubic_tangent(x) for x in NUMBERS.candidates)

    def search(self, x):
        first = NUMBERS.cubic_tangent(NUMBERS.cubic_range[0])
        return SearchLine(GRAPHS, first, self.CANDIDATES).put(NUMBERS.cubic_tangent(x))

    @given(inputs)
    @settings(max_examples=30)
    def test_a_search_hangs_upright_from_a_point_of_the_curve(self, x):
        search = self.search(x)
        point = GRAPHS.upper.map(*NUMBERS.cubic_tangent(x).point)
        assert search.line.get_start() == pytest.approx(point)
        assert search.dot.get_center() == pytest.approx(point)
        assert search.line.get_end()[0] == pytest.approx(point[0])

    @pytest.mark.parametrize(("x", "count"), [(-2.1, 0), (-1.4, 1), (0.5, 3), (2.1, 5)])
    def test_it_leaves_a_question_mark_below_each_candidate_that_it_has_passed(self, x, count):
        slots = self.search(x).slots
        seen = [disc.disc.get_fill_opacity() for *_, disc in slots]
        assert seen == [1.0] * count + [0.0] * (len(slots) - count)

    def test_a_question_mark_stands_on_the_axis_below_its_point(self):
        for (_, point, disc), candidate in zip(
            self.search(2.1).slots, self.CANDIDATES, strict=True
        ):
            np.testing.assert_allclose(
                disc.disc.get_center(), GRAPHS.lower.map(candidate.point.x, 0.0), atol=1e-9
            )
            assert point.get_x() == pytest.approx(disc.disc.get_x())

    def test_more_is_marked_than_the_zeros_of_the_slope(self):
        zeros = {round(point.x, 9) for point in NUMBERS.level_points}
        marked = {round(x, 9) for x in NUMBERS.candidates}
        assert zeros < marked


class TestSuspects:
    ROOMS = REGION.part(0.0, 1.0, 0.0, 0.5).columns(1, 1, 1, gap=theme.GUTTER)

    def test_a_disc_hides_the_point_in_doubt_in_the_middle_of_each_picture(self):
        suspects = Suspects(NUMBERS, self.ROOMS)
        for room, curve, disc in zip(self.ROOMS, suspects.curves, suspects.discs, strict=True):
            assert room.holds(curve, slack=1e-6)
            np.testing.assert_allclose(disc.disc.get_center(), room.center, atol=1e-9)
            assert disc.disc.get_fill_opacity() == 1

    def test_the_two_pieces_of_the_jump_end_under_its_disc(self):
        suspects = Suspects(NUMBERS, self.ROOMS)
        disc = suspects.discs[-1].disc
        for piece, end in zip(suspects.curves[-1], ("get_end", "get_start"), strict=True):
            away = np.linalg.norm(getattr(piece, end)() - disc.get_center())
            assert away < disc.width / 2


class TestGlimpse:
    @pytest.mark.parametrize("word", list(NUMBERS.five))
    def test_curve_and_tangent_stay_in_the_cut_out_and_meet_in_its_middle(self, word):
        glimpse = glimpse_of(word)
        assert glimpse.axes.window.holds(glimpse.picture[0], slack=1e-2)
        np.testing.assert_allclose(
            glimpse.line.dot.get_center(), glimpse.axes.window_center, atol=1e-9
        )
        assert glimpse.word.get_top()[1] < glimpse.pane.get_bottom()[1]
        assert glimpse.formula.get_top()[1] < glimpse.word.get_bottom()[1]

    def test_all_words_stand_on_one_line(self):
        baselines = [glimpse_of(word).word.baseline for word in NUMBERS.five]
        assert baselines == pytest.approx([baselines[0]] * len(baselines))

    def test_the_whole_curve_has_the_scales_of_its_cut_outs(self):
        axes = glimpse_of("fast").axes
        scale = axes.x_unit / axes.y_unit
        whole = fitted_axes((-2.5, 2.5, 1), (-5.4, 5.4, 2), REGION, scale)
        assert whole.x_unit / whole.y_unit == pytest.approx(scale)
        assert REGION.holds(whole.ticks)


def glimpse_of(word):
    tangent = NUMBERS.five[word]
    x = tangent.point.x
    samples = sample(NUMBERS.cubic, x - 0.4, x + 0.4)
    return Glimpse(Region(0.0, 2.4, -3.0, 1.0), samples, tangent, (0.4, 0.9), word, "f'")
