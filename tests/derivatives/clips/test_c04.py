"""The rigs of clip 04, held to their geometry."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from manim import ManimColor

from lessons.derivatives.c04 import numbers as c04
from mathcore.formulas.curves import sample
from scenes import theme
from scenes.components.graph.curve import Curve
from scenes.components.graph.moving import MovingTracer
from scenes.components.graph.stacked import SlopeTracer, StackedGraphs, Thread, WindowTangent
from scenes.components.rigs.marble import Marble
from scenes.derivatives.c04_the_derivative.props.ribbon import SignRibbon
from scenes.layout import Region

REGION = Region(-6.4, 2.0, -3.1, 3.6)
NUMBERS = c04.compute()
GRAPHS = StackedGraphs(REGION, (-2.5, 2.5, 1), (-5.6, 7.9, 2), (-4.5, 14, 3), gap=0.75)
CURVE = Curve(GRAPHS.upper, sample(NUMBERS.cubic, *NUMBERS.cubic_range))

inputs = st.floats(*NUMBERS.cubic_range)


def numerals(group):
    return [part for part in group if hasattr(part, "value")]


class TestStackedGraphs:
    @given(st.floats(-2.5, 2.5))
    @settings(max_examples=30)
    def test_one_input_stands_on_one_vertical_line_in_both(self, x):
        above, below = GRAPHS.column(x)
        assert above[0] == pytest.approx(below[0])

    def test_both_have_one_scale_and_one_origin(self):
        assert GRAPHS.upper.x_unit == pytest.approx(GRAPHS.lower.x_unit)
        assert GRAPHS.upper.map(0, 0)[0] == pytest.approx(GRAPHS.lower.map(0, 0)[0])

    def test_the_windows_use_the_height_and_do_not_meet(self):
        upper, lower = GRAPHS.upper.window, GRAPHS.lower.window
        assert upper.top == pytest.approx(REGION.top, abs=0.15)
        assert upper.bottom - lower.top == pytest.approx(0.75)
        assert upper.height + lower.height + 0.75 > 0.85 * REGION.height
        assert GRAPHS.strip.height == pytest.approx(0.75)

    def test_scales_stand_outside_the_windows_beside_their_values(self):
        below, *beside = GRAPHS.scales
        for number in numerals(below):
            assert number.get_top()[1] < GRAPHS.lower.window.bottom
            at = GRAPHS.lower.map(number.value, 0)
            assert number[-1].get_center()[0] == pytest.approx(at[0])
        for scale, axes in zip(beside, (GRAPHS.upper, GRAPHS.lower), strict=True):
            for number in numerals(scale):
                assert number.get_right()[0] < axes.window.left
                assert number.get_center()[1] == pytest.approx(axes.map(0, number.value)[1])

    def test_the_scales_stay_in_the_region(self):
        assert REGION.holds(GRAPHS.scales)

    def test_a_scale_may_be_left_out(self):
        bare = StackedGraphs(REGION, (0, 1, 1), (0, 1, 1), (0, 1, 1), scales=(True, False))
        assert len(bare.scales) == 2


class TestTracer:
    @pytest.fixture
    def tracer(self):
        return SlopeTracer(GRAPHS, NUMBERS.cubic_tangent, -2.3)

    @given(inputs)
    @settings(max_examples=30)
    def test_the_dot_below_stands_at_the_height_of_the_slope(self, x):
        tracer = TRACER.put(x)
        height = NUMBERS.cubic_slope(x)
        np.testing.assert_allclose(tracer.dot.get_center(), GRAPHS.lower.map(x, height), atol=1e-9)
        np.testing.assert_allclose(
            tracer.rider.dot.get_center(), GRAPHS.upper.map(x, NUMBERS.cubic(x)), atol=1e-9
        )

    @given(inputs)
    @settings(max_examples=30)
    def test_the_trace_lies_on_the_derivative_and_ends_in_the_dot(self, x):
        tracer = TRACER.put(x)
        anchors = np.array(tracer.trace.get_anchors())
        origin = GRAPHS.lower.map(0, 0)
        xs = (anchors[:, 0] - origin[0]) / GRAPHS.lower.x_unit
        ys = (anchors[:, 1] - origin[1]) / GRAPHS.lower.y_unit
        np.testing.assert_allclose(ys, NUMBERS.cubic_slope.value(xs), atol=1e-6)
        np.testing.assert_allclose(anchors[-1], tracer.dot.get_center(), atol=1e-9)
        assert xs[0] == pytest.approx(-2.3)

    def test_it_may_also_be_traced_from_right_to_left(self):
        back = SlopeTracer(GRAPHS, NUMBERS.cubic_tangent, 2.0).put(-1.0)
        anchors = np.array(back.trace.get_anchors())
        assert (np.diff(anchors[:, 0]) >= -1e-9).all()
        np.testing.assert_allclose(anchors[0], back.dot.get_center(), atol=1e-9)

    def test_reading_leaves_the_trace_as_it_is(self, tracer):
        tracer.put(2.3)
        before = tracer.trace.points.copy()
        tracer.read(0.0)
        np.testing.assert_array_equal(tracer.trace.points, before)
        assert tracer.x == 0.0

    def test_the_thread_hangs_upright_from_the_contact_point(self, tracer):
        tracer.put(-0.5)
        xs = tracer.thread.points[:, 0]
        assert np.ptp(xs) < 1e-9
        assert xs[0] == pytest.approx(tracer.dot.get_center()[0])

    @pytest.mark.parametrize("x", [-2.0, 0.0, 2.0])
    def test_the_thread_ends_where_the_stem_begins(self, tracer, x):
        tracer.put(x)
        low, high = sorted(point[1] for point in (tracer.stem.get_start(), tracer.stem.get_end()))
        assert low <= high <= tracer.thread.points[:, 1].min() + theme.DASH

    def test_its_followers_are_told_at_once_and_at_every_change(self, tracer):
        slopes = []
        tracer.follow(lambda tangent: slopes.append(tangent.slope))
        tracer.put(1.0)
        assert len(slopes) == 2
        assert slopes[-1] == 0


TRACER = SlopeTracer(GRAPHS, NUMBERS.cubic_tangent, -2.3)


def test_a_thread_too_short_for_a_dot_draws_nothing():
    assert not Thread(np.zeros(3), np.array([0.0, 0.01, 0.0])).has_points()


@given(inputs)
@settings(max_examples=30)
def test_a_tracer_that_moves_has_half_filled_points_where_curve_and_slope_are(x):
    tracer = MOVING.put(x)
    height = NUMBERS.cubic_slope(x)
    for dot, place in (
        (tracer.dot, GRAPHS.lower.map(x, height)),
        (tracer.rider.dot, GRAPHS.upper.map(x, NUMBERS.cubic(x))),
    ):
        (half,) = dot.submobjects
        assert dot.get_fill_color() == ManimColor(theme.BG)
        assert half.get_fill_color() == ManimColor(theme.EXACT)
        middle = half.get_top()
        np.testing.assert_allclose(middle, place, atol=1e-3)


MOVING = MovingTracer(GRAPHS, NUMBERS.cubic_tangent, -2.1)


@given(inputs)
@settings(max_examples=30)
def test_a_tangent_of_set_length_stays_in_the_window_and_keeps_its_slope(x):
    line = WindowTangent(GRAPHS.upper, NUMBERS.cubic_tangent(x), 1.0).line
    assert GRAPHS.upper.window.holds(line, slack=1e-6)
    assert line.get_length() <= 2 + 1e-9
    across, up, _ = line.get_end() - line.get_start()
    seen = up / GRAPHS.upper.y_unit * GRAPHS.upper.x_unit / across
    assert seen == pytest.approx(NUMBERS.cubic_slope(x), abs=1e-6)


class TestRibbon:
    @pytest.fixture
    def ribbon(self):
        return SignRibbon(GRAPHS.upper, NUMBERS.signs, GRAPHS.strip)

    def test_it_splits_where_the_curve_is_level(self, ribbon):
        assert ribbon.signs() == [1, -1, 1]
        for zero, point in zip(ribbon.zeros, NUMBERS.level_points, strict=True):
            assert zero.get_x() == pytest.approx(GRAPHS.upper.map(point.x, 0)[0])

    def test_arrows_point_up_or_down_to_the_right_and_never_leave_their_band(self, ribbon):
        for band, arrows, sign in zip(ribbon.bands, ribbon.chevrons, ribbon.signs(), strict=True):
            for arrow in arrows:
                shaft = arrow.get_subpaths()[-1]
                across, up, _ = shaft[-1] - shaft[0]
                assert across > 0
                assert np.sign(up) == sign
                assert band.get_left()[0] < arrow.get_left()[0]
                assert arrow.get_right()[0] < band.get_right()[0]

    def test_it_lies_between_the_graphs(self, ribbon):
        for band in ribbon.bands:
            assert GRAPHS.strip.holds(band)

    def test_only_what_lies_behind_the_walker_is_shown(self, ribbon):
        ribbon.show_until(0.0)
        edge = GRAPHS.upper.map(0.0, 0.0)[0]
        for arrows in ribbon.chevrons:
            for arrow in arrows:
                assert (arrow.get_stroke_opacity() > 0) == (arrow.get_left()[0] < edge + 0.1) or (
                    abs(arrow.get_x() - edge) < theme.CHEVRON_PITCH
                )
        ribbon.show_until(2.5)
        assert all(a.get_stroke_opacity() == 1 for arrows in ribbon.chevrons for a in arrows)

    def test_a_thread_behind_a_zero_does_not_cross_it(self, ribbon):
        for plate, zero in zip(ribbon.plates, ribbon.zeros, strict=True):
            assert plate.height > zero.height
            assert plate.get_center() == pytest.approx(zero.get_center())
            family = ribbon.get_family()
            assert family.index(plate) < family.index(zero)


class TestMarble:
    @given(inputs)
    @settings(max_examples=30)
    def test_its_middle_is_the_point_and_its_arrow_lies_along_the_curve_as_drawn(self, x):
        axes, tangent = GRAPHS.upper, NUMBERS.cubic_tangent(x)
        marble = Marble(axes, tangent)
        at = axes.map(*tangent.point)
        assert marble.ball.get_center() == pytest.approx(at)
        ahead = axes.map(x + 0.1, tangent.at(x + 0.1)) - at
        assert marble.along == pytest.approx(ahead / np.linalg.norm(ahead))
        offsets = marble.arrow.points - at
        assert (offsets @ marble.along).min() == pytest.approx(theme.MARBLE_RADIUS)

    def test_the_arrow_keeps_its_length(self):
        marble = Marble(GRAPHS.upper, NUMBERS.cubic_tangent(0.0))
        lengths = []
        for x in (-2.0, 0.0, 1.0):
            marble.put(NUMBERS.cubic_tangent(x))
            offsets = marble.arrow.points - marble.ball.get_center()
            lengths.append(float((offsets @ marble.along).max()))
        assert lengths == pytest.approx([theme.MARBLE_RADIUS + theme.MARBLE_ARROW] * 3)
