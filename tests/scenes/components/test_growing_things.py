from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.derivatives.c05a import numbers as c05a
from scenes.components.rigs.dial import Dial, Gauge
from scenes.components.rigs.square import GrowingRectangle
from scenes.derivatives.c02_when_lines_bend.props.bars import BarStrip
from scenes.layout import Region

REGION = Region(-6.0, 1.5, -3.0, 3.6)
lengths = st.floats(0.1, 3.0)


def area(block):
    return block.width * block.height


class TestRectangle:
    @settings(max_examples=25)
    @given(lengths, lengths, st.floats(0.01, 1.0), st.floats(0.01, 1.0))
    def test_its_pieces_add_up_to_the_larger_rectangle(self, width, height, across, up):
        block = GrowingRectangle((width, height), (across, up), np.zeros(3))
        total = area(block.core) + sum(area(piece) for piece in block.pieces)
        assert total == pytest.approx((width + across) * (height + up))

    def test_a_product_nudge_is_drawn_in_its_own_proportions(self):
        nudge = c05a.compute().products[1]
        block = GrowingRectangle((nudge.u, nudge.v), (nudge.du, nudge.dv), np.zeros(3))
        assert area(block.top_sliver) == pytest.approx(nudge.u_sliver)
        assert area(block.right_sliver) == pytest.approx(nudge.v_sliver)
        assert area(block.corner) == pytest.approx(nudge.corner)

    def test_braces_stand_outside(self):
        block = GrowingRectangle((2.0, 1.0), (0.4, 0.3), np.zeros(3))
        assert block.brace_bottom("u", "Delta u").get_top()[1] < 0
        assert block.brace_left("v", "Delta v").get_right()[0] < 0


class TestBars:
    def test_heights_keep_sign_and_proportion(self):
        strip = BarStrip([-5, -3, -1, 1, 3, 5], REGION)
        heights = np.array(strip.heights)
        np.testing.assert_allclose(heights / heights[-1] * 5, [-5, -3, -1, 1, 3, 5], atol=1e-6)
        assert REGION.holds(strip)

    def test_a_bar_stands_on_its_run_between_the_two_inputs_it_belongs_to(self):
        strip = BarStrip([-5, -3, 1], REGION, edges=[-3, -2, 0, 1])
        digits = [float(number[-1].get_x()) for number in strip.inputs]
        for bar, run, ends in zip(strip.bars, strip.runs, pairwise(digits), strict=True):
            assert ends[0] < run.get_left()[0] < bar.get_left()[0]
            assert bar.get_x() == pytest.approx(run.get_x()) == pytest.approx(sum(ends) / 2)
            assert bar.get_right()[0] < run.get_right()[0] < ends[1]
        # A number keeps to the side of the base line on which there is no bar.
        base = strip.base.get_y()
        assert [number.get_y() > base for number in strip.inputs] == [True, True, True, False]

    def test_a_bar_may_be_as_long_as_what_it_measures(self):
        strip = BarStrip([-5, 3], REGION, unit=0.4)
        np.testing.assert_allclose(strip.heights, [-2.0, 1.2])


class TestDial:
    def test_its_scale_is_three_quarters_of_a_turn(self):
        dial = Dial(0.0, (0.0, 1.0))
        start = dial.pointer.get_angle()
        dial.set_value(1.0)
        turned = (start - dial.pointer.get_angle()) % (2 * np.pi)
        assert turned == pytest.approx(1.5 * np.pi)

    def test_the_pointer_follows_the_dial_when_it_is_moved_and_scaled(self):
        dial = Dial(0.3, (0.0, 1.0)).scale(0.5).shift(np.array([2.0, 1.0, 0.0]))
        dial.set_value(0.6)
        reach = np.linalg.norm(dial.pointer.get_end() - dial.face.get_center())
        assert reach == pytest.approx(dial.face.width / 2)

    def test_the_mark_of_a_turn_spans_the_turn(self):
        dial = Dial(0.5, (0.0, 1.0))
        assert abs(dial.turn_mark(0.5, 0.75).angle) == pytest.approx(0.375 * np.pi)


class TestGauge:
    @given(st.floats(0.5, 10.0))
    @settings(max_examples=20)
    def test_the_bar_is_as_high_as_its_value_and_stands_on_the_base(self, value):
        gauge = Gauge(10.0, 10.0).set_value(value)
        assert gauge.bar.height == pytest.approx(gauge.frame.height * value / 10)
        assert gauge.bar.get_bottom()[1] == pytest.approx(gauge.frame.get_bottom()[1])
        assert gauge.edge(value)[1] == pytest.approx(gauge.bar.get_top()[1])

    def test_the_mark_of_a_fall_spans_the_fall(self):
        gauge = Gauge(10.0, 10.0)
        mark = gauge.fall_mark(10.0, 8.0)
        assert mark.get_length() == pytest.approx(gauge.frame.height / 5)
        assert mark.get_end()[1] == pytest.approx(gauge.edge(8.0)[1])
