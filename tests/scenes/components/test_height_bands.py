from itertools import pairwise

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lessons.derivatives.c08 import numbers as c08
from lessons.derivatives.c09b import numbers as c09b
from mathcore.optimization.bands import ValleyHeights, region_beside
from mathcore.optimization.contours import contours
from pipeline.review.colours import blend, contrast
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.landscape import tints
from scenes.components.landscape.banded_surface import BandedSurface
from scenes.components.landscape.gradient_ray import GradientRay
from scenes.components.landscape.height_map import HeightMap
from scenes.components.landscape.on_surface import Floor
from scenes.components.landscape.parameter_plane import ParameterPlane, readable
from scenes.components.landscape.plane import plane_in
from scenes.components.landscape.relief import Relief
from scenes.components.landscape.surface import GlassSheet
from scenes.components.landscape.upright import DropLine, HeightAxis
from scenes.layout import Region
from scenes.palette import PALETTES

REGION = Region(-6.4, 0.4, -3.1, 3.6)
TICKS = (-2.5, 2.5, 1)
NUMBERS, SURPRISE = c08.compute(), c09b.compute()
LAND, SPAN = NUMBERS.saddle, (-2.5, 2.5)
LEVELS = (-4.0, 0.0, 4.0, 11.0, 20.0)
PIXEL = 1 / 90
PER_SLOPE = 0.2
BASE = -10.0
settings_inside = st.floats(-2.4, 2.4)


@pytest.fixture(scope="module")
def plane():
    return ParameterPlane(TICKS, TICKS, REGION)


@pytest.fixture(scope="module")
def heights(plane):
    return HeightMap(plane, contours(LAND, LEVELS, SPAN, SPAN), LAND, avoid=[NUMBERS.at])


@pytest.fixture
def relief():
    facing = GraphAxes(TICKS, (-10, 32, 10), REGION, numbers=(None, None))
    made = Relief(LAND, SPAN, SPAN, facing)
    return made.look(made.view(32.0, 27.0, 0.84))


class TestTints:
    @pytest.mark.parametrize("name", PALETTES)
    @pytest.mark.parametrize("role", ["ink", "muted", "func", "approx", "exact", "run", "rise"])
    def test_every_role_stands_out_from_every_band(self, name, role):
        palette = PALETTES[name]
        for share in tints.band_shares(7):
            band = blend(palette.func, float(share), palette.bg)
            assert contrast(getattr(palette, role), band) >= 3.0

    @pytest.mark.parametrize("bands", [5, 7])
    def test_higher_is_lighter(self, bands):
        light = tints.tints(tints.band_shares(bands)).sum(axis=1)
        assert all(low < high for low, high in pairwise(light))

    def test_no_share_grows_in_light_or_in_shade(self):
        shares = np.array([0.1, 0.3])
        for light in (0.0, 0.5, 1.0):
            assert (tints.shaded(shares, np.full(2, light), 0.4) <= shares).all()

    def test_a_contour_stands_out_from_every_band(self):
        for red, green, blue in tints.tints(tints.band_shares(7)).tolist():
            assert contrast(str(tints.line_color()), (red, green, blue)) >= 3.0


class TestHeightMap:
    def test_all_bands_on_each_other_have_the_tint_of_the_highest(self, heights):
        seen = 0.0
        for band in heights.fills[1:]:
            seen += (1 - seen) * band.get_fill_opacity()
        assert seen == pytest.approx(max(tints.band_shares(len(LEVELS) + 1)))

    def test_it_has_one_band_more_than_lines(self, heights):
        assert len(heights.fills) - 1 == len(LEVELS) + 1
        assert heights.at(11.0) is heights.rings[3]

    def test_it_stays_in_the_window(self, plane, heights):
        assert plane.window.holds(heights.fills)
        assert plane.window.holds(heights.labels)
        assert plane.window.holds(heights.rings, slack=PIXEL)

    def test_a_band_strays_from_its_contour_by_less_than_half_a_pixel(self, plane, heights):
        (level,) = contours(LAND, LEVELS[3:4], SPAN, SPAN)
        exact = np.concatenate([plane.place_all(line) for line in level.polylines])
        corners = heights.at(11.0).points[::4]
        gaps = np.linalg.norm(corners[:, None] - exact[None], axis=2).min(axis=1)
        assert gaps.max() < PIXEL / 2

    def test_three_levels_have_their_number_on_their_line(self, plane, heights):
        assert len(heights.labels) == 3
        for label in heights.labels:
            (contour,) = contours(LAND, [label.value], SPAN, SPAN)
            spots = np.concatenate([plane.place_all(line) for line in contour.polylines])
            assert np.linalg.norm(spots - label.get_center(), axis=1).min() < 0.05

    def test_a_line_is_open_behind_its_number(self, heights):
        for label in heights.labels:
            gaps = heights.at(label.value).points - label.get_center()
            inside = np.abs(gaps[:, :2]) < (label.width / 2, label.height / 2)
            assert not inside.all(axis=1).any()

    def test_no_number_stands_at_a_marked_point(self, plane, heights):
        for label in heights.labels:
            assert np.linalg.norm(label.get_center() - plane.place(NUMBERS.at)) > 0.5

    def test_a_thin_valley_has_bands_too(self):
        plane = plane_in(REGION, SURPRISE.near)
        rings = SURPRISE.floor.contours(SURPRISE.levels, *_ranges(SURPRISE.near))
        heights = HeightMap(plane, rings, ValleyHeights(SURPRISE.floor))
        assert all(band.has_points() for band in heights.fills)
        assert [label.decimals for label in heights.labels] == [2, 0, 0]


class TestBandedSurface:
    def test_seen_from_above_its_bands_are_those_of_the_map(self, plane, relief):
        surface = BandedSurface(relief.terrain, LEVELS)
        relief.hold(surface).look(relief.map_view(plane.axes))
        for contour in contours(LAND, LEVELS, SPAN, SPAN):
            region = region_beside(contour, LAND, SPAN, SPAN)
            wanted = sum(_area(plane.place_all(polygon)) for polygon in region)
            found = sum(_enclosed(part) for part in surface.outline(contour.level))
            assert found == pytest.approx(wanted, abs=PIXEL * plane.unit)

    def test_seen_from_above_no_contour_is_a_pixel_off(self, plane, relief):
        surface = BandedSurface(relief.terrain, LEVELS)
        relief.hold(surface).look(relief.map_view(plane.axes))
        exact = [
            plane.place_all(np.asarray(line))
            for contour in contours(LAND, LEVELS, SPAN, SPAN, n=201)
            for line in contour.polylines
        ]
        window = plane.window
        frame = np.linspace(0.0, 1.0, 700)
        edge = [window.at(x, y) for s in frame for x, y in ((s, 0), (s, 1), (0, s), (1, s))]
        goal = np.concatenate([*exact, np.array(edge)])
        for shape in (shape for shape in surface if not shape.get_fill_opacity()):
            for point in shape.points[::4]:
                assert np.linalg.norm(goal - point, axis=1).min() < 2 * PIXEL

    def test_seen_from_above_it_has_the_tints_of_the_map(self, plane, relief):
        surface = BandedSurface(relief.terrain, LEVELS)
        relief.hold(surface).look(relief.map_view(plane.axes))
        allowed = tints.tints(tints.band_shares(len(LEVELS) + 1))
        for shape in surface:
            if shape.has_points() and shape.get_fill_opacity():
                gaps = np.abs(allowed - shape.fill_rgbas[0, :3]).max(axis=1)
                assert gaps.min() < 1e-9

    def test_nearer_faces_are_painted_later(self, relief):
        surface = BandedSurface(relief.terrain, LEVELS, 8)
        relief.hold(surface)
        away = relief.terrain.away(surface.mesh.middles)[surface.mesh.cells]
        order = [shape.z_index for shape in surface.submobjects[: len(away)]]
        assert np.all(np.diff(away[np.argsort(order, kind="stable")]) <= 1e-9)

    def test_a_sheet_cuts_it(self, relief):
        surface = BandedSurface(relief.terrain, LEVELS, 10)
        sheet = GlassSheet(surface, (-2.5, 1.0), (2.5, 1.0), (-6.0, 20.0), theme.INK)
        surface.sheet = sheet
        relief.hold(surface, sheet).look(relief.view(0.0, 30.0))
        behind = {
            cell
            for cell, shape in zip(surface.mesh.cells.tolist(), surface, strict=False)
            if shape.z_index < sheet.pane.z_index
        }
        assert len(behind) == 3 * 10  # three rows of faces from 1 to 2.5

    def test_it_follows_a_landscape_that_bends(self, plane, relief):
        surface = BandedSurface(relief.terrain, LEVELS)
        relief.hold(surface)
        for land in (NUMBERS.bowl, LAND):
            relief.take_form(land).look(relief.map_view(plane.axes))
            (contour,) = contours(land, [4.0], SPAN, SPAN)
            wanted = sum(
                _area(plane.place_all(p)) for p in region_beside(contour, land, SPAN, SPAN)
            )
            found = sum(_enclosed(part) for part in surface.outline(4.0))
            assert found == pytest.approx(wanted, abs=PIXEL * plane.unit)

    def test_without_presence_nothing_of_it_is_seen(self, relief):
        surface = BandedSurface(relief.terrain, LEVELS).set_presence(0.0)
        assert not any(s.get_fill_opacity() or s.get_stroke_opacity() for s in surface)


class TestUpright:
    def test_its_ticks_stand_at_their_heights(self, relief):
        axis = HeightAxis(relief.terrain, (BASE, 30.0, 15.0), corner=(-2.5, -2.5))
        assert [number.value for number in axis.numbers] == [0.0, 15.0, 30.0]
        for tick, value in zip(axis.ticks, (0.0, 15.0, 30.0), strict=True):
            goal = relief.terrain.project(np.array([-2.5, -2.5, value]))
            np.testing.assert_allclose(tick.get_center(), goal, atol=1e-9)

    def test_it_stands_left_of_the_landscape_and_its_name_above_its_numbers(self, relief):
        floor = Floor(relief.terrain, base=BASE)
        axis = HeightAxis(relief.terrain, (BASE, 30.0, 15.0))
        assert axis.line.get_center()[0] == pytest.approx(floor.lines.get_left()[0])
        assert axis.name_tag.get_bottom()[1] > axis.numbers.get_top()[1]

    def test_from_above_it_is_not_seen(self, plane, relief):
        axis = HeightAxis(relief.terrain, (BASE, 30.0, 15.0))
        relief.hold(axis)
        assert axis.line.get_stroke_opacity() == 1.0
        relief.look(relief.map_view(plane.axes))
        assert axis.line.get_stroke_opacity() == 0.0

    def test_a_drop_line_leads_straight_down_from_the_surface_to_the_floor(self, relief):
        drop = DropLine(relief.terrain, NUMBERS.at, BASE)
        relief.hold(drop).look(relief.view(50.0, 40.0))
        top, foot = drop.line.get_start(), drop.line.get_end()
        np.testing.assert_allclose(top, relief.terrain.above(np.array(NUMBERS.at)), atol=1e-9)
        np.testing.assert_allclose(drop.foot.get_center(), foot, atol=1e-9)
        assert top[0] == pytest.approx(foot[0])
        assert top[1] > foot[1]


class TestGradientRay:
    def test_it_is_as_long_as_it_is_steep(self, plane):
        start, end = GradientRay(plane, (0.5, 0.2), LAND.gradient((0.5, 0.2)), PER_SLOPE).ends
        steepness = np.linalg.norm(LAND.gradient((0.5, 0.2)))
        assert np.linalg.norm(end - start) == pytest.approx(PER_SLOPE * steepness)

    @settings(max_examples=30)
    @given(settings_inside, settings_inside)
    @example(2.3125, -1.25)
    def test_it_never_leaves_the_map(self, plane, u, v):
        ray = GradientRay(plane, (u, v), LAND.gradient((u, v)), PER_SLOPE)
        if ray.family_members_with_points():
            assert plane.window.holds(ray)

    @settings(max_examples=30)
    @given(settings_inside, settings_inside)
    def test_it_stands_at_a_right_angle_to_the_contour(self, plane, u, v):
        gradient = LAND.gradient((u, v))
        ray = GradientRay(plane, (u, v), gradient, PER_SLOPE)
        if ray.family_members_with_points():
            start, end = ray.ends
            level = np.array([-gradient[1], gradient[0], 0.0])
            assert np.dot(end - start, level) == pytest.approx(0.0, abs=1e-9)

    def test_it_says_whether_it_is_cut(self, plane):
        ray = GradientRay(plane, NUMBERS.at, NUMBERS.gradient, PER_SLOPE)
        assert ray.cut
        assert not ray.put((0.0, 0.1), LAND.gradient((0.0, 0.1))).cut


class TestScales:
    def test_a_name_stands_clear_beyond_the_last_number(self, plane):
        across, up = plane.scales
        assert plane.names[0].get_left()[0] - across[-1].get_right()[0] >= 0.35
        assert plane.names[0].get_bottom()[1] > across[-1].get_top()[1]
        assert plane.names[1].get_bottom()[1] > up[-1].get_top()[1]

    @pytest.mark.parametrize(
        "window",
        [SURPRISE.near, SURPRISE.wide, SURPRISE.round_window],
        ids=["near", "wide", "round"],
    )
    def test_every_plane_stays_in_its_region(self, window):
        assert REGION.holds(plane_in(REGION, window))

    @pytest.mark.parametrize("span", [(-8, 32, 10), (-2.6, 5.4, 1), (0, 100, 1), (-2.5, 2.5, 1)])
    def test_no_more_than_five_numbers_stand_on_a_scale(self, span):
        plane = ParameterPlane(span, span, REGION)
        assert 3 <= len(plane.scales[0]) <= 5
        assert readable(span)[:2] == span[:2]


def _ranges(window):
    return window.u_range, window.v_range


def _enclosed(curves):
    """Return the area in the frame of a piece, which may have several outlines."""
    start, end = curves[::4], curves[3::4]
    return float(start[:, 0] @ end[:, 1] - start[:, 1] @ end[:, 0]) / 2


def _area(points):
    """Return the area of a polygon in the frame."""
    u, v = points[:, 0], points[:, 1]
    return float(u @ np.roll(v, -1) - v @ np.roll(u, -1)) / 2
