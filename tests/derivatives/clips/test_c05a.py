import numpy as np
import pytest

from lessons.derivatives.c05a import numbers as c05a
from scenes.derivatives.c05a_rules_powers_sums_products.props.cube import GrowingCube
from scenes.derivatives.c05a_rules_powers_sums_products.props.level_plot import LevelPlot
from scenes.derivatives.c05a_rules_powers_sums_products.props.power_plot import (
    PowerPlot,
    PowerWords,
)
from scenes.derivatives.c05a_rules_powers_sums_products.props.slider import InputSlider
from scenes.derivatives.c05a_rules_powers_sums_products.props.term_rows import NOTHING, TermRows
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


class TestPowerPlot:
    def reciprocal(self):
        numbers = c05a.compute()
        return PowerPlot(
            REGION,
            PowerWords(numbers.reciprocal, "x != 0", (0.85, 0.1)),
            ((-4.4, 4.4, 2.0), (-5.2, 4.4, 2.0)),
            numbers.branches,
            ((-4.4, 0.0), (0.0, 4.4)),
        )

    def root(self):
        numbers = c05a.compute()
        return PowerPlot(
            REGION,
            PowerWords(numbers.root, "x > 0", (0.85, 0.1)),
            ((-0.9, 6.4, 2.0), (-0.9, 2.7, 1.0)),
            ((0.0, numbers.root_end),),
            ((0.0, 6.4),),
        )

    def test_its_condition_stands_inside_the_window(self):
        for plot in (self.reciprocal(), self.root()):
            assert plot.axes.window.holds(plot.note)

    def test_no_line_of_a_grid_runs_through_its_condition(self):
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


class TestLevelPlot:
    def test_its_step_slides_along_the_level_line_and_rises_nowhere(self):
        plot = LevelPlot(REGION, c05a.compute(), 0.5).slide(3.0)
        first, second = plot.ends
        np.testing.assert_allclose(first.get_center(), plot.axes.map(3.0, 5.0))
        np.testing.assert_allclose(second.get_center(), plot.axes.map(6.0, 5.0))
        assert plot.rise.get_left()[0] == pytest.approx(plot.step.run.get_left()[0])
        assert plot.rise.get_bottom()[1] > plot.step.run.get_y()


class TestInputSlider:
    def test_the_nudge_reaches_from_the_mark_to_the_knob(self):
        slider = InputSlider((-4.0, 0.0), 6.0, (1.0, 2.0), 1.5).put(0.25)
        assert slider.knob.get_x() == pytest.approx(0.5)
        assert slider.nudge.get_start()[0] == pytest.approx(slider.mark.get_x())
        assert slider.nudge.get_end()[0] == pytest.approx(0.5)

    def test_without_a_nudge_the_knob_stands_on_the_mark(self):
        slider = InputSlider((-4.0, 0.0), 6.0, (1.0, 2.0), 1.5)
        assert slider.knob.get_x() == pytest.approx(slider.mark.get_x())
