"""What clip 04 shows under its lens: secants that do not settle, steep curves, endless dips."""

import numpy as np
import pytest
from manim import DL, UR, ManimColor

from lessons.derivatives.c04 import numbers as c04
from mathcore.slopes.lines import Point
from scenes import theme
from scenes.components.graph.zoom import FunctionCurve, ZoomPlot
from scenes.derivatives.c04_the_derivative.props.cases import case_pictures
from scenes.derivatives.c04_the_derivative.props.dips import (
    DippingCurve,
    rising_quadrants,
    zero_lines,
)
from scenes.derivatives.c04_the_derivative.props.lens import (
    STUB,
    LensHole,
    MagnifiedSecant,
    QuotientDock,
    SteepCurve,
    one_side,
    upright_line,
)
from scenes.layout import Region

REGION = Region(-6.3, 6.3, -3.3, 3.5)
NUMBERS = c04.compute()


class TestSecantUnderTheLens:
    @pytest.fixture
    def lens(self):
        return ZoomPlot(REGION, Point(0.0, 0.0), width=5.0, depth=3, numbered=False)

    @pytest.mark.parametrize("factor", [1.0, 10.0, 1000.0])
    @pytest.mark.parametrize("side", [1, -1])
    def test_the_picture_of_a_corner_is_the_same_at_every_magnification(self, lens, factor, side):
        secant = MagnifiedSecant(lens, NUMBERS.corner_secant, side)
        lens.hold(secant)
        before = [part.points.copy() for part in (secant.run, secant.rise, secant.line)]
        lens.put(factor)
        assert secant.gap == pytest.approx(side / factor)
        assert secant.state.slope == pytest.approx(side)
        for part, points in zip((secant.run, secant.rise, secant.line), before, strict=True):
            np.testing.assert_allclose(part.points, points, atol=1e-9)

    def test_the_secant_of_the_root_stands_up_and_its_far_point_leaves_the_window(self, lens):
        secant = MagnifiedSecant(lens, NUMBERS.root_secant, 1.0)
        lens.hold(secant)
        turns = []
        for factor, *_ in zip((1.0, 10.0, 100.0, 1000.0), NUMBERS.root_rows, strict=True):
            lens.put(factor)
            across, up, _ = secant.line.end - secant.line.start
            turns.append(up / across)
            assert REGION.holds(secant.line)
            assert REGION.holds(secant.rise)
        assert turns == pytest.approx(NUMBERS.root_rows[:, 1])
        assert secant.far.get_stroke_opacity() == 0

    def test_closing_shrinks_the_gap_while_the_lens_rests(self, lens):
        secant = MagnifiedSecant(lens, NUMBERS.jump_secant, -1.0)
        lens.hold(secant)
        open_run = secant.run.get_length()
        secant.close(100.0)
        assert secant.gap == pytest.approx(-0.01)
        assert secant.run.get_length() == pytest.approx(open_run / 100)
        assert secant.state.slope == pytest.approx(100.0)

    def test_the_upright_line_stands_in_the_middle_and_is_no_slope_by_its_colour(self, lens):
        upright = upright_line(lens.region)
        assert upright.start[0] == upright.end[0] == pytest.approx(lens.region.center[0])
        assert upright.get_stroke_color() != ManimColor(theme.EXACT)

    def test_its_line_passes_through_the_point_in_the_middle(self, lens):
        line = MagnifiedSecant(lens, NUMBERS.root_secant, 0.3).line
        assert (line.start + line.end) / 2 == pytest.approx(REGION.center)

    @pytest.mark.parametrize("side", [1, -1])
    def test_a_line_may_end_soon_behind_its_point(self, lens, side):
        line = MagnifiedSecant(lens, NUMBERS.corner_secant, side, STUB).line
        ahead, behind = line.end - REGION.center, REGION.center - line.start
        assert np.sign(ahead[0]) == side
        np.testing.assert_allclose(behind, STUB * ahead, atol=1e-9)

    def test_a_dock_reads_the_gap_and_the_slope_of_the_present_window(self):
        jump = ZoomPlot(REGION, Point(0.0, 1.0), width=5.0, depth=3, numbered=False)
        secant = MagnifiedSecant(jump, NUMBERS.jump_secant, -1.0)
        dock = QuotientDock(secant, NUMBERS.jump_quotients.left[-1], 3)
        jump.hold(secant, dock)
        for factor, slope in zip((1.0, 10.0, 100.0), NUMBERS.jump_quotients.left, strict=False):
            jump.put(factor)
            assert dock.gap.value == pytest.approx(-1 / factor)
            assert dock.slope.value == pytest.approx(slope)
            assert dock[0].width > dock.slope.width


class TestCurvesUnderTheLens:
    @pytest.mark.parametrize("factor", [1.0, 10.0, 1000.0])
    def test_the_root_is_drawn_over_its_whole_height_at_every_magnification(self, factor):
        lens = ZoomPlot(REGION, Point(0.0, 0.0), width=5.0, depth=3, numbered=False)
        curve = SteepCurve(lens, NUMBERS.root_inverse.value)
        lens.hold(curve)
        lens.put(factor)
        assert curve.height == pytest.approx(REGION.height)
        assert curve.width < REGION.width
        ends = np.array([curve.get_start(), curve.get_end()]) - REGION.center
        ys = ends[:, 1] * lens.height_shown / REGION.height
        xs = ends[:, 0] * lens.width_shown / REGION.width
        np.testing.assert_allclose(NUMBERS.root.value(xs), ys, rtol=1e-6)

    @pytest.mark.parametrize(("side", "height"), [(-1, 0.0), (1, 1.0)])
    def test_a_piece_of_the_jump_is_level_and_ends_at_the_jump(self, side, height):
        lens = ZoomPlot(REGION, Point(0.0, 1.0), width=5.0, numbered=False)
        piece = FunctionCurve(lens, one_side(NUMBERS.jump.value, side))
        edge = lens.map(0.0, height)
        assert piece.height == pytest.approx(0.0)
        assert piece.get_y() == pytest.approx(edge[1])
        inner = piece.get_right()[0] if side < 0 else piece.get_left()[0]
        assert inner == pytest.approx(edge[0], abs=theme.DOT_RADIUS)

    def test_a_hole_is_seen_only_while_the_window_has_it(self):
        lens = ZoomPlot(REGION, Point(0.0, 1.0), width=5.0, depth=3, numbered=False)
        hole = LensHole(lens, Point(0.0, 0.0))
        lens.hold(hole)
        assert hole.get_stroke_opacity() == 1
        assert hole.get_center() == pytest.approx(lens.map(0.0, 0.0))
        lens.put(10.0)
        assert hole.get_stroke_opacity() == 0


class TestDips:
    @pytest.fixture
    def lens(self):
        return ZoomPlot(REGION, Point(0.0, 0.0), width=1.6, numbered=False)

    @pytest.mark.parametrize("factor", [1.0, 3.0, 10.0])
    def test_right_neighbours_stay_higher_and_left_ones_lower(self, lens, factor):
        dips = DippingCurve(lens, NUMBERS.wiggle)
        lens.hold(dips)
        lens.put(factor)
        offsets = dips.graph.points - REGION.center
        assert (offsets[:, 0] * offsets[:, 1] >= -1e-9).all()
        assert REGION.holds(dips.graph)

    def test_the_widest_dip_on_either_side_lies_on_a_lit_stretch_that_goes_down(self, lens):
        stretches = DippingCurve(lens, NUMBERS.wiggle).falls.get_subpaths()
        assert len(stretches) >= 2
        for stretch in stretches:
            assert (np.diff(stretch[:, 1]) <= 1e-9).all()
        widest = float(NUMBERS.dips[0])
        for x in (-widest, widest):
            at = lens.map(x, x)[0]
            assert any(path[0, 0] < at < path[-1, 0] for path in stretches)

    def test_the_neighbours_on_the_right_are_higher_and_those_on_the_left_lower(self):
        xs = np.linspace(0.001, NUMBERS.neighbours, 400)
        assert (NUMBERS.wiggle.value(xs) > 0).all()
        assert (NUMBERS.wiggle.value(-xs) < 0).all()

    def test_input_and_height_are_zero_in_the_middle_of_the_window(self):
        across, up = zero_lines(REGION)
        assert (across.width, up.height) == pytest.approx((REGION.width, REGION.height))
        assert across.get_center() == pytest.approx(up.get_center())

    def test_the_lit_quarters_meet_in_the_middle(self):
        lower, higher = rising_quadrants(REGION)
        assert lower.get_corner(UR) == pytest.approx(REGION.center)
        assert higher.get_corner(DL) == pytest.approx(REGION.center)


def test_each_case_stays_in_its_room_and_its_point_stands_in_the_middle():
    rooms = REGION.part(0.0, 1.0, 0.5, 1.0).columns(1, 1, 1, gap=theme.GUTTER)
    for room, picture in zip(rooms, case_pictures(NUMBERS, rooms), strict=True):
        assert room.holds(picture, slack=1e-6)
        assert picture[-1].get_center() == pytest.approx(room.center)
