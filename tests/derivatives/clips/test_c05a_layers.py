from dataclasses import replace

import numpy as np
import pytest

from lessons.derivatives.c05a import numbers as c05a
from scenes import theme
from scenes.derivatives.c05a_rules_powers_sums_products.props.layer_stack import (
    LayerStack,
    LayerState,
)
from scenes.derivatives.c05a_rules_powers_sums_products.props.sum_rows import SumRows
from scenes.layout import Region

REGION = Region(-5.0, 4.0, -2.0, 3.6)
GROWN = LayerState(0.5, 7.0, 0.1)
COLUMN = 1.0


@pytest.fixture
def numbers():
    return c05a.compute()


@pytest.fixture
def stack(numbers):
    return LayerStack(numbers, REGION, COLUMN, GROWN)


class TestLayerStack:
    def test_at_the_left_the_old_heights_stand_upon_each_other(self, stack, numbers):
        stack.put(replace(GROWN, width=0.0))
        level = REGION.bottom
        for layer, height in zip(stack.old, numbers.layer_heights, strict=True):
            points = layer.points[np.isclose(layer.points[:, 0], REGION.left)]
            assert points[:, 1].min() == pytest.approx(level)
            level += height * GROWN.unit
            assert points[:, 1].max() == pytest.approx(level)

    def test_at_the_right_each_layer_has_gained_what_its_term_rises_by(self, stack, numbers):
        gains = numbers.layer_gains(np.array([1.0]), GROWN.nudge)[:, 0]
        for place, gain in enumerate(gains):
            assert stack.gain_span(place).height == pytest.approx(abs(gain) * GROWN.unit)

    def test_the_top_of_the_stack_is_the_sum(self, stack, numbers):
        top = numbers.total.value(numbers.sum_at + GROWN.nudge) * GROWN.unit
        assert stack.corner(2)[1] == pytest.approx(REGION.bottom + top)

    def test_without_the_old_heights_the_gains_stand_upon_each_other(self, stack):
        stack.put(replace(GROWN, kept=0.0))
        first, second, loss = (stack.gain_span(place) for place in range(3))
        assert first.bottom == pytest.approx(REGION.bottom)
        assert second.bottom == pytest.approx(first.top)
        assert loss.top == pytest.approx(second.top)
        assert stack.corner(2)[1] == pytest.approx(loss.bottom)

    def test_divided_by_a_small_nudge_the_gains_are_as_high_as_their_slopes(self, stack, numbers):
        rate, nudge = 0.14, 1e-6
        stack.put(replace(GROWN, nudge=nudge, unit=rate / nudge, kept=0.0))
        for place, slope in enumerate(numbers.layer_slopes):
            assert stack.gain_span(place).height == pytest.approx(abs(slope) * rate, rel=1e-4)
        middle = stack.gains[0].get_boundary_point(np.array([-1.0, 0.0, 0.0]))
        np.testing.assert_allclose(middle, stack.foot, atol=1e-6)

    def test_a_loss_takes_the_ground_through_and_has_a_rim(self, stack):
        gained, _, lost = stack.gains
        assert gained.get_fill_color().to_hex() == theme.RISE
        assert lost.get_fill_color().to_hex() == theme.BG
        assert lost.get_stroke_color().to_hex() == theme.RISE

    def test_only_what_grows_is_named_and_each_name_stands_in_its_gain(self, stack):
        stack.put(replace(GROWN, unit=0.28, kept=0.0))
        names = stack.name_gains()
        assert len(names) == 2
        assert names[0].get_top()[1] < stack.gain_span(0).top
        assert names[1].get_top()[1] < stack.corner(2)[1]
        assert names[0].get_top()[1] < names[1].get_bottom()[1]

    def test_the_run_is_as_wide_as_the_nudge_is_drawn(self, stack):
        assert stack.run.get_start()[0] == pytest.approx(REGION.left + COLUMN)
        assert stack.run.width == pytest.approx(GROWN.width)


class TestSumRows:
    def test_each_slope_stands_below_its_term_and_its_sign_below_the_sign(self, numbers):
        rows = SumRows(numbers)
        for place, cell in enumerate(rows.slopes):
            term = rows.total.part(f"term{place}")
            assert cell[0].get_x() == pytest.approx(term.get_x())
            assert cell[0].get_top()[1] < term.get_bottom()[1]
            if place:
                sign = rows.total.part(f"sign{place}")
                assert cell[1].get_x() == pytest.approx(sign.get_x())

    def test_the_signs_of_equality_stand_in_one_column_and_the_sum_at_the_end(self, numbers):
        rows = SumRows(numbers)
        assert rows.front.part("is").get_x() == pytest.approx(rows.total.part("is").get_x())
        assert rows.result.get_left()[0] > rows.slopes.get_right()[0]
