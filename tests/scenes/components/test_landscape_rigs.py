from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from manim import VGroup

from lessons.derivatives.c08 import numbers as c08
from mathcore.optimization.contours import contours
from scenes import theme
from scenes.components.landscape.descent_path import DescentPath, ScaledArrow
from scenes.components.landscape.on_surface import Floor, SurfaceBall, SurfaceContours, SurfaceCurve
from scenes.components.landscape.parameter_plane import ContourMap, ParameterPlane
from scenes.components.landscape.relief import Relief
from scenes.components.landscape.surface import GlassSheet, Surface
from scenes.components.text.numeral import Numeral
from scenes.derivatives.c08_many_knobs.props.frozen import FrozenBlock
from scenes.derivatives.c08_many_knobs.props.share_rows import ShareRows
from scenes.derivatives.c08_many_knobs.props.slope_rose import SlopeRose
from scenes.derivatives.map.pictures import gradient_picture
from scenes.layout import Region

REGION = Region(-6.4, 0.4, -3.1, 3.6)
TICKS = (-2.5, 2.5, 1)
SCALE = 0.145
inside = st.floats(-2.4, 2.4)
angles = st.floats(0.0, 360.0)
NUMBERS = c08.compute()
SPAN = (-2.5, 2.5)
SQUARE_MAP = contours(NUMBERS.saddle, NUMBERS.levels, SPAN, SPAN)


@pytest.fixture(scope="module")
def plane() -> ParameterPlane:
    return ParameterPlane(TICKS, TICKS, REGION)


def relief() -> Any:
    facing = ParameterPlane(TICKS, (-8, 32, 10), REGION, names=("w_1", "J"), equal=False)
    return Relief(NUMBERS.saddle, SPAN, SPAN, facing.axes), facing


class TestPlane:
    def test_it_stays_in_its_region_with_its_scales_and_names(self, plane):
        assert REGION.holds(plane)

    def test_a_unit_is_as_long_across_as_up(self, plane):
        assert plane.axes.x_unit == pytest.approx(plane.axes.y_unit)

    def test_no_number_and_no_name_stands_inside(self, plane):
        window = plane.window
        for text in (*plane.scales[0], *plane.scales[1], *plane.names):
            beside = text.get_right()[0] < window.left or text.get_left()[0] > window.right
            assert beside or text.get_top()[1] < window.bottom

    def test_a_line_through_a_point_ends_at_the_edges_of_the_window(self, plane):
        line = plane.through((0.0, 0.0), (1.0, 1.0))
        np.testing.assert_allclose(line.get_start(), plane.map(-2.5, -2.5), atol=1e-9)
        np.testing.assert_allclose(line.get_end(), plane.map(2.5, 2.5), atol=1e-9)


class TestContours:
    def test_there_is_one_shape_for_each_level(self, plane):
        rings = ContourMap(plane, SQUARE_MAP)
        assert rings.levels == [contour.level for contour in SQUARE_MAP]
        assert rings.at(NUMBERS.height) is rings[3]
        with pytest.raises(KeyError):
            rings.at(100.0)

    def test_the_branch_nearest_to_a_point_passes_through_it(self, plane):
        spot = plane.place(NUMBERS.at)
        branch = ContourMap(plane, SQUARE_MAP).branch(NUMBERS.height, spot)
        assert np.linalg.norm(branch.points - spot, axis=1).min() < 0.05
        assert len(branch.get_subpaths()) == 1


class TestArrow:
    def test_it_is_the_gradient_times_the_stated_scale(self, plane):
        start, end = ScaledArrow(plane, NUMBERS.at, NUMBERS.gradient, SCALE).ends
        length = np.linalg.norm(end - start) / plane.unit
        assert length == pytest.approx(SCALE * NUMBERS.gradient_length)

    @settings(max_examples=20)
    @given(inside, inside)
    def test_it_stands_at_a_right_angle_to_the_contour(self, plane, u, v):
        gradient = NUMBERS.saddle.gradient((u, v))
        if np.linalg.norm(gradient) * SCALE < 0.1:
            return
        start, end = ScaledArrow(plane, (u, v), gradient, SCALE).ends
        level = np.array([-gradient[1], gradient[0], 0.0])
        assert np.dot(end - start, level) == pytest.approx(0.0, abs=1e-9)

    def test_its_legs_lead_to_its_point(self, plane):
        arrow = ScaledArrow(plane, NUMBERS.at, NUMBERS.gradient, SCALE)
        across, up = arrow.legs(NUMBERS.at, NUMBERS.gradient)
        np.testing.assert_allclose(across.ends[1], up.ends[0])
        np.testing.assert_allclose(up.ends[1], arrow.ends[1])

    def test_a_vector_of_no_length_is_not_seen(self, plane):
        assert not ScaledArrow(plane, (0, 0), (0.0, 0.0)).family_members_with_points()


class TestPath:
    def test_at_a_whole_index_the_ball_is_at_that_point(self, plane):
        path = DescentPath(plane, NUMBERS.saddle_descent.points)
        for k in (0, 1, 5):
            path.put(k)
            goal = plane.place(NUMBERS.saddle_descent.points[k])
            np.testing.assert_allclose(path.ball.get_center(), goal, atol=1e-9)
            np.testing.assert_allclose(path.here, NUMBERS.saddle_descent.points[k])

    def test_marks_appear_as_steps_are_taken(self, plane):
        path = DescentPath(plane, NUMBERS.saddle_descent.points, marks=(0, 2, 4)).put(2.5)
        assert [mark.get_fill_opacity() for mark in path.marks] == [1.0, 1.0, 0.0]

    def test_a_step_leads_from_one_point_to_the_next(self, plane):
        points = NUMBERS.bowl_descent.points
        start, end = DescentPath(plane, points).step(1).ends
        np.testing.assert_allclose(start, plane.place(points[1]))
        np.testing.assert_allclose(end, plane.place(points[2]))


class TestRose:
    @settings(max_examples=30)
    @given(angles)
    def test_uphill_its_graph_is_a_circle_on_the_arrow_as_its_diameter(self, plane, degrees):
        rose = SlopeRose(plane, NUMBERS.at, NUMBERS.gradient, SCALE)
        start, end = ScaledArrow(plane, NUMBERS.at, NUMBERS.gradient, SCALE).ends
        slope = NUMBERS.directional_slope(degrees)
        side = 1 if slope >= 0 else -1
        middle = start + side * (end - start) / 2
        apart = np.linalg.norm(rose.end(degrees) - middle)
        assert apart == pytest.approx(np.linalg.norm(end - start) / 2)

    def test_its_chord_is_as_long_as_the_slope_is_steep(self, plane):
        rose = SlopeRose(plane, NUMBERS.at, NUMBERS.gradient, SCALE)
        for degrees, slope in zip(NUMBERS.needle_degrees, NUMBERS.needle_slopes, strict=True):
            rose.put(degrees)
            length = rose.chord.get_length() if rose.chord.has_points() else 0.0
            assert length == pytest.approx(abs(slope) * SCALE * plane.unit, abs=1e-6)

    def test_the_mark_between_arrow_and_contour_is_square(self, plane):
        rose = SlopeRose(plane, NUMBERS.at, NUMBERS.gradient, SCALE)
        corners = rose.square(NUMBERS.gradient_degrees).get_anchors()
        first, last = corners[0] - corners[1], corners[-1] - corners[1]
        assert np.dot(first, last) == pytest.approx(0.0, abs=1e-9)


class TestRelief:
    def test_from_the_front_it_is_a_graph(self):
        land, facing = relief()
        point = land.terrain.project(np.array([1.0, -2.0, 7.0]))
        np.testing.assert_allclose(point, facing.map(1.0, 7.0), atol=1e-9)

    def test_from_the_right_the_other_parameter_runs_across(self):
        land, facing = relief()
        land.look(land.view(90.0, 0.0))
        point = land.terrain.project(np.array([1.0, -2.0, 7.0]))
        np.testing.assert_allclose(point, facing.map(-2.0, 7.0), atol=1e-9)

    def test_from_above_it_lies_on_the_map(self, plane):
        land, _ = relief()
        land.look(land.map_view(plane.axes))
        point = land.terrain.project(np.array([1.0, -2.0, 7.0]))
        np.testing.assert_allclose(point, plane.map(1.0, -2.0), atol=1e-9)

    def test_its_contours_seen_from_above_are_the_map(self, plane):
        land, _ = relief()
        lines = SurfaceContours(land.terrain, SQUARE_MAP)
        land.hold(lines).look(land.map_view(plane.axes))
        flat = ContourMap(plane, SQUARE_MAP)
        np.testing.assert_allclose(lines[0].points[0], flat[0].points[0], atol=1e-9)

    def test_what_it_holds_follows_and_what_it_releases_does_not(self):
        land, _ = relief()
        ball, other = (SurfaceBall(land.terrain, NUMBERS.at) for _ in range(2))
        land.hold(ball, other).release(other)
        before = other.get_center()
        land.look(land.view(30.0, 30.0))
        np.testing.assert_allclose(other.get_center(), before)
        goal = land.terrain.project(np.array([*NUMBERS.at, NUMBERS.height]))
        np.testing.assert_allclose(ball.get_center(), goal, atol=1e-9)

    def test_at_no_lift_it_is_the_plane(self):
        land, facing = relief()
        ball = SurfaceBall(land.terrain, NUMBERS.at)
        land.hold(ball).stand(0.0)
        np.testing.assert_allclose(ball.get_center(), facing.map(NUMBERS.at.x, 0.0), atol=1e-9)

    def test_a_turn_ends_in_the_view_it_leads_to(self):
        land, _ = relief()
        start, end = land.view(0, 0), land.view(40, 30, 0.9)
        assert start.toward(end, 0.0) == start
        assert start.toward(end, 1.0) == end
        assert start.toward(end, 0.5).zoom < 0.95


class TestSurface:
    def test_it_is_painted_from_the_back_to_the_front(self):
        land, _ = relief()
        surface = Surface(land.terrain, 6)
        land.hold(surface).look(land.view(30.0, 80.0))
        # Seen from steeply above, what is farther away stands higher on the screen.
        heights = [face.get_center()[1] for face in surface]
        assert heights[0] == max(heights)
        assert [face.z_index for face in surface] == sorted(face.z_index for face in surface)

    def test_few_faces_have_the_exact_rim(self):
        land, _ = relief()
        land.look(land.view(30.0, 25.0))
        surface = Surface(land.terrain, 4)
        edge = SurfaceCurve(land.terrain, ((-2.5, -2.5), (2.5, -2.5)))
        rim = np.concatenate([face.point_from_proportion(0.125)[None] for face in surface])
        gaps = np.linalg.norm(rim[:, None] - edge.points[None], axis=2).min(axis=1)
        assert np.sort(gaps)[:4].max() < 0.03

    def test_faces_behind_a_sheet_come_before_it(self):
        land, _ = relief()
        surface = Surface(land.terrain, 10)
        sheet = GlassSheet(surface, (-2.5, 1.0), (2.5, 1.0), (-6.0, 20.0), theme.INK)
        surface.sheet = sheet
        land.hold(surface, sheet).look(land.view(0.0, 30.0))
        behind = sum(face.z_index < sheet.pane.z_index for face in surface)
        assert behind == 3 * 10  # three rows of faces from 1 to 2.5

    def test_its_cut_is_the_ordinary_curve_of_the_other_parameter(self):
        land, facing = relief()
        surface = Surface(land.terrain, 4)
        sheet = GlassSheet(surface, (-2.5, 1.0), (2.5, 1.0), (-6.0, 20.0), theme.INK)
        cut = NUMBERS.slices[0]
        np.testing.assert_allclose(
            sheet.cut.points[0], facing.map(-2.5, cut.value(-2.5)), atol=1e-9
        )
        np.testing.assert_allclose(sheet.cut.points[-1], facing.map(2.5, cut.value(2.5)), atol=1e-9)

    def test_the_floor_does_not_move_with_the_lift(self):
        land, _ = relief()
        floor = Floor(land.terrain)
        land.hold(floor)
        corner = floor.lines[-1].points[0].copy()
        land.stand(0.5)
        np.testing.assert_allclose(floor.lines[-1].points[0], corner)


class TestSmallThings:
    def test_bars_of_what_is_left_keep_their_proportions(self):
        rows = ShareRows(NUMBERS.modes[:4, 1], 4.0)
        widths = np.array([bar.width for bar in rows.bars])
        np.testing.assert_allclose(widths / widths[0], [1.0, 0.8, 0.64, 0.512])
        assert rows.width <= 4.0 + 1e-6

    def test_a_block_holds_what_is_frozen(self):
        number = Numeral(3)
        block = FrozenBlock(number)
        assert block.width > number.width
        np.testing.assert_allclose(block.get_center(), number.get_center())

    def test_the_arrow_on_the_tile_leaves_its_contour_at_a_right_angle(self):
        rings, arrow, dot = gradient_picture()
        assert isinstance(rings, VGroup)
        outer, spot = rings[1].get_anchors(), dot.get_center()
        near = int(np.linalg.norm(outer - spot, axis=1).argmin())
        along = outer[near + 1] - outer[near - 1]
        start, end = arrow.ends
        cosine = np.dot(along, end - start) / np.linalg.norm(along) / np.linalg.norm(end - start)
        assert abs(cosine) < 0.06
