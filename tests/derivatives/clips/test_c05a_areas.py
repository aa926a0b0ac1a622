import numpy as np
import pytest

from scenes.derivatives.c05a_rules_powers_sums_products.props.bracket_picks import (
    BracketPicks,
    pick_row,
)
from scenes.derivatives.c05a_rules_powers_sums_products.props.corner_glass import CornerGlass
from scenes.derivatives.c05a_rules_powers_sums_products.props.corner_view import (
    CornerState,
    CornerView,
)
from scenes.derivatives.c05a_rules_powers_sums_products.props.pick_grid import PickGrid
from scenes.derivatives.c05a_rules_powers_sums_products.props.product_area import ProductArea
from scenes.derivatives.c05a_rules_powers_sums_products.props.ribbon import Ribbon
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
    def test_its_length_is_twice_the_side_and_the_nudge_and_it_is_one_unit_thick(self):
        ribbon = Ribbon(3.0, 0.5, 1.5, (-5.0, 0.0))
        assert ribbon.width == pytest.approx(6.5 * 1.5)
        assert ribbon.height == pytest.approx(1.5)

    def test_a_smaller_nudge_shortens_only_the_corner(self):
        ribbon = Ribbon(3.0, 0.5, 1.5, (-5.0, 0.0))
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


class TestCornerGlass:
    def test_what_it_shows_is_as_many_times_larger_as_is_written_and_stays_inside(self):
        window = Region(1.0, 7.0, -2.0, 1.0)
        glass = CornerGlass(window, CornerState(1.2, (0.0, 0.0), 0.01), 50.0)
        assert glass.corner.width == pytest.approx(0.01 * 1.2 * 50)
        pieces = (glass.core, glass.right_sliver, glass.top_sliver, glass.corner)
        assert all(window.holds(piece) for piece in pieces)
        assert glass.top_sliver.width > glass.corner.width


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

    def test_a_row_has_one_letter_for_each_bracket_and_dots(self):
        row = pick_row([0, 1, 0, 0], 0.7)
        assert len(row) == 5
        assert row[1].get_x() - row[0].get_x() == pytest.approx(0.7)


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
