from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from manim import VGroup

from lessons.derivatives.c10 import numbers as c10
from lessons.derivatives.c11 import numbers as c11
from scenes import theme
from scenes.components.landscape.parameter_plane import ContourMap, ParameterPlane
from scenes.derivatives.c10_the_whole_story.props.stretch_chain import StretchChain
from scenes.derivatives.c11_next.props.question_card import QuestionCard
from scenes.derivatives.map.pictures import PICTURES, gradient_picture
from scenes.derivatives.map.story_map import StoryMap, begin_like
from scenes.derivatives.map.tiles import TILES
from scenes.layout import Layout, Region

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
        assert list(story.tiles) == list(TILES)
        assert len({round(tile.frame.width, 9) for tile in story.tiles.values()}) == 1

    def test_no_two_tiles_touch(self, story):
        for place, first in enumerate(story.places):
            for second in story.places[place + 1 :]:
                apart = np.abs(first - second)
                assert apart[0] > story.tile_width or apart[1] > story.tile_height

    def test_a_tile_holds_the_picture_that_its_clip_ended_on(self, story):
        story.fill(*PICTURES)
        for name, picture in PICTURES.items():
            held = story[name].submobjects[-1]
            assert held.width / held.height == pytest.approx(picture().width / picture().height)
            assert story[name].frame.width > held.width
            np.testing.assert_allclose(held.get_center(), story[name].frame.get_center())


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

    @given(share=shares)
    @settings(max_examples=20, deadline=None)
    def test_whoever_walks_stands_at_the_end_of_what_is_drawn(self, share):
        story = StoryMap(FULL).walk(share)
        np.testing.assert_allclose(story.road.points[-1], story.walker.get_center(), atol=1e-9)

    def test_a_tile_lights_up_when_it_is_reached(self, story):
        frames = [tile.frame for tile in story.tiles.values()]
        story.walk(story.stops[2])
        colors = [frame.get_stroke_color().to_hex().upper() for frame in frames]
        assert colors == 3 * [theme.INK.upper()] + 5 * [theme.MUTED.upper()]
        story.walk(1.0)
        assert {frame.get_stroke_color().to_hex().upper() for frame in frames} == {
            theme.INK.upper()
        }


class TestWayIn:
    def test_the_tile_fills_the_stage_and_nothing_else_is_seen(self, story):
        story.fill("line", "secant")
        story.enter("rules", FULL)
        story.look(1.0)
        frame = story["rules"].frame
        assert FULL.holds(frame)
        assert frame.height == pytest.approx(FULL.height)
        others = [tile for name, tile in story.tiles.items() if name != "rules"]
        for part in VGroup(story.bed, *others).family_members_with_points():
            assert part.get_stroke_opacity() == part.get_fill_opacity() == 0

    @given(share=shares)
    @settings(max_examples=10, deadline=None)
    def test_whoever_comes_back_finds_the_map_as_it_was(self, share):
        story = StoryMap(FULL).fill("line", "limit")
        before = [(part, part.copy()) for part in story.family_members_with_points()]
        story.enter("chain", FULL)
        story.look(share).look(1.0).look(0.0)
        for now, was in before:
            np.testing.assert_allclose(now.points, was.points, atol=1e-9)
            assert now.get_fill_opacity() == was.get_fill_opacity()
            assert now.get_stroke_opacity() == was.get_stroke_opacity()

    @given(share=shares)
    @settings(max_examples=10, deadline=None)
    def test_nothing_leaves_the_map_s_own_place_on_the_way(self, share):
        story = StoryMap(FULL).fill(*PICTURES)
        story.enter("limit", FULL)
        assert FULL.holds(story.look(share), slack=theme.MARBLE_RADIUS)

    def test_halfway_the_frame_is_halfway(self, story):
        start = story["secant"].frame.get_center()
        story.enter("secant", FULL)
        story.look(0.5)
        goal = story.opened(FULL).center
        np.testing.assert_allclose(story["secant"].frame.get_center(), (start + goal) / 2)


class TestRing:
    def test_it_keeps_its_shape_and_begins_where_the_other_ring_does(self):
        numbers = c10.compute()
        (left, right), (low, high) = numbers.uphill_window
        plane = ParameterPlane((left, right, 1), (low, high, 1), FULL, decimals=(None, None))
        for ring, goal in zip(
            ContourMap(plane, numbers.uphill_map), gradient_picture()[0], strict=True
        ):
            before = {tuple(point) for point in np.round(ring.points[::4], 6)}
            begin_like(ring, goal)
            assert {tuple(point) for point in np.round(ring.points[::4], 6)} == before
            ways = [shape.points[0] - shape.get_center() for shape in (ring, goal)]
            along, wanted = (way / np.linalg.norm(way) for way in ways)
            assert np.dot(along, wanted) > 0.99


class TestChain:
    @given(nudge=st.floats(0.1, 2.0))
    @settings(max_examples=20, deadline=None)
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


class TestCard:
    def test_its_word_stands_below_its_picture_inside_the_frame(self):
        region = Region(-2.0, 2.0, -2.0, 2.0)
        card = QuestionCard(region, "batches")
        assert region.holds(card)
        assert card.word.get_top()[1] < card.inside.bottom


class TestNumbers:
    def test_a_step_beyond_what_the_curvature_allows_climbs_and_a_small_one_descends(self):
        numbers = c10.compute()
        assert np.all(np.diff(numbers.hill.value(numbers.rebel.points)) > 0)
        assert np.all(np.diff(numbers.hill.value(numbers.walk.points)) < 0)

    def test_the_ball_that_remembers_its_speed_comes_nearer(self):
        numbers = c11.compute()
        assert np.linalg.norm(numbers.heavy[-1]) < np.linalg.norm(numbers.plain[-1]) / 2
        assert numbers.heavy[0].tolist() == numbers.plain[0].tolist()

    def test_each_batch_says_another_line(self):
        slopes = [line.slope for line in c11.compute().batch_lines]
        assert min(abs(one - other) for one, other in pairwise(slopes)) > 0.3
