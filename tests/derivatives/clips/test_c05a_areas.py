import numpy as np
import pytest

from lessons.derivatives.c05a import numbers as c05a
from scenes.derivatives.c05a_rules_powers_sums_products.props.bracket_picks import (
    BracketPicks,
    PickRow,
)
from scenes.derivatives.c05a_rules_powers_sums_products.props.corner_view import (
    CornerState,
    CornerView,
)
from scenes.derivatives.c05a_rules_powers_sums_products.props.cuts import Cuts, times_fewer
from scenes.derivatives.c05a_rules_powers_sums_products.props.pick_chart import PickChart
from scenes.derivatives.c05a_rules_powers_sums_products.props.pick_grid import PickGrid
from scenes.derivatives.c05a_rules_powers_sums_products.props.product_area import ProductArea
from scenes.derivatives.c05a_rules_powers_sums_products.props.ribbon import Ribbon
from scenes.derivatives.c05a_rules_powers_sums_products.props.share_bar import ShareBar
from scenes.derivatives.c05a_rules_powers_sums_products.props.side_marks import SideMarks
from scenes.layout import Region

REGION = Region(-6.0, 1.5, -3.0, 3.6)


def area(block):
    return block.width * block.height


class TestCornerView:
    def view(self, unit, nudge, gap=0.0):
        return CornerView(3.0, CornerState(unit, (-2.0, 1.0), nudge, gap))

    def test_seen_from_afar_its_pieces_add_up_to_the_larger_square(self):
        view = self.view(1.0, 0.5)
        total = area(view.core) + sum(area(piece) for piece in view.pieces)
        assert total == pytest.approx(3.5**2)

    def test_a_gap_moves_the_pieces_and_keeps_their_size(self):
        close, apart = self.view(1.0, 0.5), self.view(1.0, 0.5, gap=0.2)
        assert area(apart.corner) == pytest.approx(area(close.corner))
        assert apart.right_sliver.get_x() == pytest.approx(close.right_sliver.get_x() + 0.2)

    def test_a_way_between_two_states_begins_and_ends_at_them(self):
        start = CornerState(1.0, (0.0, 0.0), 0.5, 0.1)
        end = start.seen(0.05)
        way = start.way_to(end)
        for share, state in ((0.0, start), (1.0, end)):
            at = way(share)
            assert (at.unit, at.nudge, at.gap) == pytest.approx(
                (state.unit, state.nudge, state.gap)
            )
            assert at.at == pytest.approx(state.at)

    def test_a_move_ends_at_the_other_place_and_unit_and_keeps_the_nudge(self):
        start, end = CornerState(1.0, (0.0, 0.0), 0.5), CornerState(2.0, (3.0, 1.0), 0.1)
        way = start.moved_to(end)
        assert way(0.0) == start
        assert (way(1.0).unit, way(1.0).at, way(1.0).nudge) == (2.0, (3.0, 1.0), 0.5)


class TestRibbon:
    def test_its_length_is_twice_the_side_and_the_nudge_and_it_is_as_thick_as_the_nudge(self):
        ribbon = Ribbon(3.0, 0.5, (1.5, 1.5), (-5.0, 0.0))
        assert ribbon.width == pytest.approx(6.5 * 1.5)
        assert ribbon.height == pytest.approx(0.5 * 1.5)

    def test_divided_by_the_nudge_it_is_one_unit_thick_and_as_long_as_before(self):
        ribbon = Ribbon(3.0, 0.5, (1.5, 1.5), (-5.0, 0.0))
        before, ratio = ribbon.width, area(ribbon.rest) / area(ribbon.slivers[0])
        ribbon.set_thickness(1.0)
        assert ribbon.height == pytest.approx(1.5)
        assert ribbon.width == pytest.approx(before)
        assert area(ribbon.rest) / area(ribbon.slivers[0]) == pytest.approx(ratio)

    def test_a_smaller_nudge_shortens_only_the_corner(self):
        ribbon = Ribbon(3.0, 0.5, (1.5, 1.5), (-5.0, 0.0))
        before = [sliver.width for sliver in ribbon.slivers]
        ribbon.set_nudge(0.01)
        assert [sliver.width for sliver in ribbon.slivers] == pytest.approx(before)
        assert ribbon.rest.width == pytest.approx(0.015)


class TestSideMarks:
    def test_each_brace_stands_outside_what_it_measures(self):
        view = CornerView(3.0, CornerState(1.0, (0.0, 0.0), 0.5))
        area = (view.core, view.right_sliver, view.top_sliver)
        marks = SideMarks(area, (("x", "Delta x"), ("x", "Delta x")), "#FFFFFF")
        (below, left), (nudge_below, nudge_left) = marks.sides, marks.nudges
        assert below.get_top()[1] < view.core.get_bottom()[1]
        assert left.get_right()[0] < view.core.get_left()[0]
        assert nudge_below.get_x() == pytest.approx(view.right_sliver.get_x())
        assert nudge_left.brace.get_y() == pytest.approx(view.top_sliver.get_y())


class TestCuts:
    @pytest.fixture
    def view(self):
        return CornerView(3.0, CornerState(1.0, (0.0, 0.0), 0.5, 0.14))

    def test_under_a_nudge_five_times_smaller_one_strip_and_one_cell_are_left(self, view):
        cuts = Cuts(view, 5)
        pieces = (view.right_sliver, view.corner, view.top_sliver)
        before = [area(piece) for piece in pieces]
        view.put(view.state.seen(0.1, 0.14))
        fewer = [old / area(piece) for old, piece in zip(before, pieces, strict=True)]
        assert fewer == pytest.approx([5, 25, 5])
        second, _ = sorted(line.get_x() for line in cuts.right)[1:3]
        assert view.right_sliver.get_right()[0] == pytest.approx(second)

    def test_a_sliver_is_cut_one_way_and_the_corner_both_ways(self, view):
        cuts = Cuts(view, 5)
        for lines, upright, level in ((cuts.right, 6, 2), (cuts.top, 2, 6), (cuts.corner, 6, 6)):
            assert sum(line.width < 1e-9 for line in lines) == upright
            assert sum(line.height < 1e-9 for line in lines) == level

    def test_how_many_times_fewer_is_written_above_them_on_one_line(self, view):
        strips, cells = times_fewer(view.pieces, 5, 25)
        assert (strips.inscription.says, cells.inscription.says) == ("div 5", "div 25")
        assert strips.baseline == pytest.approx(cells.baseline)
        assert strips.get_bottom()[1] > view.top_sliver.get_top()[1]
        assert strips.get_right()[0] < cells.get_left()[0]


class TestShareBar:
    def test_it_keeps_its_length_while_the_share_of_the_corner_shrinks(self):
        bar = ShareBar((1.0, -2.0), (5.0, 0.8), 0.2)
        assert (bar.slivers.width, bar.corner.width) == pytest.approx((4.0, 1.0))
        bar.set_share(0.002)
        assert bar.corner.width == pytest.approx(0.01)
        assert bar.slivers.width + bar.corner.width == pytest.approx(5.0)
        assert bar.corner.get_right()[0] == pytest.approx(6.0)

    def test_its_halves_lie_side_by_side_and_cover_the_slivers(self):
        bar = ShareBar((1.0, -2.0), (5.0, 0.8), 0.2)
        first, second = bar.halves()
        assert first.get_right()[0] == pytest.approx(second.get_left()[0])
        assert first.width == second.width == pytest.approx(bar.slivers.width / 2)

    def test_what_the_corner_makes_of_it_is_told_above_the_end_of_the_bar(self):
        bar = ShareBar((1.0, -2.0), (5.0, 0.8), 0.2)
        for share in (0.2, 0.002):
            bar.set_share(share)
            assert bar.percent.value == pytest.approx(100 * share)
            assert bar.told.get_right()[0] == pytest.approx(6.0)
            assert bar.told.get_bottom()[1] > bar.corner.get_top()[1]


class TestPickChart:
    @pytest.fixture
    def chart(self):
        return PickChart(c05a.compute().picks, REGION, 0.3)

    def test_each_pick_has_a_row_and_stands_in_the_column_of_its_number_of_nudges(self, chart):
        assert [len(column) for column in chart.columns] == [1, 4, 6, 4, 1]
        for nudges, column in enumerate(chart.columns):
            for row in column:
                assert sum(one.get_fill_opacity() == 1 for one in row) == nudges

    def test_every_column_stands_on_one_line(self, chart):
        for column in chart.columns:
            assert column.get_bottom()[1] == pytest.approx(REGION.bottom, abs=0.05)

    def test_below_a_column_stands_the_term_that_its_picks_add_up_to(self, chart):
        told = [term.inscription.says for term in chart.terms]
        assert "x^4" in told[0]
        assert all(part in told[2] for part in ("6", "x^2", "(Delta x)^2"))
        for term, column in zip(chart.terms, chart.columns, strict=True):
            assert term.get_x() == pytest.approx(column.get_x())
            assert term.get_top()[1] < column.get_bottom()[1]

    def test_it_says_of_how_many_brackets_it_is_the_chart(self, chart):
        assert "= 4" in chart.counted.inscription.says

    def test_the_last_brace_spans_all_picks_with_two_nudges_and_more(self, chart):
        brace = chart.braces[-1].brace
        assert brace.get_left()[0] == pytest.approx(chart.columns[2].get_left()[0], abs=0.05)
        assert brace.get_right()[0] == pytest.approx(chart.columns[-1].get_right()[0], abs=0.05)


class TestBracketPicks:
    @pytest.fixture
    def picks(self):
        return BracketPicks(Region(-6.0, 0.0, -1.0, 2.0), 4)

    def test_the_path_leads_through_the_picked_letters(self, picks):
        picks.pick([0, 0, 1, 0])
        first, down, up, _ = picks.path
        assert first.get_start()[1] == pytest.approx(picks.old[0].get_y())
        assert down.get_end()[1] == pytest.approx(picks.nudges[2].get_y())
        assert up.get_end()[1] == pytest.approx(picks.old[3].get_y())

    def test_a_ring_about_each_picked_letter_joins_the_pieces_of_the_path(self, picks):
        picks.pick([0, 1, 0, 0])
        for ring, letter in zip(
            picks.rings, (picks.old[0], picks.nudges[1], *picks.old[2:]), strict=True
        ):
            assert abs(ring.get_y() - letter.get_y()) < 1e-9
            assert ring.width > letter.width
        for step, before, after in zip(picks.path, picks.rings[:-1], picks.rings[1:], strict=False):
            assert step.get_start()[0] == pytest.approx(before.get_right()[0])
            assert step.get_end()[0] == pytest.approx(after.get_left()[0])

    def test_the_path_crosses_no_letter(self, picks):
        picks.pick([1, 1, 0, 0])
        step = picks.path[0]
        assert picks.nudges[0].get_right()[0] < step.get_start()[0]
        assert step.get_end()[0] < picks.nudges[1].get_left()[0]

    def test_only_the_picked_letter_of_a_bracket_is_lit(self, picks):
        picks.pick([1, 0, 0, 0])
        assert picks.nudges[0][0].get_fill_opacity() == 1
        assert picks.old[0][0].get_fill_opacity() < 1
        assert picks.old[1][0].get_fill_opacity() == 1

    def test_a_row_has_one_letter_for_each_bracket_each_on_its_tile(self):
        row = PickRow([0, 1, 0, 0], 0.7)
        assert len(row.letters) == len(row.tiles) == 4
        assert row.tiles[1].get_x() - row.tiles[0].get_x() == pytest.approx(0.7)
        for letter, ground in zip(row.letters, row.tiles, strict=True):
            np.testing.assert_allclose(letter.get_center(), ground.get_center(), atol=1e-9)
            assert letter.width < ground.width


class TestPickGrid:
    def test_one_cell_is_lit_in_each_row_and_in_each_column(self):
        grid = PickGrid(10, 2.0)
        assert (len(grid.picked), len(grid.others)) == (10, 90)
        assert len({round(float(cell.get_x()), 6) for cell in grid.picked}) == 10
        assert len({round(float(cell.get_y()), 6) for cell in grid.picked}) == 10


class TestProductArea:
    def test_divided_by_the_nudge_only_the_corner_grows_thin(self):
        block = ProductArea((3.0, 4.0), (0.5, 1.0), np.zeros(3))
        slivers = [area(piece) for piece in (block.right_sliver, block.top_sliver)]
        low = block.corner.get_bottom()[1]
        block.thin_corner(0.1)
        assert block.corner.height == pytest.approx(0.1)
        assert block.corner.width == pytest.approx(0.5)
        assert block.corner.get_bottom()[1] == pytest.approx(low)
        assert [area(piece) for piece in (block.right_sliver, block.top_sliver)] == slivers
