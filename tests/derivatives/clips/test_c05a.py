import numpy as np
import pytest

from lessons.derivatives.c05a import numbers as c05a
from scenes.components.text.numeral import Numeral
from scenes.derivatives.c05a_rules_powers_sums_products.props.cube import GrowingCube
from scenes.derivatives.c05a_rules_powers_sums_products.props.power_plot import (
    PowerPlot,
    PowerWords,
)
from scenes.derivatives.c05a_rules_powers_sums_products.props.slider import InputSlider
from scenes.derivatives.c05a_rules_powers_sums_products.props.term_rows import NOTHING, TermRows
from scenes.derivatives.c05a_rules_powers_sums_products.props.waterfall import Waterfall
from scenes.layout import Region

REGION = Region(-6.0, 1.5, -3.0, 3.6)


class TestTermRows:
    @pytest.fixture
    def rows(self):
        terms = (
            ("2 x thin Delta x", "rise", "2 x"),
            ("(Delta x)^2", "approx", NOTHING),
        )
        return TermRows("Delta f", terms, per="Delta x")

    def test_signs_stand_in_one_column_and_limits_in_another(self, rows):
        equals, plus = rows.signs[0][-1], rows.signs[1][-1]
        assert equals.get_x() == pytest.approx(plus.get_x())
        first, second = (limit.get_left()[0] for limit in rows.limits)
        assert first == pytest.approx(second)
        assert first > max(term.get_right()[0] for term in rows.terms)

    def test_each_limit_stands_on_the_line_of_its_term(self, rows):
        for row, limit in zip(rows.submobjects, rows.limits, strict=False):
            assert limit.baseline == pytest.approx(row.baseline)

    def test_only_what_leaves_nothing_is_forgotten(self, rows):
        (forgotten,) = rows.forgotten
        assert forgotten[1] is rows.terms[1]


class TestCube:
    def test_it_grows_by_three_slabs_three_bars_and_a_corner(self):
        cube = GrowingCube(2.0, 0.4, 0.3, np.zeros(3))
        assert (len(cube.slabs), len(cube.bars)) == (3, 3)
        assert len(cube.corner) == 3  # its visible faces

    def test_without_a_gap_the_front_of_the_core_is_a_square(self):
        cube = GrowingCube(2.0, 0.4, 0.0, np.zeros(3))
        front = cube.core[-1]
        assert front.width == pytest.approx(front.height)
        assert front.width == pytest.approx(2.0)

    def test_a_smaller_nudge_leaves_the_gap_and_the_core_as_they_are(self):
        cube = GrowingCube(2.0, 0.4, 0.5, np.zeros(3))
        core, low = cube.core.get_center(), cube.slabs[0].get_bottom()[1]
        cube.set_nudge(0.1)
        np.testing.assert_allclose(cube.core.get_center(), core)
        assert cube.slabs[0].get_bottom()[1] == pytest.approx(low)
        assert cube.slabs[0][-1].height == pytest.approx(0.1)

    def test_exploding_moves_the_top_slab_up_and_the_core_not_at_all(self):
        cube = GrowingCube(2.0, 0.4, 0.0, np.zeros(3))
        core, top = cube.core.get_center(), cube.slabs[0].get_y()
        cube.set_gap(0.5)
        np.testing.assert_allclose(cube.core.get_center(), core)
        assert cube.slabs[0].get_y() == pytest.approx(top + 0.5)


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


class TestPowerPlot:
    def reciprocal(self):
        numbers = c05a.compute()
        return PowerPlot(
            REGION,
            PowerWords(numbers.reciprocal, "x != 0", (0.24, 0.86), (0.85, 0.1)),
            ((-4.4, 4.4, 2.0), (-5.2, 4.4, 2.0)),
            numbers.branches,
            ((-4.4, 0.0), (0.0, 4.4)),
        )

    def root(self):
        numbers = c05a.compute()
        return PowerPlot(
            REGION,
            PowerWords(numbers.root, "x > 0", (0.7, 0.5), (0.85, 0.1)),
            ((-0.9, 6.4, 2.0), (-0.9, 2.7, 1.0)),
            ((0.0, numbers.root_end),),
            ((0.0, 6.4),),
        )

    def test_its_names_stand_inside_the_window(self):
        for plot in (self.reciprocal(), self.root()):
            for text in (plot.called, plot.note):
                assert plot.axes.window.holds(text)

    def test_no_line_of_a_grid_runs_through_its_names(self):
        for plot in (self.reciprocal(), self.root()):
            assert len(plot.axes.grid) == 0

    def test_zero_is_left_out_of_the_inputs_on_the_lower_edge(self):
        plot = self.reciprocal()
        before, after, ring = plot.inputs
        np.testing.assert_allclose(ring.get_center(), plot.axes.map(0.0, -5.2))
        np.testing.assert_allclose(before.get_end(), after.get_start())

    def test_no_curve_reaches_the_inputs_on_the_lower_edge(self):
        for plot in (self.reciprocal(), self.root()):
            assert plot.curve.get_bottom()[1] > plot.inputs.get_top()[1] + 0.1

    def test_the_root_has_a_filled_point_at_zero_and_no_slope_there(self):
        plot = self.root()
        (point,) = plot.beginnings
        np.testing.assert_allclose(point.get_center(), plot.axes.map(0.0, 0.0), atol=1e-9)
        assert point.get_fill_opacity() == 1
        assert plot.ring.get_y() < point.get_y()

    def test_one_over_x_begins_nowhere(self):
        assert len(self.reciprocal().beginnings) == 0

    def test_the_curve_stays_in_the_window_and_is_broken_at_zero(self):
        plot = self.reciprocal()
        left, right = plot.curve
        assert left.get_right()[0] < plot.axes.map(0.0, 0.0)[0] < right.get_left()[0]
        assert plot.axes.window.holds(plot.curve, slack=0.1)


class TestInputSlider:
    def test_the_nudge_reaches_from_the_mark_to_the_knob(self):
        slider = InputSlider((-4.0, 0.0), 6.0, (1.0, 2.0), 1.5).put(0.25)
        assert slider.knob.get_x() == pytest.approx(0.5)
        assert slider.nudge.get_start()[0] == pytest.approx(slider.mark.get_x())
        assert slider.nudge.get_end()[0] == pytest.approx(0.5)

    def test_without_a_nudge_the_knob_stands_on_the_mark(self):
        slider = InputSlider((-4.0, 0.0), 6.0, (1.0, 2.0), 1.5)
        assert slider.knob.get_x() == pytest.approx(slider.mark.get_x())
