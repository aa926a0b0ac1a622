"""Where the parts of clip 05a stand in frames of other shapes."""

import itertools

import pytest

from lessons.derivatives.c05a import numbers as c05a
from scenes.derivatives.c05a_rules_powers_sums_products.act7_layers import STACK_AT
from scenes.derivatives.c05a_rules_powers_sums_products.props.panels import power_tiles
from scenes.derivatives.c05a_rules_powers_sums_products.props.pick_chart import PickChart
from scenes.derivatives.c05a_rules_powers_sums_products.props.sum_rows import SumRows
from scenes.layout import Layout
from tests.scenes.shapes import NARROW, apart

WIDE = Layout.for_frame(8 * 16 / 9, 8)
SLACK = 1e-6
"""What computing with floats may add, in frame units."""


def inside(part, whole):
    return (
        whole.left - SLACK <= part.left
        and part.right <= whole.right + SLACK
        and whole.bottom - SLACK <= part.bottom
        and part.top <= whole.top + SLACK
    )


@pytest.mark.parametrize("shape", NARROW)
class TestPowerTiles:
    def test_each_power_any_power_and_the_question_have_a_place_of_their_own(self, shape):
        layout = NARROW[shape]
        tiles = power_tiles(layout, 3)
        assert len(tiles) == 5
        assert all(inside(tile, layout.readable) for tile in tiles)
        assert all(apart(a, b, SLACK) for a, b in itertools.combinations(tiles, 2))


def test_in_a_wide_frame_the_powers_stand_side_by_side():
    *tiles, last = power_tiles(WIDE, 3)
    assert len(tiles) == 3
    assert len({tile.top for tile in tiles}) == 1
    assert last.top == pytest.approx(tiles[0].bottom)


@pytest.mark.parametrize("layout", [WIDE, *NARROW.values()])
class TestSumOverLayers:
    def test_the_sum_and_its_slopes_fit_above_the_layers(self, layout):
        room, numbers = layout.readable, c05a.compute()
        rows = room.place(room.fit(SumRows(numbers)), 0.0, 1.0)
        region = room.part(*layout.by_shape(*STACK_AT))
        assert room.holds(rows)
        assert rows.total.get_bottom()[1] > region.top

    def test_beside_the_layers_is_room_for_their_names_and_for_the_slopes(self, layout):
        room = layout.readable
        region = room.part(*layout.by_shape(*STACK_AT))
        assert region.left - room.left > 1.7
        assert room.right - region.right > 1.9


class TestUprightPickChart:
    @pytest.fixture
    def region(self):
        return NARROW["tall"].readable.part(0.0, 1.0, 0.0, 0.77)

    @pytest.fixture
    def chart(self, region):
        return PickChart(c05a.compute().picks, region, 0.41, upright=True)

    def test_its_columns_stand_below_each_other_between_both_edges(self, chart, region):
        assert chart.columns[0].get_top()[1] == pytest.approx(region.top, abs=0.1)
        assert chart.columns[-1].get_bottom()[1] == pytest.approx(region.bottom, abs=0.1)
        for above, below in itertools.pairwise(chart.columns):
            assert above.get_bottom()[1] > below.get_top()[1] + 0.1

    def test_terms_and_braces_stand_at_the_right_and_nothing_leaves_the_frame(self, chart, region):
        for column, term in zip(chart.columns, chart.terms, strict=True):
            assert term.get_left()[0] > column.get_right()[0]
        assert chart.braces.get_left()[0] > chart.terms.get_right()[0]
        assert region.holds(chart, slack=0.05)


def test_in_a_square_frame_no_term_of_the_chart_meets_the_next():
    region = NARROW["square"].readable.part(0.0, 1.0, 0.32, 0.84)
    chart = PickChart(c05a.compute().picks, region, 0.38)
    for before, after in itertools.pairwise(chart.terms):
        assert before.get_right()[0] < after.get_left()[0]
