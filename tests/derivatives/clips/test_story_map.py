from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lessons.derivatives.c10 import numbers as c10
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.landscape.descent_path import ScaledArrow
from scenes.components.landscape.parameter_plane import ContourMap, ParameterPlane
from scenes.components.rigs.square import GrowingRectangle
from scenes.derivatives.c10_the_whole_story.props.bending import BendingCurve
from scenes.derivatives.c10_the_whole_story.props.rules_room import RulesRoom
from scenes.derivatives.c10_the_whole_story.props.stretch_chain import StretchChain
from scenes.derivatives.c10_the_whole_story.props.tilting import TiltingBowl, grow
from scenes.derivatives.map.pictures import PICTURES, gradient_picture
from scenes.derivatives.map.story_map import StoryMap, begin_like
from scenes.derivatives.map.tiles import COLUMNS, FILLED
from scenes.layout import Layout
from tests.scenes.shapes import LAYOUTS

FULL = Layout.for_frame(8 * 16 / 9, 8).full
shares = st.floats(0.0, 1.0)


@pytest.fixture
def story() -> StoryMap:
    return StoryMap(FULL)


class TestMap:
    def test_it_stays_in_its_region_with_its_road_and_whoever_walks_on_it(self, story):
        assert FULL.holds(story, slack=theme.MARBLE_RADIUS)
        assert FULL.holds(story.bed)

    def test_every_part_of_the_lesson_has_a_tile_of_one_size(self, story):
        assert tuple(story.tiles) == FILLED
        assert len({round(tile.frame.width, 9) for tile in story.tiles.values()}) == 1

    def test_no_two_tiles_touch(self, story):
        for place, first in enumerate(story.places):
            for second in story.places[place + 1 :]:
                apart = np.abs(first - second)
                assert apart[0] > story.tile_width or apart[1] > story.tile_height

    def test_every_row_is_read_from_left_to_right(self, story):
        across = story.places[:, 0].reshape(-1, COLUMNS)
        assert np.all(np.diff(across, axis=1) > story.tile_width)

    def test_a_name_stands_below_its_tile_and_above_the_road_to_the_next_row(self, story):
        for (name, tile), word in zip(story.tiles.items(), story.names, strict=True):
            assert word.text == name
            assert word.get_center()[0] == pytest.approx(tile.frame.get_center()[0], abs=0.01)
            assert word.get_top()[1] < tile.frame.get_bottom()[1]
        back = story.way[1:][np.diff(story.way[:, 0]) < 0]
        lane = back[len(back) // 2, 1]
        assert all(word.get_bottom()[1] > lane for word in story.names[:COLUMNS])

    def test_a_tile_holds_the_picture_that_its_clip_ended_on(self, story):
        story.fill(*PICTURES)
        for name, picture in PICTURES.items():
            held = story[name].submobjects[-1]
            assert held.width / held.height == pytest.approx(picture().width / picture().height)
            assert story[name].frame.width > held.width
            np.testing.assert_allclose(held.get_center(), story[name].frame.get_center())


@pytest.mark.parametrize(("frame", "columns"), [((10.67, 10.67), 3), ((8, 14.22), 2)])
class TestNarrowMap:
    def test_it_stays_in_its_region_with_fewer_tiles_in_a_row(self, frame, columns):
        region = Layout.for_frame(*frame).readable
        story = StoryMap(region)
        assert region.holds(story, slack=theme.MARBLE_RADIUS)
        assert len({round(float(x), 6) for x, _, _ in story.places}) == columns
        for one, other in combinations(story.places, 2):
            apart = np.abs(one - other)
            assert apart[0] > story.tile_width or apart[1] > story.tile_height

    def test_the_road_leads_through_every_tile(self, frame, columns):
        story = StoryMap(Layout.for_frame(*frame).readable)
        assert story.stops == sorted(story.stops)
        assert (story.columns, story.stops[0], story.stops[-1]) == (columns, 0, 1)


class TestRules:
    @pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
    def test_the_rectangle_stands_beside_the_rules_or_below_them(self, layout):
        room = RulesRoom.of(layout)
        block = GrowingRectangle(room.sides, (0.9, 0.9), room.corner)
        assert layout.readable.holds(block)
        if layout.upright:
            assert block.get_top()[1] < room.rules.bottom
        else:
            assert block.get_right()[0] < room.rules.left


class TestRoad:
    def test_it_leads_through_the_middle_of_every_tile_in_the_order_of_the_lesson(self, story):
        for stop, place in zip(story.stops, story.places, strict=True):
            at = story.way[round(stop * (len(story.way) - 1))]
            np.testing.assert_allclose(at, place, atol=0.03)
        assert story.stops == sorted(story.stops)
        assert (story.stops[0], story.stops[-1]) == (0, 1)

    def test_every_step_along_it_is_equally_long(self, story):
        steps = np.linalg.norm(np.diff(story.way, axis=0), axis=1)
        assert steps.max() < 1.05 * steps.mean()

    def test_it_never_turns_sharply(self, story):
        steps = np.diff(story.way, axis=0)
        steps /= np.linalg.norm(steps, axis=1)[:, None]
        assert all(np.dot(one, other) > 0.9 for one, other in pairwise(steps))

    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(share=shares)
    def test_whoever_walks_stands_at_the_end_of_what_is_drawn(self, story, share):
        story.walk(share)  # from wherever it stood before
        np.testing.assert_allclose(story.road.points[-1], story.walker.get_center(), atol=1e-9)

    def test_an_arrowhead_points_along_the_road_and_lights_up_when_it_is_reached(self, story):
        for head, stop in zip(story.heads, story.head_stops, strict=True):
            at = round(stop * (len(story.way) - 1))
            along = story.way[at + 1] - story.way[at]
            tip, first, second = head.points[0], head.points[3], head.points[7]
            assert np.dot(tip - (first + second) / 2, along) > 0
            story.walk(0.0)
            assert head.get_fill_color().to_hex().upper() == theme.GRID.upper()
            story.walk(stop)
            assert head.get_fill_color().to_hex().upper() == theme.INK.upper()

    def test_a_tile_lights_up_when_it_is_reached(self, story):
        frames = [tile.frame for tile in story.tiles.values()]
        story.walk(story.stops[2])
        colors = [frame.get_stroke_color().to_hex().upper() for frame in frames]
        assert colors == 3 * [theme.INK.upper()] + 5 * [theme.MUTED.upper()]
        story.walk(1.0)
        assert {frame.get_stroke_color().to_hex().upper() for frame in frames} == {
            theme.INK.upper()
        }


class TestRing:
    def test_it_keeps_its_shape_and_begins_where_the_other_ring_does(self):
        numbers = c10.compute()
        plane = ParameterPlane(*numbers.flat.plane, FULL, decimals=(None, None))
        for ring, goal in zip(
            ContourMap(plane, numbers.flat.rings[:2]), gradient_picture()[0], strict=True
        ):
            before = {tuple(point) for point in np.round(ring.points[::4], 6)}
            begin_like(ring, goal)
            assert {tuple(point) for point in np.round(ring.points[::4], 6)} == before
            ways = [shape.points[0] - shape.get_center() for shape in (ring, goal)]
            along, wanted = (way / np.linalg.norm(way) for way in ways)
            assert np.dot(along, wanted) > 0.99


class TestChain:
    @given(nudge=st.floats(0.1, 2.0))
    @settings(max_examples=20)
    def test_every_bar_is_as_many_times_longer_as_its_machine_magnifies(self, nudge):
        numbers = c10.compute()
        chain = StretchChain(FULL, numbers.magnifications, 1.0).put(nudge)
        lengths = [bar.width for bar in chain.bars]
        assert lengths[0] == pytest.approx(nudge)
        for (before, after), factor in zip(pairwise(lengths), numbers.magnifications, strict=True):
            assert after / before == pytest.approx(factor)
        assert lengths[-1] / lengths[0] == pytest.approx(numbers.magnification)

    def test_the_rays_join_the_ends_of_the_bars(self):
        chain = StretchChain(FULL, (3.0, 2.0), 1.0)
        for ray, bar in zip(chain.rays[2:], (chain.bars[1], chain.bars[1]), strict=True):
            ends = (bar.get_start(), bar.get_end())
            assert min(np.linalg.norm(ray.get_start() - end) for end in ends) < 1e-9


class TestBending:
    def test_the_curve_begins_as_the_line_and_ends_as_the_parabola(self):
        numbers, xs = c10.compute(), np.linspace(-1.0, 1.5, 7)
        np.testing.assert_allclose(numbers.bent(0.0)(xs), numbers.line.at(xs))
        np.testing.assert_allclose(numbers.bent(1.0)(xs), xs**2)

    @given(share=shares)
    @settings(max_examples=20)
    def test_the_triangle_stays_on_the_curve_that_bends(self, share):
        numbers = c10.compute()
        triangle = numbers.bent_triangle(share)
        for point in (triangle.p, triangle.q):
            assert numbers.bent(share)(np.array([point.x]))[0] == pytest.approx(point.y)

    def test_the_triangle_arrives_as_that_of_the_first_secant(self):
        numbers = c10.compute()
        secant = numbers.limit.secant(numbers.gaps[0])
        np.testing.assert_allclose(numbers.bent_triangle(1.0).q, secant.q)
        np.testing.assert_allclose(numbers.bent_triangle(1.0).p, secant.p)

    def test_over_every_input_the_averages_stand_at_the_slope_of_the_secant_to_it(self):
        numbers = c10.compute()
        averages = numbers.averaged(1.0)(np.array([0.5, 1.6]))
        np.testing.assert_allclose(averages, [numbers.limit.secant(h).slope for h in (-0.5, 0.6)])

    def test_the_curve_stays_in_the_window_whatever_bends_it(self):
        axes = GraphAxes((-1.4, 3.4, 1), (-1.6, 3.6, 1), FULL)
        curve = BendingCurve(axes, lambda x: x)
        for power in (2, 3):
            curve.put(lambda x, power=power: x**power)
            assert axes.window.holds(curve)


class TestTiltingBowl:
    @pytest.fixture
    def bowl(self) -> TiltingBowl:
        numbers = c10.compute()
        valley = GraphAxes((-4.8, 2.5, 1), (-0.6, 5.0, 1), FULL)
        plane = ParameterPlane(*numbers.flat.plane, FULL)
        way = ((0.2, 0.0), numbers.uphill_at)
        return TiltingBowl(valley, plane, numbers.bowl, numbers.flat.rings, way)

    def test_from_the_side_its_slice_is_the_valley(self, bowl):
        hill = c10.compute().hill
        x_unit, (x0, y0, _) = bowl.valley.x_unit, bowl.valley.map(0.0, 0.0)
        for x, y, _ in bowl.slice.points[::400]:
            height = hill.value((x - x0) / x_unit)
            assert (y - y0) / bowl.valley.y_unit == pytest.approx(height, abs=1e-6)

    def test_from_above_its_contours_are_those_of_the_plane(self, bowl):
        bowl.put(1.0)
        rings = ContourMap(bowl.plane, c10.compute().flat.rings)
        for ring, other in zip(bowl.rings, rings, strict=True):
            np.testing.assert_allclose(ring.points, other.points, atol=1e-6)
        np.testing.assert_allclose(
            bowl.ball.get_center(), bowl.plane.place(c10.compute().uphill_at), atol=1e-6
        )

    @given(share=shares)
    @settings(max_examples=10)
    def test_an_arrow_that_grows_ends_as_it_was(self, share):
        numbers = c10.compute()
        plane = ParameterPlane((-2.9, 2.9, 1), (-1.6, 1.6, 1), FULL)
        arrow = ScaledArrow(plane, numbers.uphill_at, numbers.uphill, 0.48)
        foot, head = arrow.ends
        motion = grow(arrow)
        motion.interpolate_mobject(share)
        motion.interpolate_mobject(1.0)
        np.testing.assert_allclose(arrow.ends, (foot, head), atol=1e-9)


class TestNumbers:
    def test_a_step_beyond_what_the_curvature_allows_climbs_and_a_small_one_descends(self):
        numbers = c10.compute()
        assert np.all(np.diff(numbers.hill.value(numbers.rebel.points)) > 0)
        assert np.all(np.diff(numbers.hill.value(numbers.walk.points)) < 0)
