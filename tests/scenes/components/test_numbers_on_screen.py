import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenes import theme
from scenes.components.text.fraction import LiveFraction
from scenes.components.text.numeral import MINUS, Numeral, spell
from scenes.components.text.readout import Readout
from scenes.components.text.table import Column, ValueTable, shortest
from scenes.derivatives.c03_closing_in.props.squeeze import SqueezeTable
from scenes.layout import Region

values = st.floats(-99.99, 99.99)


def slot_places(numeral):
    return {place: slot.get_center()[0] for place, slot in enumerate(numeral) if slot.has_points()}


class TestSpelling:
    @given(st.floats(-1e6, 1e6), st.integers(0, 6))
    def test_there_is_no_negative_zero(self, value, decimals):
        text = spell(value, decimals)
        assert (MINUS in text) == (round(float(f"{value:.{decimals}f}"), decimals) < 0)

    @given(st.floats(-1e6, 1e6), st.integers(0, 6))
    def test_it_reads_back_as_the_rounded_number(self, value, decimals):
        text = spell(value, decimals).replace(MINUS, "-")
        assert float(text) == pytest.approx(value, abs=0.5000001 * 10**-decimals)

    def test_a_plus_is_shown_only_where_asked_and_never_on_zero(self):
        assert [spell(v, 1, plus=True) for v in (1.5, -1.5, 0.04)] == ["+1.5", "−1.5", "0.0"]

    def test_thousands_are_grouped_where_asked(self):
        assert spell(2949, 0, grouped=True) == "2,949"


class TestNumeral:
    @settings(max_examples=25)
    @given(values, values)
    def test_the_decimal_point_stays_where_it_is(self, first, second):
        numeral = Numeral(first, 2, digits=2, signed=True)
        point = numeral.point_x
        numeral.set_value(second)
        assert numeral.point_x == pytest.approx(point)
        assert numeral.baseline == pytest.approx(0.0, abs=1e-9)

    def test_digits_do_not_move_when_a_narrow_one_replaces_a_wide_one(self):
        numeral = Numeral(8.888, 3)
        right = numeral.slots_right
        numeral.set_value(1.111)
        assert numeral.slots_right == pytest.approx(right)

    def test_a_moved_and_scaled_number_changes_in_place(self):
        numeral = Numeral(4.25, 2).scale(1.5).shift(np.array([1.0, 2.0, 0.0]))
        point, baseline = numeral.point_x, numeral.baseline
        numeral.set_value(7.5)
        assert (numeral.point_x, numeral.baseline) == pytest.approx((point, baseline))

    def test_setting_the_same_text_again_touches_nothing(self):
        numeral = Numeral(1.0, 1)
        outlines = [id(slot.points) for slot in numeral]
        numeral.set_value(1.04)
        assert [id(slot.points) for slot in numeral] == outlines
        assert numeral.value == 1.04

    def test_decimals_that_are_hidden_are_not_said(self):
        number = Numeral(2.0, 1, plus=True)
        number.fade_fraction(0.0)
        assert (number.inscription.says, number.inscription.decimals) == ("+2", 0)
        number.fade_fraction(0.5)
        assert (number.inscription.says, number.inscription.decimals) == ("+2.0", 1)

    def test_what_stands_before_the_point_and_what_stands_after_it_are_its_visible_letters(self):
        numeral = Numeral(-3.0, 1)
        assert [len(numeral.whole), len(numeral.fraction)] == [2, 2]
        numeral.set_value(0.0)
        assert [len(numeral.whole), len(numeral.fraction)] == [1, 2]
        assert numeral.whole[0].get_right()[0] < numeral.fraction[0].get_left()[0]

    def test_the_sign_stands_next_to_the_first_digit(self):
        numeral = Numeral(-1.5, 1, digits=3, signed=True)
        gap = numeral[3].get_left()[0] - numeral[0].get_right()[0]
        assert 0 < gap < 0.1

    def test_a_number_that_does_not_fit_is_refused(self):
        with pytest.raises(ValueError, match="slots"):
            Numeral(9.0, 1).set_value(10.0)
        with pytest.raises(ValueError, match="slots"):
            Numeral(9.0, 1).set_value(-1.0)

    def test_grouped_numbers_leave_room_for_their_comma(self):
        numeral = Numeral(2949, grouped=True)
        places = list(slot_places(numeral).values())
        assert places == sorted(places)
        assert len(places) == 5

    def test_digits_are_as_high_as_asked(self):
        assert Numeral(1, size=48).height == pytest.approx(2 * Numeral(1, size=24).height)


class TestReadout:
    def test_name_and_number_share_a_baseline(self):
        readout = Readout("h =", 2.0, decimals=3)
        assert readout.name_part.baseline == pytest.approx(readout.number.baseline)

    def test_it_keeps_its_place_while_it_runs(self):
        readout = Readout("h =", 2.0, decimals=3).shift(np.array([1.0, 1.0, 0.0]))
        left = readout.get_left()[0]
        readout.set_value(0.125)
        assert readout.get_left()[0] == pytest.approx(left)
        assert readout.value == 0.125


class TestFraction:
    def test_rise_stands_above_the_bar_and_run_below_centred_on_it(self):
        fraction = LiveFraction(8, 2, 4)
        bar = fraction.bar.get_center()
        assert fraction.rise.get_bottom()[1] > bar[1] > fraction.run.get_top()[1]
        for number in (fraction.rise, fraction.run):
            middle = (number.slots_left + number.slots_right) / 2
            assert middle == pytest.approx(bar[0])

    def test_its_roles_are_coloured(self):
        fraction = LiveFraction(8, 2)
        assert fraction.rise[0].get_fill_color().to_hex() == theme.RISE
        assert fraction.run[0].get_fill_color().to_hex() == theme.RUN

    def test_it_tells_what_it_is_told(self):
        fraction = LiveFraction(8, 2, 4, decimals=(1, 1)).set_values(4.5, 1.5, 3.0)
        assert fraction.quotient is not None
        told = (fraction.rise.value, fraction.run.value, fraction.quotient.value)
        assert told == (4.5, 1.5, 3.0)


class TestTable:
    @pytest.mark.parametrize(
        ("value", "decimals"),
        [(2.0, 0), (2.5, 1), (-0.001, 3), (2.000999999999699, 3), (0.1 + 0.2, 1), (1 / 3, 6)],
    )
    def test_the_fewest_decimals_are_found(self, value, decimals):
        assert shortest(value) == decimals

    def test_each_column_stands_on_its_decimal_points(self):
        table = ValueTable([Column("h"), Column("q")], [[2, 4], [0.5, 2.5], [-0.001, 1.999]])
        for column in range(2):
            points = [table.cell(row, column).point_x for row in range(3)]
            assert points == pytest.approx([points[0]] * 3)

    def test_rows_are_evenly_spaced_and_stand_on_one_baseline(self):
        table = ValueTable([Column("x"), Column("y")], [[0, 1], [1, 3], [2, 5]])
        baselines = [[table.cell(row, column).baseline for column in range(2)] for row in range(3)]
        assert np.diff(baselines, axis=1) == pytest.approx(np.zeros((3, 1)))
        assert np.diff(baselines, axis=0) == pytest.approx(np.full((2, 2), -table.pitch))

    def test_columns_do_not_touch(self):
        table = ValueTable([Column("x"), Column("y")], [[-0.001, 1.999], [100, -2]])
        left = max(table.cell(row, 0).get_right()[0] for row in range(2))
        right = min(table.cell(row, 1).get_left()[0] for row in range(2))
        assert right > left + 0.2

    def test_it_can_show_its_first_rows_only(self):
        table = ValueTable([Column("x")], [[1], [2], [3]]).keep(1)
        assert [row[0].get_fill_opacity() for row in table.rows] == [1.0, 0.0, 0.0]


class TestSqueeze:
    region = Region(0.0, 4.0, -3.0, 2.0)

    def table(self, **settings):
        above = np.array([[2, 4], [0.1, 2.1], [0.001, 2.001]])
        below = np.array([[-1, 1], [-0.1, 1.9], [-0.001, 1.999]])
        region = Region(-3.6, 3.6, -3.0, 2.0) if settings else self.region
        return SqueezeTable(above, below, 2.0, region, heads=("h", "q"), **settings)

    def test_from_top_to_bottom_the_quotients_fall_through_the_limit(self):
        table = self.table()
        rows = sorted([*table.above, *table.below], key=lambda row: -row.get_y())
        quotients = [row[1].value for row in rows]
        assert quotients == sorted(quotients, reverse=True)
        assert quotients[2] > table.limit.value > quotients[3]

    def test_the_box_touches_no_row(self):
        table = self.table()
        assert table.box.get_top()[1] < min(row.get_bottom()[1] for row in table.above)
        assert table.box.get_bottom()[1] > max(row.get_top()[1] for row in table.below)

    def test_it_stays_in_its_region(self):
        assert self.region.holds(self.table())

    def test_side_by_side_the_rows_nearest_to_the_point_stand_lowest_over_the_box(self):
        table = self.table(sides=True)
        for rows in (table.above, table.below):
            heights = [row.get_y() for row in rows]
            assert heights == sorted(heights, reverse=True)
        last = [rows[-1] for rows in (table.above, table.below)]
        assert last[0].get_y() == pytest.approx(last[1].get_y(), abs=0.02)
        assert table.box.get_top()[1] < min(row.get_bottom()[1] for row in last)
        assert table.below.get_right()[0] < table.box.get_x() < table.above.get_left()[0]

    def test_side_by_side_both_arrows_point_at_the_box_from_outside(self):
        table = self.table(sides=True)
        right, left = table.arrows
        assert left.get_start()[0] < left.get_end()[0] < table.box.get_left()[0]
        assert right.get_start()[0] > right.get_end()[0] > table.box.get_right()[0]
