"""What clip 03 shows under its lens."""

import numpy as np
import pytest
from manim import Rectangle

from lessons.derivatives.c03 import numbers as c03
from mathcore.slopes.lines import Point
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.moving import HalfDot, MovingSecant
from scenes.components.graph.quiet_scale import QuietScale
from scenes.components.graph.zoom import ZoomPlot
from scenes.derivatives.c03_closing_in.props.glass import GapGlass
from scenes.derivatives.c03_closing_in.props.lens import (
    ACROSS_ROOM,
    UP_ROOM,
    MagnifiedBand,
    WindowFrame,
    name_edges,
)
from scenes.layout import Region

REGION = Region(-6.3, 6.3, -3.3, 3.5)
NUMBERS = c03.compute()


HOLE = Point(0.0, 2.0)


def lens(middle=HOLE, **settings):
    return ZoomPlot(REGION, middle, **{"width": 6.8, "depth": 2, **settings})


class TestBandUnderTheLens:
    @pytest.fixture
    def band(self):
        plot = lens()
        band = MagnifiedBand(plot, NUMBERS.band, 0.5)
        plot.hold(band)
        return band

    def test_a_tenth_of_the_tolerance_looks_the_same_ten_times_as_large(self, band):
        band.set_band(0.1).set_strip(0.1)
        band.plot.put(10.0)
        before = [part.points.copy() for part in (band.band, band.strip)]
        band.set_band(0.01).set_strip(0.01)
        band.plot.put(100.0)
        for part, points in zip((band.band, band.strip), before, strict=True):
            np.testing.assert_allclose(part.points, points, atol=1e-9)

    @pytest.mark.parametrize("tolerance", [0.5, 0.1, 0.01])
    def test_inside_the_strip_the_line_never_leaves_the_band(self, band, tolerance):
        band.set_band(tolerance).set_strip(tolerance)
        half = NUMBERS.band(tolerance).strip
        for h in np.linspace(-half, half, 21):
            y = band.plot.map(h, NUMBERS.quotient_line.at(h))[1]
            assert band.band.get_bottom()[1] - 1e-9 <= y <= band.band.get_top()[1] + 1e-9

    def test_the_band_can_narrow_while_the_strip_is_still_too_wide(self, band):
        width = band.strip.width
        band.set_band(0.1)
        assert band.strip.width == width
        assert band.band.height == pytest.approx(0.2 * REGION.width / 6.8)

    def test_it_leaves_room_for_the_numbers_of_the_scale(self, band):
        assert band.band.get_left()[0] == pytest.approx(REGION.left + UP_ROOM)
        assert band.strip.get_bottom()[1] == pytest.approx(REGION.bottom + ACROSS_ROOM)


class TestQuietScale:
    @staticmethod
    def seen(plot):
        return [n.value for scale in plot.scales for _, n in scale if n[-1].get_fill_opacity()]

    def test_the_numbers_are_gone_while_the_window_changes_and_back_when_it_rests(self):
        plot = lens()
        plot.hold(QuietScale(plot))
        assert self.seen(plot)
        assert not self.seen(plot.put(3.0))
        assert self.seen(plot.put(10.0))

    def test_a_number_that_a_curve_crosses_is_left_out(self):
        plot = lens(units_up=1.0)
        before = len(self.seen(plot))
        number = next(n for axis, n in plot.scales[0] if axis == 1)
        stroke = Rectangle(width=0.1, height=0.1).move_to(number)
        plot.hold(QuietScale(plot, stroke))
        assert len(self.seen(plot)) == before - 1
        assert number[-1].get_fill_opacity() == 0


class TestFrameOfTheInset:
    def test_it_is_as_large_in_the_plot_as_what_the_inset_shows(self):
        plot, inset = lens(), ZoomPlot(REGION.part(0, 0.3, 0, 0.3), HOLE, width=6.8)
        frame = WindowFrame(plot, inset)
        inset.hold(frame)
        assert frame.width == pytest.approx(REGION.width)
        inset.put(10.0)
        assert frame.width == pytest.approx(REGION.width / 10)
        np.testing.assert_allclose(frame.get_center(), REGION.center, atol=1e-9)


class TestGlass:
    @pytest.fixture
    def axes(self):
        return GraphAxes(
            (-0.3, 3.5, 1), (-1, 11.2, 4), REGION.part(0.0, 0.64, 0.0, 1.0), framed=True
        )

    def glass(self, axes, gap, factor):
        settings = (axes.map(0.8, 5.2), 1.25, factor)
        return GapGlass(axes, NUMBERS.parabola.value, NUMBERS.secant, gap, *settings)

    @pytest.mark.parametrize("gap", [0.1, -0.1])
    def test_under_it_the_gap_is_larger_by_its_factor(self, axes, gap):
        glass = self.glass(axes, gap, 10.0)
        assert glass.run.width == pytest.approx(10 * abs(gap) * axes.x_unit)
        assert (glass.far.get_x() > glass.near.get_x()) == (gap > 0)

    def test_a_tenth_of_the_gap_looks_as_long_ten_times_as_large(self, axes):
        glass = self.glass(axes, 0.1, 10.0)
        before = glass.run.width
        glass.set_gap(0.01)
        assert glass.run.width == pytest.approx(before / 10)
        glass.put(100.0)
        assert glass.run.width == pytest.approx(before)
        assert glass.badge.value == 100

    @pytest.mark.parametrize(("gap", "factor"), [(0.05, 10.0), (0.001, 1000.0), (-0.01, 100.0)])
    def test_all_that_is_drawn_stays_inside_the_rim(self, axes, gap, factor):
        glass = self.glass(axes, gap, factor)
        for part in (glass.bend, glass.line, glass.run, glass.rise):
            away = np.linalg.norm(part.points - glass.middle, axis=1)
            assert away.max() <= glass.radius + 1e-9

    @pytest.mark.parametrize("gap", [0.1, 0.07, 0.032, 0.01, 0.003, -0.05, 0.001])
    def test_a_gap_never_becomes_a_speck_under_it(self, axes, gap):
        glass = self.glass(axes, 0.1, 10.0)
        whole = glass.run.width
        glass.follow(gap, NUMBERS.magnified(gap))
        assert 0.5 * whole <= glass.run.width <= whole * (1 + 1e-9)
        assert glass.badge.value == pytest.approx(NUMBERS.magnified(gap))

    @pytest.mark.parametrize("gap", [0.1, 0.01, 0.001])
    def test_at_a_power_of_ten_the_gap_looks_as_long_as_one(self, gap):
        assert NUMBERS.magnified(gap) == pytest.approx(1 / gap)

    def test_a_point_that_moves_is_half_filled(self, axes):
        rig = MovingSecant(axes, NUMBERS.secant, 2.0)
        rig.set_gap(1.0)
        assert isinstance(rig.far, HalfDot)
        (half,) = rig.far.submobjects
        assert half.height == pytest.approx(rig.far.height / 2, rel=0.2)
        np.testing.assert_allclose(rig.far.get_center(), axes.map(2.0, 4.0), atol=1e-6)

    def test_where_both_points_are_one_on_screen_the_moving_one_rings_the_other(self, axes):
        rig = MovingSecant(axes, NUMBERS.secant, 2.0).set_gap(0.001)
        far, near = rig.submobjects[-2:]
        assert (far, near) == (rig.far, rig.near)
        assert (far.width - near.width) / 2 > far.get_stroke_width() / 100
        np.testing.assert_allclose(far.get_center(), near.get_center(), atol=0.01)


class TestBesideTheLens:
    def test_the_names_stand_inside_at_the_ends_of_their_scales(self):
        across, up = name_edges(lens(), "h", "q")
        assert REGION.holds(across)
        assert REGION.holds(up)
        assert across.get_x() > 0 > up.get_x()
        assert up.get_y() > 0 > across.get_y()
