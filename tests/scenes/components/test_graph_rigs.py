"""Rigs on graphs, held to their geometry; long: a class for each of nine rigs."""

import numpy as np
import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.derivatives.c03 import numbers as c03
from mathcore.formulas.curves import sample
from mathcore.formulas.functions import function
from mathcore.formulas.symbolic import X
from mathcore.slopes import quotients
from mathcore.slopes.lines import line, triangle
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve, PointCloud
from scenes.components.graph.hole import HoleGraph, ToleranceBand
from scenes.components.graph.secant import HandOver, SecantRig, TangentLine
from scenes.components.graph.triangle import TriangleRig
from scenes.components.marks.dashes import Dashes
from scenes.components.motion.sweep import Followers, between, log_way
from scenes.components.rigs.square import GrowingSquare
from scenes.components.text.numeral import Numeral
from scenes.components.text.readout import Readout
from scenes.layout import Layout, Region

REGION = Region(-6.0, 1.5, -3.0, 3.6)


@pytest.fixture(scope="module")
def axes():
    return GraphAxes((-1, 4, 1), (-1, 10, 2), REGION)


def curve_heights(axes, mobject):
    """Lesson coordinates of the anchors of a curve."""
    x0, y0 = axes.map(0, 0)[:2]
    anchors = np.array(mobject.get_anchors())
    return (anchors[:, 0] - x0) / axes.x_unit, (anchors[:, 1] - y0) / axes.y_unit


class TestAxes:
    def test_they_fill_their_region_and_stay_inside(self, axes):
        assert REGION.holds(axes)
        assert axes.window.height > 0.8 * REGION.height

    def test_equal_units_are_equal(self):
        square = GraphAxes((-1, 4, 1), (-1, 8, 1), REGION, equal=True)
        assert square.x_unit == pytest.approx(square.y_unit)

    def test_the_map_agrees_with_manims_own(self, axes):
        for x, y in ((0, 0), (1.5, 3.25), (-1, 10)):
            np.testing.assert_allclose(axes.map(x, y), axes.c2p(x, y), atol=1e-9)

    def test_the_map_follows_the_axes_when_they_move(self):
        moved = GraphAxes((0, 1, 1), (0, 1, 1), REGION)
        before = moved.map(0.5, 0.5)
        moved.shift(np.array([1.0, -1.0, 0.0]))
        np.testing.assert_allclose(moved.map(0.5, 0.5), before + np.array([1.0, -1.0, 0.0]))

    def test_numbers_stand_at_their_ticks_and_zero_is_left_out(self, axes):
        assert axes.tick_values(0) == [-1, 1, 2, 3, 4]
        for value in (1, 2, 3):
            number = axes.number_at(0, value)
            assert number.get_center()[0] == pytest.approx(axes.map(value, 0)[0], abs=0.02)
        with pytest.raises(KeyError):
            axes.number_at(0, 7)

    @given(st.floats(-5, 5), st.floats(-5, 5))
    @settings(max_examples=40)
    def test_a_clipped_line_keeps_its_slope_and_ends_on_the_edge(self, slope, intercept):
        axes = AXES
        try:
            start, end = axes.clip_line(slope, intercept)
        except ValueError:
            return
        window = axes.window
        seen = (end - start)[1] / axes.y_unit * axes.x_unit / (end - start)[0]
        assert seen == pytest.approx(slope, abs=1e-6)
        for point in (start, end):
            gaps = [
                abs(point[0] - window.left),
                abs(point[0] - window.right),
                abs(point[1] - window.bottom),
                abs(point[1] - window.top),
            ]
            assert min(gaps) < 1e-6

    def test_a_line_outside_the_window_is_refused(self, axes):
        with pytest.raises(ValueError, match="does not meet"):
            axes.clip_line(0.0, 20.0)


AXES = GraphAxes((-2, 2, 1), (-3, 3, 1), REGION)


class TestCurve:
    def test_it_runs_through_its_function(self, axes):
        f = function(X**2)
        xs, ys = curve_heights(axes, Curve(axes, sample(f, -1, 3)))
        np.testing.assert_allclose(ys, f.value(xs), atol=2e-3)

    def test_it_is_cut_exactly_at_the_edge_of_the_window(self, axes):
        curve = Curve(axes, sample(function(X**2), -1, 4))
        assert curve.get_top()[1] == pytest.approx(axes.window.top, abs=1e-6)

    def test_a_pole_leaves_no_false_stroke(self, axes):
        curve = Curve(axes, sample(function(1 / (X - 1)), -1, 4))
        assert len(curve.get_subpaths()) == 2

    def test_points_of_a_table_keep_its_order(self, axes):
        rows = np.array([[0.0, 1.0], [1.0, 3.0], [2.0, 5.0]])
        cloud = PointCloud(axes, rows)
        for dot, row in zip(cloud, rows, strict=True):
            np.testing.assert_allclose(dot.get_center(), axes.map(*row))


points = st.tuples(st.floats(-5, 5), st.floats(-3, 3)).map(lambda p: np.array([*p, 0.0]))


class TestDashes:
    @given(points, points, st.floats(0, 1))
    @settings(max_examples=60)
    def test_every_dash_lies_on_the_line_between_the_ends(self, start, end, openness):
        length = np.linalg.norm(end - start)
        if length < 0.5:
            return
        dashes = Dashes(start, end)
        dashes.set_openness(openness)
        along = (end - start) / length
        offsets = dashes.points - start
        np.testing.assert_allclose(np.cross(offsets, along), 0, atol=1e-8)
        places = offsets @ along
        assert places.min() >= -1e-9
        assert places.max() <= length + 1e-9

    def test_closed_it_is_one_line_from_end_to_end(self):
        dashes = Dashes(np.zeros(3), np.array([4.0, 0.0, 0.0])).set_openness(0.0)
        assert len(dashes.get_subpaths()) == 1
        assert dashes.get_left()[0] == 0
        assert dashes.get_right()[0] == 4

    def test_a_dash_is_centred_on_the_anchor_however_the_line_turns(self):
        anchor = np.array([1.0, 1.0, 0.0])
        for angle in (0.1, 0.7, 1.4):
            along = np.array([np.cos(angle), np.sin(angle), 0.0])
            dashes = Dashes(anchor - 3 * along, anchor + 2.5 * along, anchor)
            middles = [(path[0] + path[-1]) / 2 for path in dashes.get_subpaths()]
            nearest = min(np.linalg.norm(middle - anchor) for middle in middles)
            assert nearest < 1e-9


class TestTriangle:
    @pytest.mark.parametrize(("x1", "x2"), [(0, 1), (1, 3), (3, 1), (-1, 2)])
    def test_run_is_horizontal_rise_vertical_and_the_corner_square(self, axes, x1, x2):
        state = triangle(line(2, 1), x1, x2)
        rig = TriangleRig(axes, state)
        assert rig.run.get_start()[1] == pytest.approx(rig.run.get_end()[1])
        assert rig.rise.get_start()[0] == pytest.approx(rig.rise.get_end()[0])
        np.testing.assert_allclose(rig.run.get_end(), rig.rise.get_start())
        np.testing.assert_allclose(rig.rise.get_end(), axes.map(*state.q))

    def test_labels_stand_outside_and_touch_nothing(self, axes):
        run, rise = Readout("h =", 2.0, decimals=1), Numeral(4.0, 1)
        rig = TriangleRig(axes, triangle(line(2, 1), 0, 2), run, rise)
        assert run.get_top()[1] < rig.run.get_y()
        assert rise.get_left()[0] > rig.rise.get_x()

    def test_a_label_longer_than_its_leg_never_reaches_back_over_the_curve(self, axes):
        label = Readout("h =", 0.001, decimals=3)
        rig = TriangleRig(axes, triangle(line(2, 1), 1, 1.001), label)
        assert label.get_left()[0] > rig.run.get_start()[0]

    def test_a_collapsed_triangle_can_still_be_drawn(self, axes):
        rig = TriangleRig(axes, triangle(line(2, 1), 1, 1))
        assert rig.run.get_length() < 1e-3


class TestSecant:
    @pytest.fixture
    def rig(self, axes):
        return SecantRig(axes, c03.compute().secant, 2.0)

    @pytest.mark.parametrize("gap", [2.0, 0.5, 0.001, -1.0, -0.01])
    def test_the_line_passes_through_both_dots_and_both_lie_on_the_curve(self, rig, axes, gap):
        rig.set_gap(gap)
        near, far = rig.near.get_center(), rig.far.get_center()
        np.testing.assert_allclose(near, axes.map(1, 1), atol=1e-9)
        np.testing.assert_allclose(far, axes.map(1 + gap, (1 + gap) ** 2), atol=1e-9)
        along = (rig.line.end - rig.line.start) / np.linalg.norm(rig.line.end - rig.line.start)
        for dot in (near, far):
            assert np.linalg.norm(np.cross(dot - rig.line.start, along)) < 1e-6

    def test_there_is_no_secant_without_a_gap(self, rig):
        with pytest.raises(ValueError, match="h is 0"):
            rig.set_gap(0.0)

    def test_the_gap_never_sweeps_through_zero(self):
        with pytest.raises(ValueError, match="would pass h = 0"):
            log_way(1.0, -1.0)(0.5)

    def test_a_secant_is_dashed_and_a_tangent_solid(self, rig, axes):
        tangent = TangentLine(axes, c03.compute().tangent)
        assert len(rig.line.get_subpaths()) > 5
        assert len(tangent.line.get_subpaths()) == 1
        assert tangent.line.get_stroke_width() > rig.line.get_stroke_width()

    def test_followers_hear_of_every_change(self, rig):
        heard = []
        rig.follow(lambda secant, gap: heard.append((gap, secant.slope)))
        rig.set_gap(0.5)
        assert heard == [(2.0, 4.0), (0.5, 2.5)]

    def test_a_copy_is_a_still_picture(self, rig):
        rig.follow(lambda *_: None)
        assert rig.copy().followers == Followers()

    def test_the_hand_over_ends_where_the_tangent_stands(self, rig, axes):
        rig.set_gap(0.001)
        tangent = TangentLine(axes, c03.compute().tangent)
        change = HandOver(rig, tangent, rate_func=lambda share: share)
        change.interpolate_mobject(1.0)
        np.testing.assert_allclose(rig.line.start, tangent.line.get_start())
        np.testing.assert_allclose(rig.line.end, tangent.line.get_end())
        assert len(rig.line.get_subpaths()) == 1
        assert rig.line.get_stroke_color().to_hex() == theme.EXACT
        assert rig.line.get_stroke_width() == theme.EXACT_STROKE

    def test_the_hand_over_begins_with_the_secant_as_it_was(self, rig, axes):
        rig.set_gap(0.001)
        before = rig.line.points.copy()
        HandOver(rig, TangentLine(axes, c03.compute().tangent)).interpolate_mobject(0.0)
        np.testing.assert_allclose(rig.line.points, before, atol=1e-9)

    def test_the_tangent_has_its_own_slope_and_not_that_of_a_small_gap(self, axes):
        tangent = TangentLine(axes, c03.compute().tangent)
        along = tangent.line.get_end() - tangent.line.get_start()
        assert along[1] / axes.y_unit / (along[0] / axes.x_unit) == pytest.approx(2, abs=1e-9)

    def test_a_short_tangent_keeps_its_length_on_screen(self, axes):
        numbers = c03.compute()
        tangent = TangentLine(axes, numbers.tangent, reach=0.8)
        lengths = [
            tangent.put(numbers.tangent_at(x)).line.get_length() for x in (0.0, 1.0, 2.0, 2.9)
        ]
        assert lengths == pytest.approx([1.6] * 4)


class TestHole:
    @pytest.fixture
    def plane(self):
        return GraphAxes((-2.6, 2.6, 1), (-0.6, 4.6, 1), REGION, x_name="h", y_name="")

    def test_the_ring_stands_in_the_gap_between_the_branches(self, plane):
        graph = HoleGraph(plane, c03.compute().quotient_graph)
        left, right = graph.branches
        ring = graph.ring.get_center()
        np.testing.assert_allclose(ring, plane.map(0, 2), atol=1e-9)
        assert left.get_right()[0] < ring[0] < right.get_left()[0]

    @pytest.mark.parametrize("tolerance", [0.5, 0.1, 0.01])
    def test_inside_the_strip_the_graph_never_leaves_the_band(self, plane, tolerance):
        numbers = c03.compute()
        band = ToleranceBand(plane, numbers.band, tolerance)
        half = numbers.band(tolerance).strip
        for h in np.linspace(-half, half, 41)[1:-1]:
            if h == 0:
                continue
            height = plane.map(h, numbers.secant(h).slope)[1]
            assert band.band.get_bottom()[1] <= height <= band.band.get_top()[1]

    def test_the_band_can_narrow_while_the_strip_is_still_too_wide(self, plane):
        numbers = c03.compute()
        band = ToleranceBand(plane, numbers.band, 0.5)
        strip = band.strip.width
        band.set_band(0.1)
        assert band.strip.width == strip
        assert band.band.height == pytest.approx(0.2 * plane.y_unit)


class TestSquare:
    def square(self):
        return GrowingSquare(2.0, 0.5, np.zeros(3))

    @staticmethod
    def area(block):
        return block.width * block.height

    @given(st.floats(0.05, 1.5))
    @settings(max_examples=20)
    def test_the_pieces_add_up_to_the_larger_square(self, nudge):
        square = self.square().set_nudge(nudge)
        total = sum(self.area(block) for block in (square.core, *square.pieces))
        assert total == pytest.approx((2.0 + nudge) ** 2)

    def test_laid_end_to_end_the_pieces_are_two_sides_and_a_nudge_long(self):
        strip = self.square().strip(np.array([1.0, 1.0, 0.0]))
        assert strip.width == pytest.approx(2 * 2.0 + 0.5)
        assert strip.height == pytest.approx(0.5)


def test_an_even_way_begins_and_ends_where_it_should():
    way = between(2.0, -3.0)
    assert (way(0.0), way(0.5), way(1.0)) == (2.0, -0.5, -3.0)


def test_every_decade_takes_equal_time():
    way = log_way(1.0, 0.001)
    assert [way(share) for share in (1 / 3, 2 / 3)] == pytest.approx([0.1, 0.01])


@pytest.mark.parametrize(("width", "height"), [(8 * 16 / 9, 8), (4.5, 8), (8, 8)])
class TestLayout:
    def test_regions_lie_in_the_safe_area_and_leave_room_for_subtitles(self, width, height):
        layout = Layout.for_frame(width, height)
        assert layout.safe.left == pytest.approx(-0.45 * width)
        for region in (layout.left, layout.right, layout.top, layout.bottom, layout.full):
            assert layout.safe.left - 1e-9 <= region.left < region.right <= layout.safe.right + 1e-9
            assert layout.caption_strip.top - 1e-9 <= region.bottom < region.top
            assert region.top <= layout.safe.top + 1e-9

    def test_graph_and_algebra_do_not_meet(self, width, height):
        layout = Layout.for_frame(width, height)
        beside = layout.left.right < layout.right.left
        above = layout.left.bottom > layout.right.top
        assert beside or above


def test_the_quotient_of_a_quadratic_is_what_the_algebra_of_the_clip_ends_with():
    divided = c03.compute().steps.divided
    h = (divided.free_symbols - {X}).pop()
    assert sp.simplify(divided - (2 * X + h)) == 0
    assert quotients.difference_quotient(c03.compute().parabola, 1.0, 0.5) == 2.5
