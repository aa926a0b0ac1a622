"""What clip 03 shows under its lens, and the strip of area that is divided by its height."""

import numpy as np
import pytest
from manim import DOWN, ORIGIN, Rectangle

from lessons.derivatives.c03 import numbers as c03
from mathcore.slopes.lines import Point
from scenes import theme
from scenes.components.graph.zoom import ZoomPlot
from scenes.components.marks.plate import on_plate
from scenes.components.text.formula import Formula
from scenes.components.text.table import Column, ValueTable
from scenes.derivatives.c03_closing_in.props.lens import (
    ACROSS_ROOM,
    UP_ROOM,
    EdgeGap,
    MagnifiedBand,
    clear_scale,
    dock_badge,
    name_edges,
    shrink_brackets,
)
from scenes.derivatives.c03_closing_in.props.strip import AreaStrip, lay_flat
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


class TestGapAtTheEdge:
    @pytest.fixture
    def gap(self):
        tangent = NUMBERS.zoom_tangent
        plot = lens(tangent.point, width=1.0, units_up=8.5)
        gap = EdgeGap(plot, NUMBERS.parabola.value, tangent.at)
        plot.hold(gap)
        return gap

    def test_it_is_as_long_as_the_largest_gap_in_the_window(self, gap):
        unit = REGION.height / gap.plot.height_shown
        assert gap.end[1] - gap.start[1] == pytest.approx(NUMBERS.zoom_gap(1.0) * unit)
        assert gap.start[0] == pytest.approx(REGION.right)

    def test_ten_times_closer_it_is_drawn_a_tenth_as_long(self, gap):
        before = gap.end[1] - gap.start[1]
        gap.plot.put(10.0)
        assert gap.end[1] - gap.start[1] == pytest.approx(before / 10)

    def test_it_does_not_leave_a_window_that_the_curve_leaves(self, gap):
        gap.plot.put(0.25)
        assert REGION.holds(gap)


class TestBesideTheLens:
    def test_a_number_that_a_level_tangent_would_strike_out_is_gone(self):
        plot = lens(Point(0.0, 0.0), width=2.0)
        clear_scale(plot)
        left = [(axis, number.value) for scale in plot.scales for axis, number in scale]
        assert (1, 0.0) not in left
        assert (0, 0.0) in left

    def test_the_names_stand_inside_at_the_ends_of_their_scales(self):
        across, up = name_edges(lens(), "h", "q")
        assert REGION.holds(across)
        assert REGION.holds(up)
        assert across.get_x() > 0 > up.get_x()
        assert up.get_y() > 0 > across.get_y()

    def test_the_badge_stands_beside_a_plate_as_high_as_it(self):
        plot, plate = lens(), on_plate(Formula("x"))
        dock_badge(plot, plate)
        assert plot.badge.get_left()[0] == pytest.approx(plate.get_right()[0] + theme.GUTTER)
        assert plot.badge.get_top()[1] == pytest.approx(plate.get_top()[1])

    def test_a_bracket_stands_between_each_two_rows_and_says_the_factor(self):
        rows = [[window.width, window.gap] for window in NUMBERS.zoom_windows]
        table = ValueTable([Column("w"), Column("g")], rows)
        brackets = shrink_brackets(table, 1, NUMBERS.zoom_shrink)
        assert len(brackets) == len(rows) - 1
        for bracket, upper, lower in zip(brackets, table.rows, table.rows[1:], strict=False):
            assert lower.get_y() < bracket.bracket.get_y() < upper.get_y()
            assert bracket.bracket.get_left()[0] > table.rows.get_right()[0]
            assert bracket.label.value == pytest.approx(100)


class TestStrip:
    @pytest.fixture
    def strip(self):
        return AreaStrip(4.0, 1.0, ORIGIN)

    @staticmethod
    def area(piece):
        return piece.width * piece.height

    @pytest.mark.parametrize("nudge", [1.0, 0.4, 0.1])
    def test_divided_by_its_height_its_area_is_its_width(self, strip, nudge):
        strip.set_nudge(nudge)
        total = sum(self.area(piece) for piece in strip.pieces)
        assert strip.pieces.height == pytest.approx(nudge)
        assert total / nudge == pytest.approx(strip.pieces.width) == pytest.approx(2 * 4.0 + nudge)

    @pytest.mark.parametrize("nudge", [1.0, 0.1])
    def test_its_brackets_measure_height_and_width(self, strip, nudge):
        strip.set_nudge(nudge)
        assert strip.ruler.height == pytest.approx(nudge)
        assert strip.width_mark.width == pytest.approx(8.0)
        assert strip.end_width.width == pytest.approx(nudge)
        assert strip.width_name.get_x() == pytest.approx(strip.width_mark.get_x())

    def test_its_last_h_shrinks_with_the_end_piece_but_can_be_read(self, strip):
        before = strip.end_name.height
        strip.set_nudge(0.1)
        assert before / 2 < strip.end_name.height < before

    def test_an_upright_piece_is_laid_flat_with_its_area(self):
        piece, goal = Rectangle(width=1.0, height=4.0), Rectangle(width=4.0, height=1.0)
        goal.shift(3 * DOWN)
        motion = lay_flat(piece, goal)
        motion.interpolate_mobject(1.0)
        assert (piece.width, piece.height) == pytest.approx((4.0, 1.0))
        np.testing.assert_allclose(piece.get_center(), goal.get_center(), atol=1e-9)
