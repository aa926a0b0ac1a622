from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from lessons.derivatives.c08.numbers import compute
from scenes import theme
from scenes.components.landscape.descent_path import ScaledArrow
from scenes.components.landscape.parameter_plane import ParameterPlane
from scenes.derivatives.c08_many_knobs.act1_slices import HEIGHTS
from scenes.derivatives.c08_many_knobs.act3_arrow import ARROW_SCALE
from scenes.derivatives.c08_many_knobs.props.knob_landscape import (
    BASE,
    FIRST_TICKS,
    KnobLandscape,
)
from scenes.derivatives.c08_many_knobs.props.knob_map import knob_map
from scenes.derivatives.c08_many_knobs.props.share_rows import ShareRows
from scenes.derivatives.c08_many_knobs.props.slope_rose import SlopeRose
from scenes.derivatives.c08_many_knobs.props.surface_descent import SurfaceDescent
from scenes.derivatives.c08_many_knobs.props.two_cuts import TwoCuts
from scenes.layout import Region

NUMBERS = compute()
PICTURE = Region(-6.4, 2.8, -3.4, 3.6)


@pytest.fixture
def landscape() -> KnobLandscape:
    facing = ParameterPlane(FIRST_TICKS, HEIGHTS, PICTURE, names=("w_1", "J"), equal=False)
    return KnobLandscape(NUMBERS, PICTURE, facing.axes)


def seen(shape: Any) -> bool:
    return bool(shape.has_points() and shape.get_fill_opacity() > 0)


class TestLandscape:
    @pytest.mark.parametrize("view", [(32.0, 27.0), (58.0, 27.0), (42.0, 24.0), (18.0, 33.0)])
    def test_it_is_as_large_as_its_picture_allows(self, landscape, view):
        landscape.relief.look(landscape.view(*view))
        assert PICTURE.holds(landscape.surface)
        assert PICTURE.holds(landscape.floor.lines)
        shape = landscape.surface.width / PICTURE.width, landscape.surface.height / PICTURE.height
        assert max(shape) > 0.75

    def test_a_view_is_found_without_a_change_of_what_is_seen(self, landscape):
        terrain = landscape.relief.terrain
        before = terrain.view, terrain.lift
        landscape.view(10.0, 50.0)
        assert (terrain.view, terrain.lift) == before

    def test_from_above_its_levels_are_those_of_the_map(self, landscape):
        plane = landscape.plane()
        heights = knob_map(NUMBERS, plane)
        landscape.relief.look(landscape.relief.map_view(plane.axes))
        assert heights.rings.levels == list(landscape.surface.levels)
        assert landscape.surface.width == pytest.approx(heights.frame.width, abs=0.05)

    def test_upright_its_first_cut_is_the_curve_of_its_graph(self, landscape):
        facing = ParameterPlane(FIRST_TICKS, HEIGHTS, PICTURE, names=("w_1", "J"), equal=False)
        sheet = landscape.insert_sheet((-4.0, 1.0), (4.0, 1.0))
        landscape.turn(landscape.relief.view(0.0, 0.0), upright=True).interpolate(1.0)
        goal = facing.axes.map(-4.0, NUMBERS.slices[0].value(-4.0))
        np.testing.assert_allclose(sheet.cut.points[0], goal, atol=1e-9)


class TestCut:
    def test_what_stands_before_it_is_gone_and_what_stands_behind_is_left(self, landscape):
        landscape.insert_sheet((-4.0, 1.0), (4.0, 1.0))
        landscape.relief.look(landscape.view(0.0, 30.0))
        surface = landscape.surface
        for shape, cell in zip(surface, surface.mesh.cells, strict=False):
            if surface.mesh.middles[cell][1] < 1.0:
                assert not seen(shape)
        assert any(seen(shape) for shape in surface)

    def test_without_a_sheet_all_of_it_is_left(self, landscape):
        landscape.insert_sheet((-4.0, 1.0), (4.0, 1.0))
        landscape.recline()
        surface = landscape.surface
        faces = len(surface.mesh.middles)
        assert all(seen(shape) for shape in surface.submobjects[:faces])

    def test_its_wall_reaches_from_the_surface_to_the_floor(self, landscape):
        sheet = landscape.insert_sheet((-4.0, 1.0), (4.0, 1.0))
        terrain = landscape.relief.terrain
        corners = sheet.pane.points
        for goal in (
            terrain.above(np.array([-4.0, 1.0])),
            terrain.project(np.array([-4.0, 1.0, BASE])),
        ):
            assert np.linalg.norm(corners - goal, axis=1).min() < 1e-9


class TestSurfaceDescent:
    def test_seen_from_above_the_ball_is_at_the_point_of_the_map(self, landscape):
        plane, points = landscape.plane(), NUMBERS.saddle_descent.points
        landscape.relief.look(landscape.relief.map_view(plane.axes))
        path = SurfaceDescent(landscape.relief.terrain, points)
        for step in (0, 3, len(points) - 1):
            path.put(step)
            np.testing.assert_allclose(path.here, points[step])
            np.testing.assert_allclose(path.ball.get_center(), plane.place(points[step]), atol=1e-9)

    def test_marks_appear_as_steps_are_taken(self, landscape):
        path = SurfaceDescent(landscape.relief.terrain, NUMBERS.saddle_descent.points, (0, 2, 4))
        path.put(2.5)
        assert [mark.get_fill_opacity() for mark in path.marks] == [1.0, 1.0, 0.0]

    def test_it_stays_in_the_window_to_its_last_step(self):
        (u0, u1), (v0, v1) = NUMBERS.window
        u, v = NUMBERS.saddle_descent.points.T
        assert u0 < u.min() < u.max() < u1
        assert v0 < v.min() < v.max() < v1


class TestArrow:
    def test_the_gradient_and_its_circles_stay_on_the_map(self, landscape):
        plane = landscape.plane()
        arrow = ScaledArrow(plane, NUMBERS.at, NUMBERS.gradient, ARROW_SCALE)
        rose = SlopeRose(plane, NUMBERS.at, NUMBERS.gradient, ARROW_SCALE)
        assert plane.window.holds(arrow)
        for degrees in (0.0, 48.8, 90.0, 360.0):
            assert plane.window.holds(rose.put(degrees))

    def test_what_is_named_beside_it_stands_left_of_it(self, landscape):
        plane = landscape.plane()
        start, end = ScaledArrow(plane, NUMBERS.at, NUMBERS.gradient, ARROW_SCALE).ends
        rose = SlopeRose(plane, NUMBERS.at, NUMBERS.gradient, ARROW_SCALE)
        np.testing.assert_allclose(rose.beside_arrow(1.0, 0.0), end, atol=1e-9)
        aside = rose.beside_arrow(0.5, 0.25) - (start + end) / 2
        assert np.dot(aside, end - start) == pytest.approx(0.0, abs=1e-9)
        assert np.cross(end - start, aside)[2] > 0


class TestTwoCuts:
    def test_one_rises_and_one_falls_from_the_point_in_which_they_meet(self):
        region = Region(0.0, 3.0, 0.0, 2.0)
        picture = TwoCuts(NUMBERS.diagonal_cuts, (theme.ACROSS, theme.ALONG), region)
        dip, hump = picture.curves
        meeting = picture.dot.get_center()[1]
        assert dip.get_bottom()[1] == pytest.approx(meeting, abs=1e-3)
        assert hump.get_top()[1] == pytest.approx(meeting, abs=1e-3)
        assert region.holds(picture)

    def test_both_are_drawn_at_one_scale(self):
        region = Region(0.0, 3.0, 0.0, 2.0)
        picture = TwoCuts(NUMBERS.diagonal_cuts, (theme.ACROSS, theme.ALONG), region)
        for curve, bend in zip(picture.curves, NUMBERS.saddle_curvatures.values, strict=True):
            across, up, _ = curve.points[0] - picture.middle
            height = bend * (across / picture.unit) ** 2 / 2
            assert up == pytest.approx(height * picture.height_unit, abs=1e-2)


def test_bars_have_the_colour_of_their_direction() -> None:
    rows = ShareRows(NUMBERS.modes[:4, 0], 4.0, theme.ACROSS)
    assert {bar.get_fill_color().to_hex() for bar in rows.bars} == {theme.ACROSS.upper()}


def test_the_last_steps_in_the_bowl_keep_about_the_share_of_its_flattest_direction():
    numbers = compute()
    left = numbers.bowl_distances
    kept = left[1:] / left[:-1]
    assert all(later > earlier for earlier, later in pairwise(kept))
    assert kept[-1] == pytest.approx(max(numbers.contraction.factors), abs=0.001)
    assert kept[numbers.bowl_shown - 1] > kept[0]
