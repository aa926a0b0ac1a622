"""What clip 04 leaves in doubt: the zeros of a slope, and curves without one."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.derivatives.c04 import numbers as c04
from scenes import theme
from scenes.components.graph.stacked import StackedGraphs
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
