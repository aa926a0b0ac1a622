"""The two windows that clip 04 compares at its end."""

import numpy as np
import pytest

from lessons.derivatives.c04 import numbers as c04
from mathcore.slopes.lines import Point
from scenes import theme
from scenes.components.graph.zoom import ZoomPlot
from scenes.derivatives.c04_the_derivative.props.dips import DippingCurve
from scenes.derivatives.c04_the_derivative.props.panes import (
    Compared,
    PaneScale,
    known_signs,
    zero_lines,
)
from scenes.layout import Region

NUMBERS = c04.compute()
REGION = Region(-6.3, -0.1, -2.6, 3.6)


@pytest.fixture
def side():
    return Compared.within(REGION)


@pytest.fixture
def lens(side):
    return ZoomPlot(side.pane, Point(0.0, 0.0), width=1.6, numbered=False)


def test_claim_window_and_signs_stand_below_each_other(side):
    assert side.head.bottom == pytest.approx(side.pane.top)
    assert side.pane.bottom > side.strip.top
    assert side.strip.bottom == pytest.approx(REGION.bottom)
    assert (side.strip.left, side.strip.right) == (side.pane.left, side.pane.right)


def test_a_claim_a_name_and_a_finding_stay_in_their_rooms(side):
    assert side.head.holds(side.claim("g'(x)", "1 + x^2 > 0", "all along"))
    assert side.pane.holds(side.named("f"))
    assert side.pane.holds(side.frame().move_to(side.pane.center))


def test_zero_lines_cross_at_the_origin_and_end_at_the_window(side, lens):
    across, up = zero_lines(side.pane, lens.map(0.0, 0.0))
    assert across.width == pytest.approx(side.pane.width)
    assert up.height == pytest.approx(side.pane.height)
    assert (up.get_x(), across.get_y()) == pytest.approx(tuple(lens.map(0.0, 0.0)[:2]))


def test_numbers_stand_outside_the_window_at_their_lines(side, lens):
    scale = PaneScale(side.pane, lens.map, (0.4, 0.4))
    below, beside = scale[0::2], scale[1::2]
    assert [number.value for number in below] == [-0.4, 0.0, 0.4]
    for number in below:
        assert number.get_top()[1] < side.pane.bottom
        assert number.get_bottom()[1] > side.strip.top
    for number in beside:
        assert REGION.left <= number.get_left()[0]
        assert number.get_right()[0] < side.pane.left
        assert number.get_y() == pytest.approx(lens.map(0.0, number.value)[1])


def test_the_slope_is_known_to_be_positive_at_one_point_and_negative_on_each_lit_stretch(
    side, lens
):
    curve = DippingCurve(lens, NUMBERS.wiggle)
    *falls, up = known_signs(curve, side.strip)
    bands, downs = falls[0::2], falls[1::2]
    assert up.get_x() == pytest.approx(side.strip.center[0])
    assert len(bands) == len(curve.falls.get_subpaths())
    for band, down, stretch in zip(bands, downs, curve.falls.get_subpaths(), strict=True):
        middle = (stretch[:, 0].min() + stretch[:, 0].max()) / 2
        assert band.get_x() == pytest.approx(middle)
        np.testing.assert_allclose(down.get_center(), band.get_center(), atol=1e-6)
        assert down.get_stroke_color() != up.get_stroke_color()
    assert side.strip.holds(up)
    assert bands[0].get_fill_opacity() == pytest.approx(theme.VEIL)
