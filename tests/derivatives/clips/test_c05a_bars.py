import numpy as np
import pytest

from lessons.derivatives.c05a import numbers as c05a
from scenes.components.text.numeral import Numeral
from scenes.derivatives.c05a_rules_powers_sums_products.props.run_marks import RunMarks
from scenes.derivatives.c05a_rules_powers_sums_products.props.waterfall import Waterfall
from scenes.layout import Region

REGION = Region(-6.0, 1.5, -3.0, 3.6)


class TestWaterfall:
    NAMES = ("a", "b", "c", "d", "f")

    @pytest.fixture
    def layers(self):
        return c05a.compute().sums[0]

    @pytest.fixture
    def fall(self, layers):
        return Waterfall(layers.heights, self.NAMES, REGION, 50.0)

    def test_each_bar_begins_where_the_one_before_ended_and_the_last_is_their_sum(
        self, fall, layers
    ):
        base, ends = fall.base.get_y(), np.cumsum(layers.heights)
        for bar, low, high in zip(fall.bars, [0, *ends[:-1]], ends, strict=False):
            assert bar.get_bottom()[1] == pytest.approx(base + min(low, high) * fall.unit)
            assert bar.get_top()[1] == pytest.approx(base + max(low, high) * fall.unit)
        assert fall.bars[-1].height == pytest.approx(ends[-1] * fall.unit)

    def test_under_a_nudge_each_bar_grows_a_cap_and_what_stands_on_it_is_lifted(self, fall, layers):
        fall.set_rises(layers.rises)
        base, lifted = fall.base.get_y(), np.cumsum(layers.heights + layers.rises)
        for cap, rise in zip(fall.caps[:3], layers.rises, strict=False):
            assert cap.height == pytest.approx(abs(rise) * fall.unit)
        assert fall.caps[0].get_bottom()[1] == pytest.approx(fall.bars[0].get_top()[1])
        assert fall.bars[1].get_bottom()[1] == pytest.approx(fall.caps[0].get_top()[1])
        assert fall.caps[2].get_top()[1] == pytest.approx(fall.bars[2].get_bottom()[1])
        assert fall.bars[3].get_bottom()[1] == pytest.approx(fall.caps[2].get_bottom()[1])
        assert fall.bars[3].get_top()[1] == pytest.approx(base + lifted[-1] * fall.unit)
        assert not fall.caps[3].has_points()

    def test_before_anything_grows_the_rim_of_a_cap_is_not_seen(self, fall, layers):
        fall.set_rises(layers.rises / 1000)
        assert fall.caps[0].get_stroke_width() < 0.1

    def test_a_loss_is_hollow_in_the_colour_of_what_is_gained(self, fall, layers):
        fall.set_rises(layers.rises)
        gain = fall.caps[0].get_fill_color()
        for loss in (fall.caps[2], fall.stacked[2]):
            assert loss.get_fill_color() != gain
            assert loss.get_stroke_color() == gain
            assert loss.get_stroke_width() > 0

    def test_the_bar_of_a_negative_term_has_an_outline_and_a_faint_inside(self, fall):
        for place, bar in enumerate(fall.bars):
            hollow = place == 2
            assert (bar.get_stroke_width() > 0) == hollow
            assert (bar.get_fill_opacity() < 0.5) == hollow

    def test_a_gain_is_named_on_its_piece_and_a_loss_beside_it(self, fall, layers):
        fall.set_rises(layers.rises)
        gain = fall.put_on_stack(Numeral(11.25, 2), 1)
        np.testing.assert_allclose(gain.get_center(), fall.stacked[1].get_center(), atol=1e-9)
        loss = fall.put_on_stack(Numeral(-1), 2)
        assert loss.get_left()[0] > fall.stacked[2].get_right()[0]
        assert loss.get_y() == pytest.approx(fall.stacked[2].get_y())

    def test_on_the_sum_every_gain_is_as_high_as_it_is_large_and_a_loss_steps_down_beside_them(
        self, fall, layers
    ):
        fall.set_rises(layers.rises)
        first, second, taken = fall.stacked[:3]
        for gain, rise in ((first, layers.rises[0]), (second, layers.rises[1])):
            assert gain.height == pytest.approx(rise * fall.unit)
            assert gain.get_right()[0] == pytest.approx(fall.bars[-1].get_right()[0])
        assert taken.height == pytest.approx(-layers.rises[2] * fall.unit)
        assert taken.get_left()[0] == pytest.approx(fall.bars[-1].get_right()[0])
        assert taken.get_top()[1] == pytest.approx(second.get_top()[1])

    def test_a_brace_beside_the_sum_spans_all_that_it_has_grown_by(self, fall, layers):
        fall.set_rises(layers.rises)
        brace = fall.brace_total(Numeral(17.875, 3), "#FFFFFF").brace
        assert brace.get_left()[0] > fall.bars[-1].get_right()[0]
        assert brace.get_bottom()[1] == pytest.approx(fall.bars[-1].get_top()[1], abs=0.02)
        assert brace.get_top()[1] == pytest.approx(fall.stacked[2].get_bottom()[1], abs=0.02)

    def test_the_caps_stack_up_on_the_sum_to_the_sum_of_the_rises(self, fall, layers):
        fall.set_rises(layers.rises)
        first, second, taken = fall.stacked[:3]
        assert first.get_bottom()[1] == pytest.approx(fall.bars[-1].get_top()[1])
        assert second.get_bottom()[1] == pytest.approx(first.get_top()[1])
        level = fall.bars[-1].get_top()[1] + layers.rises.sum() * fall.unit
        assert taken.get_bottom()[1] == pytest.approx(level)

    def test_in_another_scale_it_stands_on_another_line_and_its_names_stay(self, fall, layers):
        names = [name.get_y() for name in fall.names]
        fall.set_rises(layers.rises)
        fall.look(2 * fall.unit, fall.base_height + 0.5, fall.share / 2)
        assert fall.caps[0].height == pytest.approx(layers.rises[0] * fall.unit)
        assert fall.bars[-1].get_bottom()[1] == pytest.approx(fall.base.get_y())
        assert [name.get_y() for name in fall.names] == names

    def test_clear_caps_let_what_stands_behind_them_be_seen(self, fall, layers):
        fall.set_rises(layers.rises)
        assert fall.caps[0].get_fill_opacity() == 1
        fall.clear_caps(1.0)
        assert fall.caps[0].get_fill_opacity() < 0.5

    def test_a_number_beside_the_sum_stands_at_half_of_what_it_has_grown_by(self, fall, layers):
        fall.set_rises(layers.rises)
        number = fall.put_beside_sum(Numeral(5), 0.2)
        assert number.get_y() == pytest.approx(fall.brace_total(Numeral(5), "#FFFFFF").get_y())
        assert number.get_left()[0] == pytest.approx(fall.bars[-1].get_right()[0] + 0.2)

    def test_other_heights_move_what_stands_on_them(self, fall):
        fall.set_heights([1.0, 2.0, 3.0, 4.0])
        assert fall.bars[-1].height == pytest.approx(10 * fall.unit)
        assert fall.bars[3].get_top()[1] == pytest.approx(fall.bars[-1].get_top()[1])

    def test_a_number_stands_above_its_bar_and_the_cap_on_it(self, fall, layers):
        fall.set_rises(layers.rises)
        for place in (0, len(layers.rises)):
            number = fall.put_above(Numeral(5), place)
            caps = fall.stacked if place == len(layers.rises) else [fall.caps[place]]
            assert number.get_bottom()[1] > max(cap.get_top()[1] for cap in caps if len(cap.points))

    def test_the_room_below_two_bars_is_free(self, fall):
        room = fall.room_below(2, 3)
        assert room.left > fall.bars[1].get_right()[0]
        assert room.right < fall.bars[4].get_left()[0]
        assert room.top < min(fall.bars[place].get_bottom()[1] for place in (2, 3))

    def test_the_number_of_a_negative_term_stands_below_it_with_and_without_a_cap(
        self, fall, layers
    ):
        assert fall.put_above(Numeral(-4), 2).get_top()[1] < fall.bars[2].get_bottom()[1]
        fall.set_rises(layers.rises)
        assert fall.put_above(Numeral(-1), 2).get_top()[1] < fall.caps[2].get_bottom()[1]

    def test_a_step_runs_from_the_edge_of_a_bar_to_the_edge_of_the_next(self, fall):
        for step, before, after in zip(fall.steps, fall.bars[:-1], fall.bars[1:], strict=True):
            assert step.get_start()[0] == pytest.approx(before.get_right()[0])
            assert step.get_end()[0] == pytest.approx(after.get_left()[0])

    def test_it_stays_in_its_region(self, fall):
        assert REGION.holds(fall)


class TestRunMarks:
    @pytest.fixture
    def rates(self):
        return c05a.compute().sums[0].rates

    @pytest.fixture
    def fall(self, rates):
        return Waterfall([0.0] * len(rates), TestWaterfall.NAMES, REGION, 50.0).set_rises(rates)

    def test_each_run_lies_at_the_foot_of_its_rise_and_the_slanted_side_joins_both_ends(
        self, fall, rates
    ):
        marks = RunMarks(fall, "1")
        level = fall.base.get_y()
        for run, slant, rate in zip(marks.runs, marks.slants, rates, strict=False):
            np.testing.assert_allclose(slant.start, run.get_start())
            assert run.get_y() == pytest.approx(level)
            level += rate * fall.unit
            assert slant.end[:2] == pytest.approx((run.get_end()[0], level))

    def test_over_the_same_run_the_sum_rises_by_all_of_them(self, fall, rates):
        marks = RunMarks(fall, "1")
        slant = marks.slants[-1]
        assert slant.end[1] - slant.start[1] == pytest.approx(rates.sum() * fall.unit)
        assert marks.runs[-1].width == pytest.approx(marks.runs[0].width)

    def test_a_length_stands_on_the_side_of_its_run_on_which_there_is_no_rise(self, fall):
        marks = RunMarks(fall, "1")
        for place, (run, length) in enumerate(zip(marks.runs, marks.lengths, strict=True)):
            assert (length.get_y() > run.get_y()) == (place == 2)

    def test_it_follows_bars_that_are_drawn_in_another_scale(self, fall):
        marks = RunMarks(fall, "0.5")
        width = marks.runs[0].width
        fall.look(fall.unit / 2, fall.base_height, fall.share / 2)
        marks.follow()
        assert marks.runs[0].width == pytest.approx(width / 2)
        assert marks.lengths[0].get_x() == pytest.approx(marks.runs[0].get_x())

    def test_slopes_are_solid_lines_in_the_place_of_the_slanted_sides(self, fall):
        marks = RunMarks(fall, "1")
        for slope, slant in zip(marks.slopes(), marks.slants, strict=True):
            assert slope.openness == 0
            np.testing.assert_allclose(slope.end, slant.end)
